import type { ItemExportFormat } from '../../model/export';
import type { BulkPreview } from '../../model/insight';
import type { Text } from '../text';

/** Changing many items at once, with what it would do to each. */
export const bulkTexts = {
  title: { nl: '{n} items wijzigen', en: 'Change {n} items' },
  titleOne: { nl: '1 item wijzigen', en: 'Change 1 item' },
  field: { nl: 'Welk veld?', en: 'Which field?' },
  how: { nl: 'Wat doen?', en: 'What to do?' },
  set: { nl: 'Overal dezelfde waarde', en: 'The same value everywhere' },
  fill: { nl: 'Alleen invullen waar het leeg is', en: 'Fill in only where it is empty' },
  clear: { nl: 'Leegmaken', en: 'Make empty' },
  add: { nl: 'Een waarde erbij', en: 'Add a value' },
  remove: { nl: 'Een waarde eraf', en: 'Take a value away' },
  replace: { nl: 'Een waarde vervangen', en: 'Replace a value' },
  value: { nl: 'Waarde', en: 'Value' },
  by: { nl: 'Door', en: 'By' },
  yes: { nl: 'Ja', en: 'Yes' },
  no: { nl: 'Nee', en: 'No' },
  periodHint: { nl: 'Van en tot, zoals 2021/2024.', en: 'From and to, such as 2021/2024.' },
  wrong: { nl: 'Dit past niet in dit veld.', en: 'This does not fit this field.' },
  preview: { nl: 'Zo wordt het', en: 'What it becomes' },
  waiting: {
    nl: 'Vul een waarde in. Dan staat hier wat er verandert; er wordt nog niets gewijzigd.',
    en: 'Fill in a value. Then this tells what changes; nothing is changed yet.',
  },
  summary: {
    nl: '{changes} van de {all} items veranderen. De rest blijft zoals het is.',
    en: '{changes} of {all} items change. The rest stays as it is.',
  },
  nothing: { nl: 'Er verandert niets.', en: 'Nothing changes.' },
  item: { nl: 'Item', en: 'Item' },
  before: { nl: 'Nu', en: 'Now' },
  after: { nl: 'Straks', en: 'Then' },
  empty: { nl: '(leeg)', en: '(empty)' },
  more: { nl: 'En nog {n} items.', en: 'And {n} more items.' },
  apply: { nl: '{n} items wijzigen', en: 'Change {n} items' },
  applyOne: { nl: '1 item wijzigen', en: 'Change 1 item' },
  done: { nl: '{n} items gewijzigd', en: '{n} items changed' },
  doneOne: { nl: '1 item gewijzigd', en: '1 item changed' },
  cancel: { nl: 'Annuleren', en: 'Cancel' },
  loading: { nl: 'Voorbeeld wordt gemaakt', en: 'Making the preview' },
  untitled: { nl: 'Zonder titel', en: 'Untitled' },
} as const satisfies Record<string, Text>;

export const skippedLabels = {
  same: { nl: 'blijft gelijk', en: 'stays the same' },
  noSuchField: { nl: 'heeft dit veld niet', en: 'does not have this field' },
  invalid: { nl: 'past niet in dit veld', en: 'does not fit this field' },
} as const satisfies Record<NonNullable<BulkPreview['skipped']>, Text>;

/** Taking items out, for other programs. */
export const exportTexts = {
  title: { nl: 'Exporteren', en: 'Export' },
  all: { nl: 'Alles in uw bibliotheek, behalve de prullenbak.', en: 'Everything in your library but the bin.' },
  some: { nl: '{n} gekozen items.', en: '{n} chosen items.' },
  one: { nl: '1 gekozen item.', en: '1 chosen item.' },
  format: { nl: 'In welke vorm?', en: 'In which form?' },
  go: { nl: 'Plaats kiezen en exporteren…', en: 'Choose a place and export…' },
  cancel: { nl: 'Annuleren', en: 'Cancel' },
  close: { nl: 'Sluiten', en: 'Close' },
  busy: { nl: 'Bezig met exporteren', en: 'Exporting' },
  done: { nl: '{n} items staan in {path}', en: '{n} items are in {path}' },
  doneOne: { nl: '1 item staat in {path}', en: '1 item is in {path}' },
  fileName: { nl: 'raakvlak', en: 'raakvlak' },
} as const satisfies Record<string, Text>;

export const exportFormatLabels = {
  xlsx: {
    name: { nl: 'Excel (XLSX)', en: 'Excel (XLSX)' },
    text: { nl: 'Een blad per soort. Weer in te lezen.', en: 'A sheet for each kind. Can be read in again.' },
  },
  csv: {
    name: { nl: 'CSV', en: 'CSV' },
    text: { nl: 'Een tabel. Handig bij items van één soort.', en: 'A table. Handy for items of one kind.' },
  },
  json: {
    name: { nl: 'JSON', en: 'JSON' },
    text: {
      nl: 'Alles, ook de relaties; van de hele bibliotheek ook de geschiedenis.',
      en: 'Everything, relations too; of the whole library the history as well.',
    },
  },
  markdown: {
    name: { nl: 'Map met Markdown', en: 'Folder of Markdown' },
    text: {
      nl: 'Een leesbaar bestand per item, met de bestanden erbij. Kies een lege map.',
      en: 'A readable file for each item, with the files. Choose an empty folder.',
    },
  },
  ris: {
    name: { nl: 'RIS', en: 'RIS' },
    text: {
      nl: 'Onderzoeken en stukken, voor Zotero, EndNote of Mendeley.',
      en: 'Studies and documents, for Zotero, EndNote or Mendeley.',
    },
  },
  bibtex: {
    name: { nl: 'BibTeX', en: 'BibTeX' },
    text: { nl: 'Onderzoeken en stukken, voor LaTeX.', en: 'Studies and documents, for LaTeX.' },
  },
  'csl-json': {
    name: { nl: 'CSL-JSON', en: 'CSL-JSON' },
    text: {
      nl: 'Onderzoeken en stukken, voor citeerprogramma’s.',
      en: 'Studies and documents, for citation programs.',
    },
  },
  skos: {
    name: { nl: 'SKOS (begrippen)', en: 'SKOS (terms)' },
    text: { nl: 'De begrippenlijst, voor thesaurusprogramma’s.', en: 'The list of terms, for thesaurus programs.' },
  },
} as const satisfies Record<ItemExportFormat, { name: Text; text: Text }>;

/** Making a website of open spaces. */
export const siteDialogTexts = {
  title: { nl: 'Website maken', en: 'Make a website' },
  none: {
    nl: 'U hebt nog geen open ruimte. Alleen wat in een open ruimte staat, kan op een website.',
    en: 'You have no open space yet. Only what is in an open space can go on a website.',
  },
  newSpace: { nl: 'Nieuwe ruimte…', en: 'New space…' },
  intro: {
    nl: 'Raakvlak maakt gewone webpagina’s in een map. Iedereen die de map krijgt of bezoekt, kan ze lezen, ook zonder Raakvlak.',
    en: 'Raakvlak makes plain web pages in a folder. Whoever gets or visits the folder can read them, without Raakvlak too.',
  },
  spaces: { nl: 'Uit welke ruimten?', en: 'From which spaces?' },
  chooseSpace: { nl: 'Kies een ruimte.', en: 'Choose a space.' },
  readable: { nl: 'Dit wordt voor iedereen leesbaar', en: 'This becomes readable for everyone' },
  nothing: {
    nl: 'In deze ruimten staat nog niets dat op een website mag.',
    en: 'These spaces hold nothing yet that may go on a website.',
  },
  typeCount: { nl: '{n} {type}', en: '{n} {type}' },
  staysOut: { nl: 'Dit blijft eruit', en: 'This stays out' },
  drafts: { nl: '{n} concepten die niet gepubliceerd zijn', en: '{n} drafts that are not published' },
  persons: { nl: '{n} personen die geen toestemming gaven', en: '{n} people who did not agree' },
  files: {
    nl: 'de bestanden van {n} items; alleen hun gegevens gaan mee',
    en: 'the files of {n} items; only their details go along',
  },
  always: {
    nl: 'e-mailadressen, telefoonnummers, aantekeningen en alles uit besloten ruimten',
    en: 'e-mail addresses, phone numbers, annotations and all of closed spaces',
  },
  siteTitle: { nl: 'Naam van de website', en: 'Name of the website' },
  folder: { nl: 'Map', en: 'Folder' },
  noFolder: { nl: 'Nog geen map gekozen', en: 'No folder chosen yet' },
  chooseFolder: { nl: 'Map kiezen…', en: 'Choose folder…' },
  folderHint: {
    nl: 'Een lege map, of de map van de vorige keer: die wordt bijgewerkt.',
    en: 'An empty folder, or that of the last time: it is brought up to date.',
  },
  folderNeeded: { nl: 'Kies een map.', en: 'Choose a folder.' },
  make: { nl: 'Website maken', en: 'Make the website' },
  cancel: { nl: 'Annuleren', en: 'Cancel' },
  close: { nl: 'Sluiten', en: 'Close' },
  busy: { nl: 'De website wordt gemaakt', en: 'Making the website' },
  done: {
    nl: 'De website staat klaar, in {files} bestanden. Items die iedereen kan lezen: {records}.',
    en: 'The website is ready, in {files} files. Items that everyone can read: {records}.',
  },
  open: { nl: 'Openen in de browser', en: 'Open in the browser' },
  loading: { nl: 'Wat wordt leesbaar?', en: 'What becomes readable?' },
} as const satisfies Record<string, Text>;
