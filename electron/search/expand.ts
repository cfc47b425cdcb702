import { fold } from '../../shared/search/fold';
import { isFunctionWord } from '../../shared/search/function-words';
import type { Expansion } from '../../shared/search/item-query';
import { labelsOf, type KnownTerm, type Thesaurus } from '../../shared/search/thesaurus';
import type { QueryNode } from '../../shared/search/query';
import { partToken, type Analyser } from './dutch/analyse';
import type { Splitter } from './dutch/compounds';
import type { Families } from './dutch/families';

/** A query node that asks only for text. */
export type TextNode = Extract<QueryNode, { kind: 'word' | 'phrase' | 'title' | 'and' | 'or' }>;
type WordNode = Extract<QueryNode, { kind: 'word' }>;

/** One more thing that is looked for: words in a row, the last of them perhaps only begun; one form; or a part of a compound. */
export interface Alternative {
  readonly expansion: Expansion;
  /** How near it is to what was typed: 1 says the same, 2 is wider and never ranks above 1. */
  readonly level: 1 | 2;
  readonly sought:
    | { readonly kind: 'phrase'; readonly words: readonly string[]; readonly open: boolean }
    | { readonly kind: 'form' | 'part'; readonly form: string };
}

/** What is asked for with what is looked for besides. */
export type Asked =
  | { readonly kind: 'word'; readonly text: string; readonly open: boolean; readonly also: readonly Alternative[] }
  /** Words that together name something: `regionaal bureau leerlingzaken`. */
  | {
      readonly kind: 'run';
      readonly text: string;
      readonly nodes: readonly Asked[];
      readonly also: readonly Alternative[];
    }
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'title'; readonly node: Asked }
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly Asked[] };

/** What the language and the thesaurus know of words that are asked for. */
export interface Knowledge {
  readonly split: Splitter;
  readonly families: Families;
  thesaurus(): Thesaurus;
}

export interface ExpandContext {
  readonly analyser: Analyser;
  /** Null: what is typed is all that is looked for. */
  readonly knowledge: Knowledge | null;
  /** By the id of the expansion. */
  readonly withoutExpansions: ReadonlySet<string>;
  /** Whether anything in the library has it: what finds nothing is not worth a line on the screen. */
  exists(sought: Alternative['sought']): boolean;
  /** Whether so little of the library has it that finding it says something. */
  isTelling(sought: Alternative['sought']): boolean;
  /** Filled with what can be looked for besides, also what was switched off. */
  readonly expansions: Map<string, Expansion>;
}

/** Words together that the thesaurus is asked about at once. */
const longestName = 6;
/** More than this of one word helps nobody. */
const mostOfOne = 12;
const shortestHead = 5;

type Offer = Omit<Alternative, 'expansion'> & { readonly to: string; readonly kind: Expansion['kind'] };

function offerOf(label: string, kind: Expansion['kind'], level: 1 | 2, analyser: Analyser): Offer | null {
  const words = analyser.words(label);
  const [lookup, ...others] = analyser.lookups(label);
  if (lookup === undefined) return null;
  const [form] = lookup.forms;
  if (others.length === 0 && lookup.phrases.length === 0 && form !== undefined)
    return { to: label, kind, level, sought: { kind: 'form', form } };
  const last = words.at(-1) ?? '';
  const stem = analyser.stem(last);
  const open = stem.length >= 4 && last.startsWith(stem);
  return {
    to: label,
    kind,
    level,
    sought: { kind: 'phrase', words: open ? [...words.slice(0, -1), stem] : words, open },
  };
}

/** The other names of a term, those of its narrower terms, and what it was called before or is called now. */
function termOffers({ term, narrower, successors, predecessors }: KnownTerm, analyser: Analyser): Offer[] {
  const forms = new Set([term.abbreviation, term.longForm].map((form) => form?.toLowerCase()));
  const offers = labelsOf(term).map((label) =>
    offerOf(label, forms.has(label.toLowerCase()) ? 'abbreviation' : 'synonym', 1, analyser),
  );
  for (const other of [...successors, ...predecessors])
    for (const label of [other.abbreviation ?? other.preferred, other.longForm])
      if (label !== null) offers.push(offerOf(label, 'succession', 1, analyser));
  for (const other of narrower)
    for (const label of [other.preferred, other.abbreviation])
      if (label !== null) offers.push(offerOf(label, 'narrower', 2, analyser));
  return offers.filter((offer) => offer !== null);
}

/** What the language adds to one word: its family, the compounds it is in, and what it is a kind of. */
function wordOffers(word: string, { split, families }: Knowledge, analyser: Analyser): Offer[] {
  const offers: Offer[] = families(word).map((to) => ({
    to,
    kind: 'family',
    level: 1,
    sought: { kind: 'form', form: analyser.stem(to) },
  }));
  const parts = split(word);
  const head = parts?.at(-1) ?? '';
  if (word.length >= 3)
    offers.push({
      to: word,
      kind: 'compound',
      level: 1,
      sought: { kind: 'part', form: partToken(analyser.stem(word)) },
    });
  if (head.length >= shortestHead)
    offers.push({ to: head, kind: 'head', level: 2, sought: { kind: 'form', form: analyser.stem(head) } });
  const front = parts?.slice(0, -1).join('') ?? '';
  if (front.length >= shortestHead)
    offers.push({ to: front, kind: 'front', level: 2, sought: { kind: 'form', form: analyser.stem(front) } });
  return offers;
}

function keyOf({ sought }: Offer): string {
  return sought.kind === 'phrase' ? sought.words.join(' ') : sought.form;
}

/** Whether an offer finds nothing that is not found anyway: it holds all the typed words, or begins as another begun offer does. */
function isCovered(offer: Offer, typed: readonly string[], before: readonly Offer[], analyser: Analyser): boolean {
  if (offer.sought.kind === 'part') return false;
  const stems = new Set(offer.sought.kind === 'phrase' ? offer.sought.words.map(analyser.stem) : [offer.sought.form]);
  if (typed.every((word) => stems.has(word))) return true;
  const part = before.find(({ sought }) => sought.kind === 'part')?.sought;
  if (part?.kind === 'part' && analyser.words(offer.to).some((word) => analyser.partsOf(word).includes(part.form)))
    return true;
  const key = keyOf(offer);
  return before.some((other) => {
    const begun = other.sought.kind === 'phrase' && other.sought.open;
    return keyOf(other) === key || (begun && offer.sought.kind === 'phrase' && key.startsWith(keyOf(other)));
  });
}

function chosen(from: string, offers: readonly Offer[], context: ExpandContext): Alternative[] {
  const { analyser } = context;
  const typed = analyser.words(from).map(analyser.stem);
  const kept: Offer[] = [];
  for (const offer of [...offers].sort((a, b) => a.level - b.level)) {
    if (kept.length >= mostOfOne) break;
    if (isCovered(offer, typed, kept, analyser) || !context.exists(offer.sought)) continue;
    if (offer.kind !== 'front' || context.isTelling(offer.sought)) kept.push(offer);
  }
  return kept.flatMap(({ to, kind, level, sought }) => {
    const id = `${kind}: ${from} > ${to}`.slice(0, 300);
    const on = !context.withoutExpansions.has(id);
    const expansion: Expansion = { id, from, to, kind, on };
    context.expansions.set(id, expansion);
    return on ? [{ expansion, level, sought }] : [];
  });
}

function expandWord(node: WordNode, context: ExpandContext): Asked {
  const { knowledge, analyser } = context;
  const { text, open } = node;
  if (knowledge === null) return { ...node, also: [] };
  const from = text.toLowerCase();
  const [word, ...more] = analyser.words(text);
  const named = knowledge.thesaurus().named(from);
  const offers = word !== undefined && more.length === 0 ? wordOffers(word, knowledge, analyser) : [];
  offers.push(...named.flatMap((term) => termOffers(term, analyser)));
  return { kind: 'word', text, open, also: chosen(from, offers, context) };
}

/** The longest row of words from `at` that names a term, at least two of them; 0 when there is none. */
function lengthOfName(nodes: readonly TextNode[], at: number, thesaurus: Thesaurus): number {
  const words: string[] = [];
  let longest = 0;
  for (const node of nodes.slice(at, at + longestName)) {
    if (node.kind !== 'word') break;
    words.push(node.text);
    if (words.length > 1 && thesaurus.named(words.join(' ')).length > 0) longest = words.length;
  }
  return longest;
}

function expandAll(nodes: readonly TextNode[], context: ExpandContext): Asked[] {
  const { knowledge, analyser } = context;
  const asked: Asked[] = [];
  for (let at = 0; at < nodes.length;) {
    const length = knowledge === null ? 0 : lengthOfName(nodes, at, knowledge.thesaurus());
    const run = nodes.slice(at, at + Math.max(1, length));
    const inner = run.map((node) => expand(node, context));
    if (knowledge === null || length === 0) asked.push(...inner);
    else {
      const text = run.map((node) => (node as WordNode).text.toLowerCase()).join(' ');
      const offers = knowledge
        .thesaurus()
        .named(text)
        .flatMap((term) => termOffers(term, analyser));
      asked.push({ kind: 'run', text, nodes: inner, also: chosen(text, offers, context) });
    }
    at += run.length;
  }
  return asked;
}

/** Without the words that only join the others, unless there are no others; one that is still being typed may become anything. */
export function withoutFunctionWords(nodes: readonly Asked[]): readonly Asked[] {
  const telling = nodes.filter((node) => node.kind !== 'word' || node.open || !isFunctionWord(fold(node.text)));
  return telling.length === 0 ? nodes : telling;
}

/** Adds to a query what the thesaurus and the language know of its words. What stands in quotes is left as it is. */
export function expand(node: TextNode, context: ExpandContext): Asked {
  switch (node.kind) {
    case 'word':
      return expandWord(node, context);
    case 'phrase':
      return node;
    case 'title':
      return { kind: 'title', node: expand(node.node as TextNode, context) };
    case 'and':
      return { kind: 'and', nodes: expandAll(node.nodes as readonly TextNode[], context) };
    case 'or':
      return { kind: 'or', nodes: (node.nodes as readonly TextNode[]).map((part) => expand(part, context)) };
  }
}
