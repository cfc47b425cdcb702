import type { Text } from './text';

/** Words that stand in an exported draft. */
export const exportTexts = {
  sources: { nl: 'Literatuur', en: 'References' },
  readingNote: { nl: 'Leesnotitie: {title}', en: 'Reading note: {title}' },
  image: { nl: 'Afbeelding: {alt}', en: 'Picture: {alt}' },
  page: { nl: 'pagina', en: 'page' },
  of: { nl: 'van', en: 'of' },
} as const satisfies Record<string, Text>;
