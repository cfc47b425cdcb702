import { Anchor, Loader } from '@mantine/core';
import type { ItemId } from '../../../shared/base/ids';
import { curatingTexts } from '../../../shared/messages/ui/curating';
import type { OverlapLine, Verdict } from '../../../shared/model/insight';
import { useAsk, useCommand } from '../../bridge/queries';
import { useLabels } from '../labels';
import { ReasonChips } from '../reason-chips';
import { TypeIcon } from '../type-icon';
import { useErrorText, useText } from '../use-text';
import { useUndo } from '../use-undo';
import { VerdictButtons, verdictOfKey } from '../verdict-buttons';
import { openItem } from '../../state/view';
import classes from './overlaps.module.css';

const shown = 20;

/** What touches this item, in three parts: not judged, known already, judged. */
export function Overlaps({ id }: { readonly id: ItemId }): React.JSX.Element {
  const t = useText(curatingTexts);
  const errorText = useErrorText();
  const { data, error } = useAsk('overlaps.of', { id, limit: shown }, { keepLast: true });
  if (error !== null) return <p className={classes['list']}>{errorText(error)}</p>;
  if (data === undefined)
    return (
      <div className={classes['list']}>
        <Loader size="sm" aria-label={t('itemOverlaps')} />
      </div>
    );
  const fresh = data.filter(({ judgement, known }) => judgement === null && known === null);
  const judged = data.filter(({ judgement }) => judgement !== null);
  const known = data.filter((line) => line.judgement === null && line.known !== null);
  return (
    <div className={classes['list']}>
      {data.length === 0 && (
        <>
          <h2>{t('noneForItemTitle')}</h2>
          <p className={classes['quiet']}>{t('noneForItem')}</p>
        </>
      )}
      <Part title={t('notJudged')} lines={fresh} />
      <Part title={t('knownAlready')} lines={known} />
      <Part title={t('judgedBefore')} lines={judged} />
    </div>
  );
}

function Part({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly OverlapLine[];
}): React.JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul data-lines>
        {lines.map((line) => (
          <Line key={line.b} line={line} />
        ))}
      </ul>
    </>
  );
}

function Line({ line }: { readonly line: OverlapLine }): React.JSX.Element {
  const t = useText(curatingTexts);
  const labels = useLabels();
  const { failed } = useUndo();
  const judge = useCommand('overlaps.judge');
  const { a, b, second, judgement, known } = line;
  const decide = (verdict: Verdict): void => judge.mutate({ a, b, aspect: 'overlap', verdict }, { onError: failed });
  const title = second.title === '' ? t('untitled') : second.title;
  const meta = [
    labels.type(second.type),
    ...second.regions,
    ...(second.ended === null ? [] : [t('ended', { year: String(second.ended) })]),
    t('strength', { n: String(Math.round(line.score * 100)) }),
    ...(known === null ? [] : [t(known)]),
  ];
  return (
    <li
      className={classes['line']}
      onKeyDown={(event) => {
        const verdict = verdictOfKey(event);
        if (verdict !== null) decide(verdict);
      }}
    >
      <div className={classes['other']}>
        <TypeIcon type={second.type} size={15} />
        <span>
          <Anchor component="button" type="button" onClick={() => openItem(b)}>
            {title}
          </Anchor>
          <span className={classes['meta']}>{meta.join(' · ')}</span>
        </span>
      </div>
      <ReasonChips reasons={line.reasons} />
      {judgement?.disputed === true && <p className={classes['disputed']}>{t('disputed')}</p>}
      <VerdictButtons pair={title} chosen={judgement?.verdict ?? null} onJudge={decide} />
    </li>
  );
}
