import type { CurationReason, DuplicateKind, DuplicateReason, OverlapReason, Verdict } from '../../model/insight';
import type { Text } from '../text';

/** Raakvlakken, duplicates and what wants a coordinator's eye. */
export const curatingTexts = {
  overlaps: { nl: 'Raakvlakken', en: 'Raakvlakken' },
  overlapsText: {
    nl: 'Wat raakt elkaar zonder het te weten? Oordeel met 1 (zelfde), 2 (raakt), 3 (vult aan) of 4 (nee).',
    en: 'What touches without knowing? Judge with 1 (same), 2 (touches), 3 (complements) or 4 (no).',
  },
  noOverlapsTitle: { nl: 'Niets om te beoordelen', en: 'Nothing to judge' },
  noOverlapsText: {
    nl: 'Er zijn geen projecten of maatregelen die elkaar raken en waar nog niemand over oordeelde.',
    en: 'No projects or measures touch each other that nobody has judged yet.',
  },
  itemOverlaps: { nl: 'Wat dit item raakt', en: 'What this item touches' },
  noneForItemTitle: { nl: 'Nog geen raakvlakken', en: 'No raakvlakken yet' },
  noneForItem: {
    nl: 'Vul doelgroepen, overstappen en doel in: daaraan herkent Raakvlak wat hierop lijkt.',
    en: 'Fill in target groups, transitions and aim: by those Raakvlak knows what is like this.',
  },
  notJudged: { nl: 'Nog niet beoordeeld', en: 'Not judged yet' },
  knownAlready: { nl: 'Kennen elkaar al', en: 'Know each other already' },
  judgedBefore: { nl: 'Beoordeeld', en: 'Judged' },
  related: { nl: 'Er is al een relatie', en: 'There is a relation already' },
  sameProgramme: { nl: 'Zit in hetzelfde programma', en: 'In the same programme' },
  disputed: { nl: 'Hierover zijn mensen het niet eens', en: 'People disagree about this' },
  judgePair: { nl: '{first} en {second}', en: '{first} and {second}' },
  judgeGroup: { nl: 'Wat zijn zij van elkaar?', en: 'What are they to each other?' },
  judged: { nl: 'Oordeel bewaard', en: 'Judgement kept' },
  strength: { nl: 'Sterkte {n} van 100', en: 'Strength {n} of 100' },
  ended: { nl: 'tot {year}', en: 'until {year}' },
  duplicates: { nl: 'Dubbele items', en: 'Duplicates' },
  duplicatesText: {
    nl: 'Items die twee keer in de bibliotheek staan, en versies van één stuk.',
    en: 'Items that are in the library twice, and versions of one text.',
  },
  noDuplicatesTitle: { nl: 'Niets staat er dubbel in', en: 'Nothing is here twice' },
  noDuplicatesText: {
    nl: 'Raakvlak vergelijkt bestanden, DOI, ISBN, titels en teksten.',
    en: 'Raakvlak compares files, DOI, ISBN, titles and texts.',
  },
  rules: { nl: 'Regels…', en: 'Rules…' },
  'rule-identifiers': { nl: 'Zelfde bestand, DOI of ISBN', en: 'Same file, DOI or ISBN' },
  'rule-titles': { nl: 'Titels en auteurs die lijken', en: 'Titles and authors alike' },
  'rule-texts': { nl: 'Teksten die lijken', en: 'Texts alike' },
  'rule-versions': { nl: 'Versies van één stuk', en: 'Versions of one text' },
  ruleStrictness: { nl: 'Hoeveel moet lijken?', en: 'How much must be alike?' },
  'rule-strict': { nl: 'Veel: alleen wat bijna zeker is', en: 'Much: only what is nearly certain' },
  'rule-normal': { nl: 'Gewoon', en: 'Normal' },
  'rule-wide': { nl: 'Weinig: ook wat misschien is', en: 'Little: also what may be' },
  confirm: { nl: 'Klopt nog', en: 'Still right' },
  confirmOf: { nl: 'Klopt nog: {title}', en: 'Still right: {title}' },
  confirmed: { nl: 'Nagekeken op vandaag: {title}', en: 'Confirmed today: {title}' },
  merge: { nl: 'Samenvoegen', en: 'Merge' },
  notDuplicate: { nl: 'Niet dubbel', en: 'Not a duplicate' },
  makeVersion: { nl: 'Wel een versie', en: 'A version' },
  mergeTitle: { nl: 'Twee items samenvoegen', en: 'Merge two items' },
  mergeText: {
    nl: 'Kies per veld wat blijft. Het andere item gaat naar de prullenbak; wie het opent, komt hier uit. U kunt dit ongedaan maken.',
    en: 'Choose for each field what stays. The other item goes to the bin; who opens it ends up here. You can undo this.',
  },
  mergeKeep: { nl: 'Dit item blijft', en: 'This item stays' },
  mergeNoFields: {
    nl: 'De velden verschillen niet. Labels en relaties komen bij elkaar.',
    en: 'No fields differ. Tags and relations are put together.',
  },
  keepBoth: { nl: 'Beide, na elkaar', en: 'Both, one after the other' },
  empty: { nl: '(leeg)', en: '(empty)' },
  file: { nl: 'Bestand', en: 'File' },
  cancel: { nl: 'Annuleren', en: 'Cancel' },
  curating: { nl: 'Na te kijken', en: 'To look over' },
  curatingText: {
    nl: 'Records die nieuw, onvolledig of verouderd zijn, of waar iets mee is.',
    en: 'Records that are new, incomplete or out of date, or have something odd.',
  },
  queueFilter: { nl: 'Toon', en: 'Show' },
  everything: { nl: 'Alles', en: 'Everything' },
  nothingToDoTitle: { nl: 'Alles is nagekeken', en: 'All looked over' },
  nothingToDoText: { nl: 'Er is nu niets dat uw aandacht vraagt.', en: 'Nothing wants your attention now.' },
  missing: { nl: 'mist: {fields}', en: 'lacks: {fields}' },
  confirmedAt: { nl: 'nagekeken: {date}', en: 'confirmed: {date}' },
  openFates: { nl: 'Wat is hiervan geworden?', en: 'What became of these?' },
  notes: { nl: 'Let op bij de gegevens', en: 'Notes on the data' },
  partsMissing: {
    nl: 'De bron kondigt {announced} onderdelen aan, er staan er {found}.',
    en: 'The source announces {announced} parts, {found} are listed.',
  },
  twoFigures: { nl: '{indicator}, {year}: {values}', en: '{indicator}, {year}: {values}' },
  noSource: { nl: 'Er staat geen bron bij.', en: 'No source is given.' },
  wrongOrder: { nl: 'Begint eerder dan wat het opvolgt.', en: 'Begins before what it follows.' },
  more: { nl: 'Meer tonen', en: 'Show more' },
  failed: { nl: 'De lijst kan niet worden getoond', en: 'The list cannot be shown' },
  retry: { nl: 'Opnieuw proberen', en: 'Try again' },
  untitled: { nl: 'Zonder titel', en: 'Untitled' },
} as const satisfies Record<string, Text>;

export const verdictLabels = {
  same: { nl: 'Zelfde', en: 'Same' },
  touches: { nl: 'Raakt', en: 'Touches' },
  complements: { nl: 'Vult aan', en: 'Complements' },
  version: { nl: 'Is een versie', en: 'Is a version' },
  no: { nl: 'Nee', en: 'No' },
} as const satisfies Record<Verdict, Text>;

export const overlapReasonLabels = {
  concept: { nl: 'begrip', en: 'concept' },
  text: { nl: 'woorden', en: 'words' },
  transition: { nl: 'overstap', en: 'transition' },
  targetGroup: { nl: 'doelgroep', en: 'target group' },
  instrument: { nl: 'instrument', en: 'instrument' },
  cause: { nl: 'oorzaak', en: 'cause' },
  line: { nl: 'lijn', en: 'line' },
  party: { nl: 'partij', en: 'party' },
  region: { nl: 'regio', en: 'region' },
  lineage: { nl: 'zet voort', en: 'continues' },
} as const satisfies Record<OverlapReason['facet'], Text>;

export const duplicateKindLabels = {
  exact: { nl: 'Precies hetzelfde', en: 'Exactly the same' },
  near: { nl: 'Waarschijnlijk hetzelfde', en: 'Probably the same' },
  version: { nl: 'Versies van één stuk', en: 'Versions of one text' },
} as const satisfies Record<DuplicateKind, Text>;

export const duplicateReasonLabels = {
  file: { nl: 'zelfde bestand', en: 'same file' },
  doi: { nl: 'zelfde DOI', en: 'same DOI' },
  isbn: { nl: 'zelfde ISBN', en: 'same ISBN' },
  title: { nl: 'titel lijkt', en: 'title is alike' },
  authors: { nl: 'zelfde auteurs', en: 'same authors' },
  text: { nl: 'tekst lijkt', en: 'text is alike' },
  versionMark: { nl: 'andere versie genoemd', en: 'another version is named' },
  years: { nl: 'andere jaren', en: 'other years' },
} as const satisfies Record<DuplicateReason['kind'], Text>;

export const curationReasonLabels = {
  leftover: { nl: 'Gewijzigd na samenvoegen', en: 'Changed after merging' },
  new: { nl: 'Nieuw', en: 'New' },
  incomplete: { nl: 'Onvolledig', en: 'Incomplete' },
  stale: { nl: 'Verouderd', en: 'Out of date' },
  proposed: { nl: 'Heeft voorstellen', en: 'Has proposals' },
  quality: { nl: 'Let op bij de gegevens', en: 'Note on the data' },
} as const satisfies Record<CurationReason, Text>;
