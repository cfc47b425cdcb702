import { useMemo } from 'react';
import { resultTexts } from '../../../shared/messages/ui/browse';
import { useLabels } from '../../components/labels';
import { useText } from '../../components/use-text';

/** Facets that are not fields of an item and so have their names here. */
const ownNames = { type: 'facetType', period: 'facetPeriod', space: 'facetSpace', conflicts: 'facetConflicts', textState: 'facetText' } as const;

export function useFacetLabels(): { field(key: string): string; value(field: string, value: string): string } {
  const t = useText(resultTexts);
  const labels = useLabels();
  return useMemo(
    () => ({
      field: (key) => (key in ownNames ? t(ownNames[key as keyof typeof ownNames]) : labels.field(key)),
      value: (field, value) => (field === 'conflicts' ? t('yes') : labels.value(field, value)),
    }),
    [t, labels],
  );
}
