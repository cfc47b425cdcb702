import { useState } from 'react';
import { firstOfAll } from '../../../state/first-of-all';
import type { FieldSpec } from '../../../../shared/model/field';
import { useAsk } from '../../../bridge/queries';
import { useListValues } from '../../../components/use-list-values';

interface Suggestions {
  readonly values: readonly string[];
  /** Call when the field gets the focus: what the library uses is asked only then. */
  ask(): void;
}

/** The values a field knows, and those the library already uses in it, most used first. */
export function useSuggestions({ key, facet, choices = [] }: FieldSpec): Suggestions {
  const [isAsked, setIsAsked] = useState(false);
  const facets = useAsk('items.facets', { query: firstOfAll }, { enabled: isAsked && facet === true }).data;
  const listed = useListValues(key);
  const used = facets?.find(({ field }) => field === key)?.values.map(({ value }) => value) ?? [];
  return { values: [...new Set([...choices, ...listed, ...used])], ask: () => setIsAsked(true) };
}
