import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BlobHash, ItemId, SpaceId } from '../../shared/base/ids';
import { canonicalJson, type JsonValue } from '../../shared/base/json';
import { fieldOf } from '../../shared/model/types';
import { ancestryOf } from '../../shared/revision/ancestry';
import type { ItemState } from '../../shared/revision/item-state';
import type { Revision } from '../../shared/revision/revision';
import { itemState, type MergePolicy } from '../../shared/revision/state';
import { keysOf } from '../../electron/library/device';
import { sha256 } from '../../electron/library/hash';
import { openLibrary, type Library, type LibraryOptions } from '../../electron/library/library';
import type { SpaceFile } from '../../electron/library/local-space';
import type { Marker } from '../../electron/library/marker';

/** What a reader finds in the folder of a space. */
export interface FoundSpace {
  readonly marker: Pick<Marker, 'space' | 'name' | 'kind' | 'founder'>;
  /** How many revisions of each device were found. */
  readonly revisions: Readonly<Record<string, number>>;
  /** Revisions whose words have been erased. */
  readonly erased: readonly string[];
  /** Revisions that wait for one before them, and count in no state. */
  readonly held: readonly string[];
  /** As `shared/revision/item-state.ts` describes them, sorted by id. */
  readonly items: readonly ItemState[];
  /** SHA-256 over the canonical JSON of each of these states with a newline after it. */
  readonly stateHash: string;
  /** Files that are here and are what their name says. */
  readonly blobs: readonly string[];
  /** Files that are not taken in, and why. */
  readonly refused: Readonly<Record<string, string>>;
  /** Files that a head names and that are not in the folder. */
  readonly missing: readonly string[];
}

const policy: MergePolicy = { mergesText: (type, field) => fieldOf(type, field)?.kind === 'markdown' };
const headName = /^[0-9a-f]{32}(-[0-9a-f]{16})?\.json$/;

/** Reads a folder with the product's own library, as joining it would; a closed space with the secret of a member's device. */
export async function readSpace(folder: string, secret?: Uint8Array): Promise<FoundSpace> {
  const base = mkdtempSync(join(tmpdir(), 'raakvlak-read-'));
  const options: LibraryOptions = {
    folder: join(base, 'library'),
    witnessFolder: join(base, 'config'),
    clock: () => new Date(0),
    random: (sizeBytes) => randomBytes(sizeBytes),
    machine: 'reader',
  };
  if (secret !== undefined) {
    await (await openLibrary(options)).close();
    putDeviceKey(options.folder, secret);
  }
  const library = await openLibrary(options);
  try {
    return await readInto(library, folder);
  } finally {
    await library.close();
    rmSync(base, { recursive: true });
  }
}

/** A device that may read and, because nothing proves that its log is whole, not write. */
function putDeviceKey(library: string, secret: Uint8Array): void {
  const { device } = keysOf(secret).signer;
  mkdirSync(join(library, 'device'), { recursive: true });
  const content = { format: 1, device, secret: Buffer.from(secret).toString('base64') };
  writeFileSync(join(library, 'device/device.json'), JSON.stringify(content));
}

async function readInto(library: Library, folder: string): Promise<FoundSpace> {
  const { id } = await library.adoptSpace(readFileSync(join(folder, 'raakvlak.json')));
  const space = library.space(id);
  const refused: Record<string, string> = {};
  for (const epoch of namesIn(join(folder, 'keys'))) {
    for (const path of space.keyPathsIn(epoch))
      if (existsSync(join(folder, path))) await space.receiveKey(path, readFileSync(join(folder, path)));
  }
  const missing = new Set<string>();
  for (const name of readdirSync(join(folder, 'heads'))
    .filter((name) => headName.test(name))
    .sort()) {
    const files = filesOfLog(folder, name.slice(0, 32));
    const received = await space.receive({ head: readFileSync(join(folder, 'heads', name)), files });
    for (const { path, code } of received.refused) refused[path] = code;
    for (const path of received.missing) missing.add(path);
  }
  const blobs: BlobHash[] = [];
  for (const { hash } of space.missingBlobs()) {
    const path = space.blobPaths(hash).find((name) => existsSync(join(folder, name)));
    if (path === undefined) continue;
    copyFileSync(join(folder, path), space.partialPath(path));
    if ((await space.receiveBlob(hash, space.partialPath(path))) === 'kept') blobs.push(hash);
  }
  const own = revisionsOf(library, id);
  const byItem = new Map<ItemId, Revision[]>();
  for (const revision of own) {
    const { item } = revision.header;
    byItem.set(item, [...(byItem.get(item) ?? []), revision]);
  }
  const revisions: Record<string, number> = {};
  for (const { header } of own) revisions[header.device] = (revisions[header.device] ?? 0) + 1;
  const items = [...byItem]
    .map(([item, some]) => itemState({ id: item, space: id }, some, policy))
    .filter((state) => state !== null && typeof state.fields['type'] === 'string') as ItemState[];
  items.sort((a, b) => (a.id < b.id ? -1 : 1));
  const { name, kind, founder } = space.marker;
  return {
    marker: { space: id, name, kind, founder },
    revisions,
    erased: own
      .filter(({ body }) => body === null)
      .map(({ header }) => header.id)
      .sort(),
    held: [...byItem.values()].flatMap((some) => ancestryOf(some).held.map(({ header }) => header.id)).sort(),
    items,
    stateHash: sha256(items.map((state) => `${canonicalJson(state as unknown as JsonValue)}\n`).join('')),
    blobs: blobs.sort(),
    refused,
    missing: [...missing].sort(),
  };
}

/** Without the reader's own: it confirms erasures as soon as it sees them. */
function revisionsOf(library: Library, space: SpaceId): readonly Revision[] {
  return [...library.exportRevisions()]
    .map((line) => JSON.parse(line) as Revision & { space: SpaceId })
    .filter((line) => line.space === space && line.header.device !== library.device())
    .map(({ header, body }) => ({ header, body }));
}

const namesIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);

function filesOfLog(folder: string, device: string): readonly SpaceFile[] {
  const log = join(folder, 'log', device);
  if (!existsSync(log)) return [];
  return readdirSync(log).map((name) => ({ path: `log/${device}/${name}`, bytes: readFileSync(join(log, name)) }));
}
