import type { Text } from '../text';

export const importTexts = {
  dropTitle: { nl: 'Laat los om toe te voegen', en: 'Drop to add' },
  dropText: {
    nl: 'Raakvlak maakt een kopie in Mijn bibliotheek. De bestanden zelf blijven staan waar ze staan.',
    en: 'Raakvlak puts a copy in My library. The files themselves stay where they are.',
  },
  dropCount: { nl: '{n} bestanden of mappen', en: '{n} files or folders' },
  dropOne: { nl: '1 bestand of map', en: '1 file or folder' },
  noPaths: {
    nl: 'Dit kan Raakvlak niet toevoegen. Bewaar het eerst als bestand op uw computer en sleep dat bestand hierheen.',
    en: 'Raakvlak cannot add this. Save it as a file on your computer first, then drag that file here.',
  },

  doneTitle: { nl: 'Klaar met toevoegen', en: 'Finished adding' },
  stoppedTitle: { nl: 'Toevoegen gestopt', en: 'Adding was stopped' },
  failedTitle: { nl: 'Toevoegen is niet gelukt', en: 'Adding failed' },
  addedCount: { nl: '{n} toegevoegd', en: '{n} added' },
  knownCount: { nl: '{n} stond er al', en: '{n} already there' },
  knownCountMany: { nl: '{n} stonden er al', en: '{n} already there' },
  failedCount: { nl: '{n} niet gelukt', en: '{n} failed' },
  nothing: { nl: 'Er was niets om toe te voegen.', en: 'There was nothing to add.' },
  showReport: { nl: 'Verslag bekijken', en: 'View report' },
  openItem: { nl: 'Openen', en: 'Open' },

  reportTitle: { nl: 'Verslag van het toevoegen', en: 'Report of adding' },
  reportFailed: { nl: 'Niet gelukt ({n})', en: 'Failed ({n})' },
  reportFailedText: {
    nl: 'Deze bestanden zijn niet toegevoegd. De rest wel.',
    en: 'These files were not added. The others were.',
  },
  reportKnown: { nl: 'Stond er al ({n})', en: 'Already there ({n})' },
  reportKnownText: {
    nl: 'Dezelfde inhoud zat al in uw bibliotheek. Er is niets dubbel toegevoegd.',
    en: 'The same content was already in your library. Nothing was added twice.',
  },
  reportAdded: { nl: 'Toegevoegd ({n})', en: 'Added ({n})' },
  reportMore: { nl: 'en nog {n}', en: 'and {n} more' },
  reportCancelled: {
    nl: 'U hebt het toevoegen gestopt. Wat klaar was, is bewaard.',
    en: 'You stopped adding. What was finished has been kept.',
  },
  reportNone: {
    nl: 'Er is nog niets toegevoegd sinds Raakvlak is gestart.',
    en: 'Nothing has been added since Raakvlak started.',
  },
  reportFile: { nl: 'Bestand', en: 'File' },
  reportReason: { nl: 'Wat er is en wat u kunt doen', en: 'What happened and what you can do' },
  copyReport: { nl: 'Verslag kopiëren', en: 'Copy report' },
  copied: { nl: 'Gekopieerd', en: 'Copied' },
  close: { nl: 'Sluiten', en: 'Close' },
  cancel: { nl: 'Annuleren', en: 'Cancel' },

  pasteTitle: { nl: 'Tekst toevoegen', en: 'Add text' },
  pasteLabel: { nl: 'Tekst', en: 'Text' },
  pasteHint: {
    nl: 'Plak hier met Ctrl+V. De eerste regel wordt de titel.',
    en: 'Paste here with Ctrl+V. The first line becomes the title.',
  },
  pasteAdd: { nl: 'Toevoegen aan Mijn bibliotheek', en: 'Add to My library' },

  csvTitle: { nl: 'Tabel toevoegen', en: 'Add a table' },
  csvIntro: {
    nl: 'Elke rij van “{name}” wordt een item. Kies wat voor items het zijn en wat er in elke kolom staat.',
    en: 'Each row of “{name}” becomes an item. Choose what the items are and what each column holds.',
  },
  csvLoading: { nl: 'De tabel wordt gelezen…', en: 'Reading the table…' },
  csvType: { nl: 'Elke rij is een', en: 'Each row is a' },
  csvSheet: { nl: 'Blad', en: 'Sheet' },
  csvAsFile: { nl: 'Liever als bestand toevoegen', en: 'Rather add it as a file' },
  csvPartial: { nl: 'Ook rijen toevoegen waarin iets niet past', en: 'Also add rows in which something does not fit' },
  csvPartialText: {
    nl: 'Wat niet past, blijft dan leeg. Anders blijft de hele rij eruit.',
    en: 'What does not fit stays empty then. Otherwise the whole row stays out.',
  },
  csvUndo: { nl: 'Alles ongedaan maken', en: 'Undo all of it' },
  csvMapping: { nl: 'Wat staat er in elke kolom?', en: 'What does each column hold?' },
  csvColumn: { nl: 'Kolom in het bestand', en: 'Column in the file' },
  csvExample: { nl: 'Voorbeeld', en: 'Example' },
  csvField: { nl: 'Veld in Raakvlak', en: 'Field in Raakvlak' },
  csvFieldOf: { nl: 'Veld voor kolom {column}', en: 'Field for column {column}' },
  csvSkip: { nl: 'Niet overnemen', en: 'Leave out' },
  csvPreview: { nl: 'Zo worden de eerste rijen', en: 'What the first rows become' },
  csvPreviewText: { nl: '{n} rijen in totaal', en: '{n} rows in total' },
  csvRow: { nl: 'Rij', en: 'Row' },
  csvNoTitle: {
    nl: 'Kies bij één kolom “Titel”. Zonder titel kan een rij niet worden toegevoegd.',
    en: 'Choose “Title” for one column. A row without a title cannot be added.',
  },
  csvDouble: {
    nl: 'Het veld “{field}” is bij meer kolommen gekozen. Kies het één keer.',
    en: 'The field “{field}” is chosen for several columns. Choose it once.',
  },
  csvCellProblem: { nl: 'past niet in dit veld', en: 'does not fit this field' },
  csvMissingTitle: { nl: 'geen titel, blijft eruit', en: 'no title, stays out' },
  csvProblems: {
    nl: '{n} van deze rijen hebben iets om na te kijken.',
    en: '{n} of these rows have something to check.',
  },
  csvAdd: { nl: '{n} rijen toevoegen', en: 'Add {n} rows' },
  csvResult: { nl: '{n} rijen toegevoegd', en: '{n} rows added' },
  csvResultFailed: { nl: '{n} dingen om na te kijken', en: '{n} things to check' },
  csvKeptOut: {
    nl: 'Deze rijen zijn niet toegevoegd. Verbeter ze in uw bestand en voeg ze daarna toe.',
    en: 'These rows were not added. Correct them in your file and add them then.',
  },
  csvKeptPartly: {
    nl: 'Wat niet past, is leeg gebleven. Rijen zonder titel zijn niet toegevoegd.',
    en: 'What does not fit stayed empty. Rows without a title were not added.',
  },
  csvShow: { nl: 'Naar de lijst', en: 'Go to the list' },
} as const satisfies Record<string, Text>;
