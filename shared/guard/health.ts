import type { Chunk, Found } from './chunk';
import type { Span } from './finding';
import type { NamedPerson } from './persons';
import { workWord } from './words';

/** What is said of a person and of nobody else: an illness, a state, absence, measures of youth care. */
const condition = new RegExp(
  `(?<![\\p{L}])(?:${[
    'ziek(?:gemeld|te)?',
    'adhd',
    'add',
    'ass',
    'autis(?:me|tisch)',
    'pdd-?nos',
    'ptss',
    'epilepsie',
    'astma',
    'diabetes',
    'kanker',
    'depressief',
    'depressies?',
    'psychos\\p{L}*',
    'psychotisch',
    '\\p{L}{0,20}stoornis\\p{L}{0,10}',
    'anorexia',
    'boulimia',
    'borderline',
    'dysle(?:xie|ctisch)',
    'dyscalculie',
    'burn-?out\\p{L}*',
    'overspannen',
    'zwanger\\p{L}*',
    'verslaafd',
    'verslaving',
    'drugs\\p{L}*',
    'drank\\p{L}*',
    'blowt',
    'medicatie',
    'medicijnen',
    'antidepressiva',
    'psychiater',
    'kliniek',
    'suïcid\\p{L}*',
    'zelfmoord\\p{L}*',
    'zelfbeschadiging',
    'verwondt?',
    'ggz',
    'jeugdzorg',
    'jeugdbescherming',
    'onder ?toezicht\\p{L}*',
    'voogdij',
    'gedetineerd',
    'detentie',
    'trauma\\p{L}*',
    'zit(?:ten)?\\s[^.;]{0,40}?thuis',
    'thuis ?zit(?:ter)?',
    'afwezig',
    'absent',
    'spijbel(?:t|de|en)?',
    'verzuimt',
    'verzuimde',
    'ongeoorloofd',
    '(?:uur|uren|dagen) verzuim',
    '(?:wegens|vanwege|door) (?:\\p{L}+ )?verzuim',
    'gemeld bij leerplicht',
    'proces-verbaal',
    'geschorst',
    'arbeidsongeschikt',
    'te laat',
    'handicap',
    'niet (?:meer )?(?:op|naar) school',
    'gehandicapt',
    'overgewicht',
    'mishandel\\p{L}*',
    'misbruik\\p{L}*',
  ].join('|')})(?![\\p{L}])`,
  'giu',
);
const work = new RegExp(`(?<![\\p{L}])${workWord}(?![\\p{L}])`, 'iu');
const minutes = /(?:aan|af)wezig(?: met (?:bericht|kennisgeving))?\s*:/iu;
/** Sentences that go on about whoever was named in the one before. */
const goesOn = /^\s*(?:zij|ze|hij|haar|zijn|reden|diagnose|oorzaak|bijzonderheden|verzuim|toelichting)(?![\p{L}])/iu;
const longest = 400;

/** Sentences that name a person, not at work, and say something of their health, absence or care. */
export function* findHealth({ text, persons }: Chunk): Generator<Found> {
  let before: readonly NamedPerson[] = [];
  for (const sentence of sentencesOf(text)) {
    const inside = persons.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
    const words = text.slice(sentence.start, sentence.end);
    const about = inside.length > 0 ? inside : goesOn.test(words) ? before : [];
    before = about;
    const subject = about.filter((person) => isSubject(person, words));
    const [first] = subject;
    const said = first === undefined || minutes.test(words) ? undefined : words.matchAll(condition).next().value;
    if (first === undefined || said === undefined) continue;
    const start = sentence.start + said.index;
    yield {
      kind: 'health',
      reason: 'health-near-name',
      sure: first.asPupil ? 'likely' : 'possible',
      start: Math.min(start, first.start),
      end: Math.max(start + said[0].length, first.end),
      hide: subject.map((person) => ({ start: person.start, end: person.end })),
    };
  }
}

function isSubject({ asPupil, atWork }: NamedPerson, sentence: string): boolean {
  return asPupil || (!atWork && !work.test(sentence));
}

/** Sentences, lines of a table and of a form; a point after an initial or an abbreviation ends none. */
function* sentencesOf(text: string): Generator<Span> {
  let start = 0;
  for (const { 0: sign, index } of text.matchAll(
    /(?<![\p{Lu}]|(?<!\p{L})(?:dhr|mw|mevr|drs?|ir|ing|nr|jl|d|o|a|c|ca|bijv|geb|tel))\.(?=\s)|[!?](?=\s)|\n/gu,
  )) {
    const end = index + sign.length;
    if (end - start > longest * 4) start = end - longest * 4;
    if (text.slice(start, end).trim() !== '') yield { start, end };
    start = end;
  }
  if (text.slice(start).trim() !== '') yield { start, end: text.length };
}
