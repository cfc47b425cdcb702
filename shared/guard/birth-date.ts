import type { Chunk, Found } from './chunk';
import { nearestPerson } from './persons';

const month =
  '(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\\.?';
const written = `(?:\\d{1,2}[-/. ]\\d{1,2}[-/. ](?:19|20)\\d\\d|(?:19|20)\\d\\d[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}(?:e)?\\s+${month}\\s+(?:19|20)\\d\\d)`;
/** Dates as people write them, with a year of four digits. */
export const datePattern = new RegExp(`(?<![\\d./-])${written}(?![\\d/-])`, 'giu');

const birthBefore =
  /(?:(?<![\p{L}])(?:geboren|geboortedatum|geboortedag|geb\.?\s?-?datum|gebdat\p{L}*|geb\.?|date of birth|born)(?!\p{L})|\*)(?<between>[^\d]{0,40})$/iu;
const birthAfter = /^\s*(?:is |werd )?(?:zij |hij )?geboren(?!\p{L})/iu;
/** "Geboren na 1 januari 2005": a rule, not a person. */
const rule = /(?:^|\s)(?:na|voor|vóór|vanaf|tot|tussen|sinds)\s*$/iu;
const reach = 140;
const before = 70;

/** Dates that are said to be somebody's day of birth, with a name within reach. */
export function* findBirthDates({ text, persons }: Chunk): Generator<Found> {
  for (const { 0: date, index: start } of text.matchAll(datePattern)) {
    const end = start + date.length;
    const between = birthBefore.exec(text.slice(Math.max(0, start - before), start))?.groups?.['between'];
    const isBirth = between === undefined ? birthAfter.test(text.slice(end, end + 25)) : !rule.test(between);
    const year = Number(/(?:19|20)\d\d/.exec(date)?.[0]);
    // Who was born before 1925 is history.
    if (!isBirth || year < 1925) continue;
    const person = nearestPerson(persons, { start, end }, reach);
    if (person === null) continue;
    yield {
      kind: 'birth-date',
      reason: 'birth-date-near-name',
      sure: 'likely',
      start,
      end,
      hide: [
        { start, end },
        { start: person.start, end: person.end },
      ],
    };
  }
}
