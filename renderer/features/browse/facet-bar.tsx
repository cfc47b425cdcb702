import { UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { resultTexts } from '../../../shared/messages/ui/browse';
import type { Facet } from '../../../shared/search/item-query';
import { loadLater } from '../../components/load-later';
import { useText } from '../../components/use-text';
import { toggleFilter, view } from '../../state/view';
import classes from './chips.module.css';
import { FacetChip } from './facet-chip';
import { SortMenu } from './sort-menu';
import { useFacetLabels } from './use-facet-labels';

const FacetMenu = loadLater(async () => (await import('./facet-menu')).FacetMenu, FacetChip);

/** The facets that are always offered, in this order; the others come after “more filters”. */
const firstFacets = ['transitions', 'regions', 'targetGroups', 'type', 'year'];
const shownFacets = 4;

/** What narrows the list, as chips: first what is chosen, then what can be chosen. */
export function FacetBar({ facets }: { facets: readonly Facet[] }): React.JSX.Element {
  const t = useText(resultTexts);
  const labels = useFacetLabels();
  const filters = view.use((state) => state.filters);
  const inSpace = view.use((state) => state.scope.kind === 'space');
  const [all, setAll] = useState(false);
  const offered = facets
    .filter((facet) => isUseful(facet) && !(inSpace && facet.field === 'space'))
    .sort((a, b) => rank(a.field) - rank(b.field));
  const chosen = Object.entries(filters).flatMap(([field, values]) => values.map((value) => ({ field, value })));
  const shown = all ? offered : offered.slice(0, shownFacets);
  return (
    <div className={classes['bar']} role="group" aria-label={t('filters')}>
      {chosen.map(({ field, value }) => {
        const [name, text] = [labels.field(field), labels.value(field, value)];
        return (
          <UnstyledButton
            key={`${field} ${value}`}
            className={classes['chip'] ?? ''}
            data-on
            onClick={() => toggleFilter(field, value)}
            aria-label={t('removeFilter', { field: name, value: text })}
          >
            {name}: {text} <IconX size={12} aria-hidden />
          </UnstyledButton>
        );
      })}
      {shown.map((facet) => (
        <FacetButton key={facet.field} facet={facet} />
      ))}
      {offered.length > shownFacets && (
        <UnstyledButton className={classes['chip'] ?? ''} aria-expanded={all} onClick={() => setAll(!all)}>
          {t(all ? 'fewerFilters' : 'moreFilters')}
        </UnstyledButton>
      )}
      <SortMenu />
    </div>
  );
}

/** The chip alone until somebody opens it. */
function FacetButton({ facet }: { facet: Facet }): React.JSX.Element {
  const [isWanted, setWanted] = useState(false);
  if (isWanted) return <FacetMenu facet={facet} />;
  return <FacetChip facet={facet} aria-haspopup="dialog" aria-expanded={false} onClick={() => setWanted(true)} />;
}

/** One library holds everything: that says nothing. */
function isUseful({ field, values }: Facet): boolean {
  return values.length > (field === 'space' ? 1 : 0);
}

function rank(field: string): number {
  const place = firstFacets.indexOf(field);
  return place < 0 ? firstFacets.length : place;
}
