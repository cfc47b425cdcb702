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
  policyPlan: { one: { nl: 'Beleidsplan', en: 'Policy plan' }, many: { nl: 'Beleidsplannen', en: 'Policy plans' } },
  focusPoint: { one: { nl: 'Speerpunt', en: 'Focus point' }, many: { nl: 'Speerpunten', en: 'Focus points' } },
  yearlyAction: {
    one: { nl: 'Jaaractie', en: 'Yearly action' },
    many: { nl: 'Jaaracties', en: 'Yearly actions' },
  },
  programmeLine: {
    one: { nl: 'Programmalijn', en: 'Programme line' },
    many: { nl: 'Programmalijnen', en: 'Programme lines' },
  },
  funding: { one: { nl: 'Budget', en: 'Funding' }, many: { nl: 'Budgetten', en: 'Funding' } },
  meeting: { one: { nl: 'Bijeenkomst', en: 'Meeting' }, many: { nl: 'Bijeenkomsten', en: 'Meetings' } },
  observation: { one: { nl: 'Cijfer', en: 'Figure' }, many: { nl: 'Cijfers', en: 'Figures' } },
  region: { one: { nl: 'Regio', en: 'Region' }, many: { nl: "Regio's", en: 'Regions' } },
  site: { one: { nl: 'Vestiging', en: 'Site' }, many: { nl: 'Vestigingen', en: 'Sites' } },
  governingBody: {
    one: { nl: 'Overlegorgaan', en: 'Governing body' },
    many: { nl: 'Overlegorganen', en: 'Governing bodies' },
  },
  transition: { one: { nl: 'Overstap', en: 'Transition' }, many: { nl: 'Overstappen', en: 'Transitions' } },
  targetGroup: { one: { nl: 'Doelgroep', en: 'Target group' }, many: { nl: 'Doelgroepen', en: 'Target groups' } },
  cause: { one: { nl: 'Oorzaak', en: 'Cause' }, many: { nl: 'Oorzaken', en: 'Causes' } },
  instrument: { one: { nl: 'Instrument', en: 'Instrument' }, many: { nl: 'Instrumenten', en: 'Instruments' } },
  legalFrame: {
    one: { nl: 'Wettelijk kader', en: 'Legal frame' },
    many: { nl: 'Wettelijke kaders', en: 'Legal frames' },
  },
  question: { one: { nl: 'Vraag', en: 'Question' }, many: { nl: 'Vragen', en: 'Questions' } },
  listValue: { one: { nl: 'Lijstwaarde', en: 'List value' }, many: { nl: 'Lijstwaarden', en: 'List values' } },
  collection: { one: { nl: 'Verzameling', en: 'Collection' }, many: { nl: 'Verzamelingen', en: 'Collections' } },
  annotation: { one: { nl: 'Aantekening', en: 'Annotation' }, many: { nl: 'Aantekeningen', en: 'Annotations' } },
} as const satisfies Record<ItemTypeName | 'annotation', { one: Text; many: Text }>;

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
