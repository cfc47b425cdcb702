import { useMemo } from 'react';
import { resultTexts } from '../../../shared/messages/ui/browse';
import { useLabels } from '../../components/labels';
import { useSpaceName } from '../../components/use-spaces';
import { useText } from '../../components/use-text';

/** Facets that are not fields of an item and so have their names here. */
const ownNames = {
  type: 'facetType',
  space: 'facetSpace',
  conflict: 'facetConflicts',
  textState: 'facetText',
  fileKind: 'facetFile',
} as const;
const textStates = {
  searchable: 'textSearchable',
  pending: 'reasonPending',
  elsewhere: 'reasonElsewhere',
  scan: 'reasonScan',
  empty: 'reasonEmpty',
  failed: 'reasonOther',
  none: 'textNone',
} as const;

export function useFacetLabels(): { field(key: string): string; value(field: string, value: string): string } {
  const t = useText(resultTexts);
  const labels = useLabels();
  const spaceName = useSpaceName();
  return useMemo(
    () => ({
      field: (key) => (key in ownNames ? t(ownNames[key as keyof typeof ownNames]) : labels.field(key)),
      value: (field, value) => {
        if (field === 'space') return spaceName(value);
        if (field === 'conflict') return t('yes');
        return field === 'textState' && value in textStates
          ? t(textStates[value as keyof typeof textStates])
          : labels.value(field, value);
      },
    }),
    [t, labels, spaceName],
  );
}
