import { useCallback } from 'react';
import { relationLabels } from '../../../../shared/messages/vocabulary';
import type { RelationKind } from '../../../../shared/model/relation';
import { useLanguage } from '../../../components/use-text';

/** How a relation reads from the item that is shown. */
export function useRelationLabel(): (kind: RelationKind, direction: 'out' | 'in') => string {
  const language = useLanguage();
  return useCallback(
    (kind, direction) => relationLabels[kind][direction === 'out' ? 'forward' : 'backward'][language],
    [language],
  );
}
