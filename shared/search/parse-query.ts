import { fold } from './fold';
import type { QueryField, QueryNode } from './query';

export interface ParseOptions {
  /** Other names of types, folded, with the type each stands for: `studie` → `study`. */
  readonly typeNames?: Readonly<Record<string, string>>;
}

const fieldNames: Readonly<Record<string, QueryField>> = {
  title: 'title',
  titel: 'title',
  type: 'type',
  soort: 'type',
  tag: 'tag',
  kenmerk: 'tag',
  label: 'tag',
  year: 'year',
  jaar: 'year',
  region: 'region',
  regio: 'region',
  author: 'author',
  auteur: 'author',
};

/** More parts than this cost time and find nothing more. */
const maxParts = 32;

interface Token {
  readonly negated: boolean;
  readonly field: string | null;
  readonly text: string;
  readonly quoted: boolean;
  /** Nothing follows it, not even white space. */
  readonly last: boolean;
}

const quoteMarks = /[“”„‟«»]/g;
// An optional minus, an optional `name:`, then a quoted text (perhaps never closed) or what runs to the next space, perhaps nothing.
const tokenPattern = /(-*)(?:(\p{L}+):)?(?:"([^"]*)(?:"|$)|([^\s"]*))/gu;

function tokens(text: string): Token[] {
  const plain = text.replace(quoteMarks, '"');
  const found: Token[] = [];
  for (const match of plain.matchAll(tokenPattern)) {
    const [whole, minus = '', name, quoted, bare] = match;
    if (whole === '') continue;
    const field = name !== undefined && fieldNames[fold(name)] !== undefined ? name : null;
    const prefix = name !== undefined && field === null ? `${name}:` : '';
    found.push({
      negated: minus.length > 0,
      field,
      text: quoted === undefined ? prefix + (bare ?? '') : quoted,
      quoted: quoted !== undefined,
      last: match.index + whole.length === plain.length,
    });
  }
  return found;
}

function parseYears(text: string): { from: number | null; to: number | null } | null {
  const range = /^(\d{4})(?:[-–—](\d{4})?)?$/.exec(text);
  if (range !== null) {
    const from = Number(range[1]);
    const to = range[2] === undefined ? (text.length > 4 ? null : from) : Number(range[2]);
    return to !== null && to < from ? { from: to, to: from } : { from, to };
  }
  const limit = /^(>=|<=|>|<|[-–—])(\d{4})$/.exec(text);
  if (limit === null) return null;
  const year = Number(limit[2]);
  if (limit[1] === '>') return { from: year + 1, to: null };
  if (limit[1] === '>=') return { from: year, to: null };
  return { from: null, to: limit[1] === '<' ? year - 1 : year };
}

function typeOf(text: string, options: ParseOptions): { text: string; exact: boolean } {
  const names = options.typeNames ?? {};
  const folded = fold(text);
  const known = names[folded];
  if (known !== undefined) return { text: known, exact: true };
  const starts = Object.keys(names).filter((name) => name.startsWith(folded));
  const only = new Set(starts.map((name) => names[name]));
  return only.size === 1 ? { text: [...only][0] ?? folded, exact: true } : { text: folded, exact: false };
}

function textNode(token: Token): QueryNode | null {
  if (token.quoted)
    return /[\p{L}\p{N}]/u.test(token.text) ? { kind: 'phrase', text: token.text.trim().replace(/\s+/g, ' ') } : null;
  const stripped = token.text.replace(/^-+/, '');
  const text = stripped.replace(/\*+$/, '');
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  return { kind: 'word', text, open: token.last || text !== stripped };
}

function fieldNode(token: Token, field: QueryField, options: ParseOptions): QueryNode | null {
  if (field === 'year') {
    const years = parseYears(token.text.trim());
    // Lower case and without colons it cannot be taken for an operator or a field when it is read again.
    return years === null
      ? textNode({ ...token, text: token.text.toLowerCase().replaceAll(':', '') })
      : { kind: 'year', ...years };
  }
  if (field === 'title') {
    const node = textNode(token);
    return node === null ? null : { kind: 'title', node };
  }
  const text = token.text.trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  return field === 'type'
    ? { kind: 'value', field, ...typeOf(text, options) }
    : { kind: 'value', field, text, exact: token.quoted };
}

function nodeOf(token: Token, options: ParseOptions): QueryNode | null {
  const field = token.field === null ? undefined : fieldNames[fold(token.field)];
  const node = field === undefined ? textNode(token) : fieldNode(token, field, options);
  return node !== null && token.negated ? { kind: 'not', node } : node;
}

const isOr = (token: Token): boolean =>
  !token.quoted && !token.negated && token.field === null && (token.text === 'OR' || token.text === 'OF');

/**
 * Reads the search field: words (all of them), `"exactly this"`, `-not`, `OR`/`OF` between two parts, and `title:`, `type:`,
 * `tag:`, `year:` (2019, 2017-2020, >2018), `region:`, `author:` or their Dutch names. Any input gives a query; what cannot be
 * read as a field is searched as text.
 */
export function parseQuery(text: string, options: ParseOptions = {}): QueryNode {
  const parts: QueryNode[] = [];
  let joinNext = false;
  for (const token of tokens(text)) {
    if (isOr(token) && !token.last) {
      joinNext = parts.length > 0;
      continue;
    }
    const node = nodeOf(token, options);
    if (node === null) continue;
    const before = parts.at(-1);
    if (joinNext && before !== undefined) {
      parts[parts.length - 1] = { kind: 'or', nodes: before.kind === 'or' ? [...before.nodes, node] : [before, node] };
    } else if (parts.length < maxParts) {
      parts.push(node);
    }
    joinNext = false;
  }
  return { kind: 'and', nodes: parts };
}
