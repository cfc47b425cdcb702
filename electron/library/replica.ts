import { existsSync } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../shared/base/errors';
import type { DeviceId, SpaceId } from '../../shared/base/ids';
import type { Revision } from '../../shared/revision/revision';
import { Blobs } from './blobs';
import { namesIn, readLimited } from './files';
import { sha256 } from './hash';
import { branchPath, encodeHead, headPath, readHead, type Head } from './head';
import { limits } from './limits';
import { divide, isSigned, listPath, packPath, type Log } from './log';
import { LogReader } from './log-reader';
import { NewerHeads, type NewerHead } from './newer-heads';
import {
  decodePack,
  encodePack,
  packFault,
  packName,
  type DecodedPack,
  type EncodedPack,
  type PackEntry,
} from './pack';
import { encodeList } from './pack-list';
import type { ProblemDesk } from './set-aside';
import type { Signer } from './signing';
import { openLock, type SpaceLock } from './space-lock';
import { syncFolders, writeFileAtomic, writeFilesAtomic, type FileToWrite } from './write-file-atomic';

export interface NewLog {
  readonly before: Log | null;
  readonly last: Head['last'];
  readonly added: readonly EncodedPack[];
  readonly packs: readonly PackEntry[];
  readonly notes?: Pick<Head, 'seen' | 'missing' | 'strays'>;
}

/** One space on disk: the logs of all devices and the blobs. Reading does not ask who wrote; what is written has been verified or is the signer's own. */
export class Replica {
  readonly blobs: Blobs;
  /** The logs of each device, the one that stands first. Nobody else writes here, so what was read stays true. */
  private known: Promise<Map<DeviceId, readonly Log[]>> | null = null;
  private readonly newerHeads: NewerHeads;
  private readonly reader: LogReader;
  private readonly substituted = new Set<string>();
  /** Paths of packs that lie here and that no head named when they were found. */
  private readonly loose = new Set<string>();
  private unsettled = false;
  /** Paths of packs and lists that lie here and that no key here opens. */
  readonly locked = new Set<string>();

  /** `folder` inside `libraryFolder`, with `/`, as problems name it. */
  constructor(
    private readonly libraryFolder: string,
    readonly folder: string,
    readonly space: SpaceId,
    private readonly desk: ProblemDesk,
    readonly lock: SpaceLock = openLock,
  ) {
    this.blobs = new Blobs(libraryFolder, `${folder}/blobs`, desk);
    this.newerHeads = new NewerHeads(libraryFolder, folder, desk);
    this.reader = new LogReader(libraryFolder, folder, space, this.newerHeads, desk, lock);
  }

  /** Heads of a newer version, kept as they are. */
  get newer(): ReadonlyMap<DeviceId, NewerHead> {
    return this.newerHeads.byDevice;
  }

  /** Every log, that of a forked device once for each branch. Read from disk the first time. */
  async logs(): Promise<readonly Log[]> {
    return [...(await this.byDevice()).values()].flat();
  }

  /** As signed, or put together from the packs when the file is gone or damaged; null when there is no log. */
  async log(device: DeviceId): Promise<Log | null> {
    return (await this.logsOf(device))[0] ?? null;
  }

  async logsOf(device: DeviceId): Promise<readonly Log[]> {
    return (await this.byDevice()).get(device) ?? [];
  }

  /** The next look reads the disk again. */
  forgetLogs(): void {
    this.known = null;
  }

  /** The packs that this list names, when it is known. */
  listed(hash: string): readonly PackEntry[] | undefined {
    return this.reader.lists.get(hash);
  }

  rememberList(hash: string, packs: readonly PackEntry[]): void {
    this.reader.lists.set(hash, packs);
  }

  /** The revisions of a pack; null when it is missing or damaged: reported, and a damaged one put aside. */
  async pack(log: Log, entry: PackEntry, signatures = !isSigned(log)): Promise<readonly Revision[] | null> {
    const { device } = log.head.owner;
    const path = packPath(device, entry);
    const file = `${this.folder}/${path}`;
    const bytes = await readLimited(this.absolute(path), limits.pack);
    if (bytes === 'missing') {
      const substitute = await this.readSubstitute(log.head, entry);
      if (substitute === null) this.desk.report({ code: 'pack-missing', file, device });
      return substitute;
    }
    const pack = bytes === 'too-large' ? null : await decodePack(bytes, signatures, this.lock);
    if (pack !== null && this.belongs(pack, device) && pack.entry.hash === entry.hash && pack.entry.to === entry.to)
      return pack.revisions;
    const fault = pack === null && bytes instanceof Uint8Array ? await packFault(bytes, this.lock) : 'damaged';
    if (fault === 'locked' && sha256(bytes as Uint8Array) === entry.hash) {
      this.locked.add(path);
      return null;
    }
    if (fault === 'newer-format') {
      this.desk.report({ code: 'newer-format', file, device });
      return null;
    }
    await this.desk.setAside('pack-damaged', file, device);
    return this.readSubstitute(log.head, entry);
  }

  /** Whether a pack that lies here is under the key that would be used now. */
  async isOfNewestKey(device: DeviceId, entry: PackEntry): Promise<boolean> {
    const bytes = await readLimited(this.absolute(packPath(device, entry)), limits.pack);
    return bytes instanceof Uint8Array && this.lock.isOfNewest(bytes);
  }

  /** Packs and list first, then the head; on the disk when it resolves. Files that the new log no longer names are removed after that. */
  async writeLog(signer: Signer, { before, last, added, packs, notes }: NewLog): Promise<Log> {
    if (this.unsettled) throw new AppError('log-unsettled');
    const { device, publicKey } = signer;
    const owner = { space: this.space, device, publicKey };
    const { listed, inHead } = divide(packs, before?.listed ?? []);
    const list = listed.length === 0 || listed === before?.listed ? null : await encodeList(owner, listed, this.lock);
    const older = list?.entry ?? (listed.length === 0 ? null : (before?.head.older ?? null));
    const { seen, missing, strays } = notes ?? before?.head ?? { seen: {}, missing: [], strays: [] };
    const edition = (before?.head.edition ?? 0) + 1;
    const bytes = encodeHead({ owner, edition, last, packs: inHead, older, seen, missing, strays }, signer);
    const files: FileToWrite[] = added.map((pack) => ({ path: packPath(device, pack.entry), bytes: pack.bytes }));
    if (list !== null) files.push({ path: listPath(device, list.entry), bytes: list.bytes });
    await this.writeBeforeHead(files, { path: headPath(device), bytes }, before?.bytes ?? null);
    const log = { head: readHead(bytes) as Head, bytes, packs, listed };
    if (older !== null) this.rememberList(older.hash, listed);
    (await this.byDevice()).set(device, [log]);
    if (before !== null) await this.removeUnnamed(before, [log]);
    return log;
  }

  /** Puts files in their places, paths inside the space's folder; on the disk when it resolves. */
  async write(files: readonly FileToWrite[]): Promise<void> {
    await writeFilesAtomic(files.map(({ path, bytes }) => ({ path: this.absolute(path), bytes })));
  }

  /** Keeps a head of somebody else, whose files have been verified; `logs` are all of its device, the one that stands first. */
  async keepHeads(device: DeviceId, logs: readonly Log[]): Promise<void> {
    const before = await this.logsOf(device);
    const known = new Set(before.map(({ head }) => `${branchPath(head)} ${head.sig}`));
    // The branches before the head that stands first: it is the one that is written over.
    for (const { head, bytes } of logs.slice(1)) {
      if (bytes === null || (known.has(`${branchPath(head)} ${head.sig}`) && head.sig !== before[0]?.head.sig))
        continue;
      await this.write([{ path: branchPath(head), bytes }]);
    }
    const [first] = logs;
    if (first !== undefined && first.bytes !== null && first.head.sig !== before[0]?.head.sig)
      await this.write([{ path: headPath(device), bytes: first.bytes }]);
    const branches = new Set(logs.slice(1).map(({ head }) => branchPath(head)));
    await this.remove(
      before
        .slice(1)
        .map(({ head }) => branchPath(head))
        .filter((path) => !branches.has(path)),
    );
    (await this.byDevice()).set(device, logs);
  }

  keepNewer(head: Head, bytes: Uint8Array): Promise<void> {
    return this.newerHeads.keep(head, bytes);
  }

  /** Removes packs and list of a log that none of these logs names; a pack only when `isSpare` says so. */
  async removeUnnamed(
    { head, packs }: Log,
    logs: readonly Log[],
    isSpare: (entry: PackEntry) => boolean = () => true,
  ): Promise<void> {
    const { device } = head.owner;
    const named = new Set(logs.flatMap((log) => log.packs.map(packName)));
    const spare = packs.filter((entry) => !named.has(packName(entry)) && isSpare(entry));
    const gone = spare.flatMap((entry) => [packPath(device, entry), packPath(device, entry, 'substitutes')]);
    if (head.older !== null && !logs.some((log) => log.head.older?.hash === head.older?.hash))
      gone.push(listPath(device, head.older));
    for (const entry of spare) this.substituted.delete(packPath(device, entry));
    await this.remove(gone);
  }

  /** Keeps revisions of another device's pack in a pack of our own making, for what its owner signed is damaged or partly erased. */
  async substitute({ head }: Pick<Log, 'head'>, entry: PackEntry, revisions: readonly Revision[]): Promise<void> {
    const { bytes } = await encodePack(head.owner, revisions, this.lock);
    await writeFileAtomic(this.absolute(packPath(head.owner.device, entry, 'substitutes')), bytes);
    this.substituted.add(packPath(head.owner.device, entry));
    await this.removePack(head.owner.device, entry);
  }

  /** The pack at this path is kept in another form here, and is not wanted as its owner signed it. */
  isSubstituted(path: string): boolean {
    return this.substituted.has(path);
  }

  /** Packs in a device's folder that its logs do not name, in order of `n`; each has proved itself, and what could not is put aside. */
  strayPacks(logs: readonly Pick<Log, 'packs'>[], device: DeviceId): AsyncIterableIterator<DecodedPack> {
    return this.reader.strayPacks(logs, device);
  }

  /** Keeps a pack that has proved itself and that no head names. */
  async keepStray(device: DeviceId, { entry, bytes }: EncodedPack): Promise<void> {
    await this.write([{ path: packPath(device, entry), bytes }]);
    this.noteStray(device, entry);
  }

  /** The same for one that lies here already. */
  noteStray(device: DeviceId, entry: PackEntry): void {
    this.loose.add(packPath(device, entry));
  }

  /** Paths of the packs here that no signed head of their device names, sorted. */
  async strays(): Promise<readonly string[]> {
    const logs = await this.logs();
    const pathsOf = (some: readonly Log[]): readonly string[] =>
      some.flatMap(({ head, packs }) => packs.map((entry) => packPath(head.owner.device, entry)));
    const found = new Set([...this.loose, ...pathsOf(logs.filter((log) => !isSigned(log)))]);
    if (found.size === 0) return [];
    for (const path of pathsOf(logs.filter(isSigned))) found.delete(path);
    return [...found].filter((path) => this.has(path)).sort();
  }

  async removePack(device: DeviceId, entry: PackEntry): Promise<void> {
    await this.remove([packPath(device, entry)]);
  }

  /** For a pack that contradicts the log it lies in. */
  async setPackAside(device: DeviceId, entry: PackEntry): Promise<void> {
    await this.desk.setAside('log-forked', `${this.folder}/${packPath(device, entry)}`, device);
  }

  hasPack(device: DeviceId, entry: PackEntry): boolean {
    return this.has(packPath(device, entry));
  }

  /** A path inside the space's folder, with `/`. */
  has(path: string): boolean {
    return existsSync(this.absolute(path));
  }

  absolute(path: string): string {
    return join(this.libraryFolder, this.folder, path);
  }

  /**
   * When it fails everything is as it was before. A head that could not be taken back may be the one that stands after a power cut: then what it names stays
   * too, and nothing more is written here before the next opening has seen which it is.
   */
  private async writeBeforeHead(
    files: readonly FileToWrite[],
    head: FileToWrite,
    headBefore: Uint8Array | null,
  ): Promise<void> {
    let written = false;
    try {
      await this.write(files);
      written = true;
      await this.write([head]);
    } catch (error) {
      if (written) await this.takeBack(head, headBefore);
      if (!this.unsettled) await this.remove(files.map(({ path }) => path));
      throw error;
    }
  }

  private async takeBack({ path, bytes }: FileToWrite, before: Uint8Array | null): Promise<void> {
    try {
      const there = await readLimited(this.absolute(path), limits.head);
      if (!(there instanceof Uint8Array) || !Buffer.from(there).equals(bytes)) return;
      if (before !== null) return await this.write([{ path, bytes: before }]);
      await unlink(this.absolute(path));
      await syncFolders([dirname(this.absolute(path))]);
    } catch {
      this.unsettled = true;
    }
  }

  private byDevice(): Promise<Map<DeviceId, readonly Log[]>> {
    this.known ??= this.load();
    return this.known;
  }

  private async load(): Promise<Map<DeviceId, readonly Log[]>> {
    await this.newerHeads.load();
    for (const device of await namesIn(this.absolute('substitutes')))
      for (const name of await namesIn(this.absolute(`substitutes/${device}`)))
        if (name.endsWith('.pack')) this.substituted.add(`log/${device}/${name}`);
    return this.reader.logs();
  }

  private async readSubstitute({ owner }: Head, entry: PackEntry): Promise<readonly Revision[] | null> {
    const bytes = await readLimited(this.absolute(packPath(owner.device, entry, 'substitutes')), limits.pack);
    const pack = bytes instanceof Uint8Array ? await decodePack(bytes, true, this.lock) : null;
    const fits =
      pack !== null && this.belongs(pack, owner.device) && pack.entry.from === entry.from && pack.entry.to === entry.to;
    return fits ? pack.revisions : null;
  }

  private async remove(paths: readonly string[]): Promise<void> {
    for (const path of paths) await unlink(this.absolute(path)).catch(() => undefined);
  }

  private belongs({ owner }: DecodedPack, device: DeviceId): boolean {
    return owner.device === device && owner.space === this.space;
  }
}
