import type { QueryNode } from '../../shared/search/query';
import type { Analyser, Lookup } from './dutch/analyse';
import type { Expander } from './dutch/expander';

/** A query node that asks only for text. */
export type TextNode = Extract<QueryNode, { kind: 'word' | 'phrase' | 'title' | 'and' | 'or' }>;

export interface MatchContext {
  readonly analyser: Analyser;
  readonly expander: Expander;
  /** Words that are searched as typed only. */
  readonly withoutExpansions: ReadonlySet<string>;
  /** Filled with what was searched for besides what was typed. */
  readonly expansions: Map<string, readonly string[]>;
}

/** `text`: everything. `lead`: titles, headings and short fields, without running text. */
export type MatchTable = 'text' | 'lead';

const wordColumns: Readonly<Record<MatchTable, string>> = {
  text: '{title headings meta body}',
  lead: '{title headings meta}',
};
/** A shorter beginning is in nearly every text: it is looked for among the beginnings of words in `lead` only, and as a whole word everywhere. */
const shortestInText = 3;

const quote = (tokens: readonly string[]): string => `"${tokens.join(' ')}"`;
const either = (parts: readonly string[]): string =>
  parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' OR ')})`;

function lookupMatch(lookup: Lookup, table: MatchTable): string {
  return either([
    ...lookup.forms.map((form) => quote([form])),
    ...lookup.phrases.map((phrase) => `(${wordColumns[table]} : ${quote(phrase)})`),
  ]);
}

/** The last written word may go on: `vo-m` finds `vo-mbo`, `verz` finds `verzuim`. */
function openMatch(text: string, lookup: Lookup, table: MatchTable, context: MatchContext): string {
  const words = context.analyser.words(text);
  const begun = words.join('');
  if (/\d[+-]$/.test(text) || (table === 'text' && begun.length < shortestInText)) return lookupMatch(lookup, table);
  if (words.length > 1) return either([`(${wordColumns[table]} : ${quote(words)} *)`, `${quote([begun])} *`]);
  const others = lookup.forms.filter((form) => !form.startsWith(begun)).map((form) => quote([form]));
  return either([`${quote([begun])} *`, ...others]);
}

function synonymsOf(text: string, context: MatchContext): readonly string[] {
  const [word] = context.analyser.words(text);
  if (word === undefined || context.withoutExpansions.has(word)) return [];
  const synonyms = context.expander.synonymsOf(word);
  if (synonyms.length > 0) context.expansions.set(word, synonyms);
  return synonyms;
}

function wordMatch(text: string, open: boolean, table: MatchTable, context: MatchContext): string | null {
  const lookups = context.analyser.lookups(text);
  const parts = lookups.map((lookup, at) =>
    open && at === lookups.length - 1
      ? openMatch(
          lookups.length === 1 ? text : (text.split(/[^\p{L}\p{N}'’+-]+/u).at(-1) ?? text),
          lookup,
          table,
          context,
        )
      : lookupMatch(lookup, table),
  );
  if (parts.length === 0) return null;
  const own = parts.join(' AND ');
  const synonyms = synonymsOf(text, context).map((synonym) =>
    context.analyser
      .lookups(synonym)
      .map((lookup) => lookupMatch(lookup, table))
      .join(' AND '),
  );
  return either([
    parts.length > 1 ? `(${own})` : own,
    ...synonyms.filter((synonym) => synonym !== '').map((synonym) => `(${synonym})`),
  ]);
}

/** The FTS5 expression that finds what a node asks for; null when it asks for nothing that can be searched. */
function matchOf(node: TextNode, table: MatchTable, context: MatchContext): string | null {
  switch (node.kind) {
    case 'word':
      return wordMatch(node.text, node.open, table, context);
    case 'phrase': {
      const words = context.analyser.words(node.text);
      return words.length === 0 ? null : `(${wordColumns[table]} : ${quote(words)})`;
    }
    case 'title': {
      const inner = matchOf(node.node as TextNode, table, context);
      return inner === null ? null : `({title title_forms} : (${inner}))`;
    }
    case 'and':
    case 'or': {
      const parts = node.nodes.map((part) => matchOf(part as TextNode, table, context)).filter((part) => part !== null);
      if (parts.length === 0 || (node.kind === 'or' && parts.length < node.nodes.length)) return null;
      return parts.length === 1 ? (parts[0] ?? null) : `(${parts.join(node.kind === 'and' ? ' AND ' : ' OR ')})`;
    }
  }
}

export function bothMatches(node: TextNode, context: MatchContext): Readonly<Record<MatchTable, string>> | null {
  const text = matchOf(node, 'text', context);
  const lead = matchOf(node, 'lead', context);
  return text === null || lead === null ? null : { text, lead };
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
