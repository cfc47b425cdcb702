import type { QueryNode } from '../../shared/search/query';
import type { Analyser, Lookup } from './dutch/analyse';
import { formToken } from './dutch/form-token';
import { withoutFunctionWords, type Alternative, type Asked, type TextNode } from './expand';

/** `text`: everything. `lead`: titles, headings and short fields, without running text. */
export type MatchTable = 'text' | 'lead';

/** How much is looked for besides what was typed: nothing, what says the same, and what is wider. */
export type Level = 0 | 1 | 2;

interface Place {
  readonly table: MatchTable;
  readonly level: Level;
  readonly analyser: Analyser;
}

const wordColumns: Readonly<Record<MatchTable, string>> = {
  text: '{title headings meta body}',
  lead: '{title headings meta}',
};
/** A shorter beginning is in nearly every text: it is looked for among the beginnings of words in `lead` only, and as a whole word everywhere. */
const shortestInText = 4;

const quote = (tokens: readonly string[]): string => `"${tokens.join(' ')}"`;
const either = (parts: readonly string[]): string =>
  parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' OR ')})`;
const every = (parts: readonly string[]): string =>
  parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' AND ')})`;

/** A form is found where it is written, and where a written word has it. */
const formMatches = (form: string): string[] => [quote([form]), quote([formToken(form)])];

function lookupMatch(lookup: Lookup, table: MatchTable): string {
  return either([
    ...lookup.forms.flatMap(formMatches),
    ...lookup.phrases.map((phrase) => `(${wordColumns[table]} : ${quote(phrase)})`),
  ]);
}

/** The last written word may go on: `vo-m` finds `vo-mbo`, `verz` finds `verzuim`. */
function openMatch(text: string, lookup: Lookup, { table, analyser }: Place): string {
  const words = analyser.words(text);
  const begun = words.join('');
  if (/\d[+-]$/.test(text) || (table === 'text' && begun.length < shortestInText)) return lookupMatch(lookup, table);
  if (words.length > 1) return either([`(${wordColumns[table]} : ${quote(words)} *)`, `${quote([begun])} *`]);
  const others = lookup.forms.flatMap((form) =>
    form.startsWith(begun) ? [quote([formToken(form)])] : formMatches(form),
  );
  return either([`${quote([begun])} *`, ...others]);
}

/** What finds one of the things that are looked for besides. */
export function soughtMatch(sought: Alternative['sought'], table: MatchTable): string {
  if (sought.kind === 'phrase') return `(${wordColumns[table]} : ${quote(sought.words)}${sought.open ? ' *' : ''})`;
  return sought.kind === 'part' ? quote([formToken(sought.form)]) : either(formMatches(sought.form));
}

function alsoMatches(also: readonly Alternative[], { table, level }: Place): string[] {
  return also.filter((other) => other.level <= level).map(({ sought }) => soughtMatch(sought, table));
}

function wordMatch({ text, open, also }: Extract<Asked, { kind: 'word' }>, place: Place): string | null {
  const lookups = place.analyser.lookups(text);
  const parts = lookups.map((lookup, at) =>
    open && at === lookups.length - 1
      ? openMatch(lookups.length === 1 ? text : (text.split(/[^\p{L}\p{N}'’+-]+/u).at(-1) ?? text), lookup, place)
      : lookupMatch(lookup, place.table),
  );
  return parts.length === 0 ? null : either([every(parts), ...alsoMatches(also, place)]);
}

/** The FTS5 expression that finds what is asked for; null when it asks for nothing that can be searched. */
function matchOf(asked: Asked, place: Place): string | null {
  switch (asked.kind) {
    case 'word':
      return wordMatch(asked, place);
    case 'phrase': {
      const words = place.analyser.words(asked.text);
      return words.length === 0 ? null : `(${wordColumns[place.table]} : ${quote(words)})`;
    }
    case 'title': {
      const inner = matchOf(asked.node, place);
      return inner === null ? null : `({title title_forms} : (${inner}))`;
    }
    case 'run':
    case 'and':
    case 'or': {
      const nodes = asked.kind === 'or' ? asked.nodes : withoutFunctionWords(asked.nodes);
      const parts = nodes.map((part) => matchOf(part, place)).filter((part) => part !== null);
      if (parts.length === 0 || (asked.kind === 'or' && parts.length < asked.nodes.length)) return null;
      if (asked.kind === 'or') return either(parts);
      return asked.kind === 'run' ? either([every(parts), ...alsoMatches(asked.also, place)]) : every(parts);
    }
  }
}

/** FTS5 expressions of one question for both tables. What is found is what either finds: `lead` adds only the beginnings too short for `text`. */
export type Match = Readonly<Record<MatchTable, string>>;

export function matchAt(asked: Asked, level: Level, analyser: Analyser): Match | null {
  const text = matchOf(asked, { table: 'text', level, analyser });
  const lead = matchOf(asked, { table: 'lead', level, analyser });
  return text === null || lead === null ? null : { text, lead };
}

export interface LevelMatch {
  readonly level: Level;
  readonly match: Match;
}

/** One expression for each level that finds more than the one before, the narrowest first; null when nothing can be searched. */
export function matchLevels(asked: Asked, analyser: Analyser): readonly LevelMatch[] | null {
  const plain = matchAt(asked, 0, analyser);
  if (plain === null) return null;
  const levels: LevelMatch[] = [{ level: 0, match: plain }];
  for (const level of [1, 2] as const) {
    const match = matchAt(asked, level, analyser);
    if (match !== null && match.text !== levels.at(-1)?.match.text) levels.push({ level, match });
  }
  return levels;
}

/** The node as one that full text alone can answer; null when it holds a field or a negation. */
export function asText(node: QueryNode): TextNode | null {
  switch (node.kind) {
    case 'word':
    case 'phrase':
      return node;
    case 'title':
      return asText(node.node) === null ? null : node;
    case 'and':
    case 'or':
      return node.nodes.every((part) => asText(part) !== null) ? node : null;
    case 'value':
    case 'year':
    case 'not':
      return null;
  }
}
