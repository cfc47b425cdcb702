import type { ItemType } from '../model/item-type';
import type { ItemTypeName } from '../model/types';
import type { Text } from './text';

/** What each type of item is called, one of them and several. */
export const typeLabels = {
  project: { one: { nl: 'Project', en: 'Project' }, many: { nl: 'Projecten', en: 'Projects' } },
  study: { one: { nl: 'Onderzoek', en: 'Study' }, many: { nl: 'Onderzoeken', en: 'Studies' } },
  draft: { one: { nl: 'Concept', en: 'Draft' }, many: { nl: 'Concepten', en: 'Drafts' } },
  document: { one: { nl: 'Document', en: 'Document' }, many: { nl: 'Documenten', en: 'Documents' } },
  programme: { one: { nl: 'Programma', en: 'Programme' }, many: { nl: "Programma's", en: 'Programmes' } },
  measure: { one: { nl: 'Maatregel', en: 'Measure' }, many: { nl: 'Maatregelen', en: 'Measures' } },
  organisation: { one: { nl: 'Organisatie', en: 'Organisation' }, many: { nl: 'Organisaties', en: 'Organisations' } },
  person: { one: { nl: 'Persoon', en: 'Person' }, many: { nl: 'Personen', en: 'People' } },
  term: { one: { nl: 'Begrip', en: 'Term' }, many: { nl: 'Begrippen', en: 'Terms' } },
  collection: { one: { nl: 'Verzameling', en: 'Collection' }, many: { nl: 'Verzamelingen', en: 'Collections' } },
} as const satisfies Record<ItemTypeName, { one: Text; many: Text }>;

/** The headings of the sidebar, each for one or more types. */
export const typeGroupLabels = {
  projects: { nl: 'Projecten', en: 'Projects' },
  studies: { nl: 'Onderzoeken', en: 'Studies' },
  drafts: { nl: 'Concepten', en: 'Drafts' },
  documents: { nl: 'Documenten', en: 'Documents' },
  programmes: { nl: "Programma's en maatregelen", en: 'Programmes and measures' },
  people: { nl: 'Wie is wie', en: "Who's who" },
  terms: { nl: 'Begrippen', en: 'Terms' },
  collections: { nl: 'Verzamelingen', en: 'Collections' },
} as const satisfies Record<ItemType['group'], Text>;
