import { fold } from '../../shared/search/fold';

/** What a title says besides the name: how far the text is, which version or number, which years. */
export interface TitleMark {
  /** The title without all that, folded. */
  readonly name: string;
  /** How far it is: 1 a draft, 2 for review, 3 final; null when it does not say. */
  readonly stage: number | null;
  /** `0.3`, `2`: of a version or an edition. */
  readonly version: number | null;
  /** Ascending. */
  readonly years: readonly number[];
  /** Other numbers: a part or a volume. */
  readonly numbers: readonly string[];
}

const stages: readonly (readonly [RegExp, number])[] = [
  [
    /\b(?:concept(?:versie|tekst|rapport)?|kladversie|klad|werkversie|draft|in bewerking|voorlopige?(?: versie)?)\b/g,
    1,
  ],
  [/\b(?:ter review|ter bespreking|ter vaststelling|reviewversie|eindconcept)\b/g, 2],
  [
    /\b(?:definiti(?:ef|eve)(?: versie)?|vastgestelde?(?: versie)?|eindversie|eindrapport(?:age)?|final(?: version)?|def)\b/g,
    3,
  ],
];
const versionWords =
  /\b(?:versie|version|vers\.?|v\.?|druk|editie)\s*(\d+(?:[._]\d+)?)\b|\b(\d+)\s*(?:e|de|ste)\s+(?:herziene\s+)?(?:druk|versie|editie)\b/g;
const yearPattern = /\b(?:19|20)\d\d\b/g;
const fileEnding = /\.(?:pdf|docx?|odt|rtf|md|txt|html?)$/;

export function readTitle(title: string): TitleMark {
  let name = fold(title).replace(fileEnding, '').replaceAll('_', ' ');
  let stage: number | null = null;
  // A final draft is no final text: the lowest stage named counts.
  for (const [pattern, value] of stages) {
    const without = name.replace(pattern, ' ');
    if (without !== name) stage = Math.min(stage ?? value, value);
    name = without;
  }
  let version: number | null = null;
  name = name.replace(versionWords, (_match, before?: string, after?: string) => {
    version = Number((before ?? after ?? '').replace('_', '.'));
    return ' ';
  });
  const years = [...new Set(name.match(yearPattern)?.map(Number) ?? [])].sort((a, b) => a - b);
  name = name.replace(yearPattern, ' ');
  const numbers = name.match(/\d+/g) ?? [];
  name = name.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return { name, stage, version, years, numbers };
}

/** How alike two names are by their runs of three letters (Dice), 0 to 1. */
export function nameLikeness(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  const [first, second] = [runsOf(a), runsOf(b)];
  const shared = [...first].filter((run) => second.has(run)).length;
  return first.size + second.size === 0 ? 0 : (2 * shared) / (first.size + second.size);
}

function runsOf(name: string): ReadonlySet<string> {
  const padded = `  ${name} `;
  return new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)));
}
