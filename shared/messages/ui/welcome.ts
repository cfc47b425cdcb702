import type { Text } from '../text';

export const welcomeTexts = {
  title: { nl: 'Welkom bij Raakvlak', en: 'Welcome to Raakvlak' },
  what: {
    nl: 'Raakvlak is uw bibliotheek met projecten, onderzoeken en teksten over voortijdig schoolverlaten. U zoekt en leest alles op uw eigen computer, ook zonder internet.',
    en: 'Raakvlak is your library of projects, studies and texts on early school leaving. You search and read everything on your own computer, also without internet.',
  },
  language: { nl: 'Taal', en: 'Language' },
  about: { nl: 'Wie bent u?', en: 'Who are you?' },
  aboutText: {
    nl: 'U mag dit leeg laten. Anderen zien uw naam pas als u met hen deelt.',
    en: 'You may leave this empty. Others see your name only when you share with them.',
  },
  name: { nl: 'Naam', en: 'Name' },
  organisation: { nl: 'Organisatie', en: 'Organisation' },
  role: { nl: 'Functie', en: 'Role' },
  rolePlaceholder: { nl: 'Zoals mentor', en: 'Such as mentor' },
  start: { nl: 'Waar wilt u mee beginnen?', en: 'What do you want to start with?' },
  sample: { nl: 'Voorbeeldbibliotheek', en: 'Sample library' },
  sampleText: {
    nl: 'Kijk rond met voorbeelden van projecten, onderzoeken en bestanden uit drie regio’s. U kunt ze later weggooien.',
    en: 'Look around with sample projects, studies and files from three regions. You can bin them later.',
  },
  empty: { nl: 'Leeg beginnen', en: 'Start empty' },
  emptyText: {
    nl: 'Voeg meteen uw eigen bestanden en mappen toe.',
    en: 'Add your own files and folders straight away.',
  },
  haveSheet: { nl: 'Ik heb een herstelblad', en: 'I have a recovery sheet' },
  begin: { nl: 'Beginnen', en: 'Start' },
  beginning: { nl: 'De voorbeelden worden klaargezet…', en: 'Preparing the samples…' },
  progress: { nl: '{done} van {total}', en: '{done} of {total}' },
  failed: { nl: 'Dit ging niet goed', en: 'Something went wrong' },
  startEmpty: { nl: 'Toch leeg beginnen', en: 'Start empty instead' },
} as const satisfies Record<string, Text>;
