import { UnstyledButton } from '@mantine/core';
import { cloneElement, useState } from 'react';
import { resultTexts } from '../../../shared/messages/ui/browse';
import type { ItemPage, SearchSummary } from '../../../shared/search/item-query';
import { useFormat } from '../../components/format';
import { loadLater } from '../../components/load-later';
import { useText } from '../../components/use-text';
import { ExpansionChips } from './expansion-chips';
import classes from './result-line.module.css';

const WhyNotSearchable = loadLater(
  async () => (await import('./why-not-searchable')).WhyNotSearchable,
  ({ button }: { readonly button: React.JSX.Element }) => button,
);

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
  const [isWanted, setWanted] = useState(false);
  const { done, total, reasons } = searchable;
  const text = t('searchable', { done: format.number(done), total: format.number(total) });
  if (reasons.length === 0) return <>{text}</>;
  const button = <UnstyledButton className={classes['why'] ?? ''}>{text}</UnstyledButton>;
  if (isWanted) return <WhyNotSearchable button={button} reasons={reasons} />;
  return cloneElement(button, { 'aria-haspopup': 'dialog', 'aria-expanded': false, onClick: () => setWanted(true) });
}
