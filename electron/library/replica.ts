import { existsSync } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeviceId, RevisionId, SpaceId } from '../../shared/base/ids';
import type { Revision } from '../../shared/revision/revision';
import { Blobs } from './blobs';
import { namesIn, readLimited, removeUnfinished } from './files';
import { decodeHead, encodeHead, type Head } from './head';
import { limits } from './limits';
import {
  decodePack,
  encodePack,
  packName,
  type DecodedPack,
  type EncodedPack,
  type PackEntry,
  type PackOwner,
} from './pack';
import type { ProblemDesk } from './set-aside';
import type { Signer } from './signing';
import { writeFileAtomic, writeFilesAtomic } from './write-file-atomic';

export interface NewLog {
  readonly before: Head | null;
  readonly last: Head['last'];
  readonly added: readonly EncodedPack[];
  readonly packs: readonly PackEntry[];
}

/** One space on disk: the logs of all devices and the blobs. Reading does not ask who wrote; writing is for the signer's own log. */
export class Replica {
  readonly blobs: Blobs;

  /** `folder` inside `libraryFolder`, with `/`, as problems name it. */
  constructor(
    private readonly libraryFolder: string,
    private readonly folder: string,
    readonly space: SpaceId,
    private readonly desk: ProblemDesk,
  ) {
    this.blobs = new Blobs(libraryFolder, `${folder}/blobs`, desk);
  }

  /** Who has a log here. Clears what crashes left half written. */
  async devices(): Promise<readonly DeviceId[]> {
    const heads = (await namesIn(this.absolute('heads')))
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -5));
    const names = new Set([...heads, ...(await namesIn(this.absolute('log')))]);
    const devices = [...names].filter((name) => /^[0-9a-f]{32}$/.test(name)).sort() as DeviceId[];
    for (const place of ['heads', ...devices.map((device) => `log/${device}`)])
      await removeUnfinished(this.absolute(place));
    return devices;
  }

  /** As signed, or put together from the packs when the file is gone or damaged; null when there is no log. */
  async head(device: DeviceId): Promise<Head | null> {
    const bytes = await readLimited(this.absolute(headPath(device)), limits.head);
    if (bytes === 'missing') return this.headFromPacks(device);
    const head = bytes === 'too-large' ? null : decodeHead(bytes);
    if (head !== null && head.owner.device === device && head.owner.space === this.space) return head;
    await this.desk.setAside('head-damaged', `${this.folder}/${headPath(device)}`, device);
    return this.headFromPacks(device);
  }

  /** The revisions of a pack; null when it is missing or damaged: reported, and a damaged one put aside. */
  async pack(head: Head, entry: PackEntry): Promise<readonly Revision[] | null> {
    const { device } = head.owner;
    const path = packPath(device, entry);
    const bytes = await readLimited(this.absolute(path), limits.pack);
    if (bytes === 'missing') {
      const substitute = await this.readSubstitute(head, entry);
      if (substitute === null) this.desk.report({ code: 'pack-missing', file: `${this.folder}/${path}`, device });
      return substitute;
    }
    const pack = bytes === 'too-large' ? null : await decodePack(bytes, !head.signed);
    if (pack !== null && this.belongs(pack, device) && pack.entry.hash === entry.hash && pack.entry.to === entry.to)
      return pack.revisions;
    await this.desk.setAside('pack-damaged', `${this.folder}/${path}`, device);
    return this.readSubstitute(head, entry);
  }

  /** Packs first, then the head; on the disk when it resolves. Packs that the new log no longer names are removed after that. */
  async writeLog(signer: Signer, { before, last, added, packs }: NewLog): Promise<Head> {
    const { device, publicKey } = signer;
    const head: Head = { owner: { space: this.space, device, publicKey }, last, packs, signed: true };
    try {
      await writeFilesAtomic(
        added.map(({ entry, bytes }) => ({ path: this.absolute(packPath(device, entry)), bytes })),
      );
      await writeFileAtomic(this.absolute(headPath(device)), encodeHead(head, signer));
    } catch (error) {
      for (const { entry } of added) await this.removePack(device, entry);
      throw error;
    }
    const kept = new Set(packs.map(packName));
    for (const entry of before?.packs ?? []) if (!kept.has(packName(entry))) await this.removePack(device, entry);
    return head;
  }

  /** Keeps revisions of another device's pack in a pack of our own making, for what its owner signed is damaged or partly erased. */
  async substitute(head: Head, entry: PackEntry, revisions: readonly Revision[]): Promise<void> {
    const { bytes } = await encodePack(head.owner, revisions);
    await writeFileAtomic(this.absolute(packPath(head.owner.device, entry, 'substitutes')), bytes);
    await this.removePack(head.owner.device, entry);
  }

  /** Packs in a device's log that its head does not name, in order of `n`; each has proved itself, and what could not is put aside. */
  async *strayPacks(head: Head | null, device: DeviceId): AsyncIterableIterator<DecodedPack> {
    const named = new Set(head?.packs.map(packName));
    const names = [...(await namesIn(this.absolute(`log/${device}`)))].sort(
      (a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10),
    );
    for (const name of names) {
      if (named.has(name) || !name.endsWith('.pack')) continue;
      const path = `log/${device}/${name}`;
      const bytes = await readLimited(this.absolute(path), limits.pack);
      const pack = bytes instanceof Uint8Array ? await decodePack(bytes, true) : null;
      if (pack !== null && packName(pack.entry) === name && this.belongs(pack, device)) yield pack;
      else await this.desk.setAside('pack-damaged', `${this.folder}/${path}`, device);
    }
  }

  async removePack(device: DeviceId, entry: PackEntry): Promise<void> {
    await unlink(this.absolute(packPath(device, entry))).catch(() => undefined);
  }

  /** For a pack that contradicts the log it lies in. */
  async setPackAside(device: DeviceId, entry: PackEntry): Promise<void> {
    await this.desk.setAside('log-forked', `${this.folder}/${packPath(device, entry)}`, device);
  }

  hasPack(device: DeviceId, entry: PackEntry): boolean {
    return existsSync(this.absolute(packPath(device, entry)));
  }

  /** From the pack that goes furthest back along the chain, so that a pack of a failed write cannot take the place of a real one. */
  private async headFromPacks(device: DeviceId): Promise<Head | null> {
    const found: PackEnds[] = [];
    for await (const { owner, entry, revisions } of this.strayPacks(null, device)) {
      const [first, last] = [revisions[0] as Revision, revisions.at(-1) as Revision];
      found.push({ owner, entry, prev: first.header.prev, last: last.header.id });
    }
    found.sort((a, b) => b.entry.to - a.entry.to || a.entry.from - b.entry.from);
    const tip = found[0];
    if (tip === undefined) return null;
    const packs: PackEntry[] = [];
    for (let pack: PackEnds | undefined = tip; pack !== undefined; pack = before(found, pack))
      packs.unshift(pack.entry);
    return { owner: tip.owner, last: { n: tip.entry.to, revision: tip.last }, packs, signed: false };
  }

  private async readSubstitute({ owner: { device } }: Head, entry: PackEntry): Promise<readonly Revision[] | null> {
    const bytes = await readLimited(this.absolute(packPath(device, entry, 'substitutes')), limits.pack);
    const pack = bytes instanceof Uint8Array ? await decodePack(bytes, true) : null;
    const fits =
      pack !== null && this.belongs(pack, device) && pack.entry.from === entry.from && pack.entry.to === entry.to;
    return fits ? pack.revisions : null;
  }

  private belongs({ owner }: DecodedPack, device: DeviceId): boolean {
    return owner.device === device && owner.space === this.space;
  }

  private absolute(path: string): string {
    return join(this.libraryFolder, this.folder, path);
  }
}

interface PackEnds {
  readonly owner: PackOwner;
  readonly entry: PackEntry;
  readonly prev: RevisionId | null;
  readonly last: RevisionId;
}

/** The largest pack that `pack` follows on; where that one is missing, the nearest before it. */
function before(found: readonly PackEnds[], pack: PackEnds): PackEnds | undefined {
  return found.find(({ last }) => last === pack.prev) ?? found.find(({ entry }) => entry.to < pack.entry.from);
}

function headPath(device: DeviceId): string {
  return `heads/${device}.json`;
}

function packPath(device: DeviceId, entry: Pick<PackEntry, 'from' | 'hash'>, kind = 'log'): string {
  return `${kind}/${device}/${packName(entry)}`;
}
