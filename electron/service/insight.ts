import type { ItemId } from '../../shared/base/ids';
import type { DuplicateRules } from '../../shared/model/insight';
import type { ItemState } from '../../shared/revision/item-state';
import { createDuplicates, type Duplicates } from '../insight/duplicates';
import { createOverlaps, type Overlaps } from '../insight/overlaps';
import { textAnalysis } from '../insight/text-analysis';
import type { Library } from '../library/library-types';
import type { Analyser } from '../search/dutch/analyse';
import type { Splitter } from '../search/dutch/compounds';
import type { Search } from '../search/search';
import { fileOf } from './handlers/items';

/** Raakvlakken and duplicates of the open library. Nothing is computed before somebody asks; from then on they follow what changes. */
export interface Insight {
  /** Items that were made, changed or removed. */
  changed(items: readonly ItemId[]): void;
  overlaps(library: Library): Promise<Overlaps>;
  duplicates(library: Library, search: Search, rules: () => DuplicateRules): Promise<Duplicates>;
}

interface Follower {
  put(states: Iterable<ItemState>): void;
  remove(ids: Iterable<ItemId>): void;
}

/** Reading a library takes a while; others are answered in between. */
const batchSize = 200;
const longestText = 120_000;

const giveWay = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function createInsight(analyser: Analyser, split: Splitter): Insight {
  const analyse = textAnalysis({ words: analyser.words, stem: analyser.stem, partsOf: split });
  const overlaps = following(() => createOverlaps(analyse, giveWay));
  const duplicates = following(({ search, rules }: { search: Search; rules: () => DuplicateRules }) =>
    createDuplicates({ rules, fileText: (state) => fileText(search, state).slice(0, longestText) }),
  );
  return {
    changed: (items) => {
      overlaps.changed(items);
      duplicates.changed(items);
    },
    overlaps: (library) => overlaps.upToDate(library, undefined),
    duplicates: (library, search, rules) => duplicates.upToDate(library, { search, rules }),
  };
}

function fileText(search: Search, state: ItemState): string {
  const file = fileOf(state);
  return file === null ? '' : (search.documents.text(file.hash)?.pages.join('\n') ?? '');
}

/** One thing that follows the library: filled at the first question, brought up to date at each one after. */
function following<T extends Follower, Input>(
  make: (input: Input) => T,
): { changed(items: readonly ItemId[]): void; upToDate(library: Library, input: Input): Promise<T> } {
  let follower: T | null = null;
  let filling: Promise<T> | null = null;
  const waiting = new Set<ItemId>();
  const fill = async (library: Library, made: T): Promise<T> => {
    let batch: ItemState[] = [];
    for (const state of library.items()) {
      batch.push(state);
      if (batch.length < batchSize) continue;
      made.put(batch);
      batch = [];
      await giveWay();
    }
    made.put(batch);
    follower = made;
    return made;
  };
  return {
    changed: (items) => {
      if (filling !== null) for (const id of items) waiting.add(id);
    },
    upToDate: async (library, input) => {
      filling ??= fill(library, make(input)).catch((error: unknown) => {
        filling = null;
        throw error;
      });
      const ready = follower ?? (await filling);
      for (const id of waiting) {
        const state = library.get(id);
        if (state === null) ready.remove([id]);
        else ready.put([state]);
      }
      waiting.clear();
      return ready;
    },
  };
}
