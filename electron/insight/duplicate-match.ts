import type { DuplicateKind, DuplicatePair, DuplicateReason, DuplicateRules } from '../../shared/model/insight';
import type { Fingerprint } from './fingerprint';
import { likeness } from './text-sketch';
import { nameLikeness } from './title-mark';

export type Match = Pick<DuplicatePair, 'kind' | 'score' | 'reasons' | 'newer'>;

interface Evidence {
  readonly title: number;
  /** null when one of the two names none. */
  readonly authors: number | null;
  readonly contained: number;
  readonly alike: number;
  readonly lengths: number;
  /** The two say that they are different versions. */
  readonly versionMark: boolean;
  /** They are of different years, by their titles or their periods. */
  readonly otherYears: boolean;
}

/** A text is the same or it is not: below this share of the longer one, it is a part of it and no second copy. */
const leastLengths = 0.3;
/** How much more alike two texts must be when the titles have nothing in common: other people's words are quoted too. */
const strangersText = 0.12;
const alikeTitle = 0.6;
/** `Leerlingen in het vo` and `Leerlingen in het vso` are two things. */
const leastName = 0.93;
/** Names as short as this (letters) prove nothing by themselves. */
const shortName = 9;

/** Whether two items are the same thing, or versions of it; null when they are not. */
export function matchOf(a: Fingerprint, b: Fingerprint, rules: DuplicateRules): Match | null {
  if (a.family !== b.family) return null;
  const evidence = evidenceOf(a, b);
  const reasons = reasonsOf(a, b, evidence);
  const identical = rules.identifiers && isIdentical(reasons, evidence);
  const sameText = rules.texts && !a.isNamed && isSameText(evidence, rules);
  const sameTitle = rules.titles && isSameTitle(a, b, evidence, rules);
  if (!identical && !sameText && !sameTitle) {
    const family = rules.versions && isFamily(a, b, evidence, rules);
    return family ? made('version', evidence.title, reasons, newerOf(a, b)) : null;
  }
  const score = identical ? 1 : Math.max(sameText ? evidence.contained : 0, sameTitle ? evidence.title : 0);
  if (!identical && rules.versions && (evidence.versionMark || evidence.otherYears))
    return made('version', score, reasons, newerOf(a, b));
  return made(identical ? 'exact' : 'near', score, reasons, null);
}

function made(kind: DuplicateKind, score: number, reasons: readonly DuplicateReason[], newer: Match['newer']): Match {
  return { kind, score, reasons, newer };
}

function evidenceOf(a: Fingerprint, b: Fingerprint): Evidence {
  const text = a.sketch === null || b.sketch === null ? null : likeness(a.sketch, b.sketch);
  const years = (each: Fingerprint): string =>
    (each.title.years.length > 0 ? each.title.years : [each.years?.from ?? 0, each.years?.to ?? 0]).join(' ');
  const bothDated = [a, b].every((each) => each.title.years.length > 0 || each.years !== null);
  return {
    title: nameLikeness(a.title.name, b.title.name),
    authors: a.authors.size === 0 || b.authors.size === 0 ? null : sharedPart(a.authors, b.authors),
    contained: text?.contained ?? 0,
    alike: text?.alike ?? 0,
    lengths: text?.lengths ?? 0,
    versionMark: a.title.stage !== b.title.stage || a.title.version !== b.title.version,
    otherYears: bothDated && years(a) !== years(b),
  };
}

function sharedPart(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((each) => b.has(each)).length / Math.min(a.size, b.size);
}

function reasonsOf(a: Fingerprint, b: Fingerprint, evidence: Evidence): readonly DuplicateReason[] {
  const all: readonly (readonly [DuplicateReason['kind'], number])[] = [
    ['file', Number(a.file !== null && a.file === b.file)],
    ['doi', Number(a.doi !== null && a.doi === b.doi)],
    ['isbn', Number(a.isbn !== null && a.isbn === b.isbn)],
    ['title', evidence.title >= alikeTitle ? evidence.title : 0],
    ['authors', evidence.authors ?? 0],
    ['text', evidence.contained >= 0.3 ? evidence.contained : 0],
    ['versionMark', Number(evidence.versionMark)],
    ['years', Number(evidence.otherYears)],
  ];
  return all.filter(([, share]) => share > 0).map(([kind, share]) => ({ kind, share }));
}

/** Chapters of one book share its ISBN, so a book number needs a title that agrees. */
function isIdentical(reasons: readonly DuplicateReason[], { title }: Evidence): boolean {
  const has = (kind: DuplicateReason['kind']): boolean => reasons.some((reason) => reason.kind === kind);
  return has('file') || has('doi') || (has('isbn') && title >= alikeTitle);
}

function isSameText({ contained, lengths, title }: Evidence, rules: DuplicateRules): boolean {
  return lengths >= leastLengths && contained >= rules.leastText + (title >= alikeTitle ? 0 : strangersText);
}

/** Other numbers, years or authors make it another part, another year or another book. */
function isSameTitle(a: Fingerprint, b: Fingerprint, evidence: Evidence, rules: DuplicateRules): boolean {
  if (evidence.title < (a.isNamed ? leastName : rules.leastTitle) || evidence.otherYears) return false;
  if (a.title.numbers.join() !== b.title.numbers.join() || evidence.authors === 0) return false;
  if (a.place !== '' && b.place !== '' && a.place !== b.place) return false;
  const proven = (evidence.authors ?? 0) > 0 || a.title.name.length > shortName;
  // Both have a text, and it is another one.
  const denied = evidence.lengths > 0 && evidence.contained < 0.15;
  return proven && !denied;
}

/** A plan and its successor, a draft and the final text: one name, and they say themselves that they differ. */
function isFamily(a: Fingerprint, b: Fingerprint, evidence: Evidence, rules: DuplicateRules): boolean {
  if (a.versionsOf.has(b.id) || b.versionsOf.has(a.id)) return false;
  const sameName = evidence.title >= rules.leastTitle && a.title.name.length > shortName;
  return sameName && evidence.authors !== 0 && (evidence.versionMark || evidence.otherYears);
}

function newerOf(a: Fingerprint, b: Fingerprint): Match['newer'] {
  const order = (each: Fingerprint): readonly number[] => [
    each.title.years.at(-1) ?? each.years?.to ?? each.years?.from ?? 0,
    // A title that does not say how far it is, is taken for the finished text.
    each.title.stage ?? 3,
    each.title.version ?? 0,
  ];
  const [x, y] = [order(a), order(b)];
  for (let at = 0; at < x.length; at += 1) {
    const difference = (x[at] as number) - (y[at] as number);
    if (difference !== 0) return difference > 0 ? a.id : b.id;
  }
  return null;
}
