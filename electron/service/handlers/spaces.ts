import { AppError } from '../../../shared/base/errors';
import type { ItemId, SpaceId } from '../../../shared/base/ids';
import type { Published, SpaceStatus } from '../../../shared/model/sync';
import type { Library } from '../../library/library-types';
import { proveOffline } from '../../sync/offline-proof';
import { imagesOf } from '../drafts/images';
import type { LibraryHandlers, Parts } from '../service';
import { existing, fileOf } from './items';

type Names =
  | 'spaces.list'
  | 'spaces.inspect'
  | 'spaces.create'
  | 'spaces.open'
  | 'spaces.share'
  | 'spaces.rename'
  | 'spaces.move'
  | 'spaces.leave'
  | 'spaces.publish'
  | 'spaces.participants'
  | 'spaces.setKeepOffline'
  | 'spaces.offlineProof';

/** Making, opening, sharing and leaving spaces, and what is put in them. */
export function spaceHandlers(parts: Parts): Pick<LibraryHandlers, Names> {
  const { sharing, library, jobs, clock, guard } = parts;
  const after = async (work: Promise<SpaceId>): Promise<SpaceStatus> => statusOf(await work, sharing.statuses());
  const done = (work: Promise<void>, id: SpaceId): Promise<SpaceStatus> => after(work.then(() => id));
  return {
    'spaces.list': () => sharing.statuses(),
    'spaces.inspect': async ({ place }) => (await sharing.engine()).inspect(place),
    'spaces.create': ({ name, place, closed, owner }) => after(sharing.create({ name, closed, owner }, place)),
    'spaces.open': ({ place }) => after(sharing.open(place)),
    'spaces.share': async ({ id, place, despite }) => {
      await guard.allow('share', { kind: 'space', id }, despite);
      return done(sharing.connect(id, place), id);
    },
    'spaces.rename': ({ id, name }) => done(sharing.rename(id, name), id),
    'spaces.move': ({ id, place }) => done(sharing.connect(id, place), id),
    'spaces.leave': ({ id }) => sharing.leave(id),
    'spaces.publish': async ({ ids, space, move, despite }) => {
      const all = withPictures(library, ids);
      await bringFiles(parts, all);
      await guard.allow('publish', { kind: 'items', ids: all }, despite);
      const made = await (move ? library.moveToSpace(all, space) : library.publish(all, space));
      return made.flatMap((state, at): readonly Published[] => {
        const from = ids[at];
        return from === undefined ? [] : [{ from, to: state.id }];
      });
    },
    'spaces.participants': ({ id }) => library.participants(id),
    'spaces.setKeepOffline': async ({ id, keep }) => done((await sharing.engine()).setKeepOffline(id, keep), id),
    'spaces.offlineProof': ({ id }) =>
      jobs.run(`proof:${id}`, 'proof', async ({ signal, progress }) => {
        const proof = await proveOffline(library.space(id), {
          signal,
          onProgress: (at, total) => progress({ done: at, total }),
        });
        return { files: proof.files, here: proof.verified, verifiedAt: clock().toISOString() };
      }),
  };
}

/** Error: `space-not-found`. */
export function statusOf(id: SpaceId, statuses: readonly SpaceStatus[]): SpaceStatus {
  const status = statuses.find((each) => each.id === id);
  if (status === undefined) throw new AppError('space-not-found');
  return status;
}

/** Files that are not here yet are fetched first: the guard reads them, and a copy needs its bytes. */
async function bringFiles({ library, sharing }: Parts, ids: readonly ItemId[]): Promise<void> {
  for (const id of ids) {
    const file = fileOf(existing(library, id));
    if (file !== null && !library.hasBlob(file.hash)) await (await sharing.engine()).fetchFile(file.hash);
  }
}

/** Items with the pictures in them, which follow after. */
function withPictures(library: Library, ids: readonly ItemId[]): readonly ItemId[] {
  return [...new Set([...ids, ...ids.flatMap((id) => imagesOf(library, id).map((picture) => picture.id))])];
}
