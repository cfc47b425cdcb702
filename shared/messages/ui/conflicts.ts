import type { Text } from '../text';

/** The inbox of items with two versions. */
export const conflictListTexts = {
  title: { nl: 'Twee versies', en: 'Two versions' },
  text: {
    nl: 'Twee mensen wijzigden hetzelfde op hetzelfde moment. Alles is bewaard. Kies wat er blijft staan.',
    en: 'Two people changed the same thing at the same time. Everything is kept. Choose what stays.',
  },
  emptyTitle: { nl: 'Niets om te kiezen', en: 'Nothing to choose' },
  emptyText: {
    nl: 'Er zijn geen items met twee versies. Verschijnen ze wel, dan vindt u ze hier terug.',
    en: 'No item has two versions. When one does, you find it here.',
  },
  showAll: { nl: 'Alle items tonen', en: 'Show all items' },
  keys: { nl: 'Pijltjes: kiezen · F8: volgende', en: 'Arrows: choose · F8: next' },
  more: { nl: 'En nog {n}. Ze komen in beeld als u hier verder bent.', en: 'And {n} more. They appear as you go on.' },
  failed: { nl: 'De lijst kan niet worden getoond', en: 'The list cannot be shown' },
  retry: { nl: 'Opnieuw proberen', en: 'Try again' },
  untitled: { nl: 'Zonder titel', en: 'Untitled' },
} as const satisfies Record<string, Text>;

/** Choosing between the versions of a field. */
export const versionTexts = {
  introOne: {
    nl: 'Eén veld is door twee mensen tegelijk gewijzigd. Beide versies zijn bewaard. Wat u niet kiest, blijft in de geschiedenis.',
    en: 'One field was changed by two people at the same time. Both versions are kept. What you do not choose stays in the history.',
  },
  introMany: {
    nl: '{n} velden zijn door twee mensen tegelijk gewijzigd. Alle versies zijn bewaard. Wat u niet kiest, blijft in de geschiedenis.',
    en: '{n} fields were changed by two people at the same time. All versions are kept. What you do not choose stays in the history.',
  },
  notYours: {
    nl: '{why} Wie mag wijzigen, kiest wat blijft.',
    en: '{why} Those who may make changes choose what stays.',
  },
  none: { nl: 'Dit item heeft geen twee versies (meer).', en: 'This item has no two versions (any more).' },
  previous: { nl: 'Vorige', en: 'Previous' },
  next: { nl: 'Volgende', en: 'Next' },
  place: { nl: '{n} van {of}', en: '{n} of {of}' },
  version: { nl: 'Versie {n}', en: 'Version {n}' },
  shown: { nl: 'nu getoond', en: 'shown now' },
  you: { nl: 'U', en: 'You' },
  other: { nl: 'Ander apparaat', en: 'Another device' },
  empty: { nl: '(leeg)', en: '(empty)' },
  keep: { nl: 'Deze houden', en: 'Keep this one' },
  keepNamed: { nl: 'Versie {n} van {field} houden', en: 'Keep version {n} of {field}' },
  openFile: { nl: 'Openen', en: 'Open' },
  openFileNamed: { nl: 'Bestand van versie {n} openen: {name}', en: 'Open the file of version {n}: {name}' },
  reading: { nl: 'Versie die u leest', en: 'Version you are reading' },
  back: { nl: 'Terug naar kiezen', en: 'Back to choosing' },
  keepFiles: { nl: 'Beide houden', en: 'Keep both' },
  keepFilesText: {
    nl: 'Of houd ze allebei. Versie 1 blijft hier, versie 2 wordt een eigen item:',
    en: 'Or keep both. Version 1 stays here, version 2 becomes an item of its own:',
  },
  keepFilesMany: {
    nl: 'Of houd ze allemaal. Versie 1 blijft hier, de andere worden eigen items:',
    en: 'Or keep all. Version 1 stays here, the others become items of their own:',
  },
  titleOfVersion: { nl: '{title} (versie van {who})', en: '{title} (version of {who})' },
  quoted: { nl: '“{title}”', en: '“{title}”' },
  keptFiles: { nl: 'Beide bestanden zijn gehouden', en: 'Both files are kept' },
  union: { nl: 'Alles van beide houden', en: 'Keep everything of both' },
  unionText: { nl: 'Samen wordt het:', en: 'Together it becomes:' },
  merge: { nl: 'Samenvoegen…', en: 'Merge…' },
  mergeNamed: { nl: 'Versies van {field} samenvoegen', en: 'Merge versions of {field}' },
  mergeStop: { nl: 'Niet samenvoegen', en: 'Do not merge' },
  mergeText: {
    nl: 'Kies per verschil wat u wilt houden. Daaronder kunt u de tekst nog aanpassen.',
    en: 'Choose for each difference what to keep. Below you can still change the text.',
  },
  mergeMany: { nl: 'Maak hieronder één tekst van de versies.', en: 'Make one text of the versions below.' },
  difference: { nl: 'Verschil {n} van {of}', en: 'Difference {n} of {of}' },
  left: { nl: 'Versie 1', en: 'Version 1' },
  right: { nl: 'Versie 2', en: 'Version 2' },
  both: { nl: 'Beide', en: 'Both' },
  nothingHere: { nl: '(staat hier niet)', en: '(not in this one)' },
  result: { nl: 'De tekst die blijft', en: 'The text that stays' },
  keepMerged: { nl: 'Deze tekst bewaren', en: 'Keep this text' },
  onlyHere: { nl: 'Gemarkeerd: staat alleen in deze versie', en: 'Marked: only in this version' },
  resolved: { nl: 'Gekozen voor {field}', en: 'Chosen for {field}' },
  allDone: { nl: 'Alles is gekozen.', en: 'Everything has been chosen.' },
} as const satisfies Record<string, Text>;
