import { stat } from 'node:fs/promises';
import type { BlobHash, DeviceId } from '../../shared/base/ids';
import { AppError } from '../../shared/base/errors';
import type { BundleMade, BundleOpened } from '../../shared/model/sync';
import type { LocalSpace, SealedBlob } from '../library/local-space';
import { markerName } from '../library/marker';
import { lastN, localHeads, type PlacedHead } from './head-facts';
import { blobsNamed } from './named-blobs';
import { targetOf } from './outgoing-blobs';
import { noteSeen } from './publish';
import { roundContext, type RoundContext } from './round-context';
import { RemoteState } from './remote-state';
import { runRound } from './round';
import { blobPath, namedFile } from './space-paths';
import type { SyncLibrary } from './sync-library';
import { openBundle as openBundleFile } from './transports/bundle-transport';
import { writeBundle } from './transports/write-bundle';
import { visit } from './visit';

/** How far somebody holds each log. */
export type LogEnds = Readonly<Record<DeviceId, number>>;

/** A file that goes into a bundle: its bytes, or where they are on this disk. */
export interface BundleFile {
  readonly path: string;
  readonly content: Uint8Array | { readonly path: string } | SealedBlob;
}

/** What a bundle may leave out, and what it brings besides. */
interface Lacking {
  readonly since: LogEnds;
  /** Files that they ask for, though they hold the revisions that name them. */
  readonly files: readonly string[];
}

const everything: Lacking = { since: {}, files: [] };

/**
 * What the devices of `readers`, or all others when null, hold by their own account: as far as all of them do. Everything counts as lacking when
 * there is no other, or when one of them was never heard of.
 */
async function lackedBy(space: LocalSpace, readers: readonly DeviceId[] | null): Promise<Lacking> {
  const all = [...(await localHeads(space)).values()].filter(({ own }) => !own);
  const others = readers === null ? all : all.filter(({ head }) => readers.includes(head.owner.device));
  const known = new Set(others.map(({ head }) => head.owner.device));
  if (others.length === 0 || readers?.some((device) => !known.has(device)) === true) return everything;
  const [first = {}, ...rest] = others.map(endsAccordingTo);
  const since = Object.entries(first).map(([device, n]) => [
    device,
    Math.min(n, ...rest.map((ends) => ends[device as DeviceId] ?? 0)),
  ]);
  return { since: Object.fromEntries(since), files: others.flatMap(({ head }) => head.missing) };
}

function endsAccordingTo(local: PlacedHead): LogEnds {
  return { ...local.head.seen, [local.head.owner.device]: lastN(local.facts) };
}

/**
 * The files of a bundle (F27), those that matter most first: the marker, all heads, the lists and packs with revisions after `since`, and the
 * files that those name or that were asked for, as far as they are here.
 */
async function bundleFiles(space: LocalSpace, { since, files: asked }: Lacking): Promise<readonly BundleFile[]> {
  const heads = [...(await localHeads(space)).values()];
  const files: BundleFile[] = [{ path: markerName, content: await space.markerBytes() }];
  for (const path of await space.keyPaths()) files.push(fromDisk(space, path));
  const blobs = new Set<BlobHash>(space.blobsAt(asked).values());
  for (const { head, path, bytes, facts } of heads) {
    const from = since[head.owner.device] ?? 0;
    files.push({ path, content: bytes });
    for (const stray of head.strays) if (space.has(stray)) files.push(fromDisk(space, stray));
    if (lastN(facts) <= from) continue;
    for (const wanted of logFilesAfter(space, head, from)) files.push(fromDisk(space, wanted));
    for (const hash of await blobsNamed(space, head.owner.device, from + 1, lastN(facts))) blobs.add(hash);
  }
  for (const hash of blobs) if (space.has(blobPath(hash))) files.push(await blobFile(space, hash));
  return files;
}

function fromDisk(space: LocalSpace, path: string): BundleFile {
  return { path, content: { path: space.pathOf(path) } };
}

async function blobFile(space: LocalSpace, hash: BlobHash): Promise<BundleFile> {
  const here = space.pathOf(blobPath(hash));
  const path = targetOf({ space }, hash);
  const sealed = space.sealedBlob(hash, path, (await stat(here)).size);
  return { path, content: sealed ?? { path: here } };
}

/** Packs are in order, so those before the last one that begins at or before `from + 1` end before it. */
function logFilesAfter(space: LocalSpace, head: PlacedHead['head'], from: number): readonly string[] {
  const files = space.filesOf(head).filter(({ path }) => space.has(path));
  const starts = files.map(({ path }) => namedFile(path)).map((file) => (file?.kind === 'pack' ? file.n : 0));
  const first = Math.max(0, ...starts.filter((n) => n <= from + 1));
  return files.filter((_, i) => starts[i] === 0 || (starts[i] as number) >= first).map(({ path }) => path);
}

export interface BundleOptions {
  /** Everything; otherwise what was not seen to be with `readers`, or with every other device when they are not given. */
  readonly all: boolean;
  readonly readers?: readonly DeviceId[] | null;
  readonly signal?: AbortSignal;
}

/** Writes a bundle. Errors: `disk-full`, `write-failed`, `cancelled`. */
export async function makeBundle(
  space: LocalSpace,
  path: string,
  { all, readers = null, signal }: BundleOptions,
): Promise<BundleMade> {
  await noteSeen(space);
  const files = await bundleFiles(space, all ? everything : await lackedBy(space, readers));
  const sizeBytes = await writeBundle(path, files, signal === undefined ? {} : { signal });
  return { path, files: files.length, sizeBytes };
}

/**
 * Takes in a bundle; a space that was not here yet comes into the library. One round that only takes: a bundle is a folder that cannot be written.
 * Opening it twice brings nothing twice. Errors: `file-missing`, `bundle-damaged`, `space-missing-there`, those of `visit`, `cancelled`.
 */
export async function openBundle(
  path: string,
  parts: Pick<RoundContext, 'clock' | 'signal' | 'log'> & { readonly library: SyncLibrary },
): Promise<BundleOpened> {
  const { library, clock, signal, log } = parts;
  const transport = await openBundleFile(path);
  try {
    const found = await visit(transport, signal);
    if (found.kind !== 'space') throw new AppError('space-missing-there', { place: path });
    const { id, name } = await library.adoptSpace(found.bytes);
    const state = new RemoteState(path);
    const { revisionsIn, filesIn } = await runRound(
      roundContext(library, id, { transport, state, clock, signal, log }),
    );
    const refused = state.quarantine.list(id).map(({ code, params }) => ({ code, params }));
    return { space: id, name, changes: revisionsIn, files: filesIn, refused };
  } finally {
    await transport.close();
  }
}
