import { memo, useMemo, useState } from 'react';
import { annotateTexts } from '../../../shared/messages/ui/annotate';
import type { Thread } from '../../../shared/annotations/order';
import { useFormat } from '../../components/format';
import { useLabels } from '../../components/labels';
import { useText } from '../../components/use-text';
import classes from './annotation-card.module.css';
import { CardDetails } from './card-details';
import type { PlacedAnnotation } from './surface';
import type { Annotator } from './use-annotator';
import { useColourName } from './use-mark-label';

interface Props {
  readonly id: string;
  readonly annotator: Annotator;
  readonly thread: Thread;
  /** Null until its place is known: shown as it was made. */
  readonly mark: PlacedAnnotation | null;
  readonly words: CardWords;
  readonly index: number;
  readonly onGo: (mark: PlacedAnnotation) => void;
  /** To the card with this index. */
  readonly onStep: (index: number) => void;
}

/** What cards say, made once for all of them: a list that scrolls draws new ones in every frame. */
export interface CardWords {
  readonly text: ReturnType<typeof useText<typeof annotateTexts>>;
  readonly colour: ReturnType<typeof useColourName>;
  readonly kind: (kind: Thread['annotation']['kind']) => string;
  readonly moment: (iso: string) => string;
}

export function useCardWords(): CardWords {
  const text = useText(annotateTexts);
  const labels = useLabels();
  const colour = useColourName();
  const format = useFormat();
  return useMemo(
    () => ({ text, colour, kind: (kind) => labels.value('annotationKind', kind), moment: format.moment }),
    [text, labels, colour, format],
  );
}

/** One annotation: in short, and with all that can be done with it when it is the one that is looked at. */
export const AnnotationCard = memo(function AnnotationCard(props: Props): React.JSX.Element {
  const { id, annotator, thread, words, index, onGo, onStep } = props;
  const t = words.text;
  const { annotation, replies } = thread;
  const mark = props.mark ?? { annotation, certainty: 'sure', anchor: annotation.anchor };
  const isActive = annotator.active === annotation.id;
  const [isAnswering, setAnswering] = useState(false);
  const { anchor, colour, kind, resolved, author, createdAt } = annotation;
  const page = mark.anchor.page;
  const press = (event: React.KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'ArrowDown') onStep(index + 1);
    else if (event.key === 'ArrowUp') onStep(index - 1);
    else if (event.key === 'Delete') void annotator.remove([annotation.id, ...replies.map((reply) => reply.id)]);
    else if (event.key.toLowerCase() === 'e') annotator.write(annotation.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <article
      className={classes['card']}
      data-colour={colour}
      data-active={isActive || undefined}
      data-resolved={resolved || undefined}
    >
      <button
        id={id}
        type="button"
        className={classes['summary']}
        aria-expanded={isActive}
        onClick={() => (isActive ? onGo(mark) : annotator.activate(annotation.id))}
        onFocus={() => isActive || annotator.activate(annotation.id)}
        onKeyDown={press}
      >
        <span className={classes['kind']}>
          <span className={classes['swatch']} aria-hidden />
          {words.kind(kind)}, {words.colour(colour)}
          {page !== null && <span>{t('onPage', { n: page + 1 })}</span>}
          {resolved && <b>{t('resolved')}</b>}
        </span>
        {anchor.quote !== null && (
          <span className={isActive ? classes['quote'] : `${classes['quote']} ${classes['short']}`}>
            {anchor.quote.exact.slice(0, isActive ? 2_000 : 240)}
          </span>
        )}
        {!isActive && annotation.comment !== '' && (
          <span className={`${classes['comment']} ${classes['short']}`}>{annotation.comment.slice(0, 240)}</span>
        )}
        <span className={classes['who']}>
          {[author, words.moment(createdAt)].filter((part) => part !== '').join(' · ')}
          {replies.length > 0 && (
            <span>{replies.length === 1 ? t('oneReply') : t('withReplies', { n: replies.length })}</span>
          )}
        </span>
      </button>
      {isActive && (
        <CardDetails
          annotator={annotator}
          thread={thread}
          mark={mark}
          onGo={() => onGo(mark)}
          isAnswering={isAnswering}
          setAnswering={setAnswering}
          focusCard={() => document.getElementById(id)?.focus()}
        />
      )}
    </article>
  );
});
