import { existsSync } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeviceId, SpaceId } from '../../shared/base/ids';
import type { Revision } from '../../shared/revision/revision';
import { openBlobs, type Blobs } from './blobs';
import { namesIn, readLimited, removeUnfinished } from './files';
import { decodeHead, encodeHead, type Head } from './head';
import { limits } from './limits';
import { decodePack, encodePack, packName, type DecodedPack, type EncodedPack, type PackEntry, type PackOwner } from './pack';
import type { ProblemDesk } from './set-aside';
import type { Signer } from './signing';
import { writeFileAtomic, writeFilesAtomic } from './write-file-atomic';

/** One space on disk: the logs of all devices and the blobs. Reading does not ask who wrote; writing is for the signer's own log. */
export interface Replica {
  readonly space: SpaceId;
  readonly blobs: Blobs;
  devices(): Promise<readonly DeviceId[]>;
  /** As signed, or put together from the packs when the file is gone or damaged; null when there is no log. */
  head(device: DeviceId): Promise<Head | null>;
  /** null when it is missing or damaged: reported, and a damaged one put aside. */
  pack(head: Head, entry: PackEntry): Promise<readonly Revision[] | null>;
  /** Packs first, then the head; on the disk when it resolves. Packs that `packs` no longer names are removed after that. */
  writeLog(signer: Signer, log: NewLog): Promise<Head>;
  /** Keeps revisions of another device's pack in a pack of our own making, for what its owner signed is damaged or partly erased. */
  substitute(head: Head, entry: PackEntry, revisions: readonly Revision[]): Promise<void>;
  /** Packs in the signer's log that its head does not name. */
  strayPacks(head: Head | null, device: DeviceId): Promise<readonly DecodedPack[]>;
  removePack(device: DeviceId, entry: PackEntry): Promise<void>;
  hasPack(device: DeviceId, entry: PackEntry): boolean;
}

export interface NewLog {
  readonly before: Head | null;
  readonly last: Head['last'];
  readonly added: readonly EncodedPack[];
  readonly packs: readonly PackEntry[];
}

/** `folder` inside `libraryFolder`, with `/`, as problems name it. */
export function openReplica(libraryFolder: string, folder: string, space: SpaceId, desk: ProblemDesk): Replica {
  const absolute = (path: string): string => join(libraryFolder, folder, path);
  const packPath = (device: DeviceId, entry: Pick<PackEntry, 'from' | 'hash'>, kind = 'log'): string => `${kind}/${device}/${packName(entry)}`;
  const headPath = (device: DeviceId): string => `heads/${device}.json`;

  async function readHead(device: DeviceId): Promise<Head | null> {
    const bytes = await readLimited(absolute(headPath(device)), limits.head);
    if (bytes === 'missing') return headFromPacks(device);
    const head = bytes === 'too-large' ? null : decodeHead(bytes);
    if (head !== null && head.owner.device === device && head.owner.space === space) return head;
    await desk.setAside('head-damaged', `${folder}/${headPath(device)}`, device);
    return headFromPacks(device);
  }

  async function headFromPacks(device: DeviceId): Promise<Head | null> {
    const packs: PackEntry[] = [];
    let found: { owner: PackOwner; last: Head['last'] } | null = null;
    const byStart = [...(await strayPacks(null, device))].sort((a, b) => a.entry.from - b.entry.from || b.entry.to - a.entry.to);
    for (const { owner, entry, revisions } of byStart) {
      if (found !== null && entry.to <= found.last.n) continue;
      packs.push(entry);
      found = { owner, last: { n: entry.to, revision: (revisions.at(-1) as Revision).header.id } };
    }
    return found === null ? null : { ...found, packs, signed: false };
  }

  async function strayPacks(head: Head | null, device: DeviceId): Promise<readonly DecodedPack[]> {
    const named = new Set(head?.packs.map(packName));
    const strays: DecodedPack[] = [];
    for (const name of await namesIn(absolute(`log/${device}`))) {
      if (named.has(name) || !name.endsWith('.pack')) continue;
      const path = `log/${device}/${name}`;
      const bytes = await readLimited(absolute(path), limits.pack);
      const pack = bytes instanceof Uint8Array ? await decodePack(bytes, true) : null;
      if (pack !== null && packName(pack.entry) === name && isOwn(pack, device)) strays.push(pack);
      else await desk.setAside('pack-damaged', `${folder}/${path}`, device);
    }
    return strays;
  }

  const isOwn = ({ owner }: DecodedPack, device: DeviceId): boolean => owner.device === device && owner.space === space;

  async function readPack(head: Head, entry: PackEntry): Promise<readonly Revision[] | null> {
    const { device } = head.owner;
    const path = packPath(device, entry);
    const bytes = await readLimited(absolute(path), limits.pack);
    if (bytes === 'missing') {
      const substitute = await readSubstitute(head, entry);
      if (substitute === null) desk.report({ code: 'pack-missing', file: `${folder}/${path}`, device });
      return substitute;
    }
    const pack = bytes === 'too-large' ? null : await decodePack(bytes, !head.signed);
    if (pack !== null && isOwn(pack, device) && pack.entry.hash === entry.hash && pack.entry.to === entry.to) return pack.revisions;
    await desk.setAside('pack-damaged', `${folder}/${path}`, device);
    return readSubstitute(head, entry);
  }

  async function readSubstitute({ owner: { device } }: Head, entry: PackEntry): Promise<readonly Revision[] | null> {
    const bytes = await readLimited(absolute(packPath(device, entry, 'substitutes')), limits.pack);
    const pack = bytes instanceof Uint8Array ? await decodePack(bytes, true) : null;
    const fits = pack !== null && isOwn(pack, device) && pack.entry.from === entry.from && pack.entry.to === entry.to;
    return fits ? pack.revisions : null;
  }

  async function writeLog(signer: Signer, { before, last, added, packs }: NewLog): Promise<Head> {
    const { device, publicKey } = signer;
    const head: Head = { owner: { space, device, publicKey }, last, packs, signed: true };
    try {
      await writeFilesAtomic(added.map(({ entry, bytes }) => ({ path: absolute(packPath(device, entry)), bytes })));
      await writeFileAtomic(absolute(headPath(device)), encodeHead(head, signer));
    } catch (error) {
      for (const { entry } of added) await removePack(device, entry);
      throw error;
    }
    const kept = new Set(packs.map(packName));
    for (const entry of before?.packs ?? []) if (!kept.has(packName(entry))) await removePack(device, entry);
    return head;
  }

  async function removePack(device: DeviceId, entry: PackEntry): Promise<void> {
    await unlink(absolute(packPath(device, entry))).catch(() => undefined);
  }

  return {
    space,
    blobs: openBlobs(libraryFolder, `${folder}/blobs`, desk),
    devices: async () => {
      const heads = (await namesIn(absolute('heads'))).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));
      const devices = [...new Set([...heads, ...(await namesIn(absolute('log')))])].filter((name) => /^[0-9a-f]{32}$/.test(name));
      for (const place of ['heads', ...devices.map((device) => `log/${device}`)]) await removeUnfinished(absolute(place));
      return devices.sort() as DeviceId[];
    },
    head: readHead,
    pack: readPack,
    writeLog,
    substitute: async (head, entry, revisions) => {
      const { bytes } = await encodePack(head.owner, revisions);
      await writeFileAtomic(absolute(packPath(head.owner.device, entry, 'substitutes')), bytes);
      await removePack(head.owner.device, entry);
    },
    strayPacks,
    removePack,
    hasPack: (device, entry) => existsSync(absolute(packPath(device, entry))),
  };
}
