import { diffArrays, diffWordsWithSpace } from 'diff';

/** A run of words of a paragraph; `changed`: the other side does not have it so. */
export interface ComparedPart {
  readonly kind: 'same' | 'changed';
  readonly text: string;
}

/** A paragraph beside the one it was made from. A side is null where it has none; `skipped` stands for that many equal ones. */
export type ComparedRow =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'changed'; readonly before: readonly ComparedPart[]; readonly after: readonly ComparedPart[] }
  | { readonly kind: 'removed' | 'added'; readonly text: string }
  | { readonly kind: 'skipped'; readonly count: number };

export interface ComparedTexts {
  readonly rows: readonly ComparedRow[];
  /** Paragraphs that are not as they were. */
  readonly changes: number;
}

/** Past this many paragraphs that come and go, two texts have nothing to do with each other. */
const maxParagraphEdits = 5_000;
const maxWordEdits = 2_000;
/** Two paragraphs with this share of words in common are one that was changed. */
const alike = 0.45;
/** More pairs than these are joined in the order they stand in. */
const maxPairs = 10_000;
const context = 2;

/** What changed between two texts, paragraph by paragraph and in each word by word (Myers' difference, by the `diff` package). */
export function compareTexts(before: string, after: string): ComparedTexts {
  const [a, b] = [paragraphs(before), paragraphs(after)];
  const changes = diffArrays(a, b, { maxEditLength: maxParagraphEdits }) ?? [
    { removed: true, added: false, value: a },
    { removed: false, added: true, value: b },
  ];
  const rows: ComparedRow[] = [];
  for (let at = 0; at < changes.length; at += 1) {
    const change = changes[at];
    const next = changes[at + 1];
    if (change === undefined) continue;
    if (!change.added && !change.removed) {
      rows.push(...change.value.map((text) => ({ kind: 'same' as const, text })));
    } else if (next !== undefined && change.removed && next.added) {
      rows.push(...joined(change.value, next.value));
      at += 1;
    } else {
      const kind = change.removed ? 'removed' : 'added';
      rows.push(...change.value.map((text) => ({ kind, text }) as const));
    }
  }
  return { rows: shortened(rows), changes: rows.filter(({ kind }) => kind !== 'same').length };
}

function paragraphs(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '');
}

/** Each old paragraph beside the new one that is most like it, in order. */
function joined(removed: readonly string[], added: readonly string[]): ComparedRow[] {
  const pairs = removed.length * added.length > maxPairs ? inOrder(removed, added) : likeliest(removed, added);
  const rows: ComparedRow[] = [];
  let next = 0;
  removed.forEach((text, index) => {
    const partner = pairs.get(index);
    if (partner === undefined) return void rows.push({ kind: 'removed', text });
    for (; next < partner; next += 1) rows.push({ kind: 'added', text: added[next] ?? '' });
    rows.push(wordsOf(text, added[partner] ?? ''));
    next = partner + 1;
  });
  for (; next < added.length; next += 1) rows.push({ kind: 'added', text: added[next] ?? '' });
  return rows;
}

function inOrder(removed: readonly string[], added: readonly string[]): ReadonlyMap<number, number> {
  return new Map(removed.slice(0, added.length).map((_, index) => [index, index]));
}

function likeliest(removed: readonly string[], added: readonly string[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const words = added.map(wordSet);
  let from = 0;
  removed.forEach((text, index) => {
    const own = wordSet(text);
    let best = -1;
    let likeness = alike;
    for (let at = from; at < added.length; at += 1) {
      const now = likenessOf(own, words[at] ?? new Set());
      if (now > likeness) [best, likeness] = [at, now];
    }
    if (best < 0) return;
    pairs.set(index, best);
    from = best + 1;
  });
  return pairs;
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Dice's coefficient over the words. */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  const shared = [...a].filter((word) => b.has(word)).length;
  return (2 * shared) / (a.size + b.size);
}

function wordsOf(before: string, after: string): ComparedRow {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: maxWordEdits });
  if (changes === undefined)
    return { kind: 'changed', before: [{ kind: 'changed', text: before }], after: [{ kind: 'changed', text: after }] };
  const side = (without: 'added' | 'removed'): ComparedPart[] => {
    const parts: ComparedPart[] = [];
    for (const { added, removed, value } of changes.filter((change) => !change[without])) {
      const kind = added || removed ? 'changed' : 'same';
      const last = parts.at(-1);
      if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + value };
      else parts.push({ kind, text: value });
    }
    return parts;
  };
  return { kind: 'changed', before: side('added'), after: side('removed') };
}

/** Equal paragraphs far from a change are only counted. */
function shortened(rows: readonly ComparedRow[]): ComparedRow[] {
  const near = rows.map((_, index) =>
    rows.slice(Math.max(0, index - context), index + context + 1).some(({ kind }) => kind !== 'same'),
  );
  const short: ComparedRow[] = [];
  rows.forEach((row, index) => {
    const last = short.at(-1);
    if (near[index] === true) short.push(row);
    else if (last?.kind === 'skipped') short[short.length - 1] = { kind: 'skipped', count: last.count + 1 };
    else short.push({ kind: 'skipped', count: 1 });
  });
  return short;
}
