import { useMemo } from 'react';
import { createTermFinder, type GlossaryTerm, type TermFinder } from '../../../shared/search/glossary';
import { useAsk } from '../../bridge/queries';

const none: readonly GlossaryTerm[] = [];

/** Finds the terms of the library's thesaurus in a text; nothing until they are there. */
export function useGlossary(): TermFinder {
  const terms = useAsk('terms.glossary', undefined).data ?? none;
  return useMemo(() => createTermFinder(terms), [terms]);
}
