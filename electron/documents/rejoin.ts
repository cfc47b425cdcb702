import { transitions } from '../../shared/vocabulary/lists';

/** Abbreviations of the field that Dutch ties to the next word with a hyphen. Those without a vowel need no list. */
const abbreviations = new Set([
  ...[
    'vmbo',
    'mbo',
    'hbo',
    'havo',
    'vavo',
    'vso',
    'sbo',
    'isk',
    'bbl',
    'roc',
    'aoc',
    'rmc',
    'lob',
    'ocw',
    'uwv',
    'avg',
    'ict',
    'oud',
    'niet',
    'non',
    'self',
  ],
]);
/** Abbreviations that are the beginning of ordinary words as well: only before a word of its own. */
const doubtful = new Set(['vo', 'po', 'so', 'wo', 'pro', 'bol', 'vve']);
const conjunctions = new Set([
  'en',
  'of',
  'tot',
  'dan',
  'als',
  'noch',
  'alsmede',
  'respectievelijk',
  'and',
  'or',
  'und',
  'oder',
  'et',
  'ou',
]);
/** Vowels that would be read as one where two parts of a Dutch compound meet: the hyphen is part of the spelling. */
const clash = /^(a[aeiu]|e[eiu]|i[eij]|o[eiou]|u[iu]|é[eiu])$/;
const joinedByTrema = /^(be|ge)[eiu]$|^coo$|^reeë?$/;
const tremas: Readonly<Record<string, string>> = { a: 'ä', e: 'ë', i: 'ï', o: 'ö', u: 'ü' };

/** Longer runs of letters are no words, and would make the search for their beginning slow. */
const longestWord = 100;
const wordStart = /^[\p{L}\p{N}]+/u;
const brokenEnd = /([\p{L}\p{N}]+)([-\u00ad\u2010])$/u;
const anyBrokenEnd = /[\p{L}\p{N}][-\u00ad\u2010]\n/u;

/**
 * Puts words that were broken over two lines back together: `be-` / `langrijk` becomes `belangrijk`. A hyphen that belongs to the
 * word stays: `vo-` / `mbo`, `BBL-` / `BOL`, `programma-` / `aanvraag`, and `onderwijs-` / `en arbeidsmarkt` with its space. How the
 * document writes the word elsewhere decides first, on any of its pages; the rules of Dutch hyphenation after that.
 * Takes and gives tidied text, page by page; the word moves up to the line where it began.
 */
export function rejoinPages(pages: readonly string[]): string[] {
  if (!pages.some((page) => anyBrokenEnd.test(page))) return [...pages];
  const words = collectWords(pages);
  return pages.map((page) => (anyBrokenEnd.test(page) ? rejoinPage(page, words) : page));
}

function rejoinPage(page: string, words: DocumentWords): string {
  const source = page.split('\n');
  const lines: string[] = [];
  let line = source[0] ?? '';
  for (const next of source.slice(1)) {
    const joined = joinLines(line, next, words);
    if (joined === null) {
      lines.push(line);
      line = next;
    } else if (joined.remainder === '') {
      // The second half was all of its line, and may itself be broken.
      line = joined.line;
    } else {
      lines.push(joined.line);
      line = joined.remainder;
    }
  }
  lines.push(line);
  return lines.join('\n');
}

/** The line with its last word made whole, and what is left of the next one; null when no word runs over from the one to the other. */
function joinLines(line: string, next: string, words: DocumentWords): { line: string; remainder: string } | null {
  const [, left, hyphen] = brokenEnd.exec(line.slice(-longestWord)) ?? [];
  const right = wordStart.exec(next)?.[0];
  if (left === undefined || hyphen === undefined || right === undefined) return null;
  const space = next.indexOf(' ');
  const end = space < 0 ? next.length : space;
  const whole = meet(left, hyphen, right, words) + next.slice(right.length, end);
  return { line: line.slice(0, -left.length - hyphen.length) + whole, remainder: next.slice(end + 1) };
}

/** How the two halves are written as one. */
function meet(left: string, hyphen: string, right: string, words: DocumentWords): string {
  if (hyphen === '\u00ad') return left + right;
  if (conjunctions.has(right)) return `${left}- ${right}`;
  if (keepsHyphen(left, right, words)) return `${left}-${right}`;
  const first = right.charAt(0);
  return joinedByTrema.test(left.toLowerCase() + first)
    ? left + (tremas[first] ?? first) + right.slice(1)
    : left + right;
}

function keepsHyphen(left: string, right: string, words: DocumentWords): boolean {
  const low = left.toLowerCase();
  const end = right.toLowerCase();
  if (words.plain.has(low + end)) return false;
  if (words.hyphenated.has(`${low}-${end}`) || (transitions as readonly string[]).includes(`${low}-${end}`))
    return true;
  if (left.length === 1 || /\p{N}$/u.test(left) || /^\p{N}/u.test(right)) return true;
  const allCapitals = left === left.toUpperCase() && right === right.toUpperCase();
  if (allCapitals) return left.length <= 4;
  if (/^\p{Lu}/u.test(right) || /\p{Lu}$/u.test(left)) return true;
  if (abbreviations.has(low) || abbreviations.has(end) || !/[aeiouyáéíóúàèâêôäëïöü]/.test(low)) return true;
  if (doubtful.has(low) && words.plain.has(end)) return true;
  if (words.hyphenated.has(`${low}-${end.slice(0, stemLength)}`)) return end.length >= stemLength;
  const meeting = low.slice(-1) + end.charAt(0);
  return clash.test(meeting) && !joinedByTrema.test(low + end.charAt(0)) && low.length > 2;
}

interface DocumentWords {
  /** Words written without a hyphen, in lower case. */
  readonly plain: ReadonlySet<string>;
  /** Words written with one inside a line, whole (`vsv-analyse`) and with the second half cut to its stem (`vsv-anal`). */
  readonly hyphenated: ReadonlySet<string>;
}

/** Enough of a word to know its inflected forms by: `vsv-analyse` tells about `vsv-analyses`. */
const stemLength = 4;

function collectWords(pages: readonly string[]): DocumentWords {
  const plain = new Set<string>();
  const hyphenated = new Set<string>();
  for (const page of pages) {
    // The second half of a broken word is no word that the document has.
    const whole = page.replace(/[-\u00ad\u2010]\n[\p{L}\p{N}]+/gu, '-');
    for (const word of whole.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*-?/gu) ?? []) {
      if (!word.includes('-')) plain.add(word);
      const parts = word.split('-');
      for (let i = 1; i < parts.length; i++) {
        const [first = '', second = ''] = [parts[i - 1], parts[i]];
        if (second === '') continue;
        hyphenated.add(`${first}-${second}`);
        hyphenated.add(`${first}-${second.slice(0, stemLength)}`);
      }
    }
  }
  return { plain, hyphenated };
}
