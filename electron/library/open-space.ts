import { mkdirSync } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../shared/base/errors';
import type { BlobHash, DeviceId, ItemId, SpaceId } from '../../shared/base/ids';
import { sameJson } from '../../shared/base/json';
import { computeStale, type Turn } from './catch-up';
import type { Core } from './core';
import type { DeviceKeys } from './device';
import { keyAt, type EpochKey, type KeyGrant } from './epoch-key';
import { carryOutArrived } from './erase';
import { readLimited } from './files';
import { branchPath, headPath, type Head } from './head';
import { sha256 } from './hash';
import type { createQueue } from './in-parallel';
import { limits } from './limits';
import type {
  BlobPage,
  HeadNotes,
  Incoming,
  LocalHead,
  LocalSpace,
  MissingBlob,
  Received,
  SealedBlob,
} from './local-space';
import { listPath, packAt, packPath, type Log } from './log';
import { giveMadeKeys, makeKey } from './made-keys';
import { markerName, type Marker } from './marker';
import { readUnlocked, takeInHead } from './receive';
import type { Replica } from './replica';
import { blobNamedBy } from './revision-store';
import {
  keyFilesFor,
  keyPaths,
  lockOf,
  mayUse,
  newestKeyOf,
  openKeyFile,
  ownKeysIn,
  type KeyHolder,
} from './space-keys';
import { adoptSealed, openBlobs, sealedAt } from './sealed-blobs';
import { EpochLock } from './space-lock';

import type { Space } from './spaces';

type Queue = ReturnType<typeof createQueue>;

export interface SpaceParts {
  readonly core: Core;
  /** Everything that writes, one after the other, and the same for what comes in: a long receiving lets the first go on in between. */
  readonly queue: Queue;
  readonly receiving: Queue;
  readonly turn: Turn;
  readonly tell: (items: Iterable<ItemId>) => void;
  readonly renewDevice: () => Promise<unknown>;
  readonly random: (sizeBytes: number) => Uint8Array;
}

export class OpenSpace implements LocalSpace {
  /**
   * Keys by path of whom it cannot be told that they coordinate. What would tell it may be under these very keys, so that they are read with; but whoever keeps the folder can
   * make such a key, so that they are kept and written with when it has been told.
   */
  private readonly doubted = new Map<
    string,
    { readonly grant: KeyGrant; readonly key: EpochKey; readonly bytes: Uint8Array }
  >();
  /** The membership and the keys for which it was seen whether somebody lacks a key that was made here. */
  private givenFor = '';
  /** Of each head that lies here, which a round asks for again and again. */
  private readonly headHashes = new WeakMap<Uint8Array, string>();

  constructor(
    readonly id: SpaceId,
    private readonly parts: SpaceParts,
  ) {}

  get marker(): Marker {
    return this.space.marker;
  }

  async markerBytes(): Promise<Uint8Array> {
    const bytes = await readLimited(this.pathOf(markerName), limits.marker);
    if (!(bytes instanceof Uint8Array)) throw new AppError('space-damaged');
    return bytes;
  }

  async heads(): Promise<readonly LocalHead[]> {
    const logs = (await this.replica.logs()).filter(({ bytes }) => bytes !== null);
    const first = new Map<DeviceId, LocalHead>();
    const branches: LocalHead[] = [];
    for (const log of logs) {
      const { device } = log.head.owner;
      if (first.has(device)) branches.push(this.localHead(log, branchPath(log.head)));
      else first.set(device, this.localHead(log, headPath(device)));
    }
    for (const [device, { head, bytes }] of this.replica.newer)
      first.set(device, { head, bytes, hash: this.hashOf(bytes), own: false, path: headPath(device) });
    return [...first.values(), ...branches];
  }

  filesOf({ owner, packs, older }: Head): readonly { readonly path: string; readonly sizeBytes: number }[] {
    const file = (entry: Head['packs'][number]): { path: string; sizeBytes: number } => ({
      path: packPath(owner.device, entry),
      sizeBytes: entry.sizeBytes,
    });
    const listed = older === null ? [] : (this.replica.listed(older.hash) ?? []);
    const list = older === null ? [] : [{ path: listPath(owner.device, older), sizeBytes: older.sizeBytes }];
    const files = [...listed.map(file), ...list, ...packs.map(file)];
    return files.filter(({ path }) => !this.replica.isSubstituted(path));
  }

  has(path: string): boolean {
    return this.replica.has(path);
  }

  pathOf(path: string): string {
    return this.replica.absolute(path);
  }

  receive(incoming: Incoming): Promise<Received> {
    const { core, receiving, turn, renewDevice } = this.parts;
    return receiving(async () => {
      const { replica } = this;
      const taken = await takeInHead({ core, replica, turn, renewDevice }, incoming);
      return { ...taken, items: await this.understand() };
    });
  }

  blobPaths(hash: BlobHash): readonly string[] {
    return this.replica.lock.blobNames(hash).map((name) => `blobs/${name.slice(0, 2)}/${name}`);
  }

  blobsAt(paths: Iterable<string>): ReadonlyMap<string, BlobHash> {
    const asked = new Set([...paths].filter((path) => path.startsWith('blobs/')));
    if (asked.size === 0) return new Map();
    const { revisions } = this.parts.core;
    const all = revisions.blobs().flatMap((hash) => this.blobPaths(hash).map((path) => [path, hash] as const));
    return new Map(all.filter(([path]) => asked.has(path)));
  }

  blobSize(sizeBytes: number): number {
    return this.replica.lock.blobSize(sizeBytes);
  }

  sealedBlob(hash: BlobHash, path: string, sizeBytes: number): SealedBlob | null {
    return sealedAt(this.replica, hash, path, sizeBytes);
  }

  keyPaths(): Promise<readonly string[]> {
    return keyPaths(this.replica);
  }

  newestKey(): { readonly epoch: number; readonly recipient: string } | null {
    return newestKeyOf(this.replica);
  }

  needsKeys(): boolean {
    const { lock, locked } = this.replica;
    return lock instanceof EpochLock && (!lock.canWrite || locked.size > 0);
  }

  keyPathsIn(epoch: string): readonly string[] {
    const paths = this.readers().map(({ signer }) => `keys/${epoch}/${signer.device}`);
    return paths.filter((path) => keyAt(path) !== null && !this.has(path));
  }

  async receiveKey(path: string, bytes: Uint8Array): Promise<boolean> {
    const { core, receiving, turn, renewDevice } = this.parts;
    return receiving(async () => {
      const { replica } = this;
      const reader = this.readers().find(({ signer }) => signer.device === keyAt(path)?.member);
      const found = reader === undefined ? null : openKeyFile(path, bytes, reader);
      if (reader === undefined || found === null || !(replica.lock instanceof EpochLock)) return false;
      if (this.isFounded(found.grant, reader)) {
        await replica.write([{ path, bytes }]);
        replica.lock.add(found.key);
      } else {
        if (found.grant.space !== this.id || this.doubted.has(path)) return false;
        this.doubted.set(path, { ...found, bytes });
        replica.lock.addForReading(found.key);
      }
      await readUnlocked({ core, replica, turn, renewDevice });
      await this.understand();
      return true;
    });
  }

  shareKeys(holder: KeyHolder): Promise<void> {
    const { core, queue, random } = this.parts;
    return queue(async () => {
      const { replica } = this;
      const signer = await core.device.ensure();
      await replica.write(keyFilesFor(replica, lockOf(replica).keys, holder, signer, random));
      for (const tell of core.written) tell(this.id);
    });
  }

  renewKey(holders: readonly KeyHolder[]): Promise<void> {
    const { core, queue, random } = this.parts;
    return queue(async () => {
      await makeKey(core, this.replica, holders, random);
      for (const tell of core.written) tell(this.id);
    });
  }

  async receiveBlob(hash: BlobHash, temporaryPath: string): Promise<'kept' | 'damaged' | 'erased'> {
    const { core, turn, tell } = this.parts;
    const { replica } = this;
    if (core.revisions.isErased(this.id, hash)) {
      await unlink(temporaryPath).catch(() => undefined);
      return 'erased';
    }
    if (!(await adoptSealed(replica, hash, temporaryPath, this.sizeOf(hash)))) return 'damaged';
    // An erasure may have come in meanwhile.
    const erased = await turn(() => {
      core.database.transaction(() => this.noteArrived([hash]));
      return core.revisions.isErased(this.id, hash);
    });
    if (erased) {
      await replica.blobs.remove(hash);
      return 'erased';
    }
    tell(core.revisions.itemsNaming(hash));
    return 'kept';
  }

  async receiveBlobs(
    files: readonly { readonly hash: BlobHash; readonly bytes: Uint8Array }[],
  ): Promise<readonly ('kept' | 'damaged' | 'erased')[]> {
    const { core, turn, tell } = this.parts;
    const { blobs } = this.replica;
    const before = core.revisions.erasedIn(this.id);
    const allowed = files.filter(({ hash }) => !before(hash));
    const whole = await blobs.keep(await openBlobs(this.replica.lock, allowed, (hash) => this.sizeOf(hash)));
    const arrived = allowed.filter((_, i) => whole[i]).map(({ hash }) => hash);
    await turn(() => core.database.transaction(() => this.noteArrived(arrived)));
    // An erasure may have come in meanwhile.
    const isErased = core.revisions.erasedIn(this.id);
    for (const hash of arrived.filter(isErased)) await blobs.remove(hash);
    const kept = new Set(arrived.filter((hash) => !isErased(hash)));
    if (kept.size > 0) tell([...kept].flatMap((hash) => core.revisions.itemsNaming(hash)));
    return files.map(({ hash }) => (kept.has(hash) ? 'kept' : isErased(hash) ? 'erased' : 'damaged'));
  }

  partialPath(path: string): string {
    const partial = join(this.pathOf('partial'), path.replaceAll('/', '-'));
    mkdirSync(dirname(partial), { recursive: true });
    return partial;
  }

  blobsNamedBy(device: DeviceId, from: number, to: number): readonly BlobHash[] {
    const { revisions } = this.parts.core;
    const named = revisions.bodiesOfLog(this.id, device, from, to).map((body) => blobNamedBy(body)?.hash);
    return [...new Set(named)].filter((hash) => hash !== undefined && !revisions.isErased(this.id, hash)) as BlobHash[];
  }

  missingBlobs(page?: BlobPage): readonly MissingBlob[] {
    return this.parts.core.revisions.absentBlobs(this.id, page);
  }

  missingBlob(hash: BlobHash): MissingBlob | null {
    return this.parts.core.revisions.absentBlob(this.id, hash);
  }

  missingBlobCount(): number {
    return this.parts.core.revisions.countAbsent(this.id);
  }

  async strays(): Promise<readonly string[]> {
    const own = this.parts.core.device.current()?.device;
    return (await this.replica.strays()).filter((path) => packAt(path)?.device !== own);
  }

  noteInHead({ seen, missing, strays }: HeadNotes): Promise<void> {
    const { core, queue } = this.parts;
    return queue(async () => {
      const { replica } = this;
      if (!replica.lock.canWrite) return;
      const before = core.ownLogs.get(this.id) ?? null;
      const notes = {
        seen: { ...seen },
        missing: missing.slice(0, limits.missing),
        strays: strays.slice(0, limits.strays),
      };
      if (before !== null && sameJson(notesOf(before), notes)) return;
      const signer = await core.device.ensure();
      const [last, packs] = [before?.head.last ?? null, before?.packs ?? []];
      core.ownLogs.set(this.id, await replica.writeLog(signer, { before, last, added: [], packs, notes }));
    });
  }

  onWritten(listener: () => void): () => void {
    const { written } = this.parts.core;
    const tell = (space: SpaceId): void => {
      if (space === this.id) listener();
    };
    written.add(tell);
    return () => void written.delete(tell);
  }

  /** Computes the items that what came in touches, carries out what it asks, and gives them. */
  async understand(): Promise<readonly ItemId[]> {
    const { core, turn, tell, queue } = this.parts;
    const items: ItemId[] = [];
    await computeStale(core, turn, (some) => {
      items.push(...some);
      tell(some);
    });
    const erased = await queue(() => carryOutArrived(core, items));
    if (erased.length > 0) tell(erased);
    await this.keepFoundedKeys();
    await this.giveMadeKeys();
    return [...new Set([...items, ...erased])];
  }

  private async giveMadeKeys(): Promise<void> {
    const { core, queue, random } = this.parts;
    const { lock } = this.replica;
    if (!(lock instanceof EpochLock)) return;
    const mark = `${core.revisions.markOf(this.id as string as ItemId, this.id)} ${lock.keys.length}`;
    if (mark === this.givenFor) return;
    this.givenFor = mark;
    if (await queue(() => giveMadeKeys(core, this.replica, random))) for (const tell of core.written) tell(this.id);
  }

  /** What a lender was given is looked at before anything is written (`dropKeysOf`). */
  private isFounded(grant: KeyGrant, reader: DeviceKeys): boolean {
    const { device, judges } = this.parts.core;
    return mayUse(
      grant,
      this.marker,
      reader.signer,
      (giver) =>
        reader === device.lender() ||
        judges.isCoordinator(this.id, giver) ||
        judges.wereOne(this.id, giver, reader.signer.device),
    );
  }

  /** What came in may tell that who gave a key coordinates. */
  private async keepFoundedKeys(): Promise<void> {
    const reader = this.parts.core.device.reader();
    const { replica } = this;
    if (reader === null || !(replica.lock instanceof EpochLock)) return;
    for (const [path, { grant, key, bytes }] of this.doubted) {
      if (grant.member !== reader.signer.device || !this.isFounded(grant, reader)) continue;
      this.doubted.delete(path);
      await replica.write([{ path, bytes }]);
      replica.lock.add(key);
    }
  }

  async dropKeysOf(reader: DeviceKeys): Promise<void> {
    const { judges } = this.parts.core;
    const { lock } = this.replica;
    const { device: own } = reader.signer;
    const isOne = (device: DeviceId): boolean =>
      judges.wasCoordinator(this.id, device) || judges.wereOne(this.id, device, own);
    for (const { grant, key, path } of ownKeysIn(this.replica, reader)) {
      if (mayUse(grant, this.marker, reader.signer, isOne)) continue;
      (lock as EpochLock).remove(key);
      await unlink(this.pathOf(path)).catch(() => undefined);
    }
  }

  private readers(): readonly DeviceKeys[] {
    const { device } = this.parts.core;
    return [device.reader(), device.lender()].filter((keys) => keys !== null);
  }

  private sizeOf(hash: BlobHash): number {
    const { revisions } = this.parts.core;
    return revisions.absentBlob(this.id, hash)?.sizeBytes ?? revisions.sizeOf(hash);
  }

  private noteArrived(hashes: readonly BlobHash[]): void {
    const { revisions, items } = this.parts.core;
    for (const hash of hashes) revisions.noteArrived(this.id, hash);
    items.filesArrived(hashes);
  }

  private localHead({ head, bytes }: Log, path: string): LocalHead {
    const own = head.owner.device === this.parts.core.device.current()?.device;
    const signed = bytes as Uint8Array;
    return { head, bytes: signed, hash: this.hashOf(signed), own, path };
  }

  private hashOf(head: Uint8Array): string {
    const hash = this.headHashes.get(head) ?? sha256(head);
    this.headHashes.set(head, hash);
    return hash;
  }

  private get replica(): Replica {
    return this.space.replica;
  }

  private get space(): Space {
    const space = this.parts.core.spaces.get(this.id);
    if (space === undefined) throw new AppError('space-not-found');
    return space;
  }
}

function notesOf({ head }: Log): { seen: Record<string, number>; missing: string[]; strays: string[] } {
  return { seen: { ...head.seen }, missing: [...head.missing], strays: [...head.strays] };
}
