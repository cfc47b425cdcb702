import { AppError } from '../../../shared/base/errors';
import type { ItemId, SpaceId } from '../../../shared/base/ids';
import type { CheckedInput } from '../../../shared/contract';
import { leftBehind } from '../../../shared/model/publishing';
import type { Published, SpaceStatus } from '../../../shared/model/sync';
import type { ItemState } from '../../../shared/revision/item-state';
import type { Library } from '../../library/library-types';
import { proveOffline } from '../../sync/offline-proof';
import { imagesOf } from '../drafts/images';
import { earlierStates } from '../drafts/versions';
import { publishPreview } from '../publish-preview';
import type { LibraryHandlers, Parts } from '../service';
import { existing, fileOf } from './items';
import { logShares } from './shares';

type Names =
  | 'spaces.inspect'
  | 'spaces.create'
  | 'spaces.open'
  | 'spaces.share'
  | 'spaces.rename'
  | 'spaces.move'
  | 'spaces.leave'
  | 'spaces.publish'
  | 'spaces.publishPreview'
  | 'spaces.participants'
  | 'spaces.setKeepOffline'
  | 'spaces.offlineProof';

/** Making, opening, sharing and leaving spaces, and what is put in them. */
export function spaceHandlers(parts: Parts): Pick<LibraryHandlers, Names> {
  const { sharing, library, jobs, clock, guard } = parts;
  const after = async (work: Promise<SpaceId>): Promise<SpaceStatus> => statusOf(await work, sharing.statuses());
  const done = (work: Promise<void>, id: SpaceId): Promise<SpaceStatus> => after(work.then(() => id));
  return {
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
    'spaces.publish': (input) => publishItems(parts, input),
    'spaces.publishPreview': ({ ids, space }) => publishPreview(parts, withPictures(library, ids), space),
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

async function publishItems(
  parts: Parts,
  { ids, space, move, leaveOut, history, redact, despite }: CheckedInput<'spaces.publish'>,
): Promise<readonly Published[]> {
  const { library, guard } = parts;
  const originals = withPictures(library, ids);
  const earlier = (id: ItemId): readonly ItemState[] => (history ? earlierStates(library, id) : []);
  await bringFiles(
    parts,
    originals.flatMap((id) => [existing(library, id), ...earlier(id)]),
  );
  const copies = redact ? await guard.redactedCopies(ids) : [];
  const all = redact ? copies.map(({ to }) => to) : originals;
  await guard.allow('publish', { kind: 'items', ids: all, history }, despite);
  const sources = ids.map((id) => existing(library, id)).filter((item) => item.space !== space);
  const target = library.spaces().find(({ id }) => id === space);
  if (target !== undefined && target.kind !== 'private') await logShares(parts, sources, 'publication', target.name);
  const leavesClosed = library
    .spaces()
    .some(({ id, kind }) => kind === 'closed' && sources.some((item) => item.space === id));
  const stay = leaveOut ?? (leavesClosed ? leftBehind : []);
  // The original of a redacted copy stays where it is, also when it was to be moved.
  const made = await (move && !redact
    ? library.moveToSpace(all, space, { leaveOut: stay, earlier })
    : library.publish(all, space, { leaveOut: stay, earlier }));
  const byItem = [...new Set(made.map(({ id }) => id))];
  return byItem.flatMap((to, at): readonly Published[] => {
    const from = ids[at];
    return from === undefined ? [] : [{ from, to }];
  });
}

/** Error: `space-not-found`. */
export function statusOf(id: SpaceId, statuses: readonly SpaceStatus[]): SpaceStatus {
  const status = statuses.find((each) => each.id === id);
  if (status === undefined) throw new AppError('space-not-found');
  return status;
}

/** Files that are not here yet are fetched first: the guard reads them, and a copy needs its bytes. */
export async function bringFiles({ library, sharing }: Parts, states: readonly ItemState[]): Promise<void> {
  for (const state of states) {
    const file = fileOf(state);
    if (file !== null && !library.hasBlob(file.hash)) await (await sharing.engine()).fetchFile(file.hash);
  }
}

/** Items with the pictures in them, which follow after. */
function withPictures(library: Library, ids: readonly ItemId[]): readonly ItemId[] {
  return [...new Set([...ids, ...ids.flatMap((id) => imagesOf(library, id).map((picture) => picture.id))])];
}
