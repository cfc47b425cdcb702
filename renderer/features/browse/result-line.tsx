import { Popover, UnstyledButton } from '@mantine/core';
import { resultTexts } from '../../../shared/messages/ui/browse';
import type { ItemPage, SearchSummary } from '../../../shared/search/item-query';
import { useFormat } from '../../components/format';
import { useText } from '../../components/use-text';
import { ExpansionChips } from './expansion-chips';
import classes from './result-line.module.css';

interface Props {
  readonly head: ItemPage;
  /** A search or a filter is on. */
  readonly narrowed: boolean;
  readonly searching: boolean;
  /** Expansions that the person switched off. */
  readonly without: readonly string[];
  readonly onWithout: (expansions: readonly string[]) => void;
}

/** How much there is, what else was searched for, and how much of the library can be searched. */
export function ResultLine({ head, narrowed, searching, without, onWithout }: Props): React.JSX.Element {
  const t = useText(resultTexts);
  const format = useFormat();
  const { expansions, searchable } = head.summary;
  const n = format.number(head.total);
  const count = !head.totalIsExact
    ? t('resultOpen', { n })
    : head.total === 1
      ? t(narrowed ? 'resultOne' : 'itemOne')
      : t(narrowed ? 'resultMany' : 'itemMany', { n });
  return (
    <div className={classes['line']}>
      <span role="status">{count}</span>
      {searchable.total > 0 && (
        <span>
          <Searchable searchable={searchable} />
        </span>
      )}
      {searching && expansions.length > 0 && (
        <ExpansionChips expansions={expansions} without={without} onWithout={onWithout} />
      )}
    </div>
  );
}

function Searchable({ searchable }: { searchable: SearchSummary['searchable'] }): React.JSX.Element {
  const t = useText(resultTexts);
  const format = useFormat();
  const { done, total, reasons } = searchable;
  const text = t('searchable', { done: format.number(done), total: format.number(total) });
  if (reasons.length === 0) return <>{text}</>;
  const named = new Map<keyof typeof resultTexts, number>();
  for (const { reason, count } of reasons) named.set(reasonText(reason), (named.get(reasonText(reason)) ?? 0) + count);
  return (
    <Popover position="bottom-end" shadow="md" width={300} trapFocus>
      <Popover.Target>
        <UnstyledButton className={classes['why'] ?? ''}>{text}</UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('whyNot')}>
        <p className={classes['heading']}>{t('whyNot')}</p>
        <ul className={classes['reasons']} tabIndex={-1} data-autofocus>
          {[...named].map(([key, count]) => (
            <li key={key}>
              <span>{t(key)}</span>
              <span>{format.number(count)}</span>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Many error codes, few things that matter to somebody who searches. */
function reasonText(reason: SearchSummary['searchable']['reasons'][number]['reason']): keyof typeof resultTexts {
  if (reason === 'scan') return 'reasonScan';
  if (reason === 'empty') return 'reasonEmpty';
  if (reason === 'pending') return 'reasonPending';
  if (reason === 'elsewhere') return 'reasonElsewhere';
  if (reason.endsWith('-encrypted')) return 'reasonLocked';
  return reason.endsWith('-damaged') || reason.endsWith('-truncated') ? 'reasonDamaged' : 'reasonOther';
}
