import { join } from 'node:path';
import { z } from 'zod';
import type { BlobHash, ItemId } from '../../shared/base/ids';
import { readLimited } from '../library/files';
import { createQueue } from '../library/in-parallel';
import type { Library } from '../library/library-types';
import { limits } from '../library/limits';
import { writeFileAtomic } from '../library/write-file-atomic';
import { fileOf } from './handlers/items';

/** The collections whose files this device keeps here, wherever the items are shared. */
export interface KeptCollections {
  all(): readonly ItemId[];
  /** On disk when it resolves. Errors: `disk-full`, `write-failed`. */
  set(collection: ItemId, keep: boolean): Promise<void>;
  /** The items that are in one of them now. */
  items(): ReadonlySet<ItemId>;
}

const schema = z.object({ format: z.literal(1), collections: z.array(z.string()) });

/** Reads `device/kept-collections.json`. A damaged file is as good as none: files come when they are opened. */
export async function openKeptCollections(library: Library): Promise<KeptCollections> {
  const path = join(library.folder, 'device', 'kept-collections.json');
  const kept = new Set(parse(await readLimited(path, limits.marker)));
  const queue = createQueue();
  return {
    all: () => [...kept],
    set: (collection, keep) => {
      if (keep) kept.add(collection);
      else kept.delete(collection);
      const content = Buffer.from(JSON.stringify({ format: 1, collections: [...kept] }, null, 2));
      return queue(() => writeFileAtomic(path, content));
    },
    items: () => new Set([...kept].flatMap((collection) => itemsIn(library, collection))),
  };
}

/** The files of the items in a collection that are not in the bin, each once. */
export function filesIn(library: Library, collection: ItemId): readonly BlobHash[] {
  const files = itemsIn(library, collection).flatMap((id) => {
    const state = library.get(id);
    return (state === null ? null : fileOf(state))?.hash ?? [];
  });
  return [...new Set(files)];
}

function itemsIn(library: Library, collection: ItemId): readonly ItemId[] {
  return library
    .relationsTo(collection)
    .flatMap(({ from, relation }) => (relation.kind === 'inCollection' ? from : []));
}

function parse(bytes: Uint8Array | string): readonly ItemId[] {
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes as Uint8Array).toString('utf8'))).collections as ItemId[];
  } catch {
    return [];
  }
}
