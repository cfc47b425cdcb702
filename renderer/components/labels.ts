import { useMemo } from 'react';
import { fieldLabels } from '../../shared/messages/fields';
import type { Text } from '../../shared/messages/text';
import { typeGroupLabels, typeLabels } from '../../shared/messages/types';
import { choiceLabel } from '../../shared/messages/vocabulary';
import { useLanguage } from './use-text';

/** Names of types, fields and values as people read them; what has no name here is shown as it is written. */
export interface Labels {
  type(name: string): string;
  group(name: string): string;
  field(key: string): string;
  value(field: string, value: string): string;
}

export function useLabels(): Labels {
  const language = useLanguage();
  return useMemo(() => {
    const of = (texts: Readonly<Record<string, Text | undefined>>, key: string): string =>
      texts[key]?.[language] ?? key;
    const type = (name: string): string =>
      (typeLabels as Readonly<Record<string, { one: Text } | undefined>>)[name]?.one[language] ?? name;
    return {
      type,
      group: (name) => of(typeGroupLabels, name),
      field: (key) => of(fieldLabels, key),
      value: (field, value) => (field === 'type' ? type(value) : choiceLabel(field, value, language)),
    };
  }, [language]);
}
