import type { Fate, LineageLink, YearLine } from '../../model/insight';
import type { Text } from '../text';

/** Yearly plans: a new year, and what differs from the year before. */
export const planTexts = {
  name: { nl: 'Jaarplannen', en: 'Yearly plans' },
  text: {
    nl: 'Kies een jaar: daarnaast staat wat er anders is dan het jaar ervoor.',
    en: 'Choose a year: beside it stands what differs from the year before.',
  },
  loading: { nl: 'Jaarplannen', en: 'Yearly plans' },
  failed: { nl: 'De plannen kunnen niet worden getoond', en: 'The plans cannot be shown' },
  retry: { nl: 'Opnieuw proberen', en: 'Try again' },
  region: { nl: 'Regio', en: 'Region' },
  everywhere: { nl: 'Alle', en: 'All' },
  noneTitle: { nl: 'Nog geen jaaracties', en: 'No yearly actions yet' },
  none: {
    nl: 'Maak een jaaractie bij een speerpunt. Daarna begint u hier een nieuw jaar.',
    en: 'Make a yearly action with a focus point. Then you begin a new year here.',
  },
  newAction: { nl: 'Jaaractie maken', en: 'Make a yearly action' },
  show: { nl: 'Vergelijking tonen', en: 'Show the comparison' },
  title: { nl: '{year} naast {before}', en: '{year} beside {before}' },
  newYear: { nl: 'Nieuw jaar…', en: 'New year…' },
  newYearOf: { nl: 'Nieuw jaar: {year}…', en: 'New year: {year}…' },
  newYearTitle: { nl: 'Jaarplan {year} beginnen', en: 'Begin yearly plan {year}' },
  newYearText: {
    nl: 'Deze acties van {before} zijn nog niet klaar. Kies wat meegaat. Elke actie begint opnieuw als gepland en verwijst naar de oude.',
    en: 'These actions of {before} are not finished. Choose what goes along. Each begins again as planned and points to the old one.',
  },
  nothingOpen: {
    nl: 'Alle acties van {before} zijn klaar, vervallen of al meegenomen.',
    en: 'All actions of {before} are done, dropped or carried over already.',
  },
  carry: { nl: '{n} meenemen naar {year}', en: 'Carry {n} over to {year}' },
  cancel: { nl: 'Annuleren', en: 'Cancel' },
  made: { nl: '{n} acties staan in {year}', en: '{n} actions are in {year}' },
  madeOne: { nl: '1 actie staat in {year}', en: '1 action is in {year}' },
  counts: {
    nl: '{added} nieuw · {changed} gewijzigd · {same} gelijk · {gone} niet meegenomen',
    en: '{added} new · {changed} changed · {same} the same · {gone} not carried over',
  },
  action: { nl: 'Actie', en: 'Action' },
  difference: { nl: 'Verschil', en: 'Difference' },
  status: { nl: 'Stand', en: 'Status' },
  before: { nl: 'In {year}', en: 'In {year}' },
  after: { nl: 'In {year}', en: 'In {year}' },
  changedFields: { nl: 'Gewijzigd: {fields}', en: 'Changed: {fields}' },
  nothingInYear: { nl: 'Geen acties in {year} en het jaar ervoor.', en: 'No actions in {year} and the year before.' },
  actionsOf: { nl: '{year}', en: '{year}' },
} as const satisfies Record<string, Text>;

export const yearStateLabels = {
  added: { nl: 'nieuw', en: 'new' },
  changed: { nl: 'gewijzigd', en: 'changed' },
  same: { nl: 'gelijk', en: 'the same' },
  dropped: { nl: 'niet meegenomen', en: 'not carried over' },
  done: { nl: 'gedaan', en: 'done' },
} as const satisfies Record<YearLine['state'], Text>;

/** The timeline of programmes and measures. */
export const timelineTexts = {
  name: { nl: 'Tijdlijn', en: 'Timeline' },
  intro: {
    nl: 'Wat hieraan voorafging, wat erbij hoort en wat ervan geworden is.',
    en: 'What came before, what belongs to it and what became of it.',
  },
  alone: {
    nl: 'Dit staat nog op zichzelf. Leg een relatie “volgt op” of “maakt deel uit van”, dan verschijnt hier de tijdlijn.',
    en: 'This stands alone yet. Add a relation “follows” or “is part of” and the timeline appears here.',
  },
  failed: { nl: 'De tijdlijn kan niet worden getoond', en: 'The timeline cannot be shown' },
  table: { nl: 'Tabel', en: 'Table' },
  picture: { nl: 'Tijdlijn', en: 'Timeline' },
  look: { nl: 'Wat wilt u zien?', en: 'What do you want to see?' },
  what: { nl: 'Wat', en: 'What' },
  years: { nl: 'Jaren', en: 'Years' },
  fate: { nl: 'Wat ervan werd', en: 'What became of it' },
  tied: { nl: 'Verband', en: 'Tie' },
  noYears: { nl: 'jaren onbekend', en: 'years unknown' },
  untitled: { nl: 'Zonder titel', en: 'Untitled' },
  now: { nl: 'nu', en: 'now' },
} as const satisfies Record<string, Text>;

export const fateLabels = {
  running: { nl: 'loopt', en: 'running' },
  followed: { nl: 'opgevolgd', en: 'followed' },
  continued: { nl: 'gecontinueerd', en: 'continued' },
  widened: { nl: 'verbreed', en: 'widened' },
  developed: { nl: 'doorontwikkeld', en: 'developed further' },
  embedded: { nl: 'geborgd', en: 'embedded' },
  stopped: { nl: 'gestopt', en: 'stopped' },
  idea: { nl: 'onderzoeksidee', en: 'idea to study' },
  unknown: { nl: 'onbekend', en: 'unknown' },
} as const satisfies Record<Fate, Text>;

export const tieLabels = {
  follows: { nl: 'volgt op {title}', en: 'follows {title}' },
  newVersionOf: { nl: 'nieuwe versie van {title}', en: 'new version of {title}' },
  replaces: { nl: 'vervangt {title}', en: 'replaces {title}' },
  basedOn: { nl: 'gebaseerd op {title}', en: 'based on {title}' },
  partOf: { nl: 'deel van {title}', en: 'part of {title}' },
} as const satisfies Record<LineageLink['kind'], Text>;
