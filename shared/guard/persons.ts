import type { Span } from './finding';
import { isClearGivenName, givenNames } from './given-names';
import { familyWord, pupilWord, roleWord } from './words';

/** A person that a text names. */
export interface NamedPerson extends Span {
  /** With what they do for work: not the sort of person this library must not know. */
  readonly atWork: boolean;
  /** As a pupil, a student or somebody's child. */
  readonly asPupil: boolean;
}

const between = "(?:(?:van|von|de|den|der|het|ten|ter|te|el|al|ben|da|dos|d'|in 't|op de|'t)\\s+){0,3}";
const capital = "\\p{Lu}[\\p{Ll}'’]+(?:-\\p{Lu}?\\p{Ll}+)?";
const labelled =
  '(?:[Ll]eerlinge?|[Ss]tudente?|[Dd]eelnemer|[Jj]ongere|[Kk]andidaat|[Zz]oon|[Dd]ochter|[Cc]liënt|[Kk]ind)';
const patterns = {
  /** Sanne */
  given: new RegExp(`(?<![\\p{L}\\d@._-])${capital}(?![\\p{L}\\d@])`, 'gu'),
  /** J. van den Berg */
  initials: new RegExp(`(?<![\\p{L}\\d.])(?:\\p{Lu}\\.[ ]?){1,4}${between}${capital}(?![\\p{L}\\d@])`, 'gu'),
  /** mevrouw Smit */
  honorific: new RegExp(
    `(?<![\\p{L}])(?:[Dd]e heer|[Mm]evr(?:ouw|\\.)|[Mm]eneer|[Dd]hr\\.|[Mm]w\\.)\\s+(?:\\p{Lu}\\.\\s?){0,3}${between}${capital}`,
    'gu',
  ),
  /** naam: Xantha Yq; leerling Xantha */
  label: new RegExp(
    `(?<![\\p{L}-])(?:(?:[Vv]oor|[Aa]chter|[Rr]oep)?[Nn]aam(?:\\s+${labelled})?\\s*[:=]\\s*|${labelled}(?:\\s*[:=]\\s*|\\s))(${capital}(?:\\s+${between}${capital})?)`,
    'gu',
  ),
} as const;

/** After a given name: de Vries, El Idrissi, Jansen */
const familyName = new RegExp(`^\\s+((?:El |Van )?${between}${capital})`, 'u');
const longestFamilyName = 60;
const street =
  /(?:straat|laan|weg|plein|gracht|kade|dijk|singel|school|college|hof|centrum|huis|stichting|groep|gemeente|regio|team)$/iu;
/** After "leerling" or "student" at the start of a name of something else. */
const noName =
  /^(?:Het|De|Een|Van|Voor|Met|Naam|Klas|Vo|Mbo|Hbo|Start|Team|School|Bsn|Centraal|Leerling|Student|Geboren|Achternaam|Voornaam|Mentor|Datum|Geb)$/u;

const roleBefore = new RegExp(
  `(?<![\\p{L}])${roleWord}(?:\\s+(?:de heer|mevrouw|dr\\.|drs\\.|mw\\.|dhr\\.))?[:,]?\\s*(?:\\()?$`,
  'iu',
);
const roleAfter = new RegExp(`^\\s*[,(:–-]\\s*(?:de |een )?${roleWord}(?![\\p{L}])`, 'iu');
const pupilBefore = new RegExp(
  `(?<![\\p{L}])(?:${pupilWord}|${familyWord}\\s+van|${familyWord})(?:\\s+(?:is|heet|van|genaamd))?\\s*[:,]?\\s*(?:de heer |mevrouw )?$`,
  'iu',
);
/** De Linde, het Roos: names of schools. */
const afterArticle = /(?:^|\s)(?:de|het|'t)\s$/iu;
const citedAfter = /^[^\p{L}\d]{0,4}\((?:19|20)\d\d\)/u;
const roleReach = 45;

/** Everybody whom the text names, in order, without overlaps. */
export function findPersons(text: string): readonly NamedPerson[] {
  const found: Span[] = [];
  for (const { 0: first, index } of text.matchAll(patterns.given)) {
    if (!givenNames.has(first.toLowerCase()) || afterArticle.test(text.slice(Math.max(0, index - 5), index))) continue;
    const end = index + first.length;
    const last = familyName.exec(text.slice(end, end + longestFamilyName))?.[0];
    if (last !== undefined && !street.test(last)) found.push({ start: index, end: end + last.length });
    else if (isClearGivenName(first)) found.push({ start: index, end });
  }
  for (const pattern of [patterns.initials, patterns.honorific])
    for (const { 0: all, index } of text.matchAll(pattern))
      if (!street.test(all)) found.push({ start: index, end: index + all.length });
  for (const { 0: all, 1: name = '', index } of text.matchAll(patterns.label))
    if (!noName.test(name.split(/\s/)[0] ?? '') && !street.test(name))
      found.push({ start: index + all.length - name.length, end: index + all.length });
  return withoutOverlaps(found)
    .filter(({ end }) => !citedAfter.test(text.slice(end, end + 12)))
    .map((span) => describe(text, span));
}

function withoutOverlaps(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const span of sorted) {
    const before = kept.at(-1);
    if (before === undefined || span.start >= before.end) kept.push(span);
    else if (span.end > before.end) kept[kept.length - 1] = { start: before.start, end: span.end };
  }
  return kept;
}

function describe(text: string, { start, end }: Span): NamedPerson {
  const before = text.slice(Math.max(0, start - roleReach), start);
  const after = text.slice(end, end + roleReach);
  return {
    start,
    end,
    atWork: roleBefore.test(before) || roleAfter.test(after),
    asPupil: pupilBefore.test(before),
  };
}

/** The nearest person within `reach` characters of a place, on either side. */
export function nearestPerson(
  persons: readonly NamedPerson[],
  { start, end }: Span,
  reach: number,
): NamedPerson | null {
  let nearest: NamedPerson | null = null;
  let least = reach + 1;
  for (const person of persons) {
    const distance = person.end <= start ? start - person.end : person.start >= end ? person.start - end : 0;
    if (distance < least) [nearest, least] = [person, distance];
  }
  return nearest;
}
