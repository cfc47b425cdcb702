import type { ItemId } from '../../shared/base/ids';
import { defaultDuplicateRules, type DuplicatePair, type DuplicateRules } from '../../shared/model/insight';
import type { ItemState } from '../../shared/revision/item-state';
import { matchOf } from './duplicate-match';
import { fingerprintOf, type Fingerprint } from './fingerprint';
import { pairKey } from './item-fields';
import { createJudgements } from './judgements';
import { createRedirects, type Redirects } from './redirects';

/** What is here twice, and what are versions of one thing; kept in step with the library item by item. */
export interface Duplicates {
  put(states: Iterable<ItemState>): void;
  remove(ids: Iterable<ItemId>): void;
  of(id: ItemId): readonly DuplicatePair[];
  /** Each pair once, surest first; those that somebody judged only when asked for. */
  all(options?: { readonly judged?: boolean }): readonly DuplicatePair[];
  readonly redirects: Redirects;
}

export interface DuplicateOptions {
  /** Asked at every question: they may change. */
  readonly rules?: () => DuplicateRules;
  /** The text of an item's file, empty when it is not known. */
  readonly fileText?: (state: ItemState) => string;
}

/** The smallest hashes of a text by which others are found: texts of which a third is the same share one almost surely. */
const probes = 48;
/** What so many have in common is a way of speaking, not a sign of the same text. */
const mostSharers = 60;

export function createDuplicates({
  rules = () => defaultDuplicateRules,
  fileText = () => '',
}: DuplicateOptions = {}): Duplicates {
  const prints = new Map<ItemId, Fingerprint>();
  const sharers = new Map<string, Set<ItemId>>();
  const redirects = createRedirects();
  const judgements = createJudgements('duplicate', redirects.resolve);

  const drop = (id: ItemId): void => {
    const print = prints.get(id);
    if (print === undefined) return;
    prints.delete(id);
    for (const key of keysOf(print)) sharers.get(key)?.delete(id);
  };
  const put = (state: ItemState): void => {
    redirects.put(state);
    judgements.put(state);
    drop(state.id);
    const print = fingerprintOf(state, fileText);
    if (print === null) return;
    prints.set(state.id, print);
    for (const key of keysOf(print)) sharers.set(key, (sharers.get(key) ?? new Set<ItemId>()).add(state.id));
  };
  const candidates = (print: Fingerprint): ReadonlySet<ItemId> => {
    const found = new Set<ItemId>();
    for (const key of keysOf(print)) {
      const others = sharers.get(key);
      if (others === undefined || others.size > mostSharers) continue;
      for (const other of others) if (other !== print.id) found.add(other);
    }
    return found;
  };
  const pairsOf = (id: ItemId, only: (other: ItemId) => boolean): DuplicatePair[] => {
    const print = prints.get(id);
    if (print === undefined) return [];
    return [...candidates(print)].filter(only).flatMap((other) => {
      const match = matchOf(print, prints.get(other) as Fingerprint, rules());
      return match === null ? [] : [{ a: id, b: other, ...match, judgement: judgements.of(id, other) }];
    });
  };

  return {
    put: (states) => {
      for (const state of states) put(state);
    },
    remove: (ids) => {
      for (const id of ids) {
        drop(id);
        redirects.remove(id);
        judgements.remove(id);
      }
    },
    of: (id) => pairsOf(id, () => true).sort(bySureness),
    all: ({ judged = false } = {}) =>
      [...prints.keys()]
        .flatMap((id) => pairsOf(id, (other) => id < other))
        .filter(({ judgement }) => judged || judgement === null)
        .sort(bySureness),
    redirects,
  };
}

function keysOf(print: Fingerprint): readonly string[] {
  const named = (kind: string, value: string | null): string[] => (value === null ? [] : [`${kind} ${value}`]);
  return [
    ...named('file', print.file),
    ...named('doi', print.doi),
    ...named('isbn', print.isbn),
    ...print.titleHashes.map((hash) => `title ${print.family} ${hash}`),
    ...[...(print.sketch?.hashes.subarray(0, probes) ?? [])].map((hash) => `text ${hash}`),
  ];
}

const kindOrder = { exact: 0, near: 1, version: 2 } as const;

function bySureness(x: DuplicatePair, y: DuplicatePair): number {
  return kindOrder[x.kind] - kindOrder[y.kind] || y.score - x.score || (pairKey(x.a, x.b) < pairKey(y.a, y.b) ? -1 : 1);
}
