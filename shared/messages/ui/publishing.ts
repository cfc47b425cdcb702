import type { Text } from '../text';

/** What becomes readable when items go to a space. */
export const publishTexts = {
  leaves: {
    nl: 'Dit verlaat de besloten ruimte “{name}”. Het komt in haar logboek te staan.',
    en: 'This leaves the closed space “{name}”. It is put in its log.',
  },
  leavesNot: {
    nl: 'Dit staat in de besloten ruimte “{name}”. Alleen een coördinator kan het daarbuiten delen. Vraag het een coördinator.',
    en: 'This is in the closed space “{name}”. Only a coordinator can share it outside. Ask a coordinator.',
  },
  readers: { nl: 'Lezen nu mee: {names}', en: 'Reading along now: {names}' },
  readersNone: { nl: 'Er leest nu nog niemand anders mee.', en: 'Nobody else reads along yet.' },
  file: { nl: 'het bestand {name} ({size})', en: 'the file {name} ({size})' },
  pictureOne: { nl: '1 afbeelding', en: '1 picture' },
  pictures: { nl: '{n} afbeeldingen', en: '{n} pictures' },
  relationOne: { nl: '1 verband met wat al in de ruimte staat', en: '1 relation with what is in the space' },
  relations: { nl: '{n} verbanden met wat al in de ruimte staat', en: '{n} relations with what is in the space' },
  update: { nl: 'de kopie die er al is, wordt bijgewerkt', en: 'the copy that is there is brought up to date' },
  more: { nl: 'en nog {n} items', en: 'and {n} more items' },
  untitled: { nl: 'Zonder titel', en: 'Untitled' },
  working: { nl: 'Ook dit over het werk zelf?', en: 'This about the work itself, too?' },
  workingHint: { nl: 'Zonder vinkje blijft het achter.', en: 'Without a tick it stays behind.' },
  history: { nl: 'Eerdere versies ook meegeven ({n})', en: 'Give earlier versions along, too ({n})' },
  historyHint: {
    nl: 'Anderen kunnen dan teruglezen wat er eerder stond. Op naam van wie deelt.',
    en: 'Others can then read back what was there before. In the name of who shares.',
  },
  staysHistory: {
    nl: 'De geschiedenis blijft hier; anderen zien alleen hoe het nu is',
    en: 'The history stays here; others see only how it is now',
  },
  staysAnnotation: { nl: '1 aantekening blijft hier', en: '1 annotation stays here' },
  staysAnnotations: { nl: '{n} aantekeningen blijven hier', en: '{n} annotations stay here' },
  staysRelation: { nl: '1 verband met iets anders blijft hier', en: '1 relation with something else stays here' },
  staysRelations: {
    nl: '{n} verbanden met iets anders blijven hier',
    en: '{n} relations with something else stay here',
  },
} as const satisfies Record<string, Text>;
