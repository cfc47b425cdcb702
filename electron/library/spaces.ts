import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { AppError } from '../../shared/base/errors';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import type { Core } from './core';
import type { DeviceKeys } from './device';
import { newEpochKey } from './epoch-key';
import { namesIn, readLimited } from './files';
import { isId, makeId } from './ids';
import { limits } from './limits';
import { decodeMarker, encodeMarker, markerFormat, markerName, type Marker } from './marker';
import type { SpaceInfo } from './library-types';
import { Replica } from './replica';
import { wasMovedAside, type ProblemDesk } from './set-aside';
import type { Signer } from './signing';
import { keyFilesFor, loadKeys } from './space-keys';
import { EpochLock, openLock, type SpaceLock } from './space-lock';
import { writeFileAtomic } from './write-file-atomic';

export interface Space {
  readonly replica: Replica;
  readonly marker: Marker;
  /** What this library calls it, when that is not what the marker says. */
  readonly localName: string | null;
}

const privateName = 'Mijn bibliotheek';
const nameFile = 'name.json';
const nameSchema = z.object({ name: z.string().min(1).max(200) });

export function infoOf({ marker, localName }: Space): SpaceInfo {
  return { id: marker.space, name: localName ?? marker.name, kind: marker.kind };
}

/** Where what is in no space yet goes. A space whose marker is damaged passes for private too, but has no founder. */
export function privateSpaceOf(spaces: Iterable<Space>): SpaceId {
  const own = [...spaces].filter(({ marker }) => marker.kind === 'private');
  return (own.find(({ marker }) => marker.founder !== '') ?? own[0])?.marker.space as SpaceId;
}

/** The spaces that are here. A damaged marker is put aside and the space opened as a private one, which is never shared by mistake. */
export async function openSpaces(
  libraryFolder: string,
  desk: ProblemDesk,
  own: DeviceKeys | null,
): Promise<readonly Space[]> {
  const spaces: Space[] = [];
  for (const name of await namesIn(join(libraryFolder, 'spaces'))) {
    if (!isId(name)) continue;
    const id = name as SpaceId;
    if (await isUnfinished(join(libraryFolder, 'spaces', id))) continue;
    const marker = await readMarker(libraryFolder, id, desk);
    const lock = await lockOfFolder(join(libraryFolder, 'spaces', id), marker, own);
    const replica = new Replica(libraryFolder, `spaces/${id}`, id, desk, lock);
    await replica.blobs.removeUnfinished();
    spaces.push({ replica, marker, localName: await readLocalName(libraryFolder, id) });
  }
  return spaces;
}

/** Also without its marker a closed space is never taken for an open one. */
async function lockOfFolder(folder: string, { kind }: Marker, own: DeviceKeys | null): Promise<SpaceLock> {
  return kind === 'closed' || existsSync(join(folder, 'keys')) ? loadKeys(folder, own) : openLock;
}

/** What making or joining a space left when the disk failed before its marker was there: nothing of anybody. */
async function isUnfinished(folder: string): Promise<boolean> {
  if (existsSync(join(folder, markerName))) return false;
  for (const part of ['heads', 'log', 'newer']) if ((await namesIn(join(folder, part))).length > 0) return false;
  return true;
}

async function readLocalName(libraryFolder: string, space: SpaceId): Promise<string | null> {
  const bytes = await readLimited(join(libraryFolder, 'spaces', space, nameFile), limits.marker);
  if (!(bytes instanceof Uint8Array)) return null;
  try {
    return nameSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).name;
  } catch {
    return null;
  }
}

async function readMarker(libraryFolder: string, space: SpaceId, desk: ProblemDesk): Promise<Marker> {
  const file = `spaces/${space}/${markerName}`;
  const bytes = await readLimited(join(libraryFolder, file), limits.marker);
  if (bytes instanceof Uint8Array) {
    if ((markerFormat(bytes) ?? 0) > 1) throw new AppError('library-newer');
    const marker = decodeMarker(bytes);
    if (marker?.space === space) return marker;
  }
  if (bytes === 'missing') desk.report({ code: 'marker-damaged', file });
  else await desk.setAside('marker-damaged', file);
  return { format: 1, space, name: privateName, kind: 'private', founder: '' };
}

export async function createPrivateSpace(
  libraryFolder: string,
  random: (sizeBytes: number) => Uint8Array,
  founder: Signer,
  desk: ProblemDesk,
): Promise<Space> {
  return createSpace({ libraryFolder, random, desk }, founder, { name: privateName, kind: 'private' });
}

export interface SpaceMaker {
  readonly libraryFolder: string;
  readonly random: (sizeBytes: number) => Uint8Array;
  readonly desk: ProblemDesk;
}

/** Error: `field-invalid` (name). */
export async function createSpace(
  maker: SpaceMaker,
  founder: Signer,
  { name, kind }: { readonly name: string; readonly kind: 'private' | 'open' },
): Promise<Space> {
  const space = makeId(maker.random) as SpaceId;
  const marker: Marker = { format: 1, space, name: checkName(name), kind, founder: founder.publicKey };
  return place(maker, marker, encodeMarker(marker, founder), openLock);
}

/** Its first key is there before its marker. Error: `field-invalid` (name). */
export async function createClosedSpace(
  maker: SpaceMaker,
  { signer, identity }: DeviceKeys,
  { name, owner }: { readonly name: string; readonly owner?: string | undefined },
): Promise<Space> {
  const space = makeId(maker.random) as SpaceId;
  const key = newEpochKey(1, maker.random);
  const { recipient } = key.identity;
  const shown = owner === undefined ? {} : { owner: owner.trim().slice(0, 200) };
  const marker: Marker = {
    ...{ format: 1, space, name: checkName(name), kind: 'closed', founder: signer.publicKey },
    ...{ recipient: recipient.text, ...shown },
  };
  const holder = { device: signer.device, recipient: identity.recipient.text };
  const lock = new EpochLock();
  lock.add(key);
  for (const { path, bytes } of keyFilesFor({ space }, [key], holder, signer, maker.random))
    await writeFileAtomic(join(maker.libraryFolder, 'spaces', space, path), bytes);
  return place(maker, marker, encodeMarker(marker, signer), lock);
}

/** Has a space that somebody else made, or a newer marker of one that is here. Errors: `space-damaged`, `space-newer`. */
export async function adoptSpace(
  maker: SpaceMaker,
  bytes: Uint8Array,
  known: (id: SpaceId) => Space | undefined,
): Promise<Space> {
  if ((markerFormat(bytes) ?? 0) > 1) throw new AppError('space-newer');
  const marker = decodeMarker(bytes);
  if (marker === null || marker.kind === 'private') throw new AppError('space-damaged');
  const here = known(marker.space);
  if (here === undefined) return place(maker, marker, bytes, marker.kind === 'closed' ? new EpochLock() : openLock);
  if (here.marker.founder !== '' && !isSuccessor(marker, here.marker)) throw new AppError('space-damaged');
  await writeFileAtomic(join(maker.libraryFolder, 'spaces', marker.space, markerName), bytes);
  return { ...here, marker };
}

/** What was said once about who may read a space stays as it is. */
function isSuccessor(next: Marker, now: Marker): boolean {
  return next.founder === now.founder && next.kind === now.kind && next.recipient === now.recipient;
}

/** The founder's name for a space is everybody's; anybody else's stays here. Error: `field-invalid` (name). */
export async function renameSpace(
  libraryFolder: string,
  space: Space,
  name: string,
  signer: Signer | null,
): Promise<Space> {
  const checked = checkName(name);
  if (signer !== null && space.marker.founder === signer.publicKey) {
    const marker = { ...space.marker, name: checked };
    await writeMarker(libraryFolder, marker, signer);
    return { ...space, marker };
  }
  const path = join(libraryFolder, 'spaces', space.marker.space, nameFile);
  await writeFileAtomic(path, Buffer.from(JSON.stringify({ name: checked })));
  return { ...space, localName: checked };
}

/** Forgets spaces whose folder was moved aside while the index could not be told any more. */
export async function forgetSpacesLeft(
  core: Pick<Core, 'database' | 'revisions' | 'items'>,
  libraryFolder: string,
): Promise<void> {
  for (const space of new Set(core.revisions.logs().map((log) => log.space))) {
    const folder = `spaces/${space}`;
    if (!existsSync(join(libraryFolder, folder)) && wasMovedAside(libraryFolder, folder))
      await forgetSpace(core, space);
  }
}

const itemsAtOnce = 100;

/** Takes a space out of the index, some items at a time; gives them. */
export async function forgetSpace(
  { database, revisions, items }: Pick<Core, 'database' | 'revisions' | 'items'>,
  space: SpaceId,
): Promise<readonly ItemId[]> {
  const all: ItemId[] = [];
  for (;;) {
    const some = revisions.itemsOfSpace(space, itemsAtOnce);
    if (some.length === 0) break;
    database.transaction(() => {
      revisions.forgetItems(space, some);
      items.recompute(some);
    });
    all.push(...some);
    await nextTurn();
  }
  database.transaction(() => revisions.forgetSpace(space));
  return all;
}

/** Puts the private space's marker back where it was missing or damaged; a shared one comes back from its shared folder. */
export async function mendPrivateMarker(
  libraryFolder: string,
  spaces: Map<SpaceId, Space>,
  founder: Signer,
): Promise<void> {
  const id = privateSpaceOf(spaces.values());
  const space = spaces.get(id);
  if (space === undefined || space.marker.founder !== '') return;
  const marker = { ...space.marker, founder: founder.publicKey };
  await writeMarker(libraryFolder, marker, founder);
  spaces.set(id, { ...space, marker });
}

function checkName(name: string): string {
  const checked = name.trim();
  if (checked === '' || checked.length > 200) throw new AppError('field-invalid', { field: 'name' });
  return checked;
}

async function place(
  { libraryFolder, desk }: SpaceMaker,
  marker: Marker,
  bytes: Uint8Array,
  lock: SpaceLock,
): Promise<Space> {
  const { space } = marker;
  await writeFileAtomic(join(libraryFolder, 'spaces', space, markerName), bytes);
  return { marker, localName: null, replica: new Replica(libraryFolder, `spaces/${space}`, space, desk, lock) };
}

async function writeMarker(libraryFolder: string, marker: Marker, founder: Signer): Promise<void> {
  await writeFileAtomic(join(libraryFolder, 'spaces', marker.space, markerName), encodeMarker(marker, founder));
}
