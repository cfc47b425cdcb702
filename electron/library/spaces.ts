import { join } from 'node:path';
import { AppError } from '../../shared/base/errors';
import type { SpaceId } from '../../shared/base/ids';
import { namesIn, readLimited } from './files';
import { isId, makeId } from './ids';
import { limits } from './limits';
import { decodeMarker, encodeMarker, markerFormat, markerName, type Marker } from './marker';
import { Replica } from './replica';
import type { ProblemDesk } from './set-aside';
import type { Signer } from './signing';
import { writeFileAtomic } from './write-file-atomic';

export interface Space {
  readonly replica: Replica;
  readonly marker: Marker;
}

const privateName = 'Mijn bibliotheek';

/** The spaces that are here. A damaged marker is put aside and the space opened as a private one, which is never shared by mistake. */
export async function openSpaces(libraryFolder: string, desk: ProblemDesk): Promise<readonly Space[]> {
  const spaces: Space[] = [];
  for (const name of await namesIn(join(libraryFolder, 'spaces'))) {
    if (!isId(name)) continue;
    const id = name as SpaceId;
    const marker = await readMarker(libraryFolder, id, desk);
    const replica = new Replica(libraryFolder, `spaces/${id}`, id, desk);
    await replica.blobs.removeUnfinished();
    spaces.push({ replica, marker });
  }
  return spaces;
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
  const space = makeId(random) as SpaceId;
  const marker: Marker = { format: 1, space, name: privateName, kind: 'private', founder: founder.publicKey };
  await writeMarker(libraryFolder, marker, founder);
  return { marker, replica: new Replica(libraryFolder, `spaces/${space}`, space, desk) };
}

/** Puts a marker back where it was missing or damaged. */
export async function mendMarker(libraryFolder: string, { marker }: Space, founder: Signer): Promise<void> {
  if (marker.founder === '') await writeMarker(libraryFolder, { ...marker, founder: founder.publicKey }, founder);
}

async function writeMarker(libraryFolder: string, marker: Marker, founder: Signer): Promise<void> {
  await writeFileAtomic(join(libraryFolder, 'spaces', marker.space, markerName), encodeMarker(marker, founder));
}
