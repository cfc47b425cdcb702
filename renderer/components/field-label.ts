import { useCallback } from 'react';
import type { Text } from '../../shared/messages/text';
import { itemTexts } from '../../shared/messages/ui/item';
import { useLabels } from './labels';
import { useLanguage } from './use-text';

const others: Readonly<Record<string, Text>> = {
  type: itemTexts.fieldType,
  file: itemTexts.fieldFile,
  relations: itemTexts.fieldRelations,
};

/** What a field is called, also those that no form shows. */
export function useFieldLabel(): (field: string) => string {
  const language = useLanguage();
  const labels = useLabels();
  return useCallback((field) => others[field]?.[language] ?? labels.field(field), [language, labels]);
}
