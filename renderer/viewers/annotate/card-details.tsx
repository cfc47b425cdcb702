import { ActionIcon, Button, Group, TagsInput, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCheck,
  IconMapPin,
  IconMessageReply,
  IconPencil,
  IconTrash,
  IconX,
} from '@tabler/icons-react';
import { annotateTexts } from '../../../shared/messages/ui/annotate';
import { annotationColours } from '../../../shared/model/annotation';
import type { Thread } from '../../../shared/annotations/order';
import { useFormat } from '../../components/format';
import { TypeIcon } from '../../components/type-icon';
import { useText } from '../../components/use-text';
import { openItem } from '../../state/view';
import { UntrustedMarkdown } from '../untrusted-markdown';
import classes from './annotation-card.module.css';
import { CardMenu } from './card-menu';
import { CommentEditor } from './comment-editor';
import type { PlacedAnnotation } from './surface';
import type { Annotator } from './use-annotator';
import { useColourName } from './use-mark-label';

interface Props {
  readonly annotator: Annotator;
  readonly thread: Thread;
  readonly mark: PlacedAnnotation;
  readonly onGo: () => void;
  readonly isAnswering: boolean;
  readonly setAnswering: (answering: boolean) => void;
  readonly focusCard: () => void;
}

const nowhere = { hash: null, page: null, quote: null, position: null, rects: [] };

/** The comment, the conversation and the actions of the annotation that is looked at. */
export function CardDetails(props: Props): React.JSX.Element {
  const { annotator, thread, mark, isAnswering, setAnswering, focusCard } = props;
  const { annotation, replies } = thread;
  const t = useText(annotateTexts);
  const isWriting = annotator.writing === annotation.id;
  const done = (): void => {
    annotator.write(null);
    focusCard();
  };
  const answer = (comment: string): void => {
    setAnswering(false);
    focusCard();
    if (comment !== '') void annotator.create('reply', nowhere, { comment, replyTo: annotation });
  };
  return (
    <div className={classes['details']}>
      {mark.certainty === 'changed' && (
        <div className={classes['changed']}>
          <p>{t('changed')}</p>
          <Button size="compact-xs" variant="default" onClick={() => void annotator.place(annotation.id, mark.anchor)}>
            {t('confirmPlace')}
          </Button>
        </div>
      )}
      {isWriting ? (
        <CommentEditor
          label={t('comment')}
          start={annotation.comment}
          onCancel={done}
          onSave={(comment) => {
            done();
            if (comment !== annotation.comment) void annotator.change(annotation.id, { comment });
          }}
        />
      ) : (
        annotation.comment !== '' && (
          <div className={classes['comment']}>
            <UntrustedMarkdown text={annotation.comment} firstLevel={4} />
          </div>
        )
      )}
      {replies.length > 0 && <Replies annotator={annotator} replies={replies} />}
      {isAnswering && (
        <CommentEditor label={t('replyField')} start="" onSave={answer} onCancel={() => setAnswering(false)} />
      )}
      <Links annotator={annotator} thread={thread} />
      <Colours annotator={annotator} thread={thread} />
      <TagsInput
        size="xs"
        aria-label={t('tags')}
        placeholder={annotation.tags.length === 0 ? t('tags') : ''}
        value={[...annotation.tags]}
        onChange={(tags) => void annotator.setTags(annotation, tags)}
        onKeyDown={(event) => event.stopPropagation()}
      />
      <Actions {...props} />
    </div>
  );
}

function Actions({ annotator, thread: { annotation, replies }, onGo, setAnswering }: Props): React.JSX.Element {
  const t = useText(annotateTexts);
  return (
    <Group gap={2} role="group">
      <Action label={t('goTo')} onPress={onGo}>
        <IconMapPin size={16} aria-hidden />
      </Action>
      <Action label={t(annotation.comment === '' ? 'write' : 'edit')} onPress={() => annotator.write(annotation.id)}>
        <IconPencil size={16} aria-hidden />
      </Action>
      <Action label={t('reply')} onPress={() => setAnswering(true)}>
        <IconMessageReply size={16} aria-hidden />
      </Action>
      <Action
        label={t(annotation.resolved ? 'reopen' : 'resolve')}
        onPress={() => void annotator.change(annotation.id, { resolved: !annotation.resolved })}
      >
        {annotation.resolved ? <IconArrowBackUp size={16} aria-hidden /> : <IconCheck size={16} aria-hidden />}
      </Action>
      <Action
        label={t('delete')}
        onPress={() => void annotator.remove([annotation.id, ...replies.map(({ id }) => id)])}
      >
        <IconTrash size={16} aria-hidden />
      </Action>
      <CardMenu annotator={annotator} annotation={annotation} />
    </Group>
  );
}

function Action({
  label,
  onPress,
  children,
}: {
  readonly label: string;
  readonly onPress: () => void;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  return (
    <Tooltip label={label} openDelay={400} withinPortal>
      <ActionIcon variant="subtle" color="gray" size={28} aria-label={label} onClick={onPress}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

function Replies({ annotator, replies }: Pick<Props, 'annotator'> & Pick<Thread, 'replies'>): React.JSX.Element {
  const t = useText(annotateTexts);
  const format = useFormat();
  return (
    <ol className={classes['replies']}>
      {replies.map((reply) => (
        <li key={reply.id}>
          <span className={classes['who']}>
            {[reply.author, format.moment(reply.createdAt)].filter((part) => part !== '').join(' · ')}
            {reply.mine && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                aria-label={t('deleteReply')}
                onClick={() => void annotator.remove([reply.id])}
              >
                <IconTrash size={13} aria-hidden />
              </ActionIcon>
            )}
          </span>
          <UntrustedMarkdown text={reply.comment} firstLevel={4} />
        </li>
      ))}
    </ol>
  );
}

function Colours({ annotator, thread: { annotation } }: Pick<Props, 'annotator' | 'thread'>): React.JSX.Element {
  const t = useText(annotateTexts);
  const colourName = useColourName();
  return (
    <div className={classes['colours']} role="group" aria-label={t('colour')}>
      {annotationColours.map((colour) => (
        <button
          key={colour}
          type="button"
          className={classes['colour']}
          data-colour={colour}
          aria-label={colourName(colour)}
          aria-pressed={colour === annotation.colour}
          title={colourName(colour)}
          onClick={() => void annotator.change(annotation.id, { colour })}
        >
          {colour === annotation.colour && <IconCheck size={14} stroke={3} aria-hidden />}
        </button>
      ))}
    </div>
  );
}

function Links({ annotator, thread: { annotation } }: Pick<Props, 'annotator' | 'thread'>): React.JSX.Element | null {
  const t = useText(annotateTexts);
  const unlink = (target: string): Promise<void> => annotator.unlink(annotation.id, target);
  if (annotation.links.length === 0) return null;
  return (
    <ul className={classes['links']} aria-label={t('links')}>
      {annotation.links.map(({ id, type, title }) => (
        <li key={id}>
          <TypeIcon type={type} size={14} />
          <button type="button" className={classes['link']} onClick={() => openItem(id, { keep: true })}>
            {title}
          </button>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={t('unlink', { title })}
            onClick={() => void unlink(id)}
          >
            <IconX size={13} aria-hidden />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
