import type { ItemId } from '../../../shared/base/ids';
import type { CollectionFiles } from '../../../shared/model/sync';
import { proveFiles } from '../../sync/offline-proof';
import { filesIn } from '../kept-collections';
import type { LibraryHandlers, Parts } from '../service';
import { existing } from './items';

type Names = 'collections.files' | 'collections.setKeepOffline' | 'collections.offlineProof';

/** Which collections are kept on this computer whole, and the proof of it. */
export function collectionHandlers(parts: Parts): Pick<LibraryHandlers, Names> {
  const { library, keptCollections, sharing, jobs, clock } = parts;
  const files = (id: ItemId): CollectionFiles => {
    const named = filesIn(library, existing(library, id).id);
    return {
      keep: keptCollections.all().includes(id),
      files: named.length,
      here: named.filter((hash) => library.hasBlob(hash)).length,
    };
  };
  return {
    'collections.files': ({ id }) => files(id),
    'collections.setKeepOffline': async ({ id, keep }) => {
      await keptCollections.set(existing(library, id).id, keep);
      // Nobody waits for the files: how far they are is in the status of their spaces.
      if (keep) void (await sharing.engine()).sync();
      return files(id);
    },
    'collections.offlineProof': ({ id }) =>
      jobs.run(`proof:${id}`, 'proof', async ({ signal, progress }) => {
        const named = filesIn(library, existing(library, id).id);
        const here = named.filter((hash) => library.hasBlob(hash));
        const { verified } = await proveFiles(here, (hash) => library.blobPath(hash), {
          signal,
          onProgress: (done, total) => progress({ done, total }),
        });
        return { files: named.length, here: verified, verifiedAt: clock().toISOString() };
      }),
  };
}
