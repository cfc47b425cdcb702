import type { DeviceId } from '../../shared/base/ids';
import { brakeOnLoss, checkMarker } from './brake';
import type { RoundContext } from './round-context';
import { deviceOfHeadName } from './space-paths';
import type { ListedFile } from './transport';

/** The heads that lie in the shared folder, by path. */
export type HeadListing = ReadonlyMap<string, { readonly device: DeviceId; readonly tag: string }>;
export type ListedHead = readonly [string, { readonly device: DeviceId; readonly tag: string }];

/**
 * One listing, and no more than that when nothing happened. Throws `Braked` before anything is written when the folder looks broken.
 * Heads that are gone are forgotten here, so that what is still known of them is put back.
 */
export async function look(context: RoundContext): Promise<HeadListing> {
  const { state, mode, transport, signal } = context;
  context.tell({ phase: 'looking', done: 0, total: 0 });
  if (mode.putBack) state.forgetWhatIsThere();
  if (mode.readMarker || mode.putBack || state.marker === null) await checkMarker(context);
  const listing = headsAmong((await transport.list('heads', signal)) ?? []);
  const gone = [...state.heads.keys()].filter((path) => !listing.has(path));
  await brakeOnLoss(context, gone);
  // Who lost heads may have lost keys too.
  if (gone.length > 0) state.keys.clear();
  for (const path of gone) {
    state.heads.delete(path);
    context.log('warning', 'head-gone', { file: path });
  }
  // What was wrong with a head went with it: it is not waited for before a good one is put there.
  state.quarantine.clearWhere((path) => path.startsWith('heads/') && !listing.has(path));
  return listing;
}

function headsAmong(files: readonly ListedFile[]): HeadListing {
  return new Map(
    files.flatMap(({ name, tag }) => {
      const device = deviceOfHeadName(name);
      return device === null ? [] : [[`heads/${name}`, { device, tag }] as const];
    }),
  );
}
