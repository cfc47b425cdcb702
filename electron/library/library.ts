import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '../../shared/base/errors';
import type { BlobHash, DeviceId, ItemId, RevisionId, SpaceId } from '../../shared/base/ids';
import type { KeyedDevice } from '../../shared/access/change';
import { canonicalJson, type JsonValue } from '../../shared/base/json';
import { changeBetween } from '../../shared/revision/change';
import { erasureType } from '../../shared/revision/erasure';
import { itemHistory, stateAt, type HistoryStep } from '../../shared/revision/history';
import type { ItemState } from '../../shared/revision/item-state';
import type { RevisionBody } from '../../shared/revision/revision';
import type { ItemKey } from '../../shared/revision/state';
import { Actions } from './actions';
import type { Blobs } from './blobs';
import { catchUp, takeInStrays, type Turn } from './catch-up';
import type { Core } from './core';
import type { Database } from './database';
import type { DeviceKeys } from './device';
import { erase, rememberErasures, statusOf } from './erase';
import { exportRevisions } from './export';
import { createQueue } from './in-parallel';
import { discardIndexFile } from './index-file';
import type * as types from './library-types';
import type { Library, LibraryOptions } from './library-types';
import { lockLibrary } from './lock';
import type { LocalSpace } from './local-space';
import { openCore } from './open-core';
import { OpenSpace } from './open-space';
import { introduce, participants } from './participants';
import type { Problem } from './problem';
import { moveAside } from './set-aside';
import { keyedDevice, spaceAccess, type SpaceAccess } from './space-access';
import * as spaces from './spaces';
import { verifyAll, verifyLogs } from './verify';
import { writeError } from './write-file-atomic';

export type * from './library-types';

/**
 * Opens the library in a folder, or makes it there with one private space. Damage is reported through `problems()` and stops only
 * what is damaged. Errors: `library-in-use`, `library-newer`, `disk-full`, `write-failed`.
 */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  await mkdir(options.folder, { recursive: true }).catch((error: unknown) => {
    throw writeError(error, options.folder);
  });
  const unlock = lockLibrary(options.folder);
  try {
    return new OpenLibrary(options, await openTwice(options, unlock));
  } catch (error) {
    unlock();
    throw error;
  }
}

/** An index that turns out to be damaged while it is being read is thrown away; the replicas are all that is needed. */
async function openTwice(options: LibraryOptions, unlock: () => void): Promise<Core> {
  try {
    return await openCore(options, unlock);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'index-damaged') throw error;
    await discardIndexFile(options.folder);
    return openCore(options, unlock);
  }
}

class OpenLibrary implements Library {
  readonly folder: string;
  readonly database: Database;
  private readonly core: Core;
  /** Everything that writes, one after the other. */
  private readonly queue = createQueue(() => this.core.database.settle());
  private readonly receiving = createQueue();
  private readonly openSpaces = new Map<SpaceId, OpenSpace>();
  private readonly actions: Actions;
  private readonly maker: spaces.SpaceMaker;
  private readonly tellProgress: (progress: types.LibraryProgress) => void;
  private closing: Promise<void> | null = null;

  constructor(options: LibraryOptions, core: Core) {
    this.folder = options.folder;
    this.database = core.database;
    this.core = core;
    this.maker = { libraryFolder: options.folder, random: options.random, desk: core.desk };
    this.actions = new Actions(core, options, this.queue);
    this.tellProgress = options.onProgress ?? (() => undefined);
  }

  device(): DeviceId | null {
    return this.core.device.current()?.device ?? null;
  }

  spaces(): readonly types.SpaceInfo[] {
    return [...this.core.spaces.values()].map(spaces.infoOf);
  }

  problems(): readonly Problem[] {
    return [...this.core.desk.problems];
  }

  newItemId(): ItemId {
    return this.actions.newId();
  }

  space(id: SpaceId): LocalSpace {
    return this.openSpace(id);
  }

  private openSpace(id: SpaceId): OpenSpace {
    this.known(id);
    const { core, queue, receiving } = this;
    const turn: Turn = async (work) => {
      await nextTurn();
      return queue(async () => work());
    };
    const parts = {
      core,
      queue,
      receiving,
      turn,
      tell: (items: Iterable<ItemId>) => this.actions.tell(items, 'others'),
      renewDevice: () => this.renewDevice(),
      random: this.maker.random,
    };
    const space = this.openSpaces.get(id) ?? new OpenSpace(id, parts);
    this.openSpaces.set(id, space);
    return space;
  }

  access(id: SpaceId): SpaceAccess {
    const { core, queue, receiving } = this;
    const space = this.openSpace(id);
    return spaceAccess(id, { core, queue, understand: () => receiving(() => space.understand()) });
  }

  createSpace({ name, closed = false, owner }: types.NewSpace): Promise<types.SpaceInfo> {
    return this.queue(async () => {
      const signer = await this.core.device.ensure();
      const keys = this.core.device.reader() as DeviceKeys;
      return this.keepSpace(
        closed
          ? await spaces.createClosedSpace(this.maker, keys, { name, owner })
          : await spaces.createSpace(this.maker, signer, { name, kind: 'open' }),
      );
    });
  }

  adoptSpace(marker: Uint8Array): Promise<types.SpaceInfo> {
    return this.queue(async () =>
      this.keepSpace(await spaces.adoptSpace(this.maker, marker, (id) => this.core.spaces.get(id))),
    );
  }

  renameSpace(id: SpaceId, name: string): Promise<void> {
    return this.queue(async () => {
      const signer = this.core.device.current();
      this.keepSpace(await spaces.renameSpace(this.folder, this.known(id), name, signer));
    });
  }

  removeSpace(id: SpaceId): Promise<void> {
    return this.receiving(() =>
      this.queue(async () => {
        if (this.known(id).marker.kind === 'private') throw new AppError('space-private');
        await moveAside(this.folder, `spaces/${id}`);
        for (const list of [this.core.spaces, this.core.replicas, this.core.ownLogs, this.openSpaces]) list.delete(id);
        this.actions.undoStack.clear();
        this.actions.tell(await spaces.forgetSpace(this.core, id));
      }),
    );
  }

  publish(ids: readonly ItemId[], space: SpaceId, options?: types.PublishOptions): Promise<readonly ItemState[]> {
    return this.actions.publish(ids, space, options);
  }

  publishPreview(ids: readonly ItemId[], space: SpaceId): readonly types.PublishStep[] {
    return this.actions.publishPreview(ids, space);
  }

  async moveToSpace(
    ids: readonly ItemId[],
    space: SpaceId,
    options?: types.PublishOptions,
  ): Promise<readonly ItemState[]> {
    return (await this.actions.move(ids, space, options)).filter((state) => state.space === space);
  }

  isShut(): boolean {
    return this.core.device.isShut();
  }

  renewDevice(): Promise<DeviceId> {
    return this.queue(async () => {
      const before = this.device();
      const { device } = await this.core.device.renew();
      this.core.ownLogs.clear();
      if (before !== null)
        this.core.desk.report({ code: 'device-replaced', file: 'device/device.json', device: before });
      return device;
    });
  }

  ownDevice(): Promise<KeyedDevice> {
    return this.queue(() => keyedDevice(this.core));
  }

  borrowKeys(lender: DeviceKeys | null): void {
    this.core.device.borrow(lender);
  }

  introduce(space: SpaceId, names: Pick<types.Participant, 'name' | 'organisation'>): Promise<void> {
    return this.queue(async () => {
      this.known(space);
      await introduce(this.core, space, names, () => this.newItemId());
    });
  }

  participants(space: SpaceId): readonly types.Participant[] {
    return participants(this.core, space);
  }

  stateHash(space: SpaceId): string {
    const hasher = createHash('sha256');
    for (const state of this.core.items.ofSpace(space))
      hasher.update(`${canonicalJson(state as unknown as JsonValue)}\n`);
    return hasher.digest('hex');
  }

  conflicts(space?: SpaceId): readonly types.ItemConflicts[] {
    return this.core.items.conflicts(space);
  }

  async createItem(item: types.NewItem, options?: types.ActionOptions): Promise<ItemState> {
    return only(await this.actions.create([item], options));
  }

  createItems(items: readonly types.NewItem[], options?: types.ActionOptions): Promise<readonly ItemState[]> {
    return this.actions.create(items, options);
  }

  async change(id: ItemId, change: RevisionBody, options?: types.ActionOptions): Promise<ItemState> {
    return only(await this.actions.change([{ id, change }], options));
  }

  changeMany(changes: readonly types.ItemChange[], options?: types.ActionOptions): Promise<readonly ItemState[]> {
    return this.actions.change(changes, options);
  }

  bin(ids: readonly ItemId[], options?: types.ActionOptions): Promise<readonly ItemState[]> {
    return this.actions.setDeleted(ids, true, options);
  }

  restoreFromBin(ids: readonly ItemId[], options?: types.ActionOptions): Promise<readonly ItemState[]> {
    return this.actions.setDeleted(ids, false, options);
  }

  resolveConflict(id: ItemId, field: string, value: JsonValue, options?: types.ActionOptions): Promise<ItemState> {
    return this.change(id, { set: { [field]: value } }, options);
  }

  restoreTo(id: ItemId, revision: RevisionId, options?: types.ActionOptions): Promise<ItemState> {
    const target = (): ItemState => {
      const state = this.stateAt(id, revision);
      if (state === null) throw new AppError('revision-not-found');
      return state;
    };
    return this.actions.bringBack(id, (now) => changeBetween(now, target()), options);
  }

  undo(): Promise<types.UndoResult | null> {
    return this.actions.undo();
  }

  redo(): Promise<types.UndoResult | null> {
    return this.actions.redo();
  }

  undoStatus(): types.UndoStatus {
    return this.actions.undoStack.status();
  }

  get(id: ItemId): ItemState | null {
    return this.core.items.getOwn(id);
  }

  items(): IterableIterator<ItemState> {
    return this.core.items.all();
  }

  relationsTo(id: ItemId): readonly types.IncomingRelation[] {
    return this.core.items.relationsTo(id);
  }

  history(id: ItemId): readonly HistoryStep[] {
    return itemHistory(this.keyOf(id), this.core.items.counting(id), this.core.policy);
  }

  stateAt(id: ItemId, revision: RevisionId): ItemState | null {
    return stateAt(this.keyOf(id), this.core.items.counting(id), revision, this.core.policy);
  }

  async putBlob(source: types.BlobSource): Promise<types.BlobInfo> {
    const outcome = only(await this.putBlobs([source]));
    if (outcome instanceof AppError) throw outcome;
    return outcome;
  }

  putBlobs(sources: readonly types.BlobSource[]): Promise<readonly (types.BlobInfo | AppError)[]> {
    const space = spaces.privateSpaceOf(this.core.spaces.values());
    return this.ownBlobs().put(sources, (hash) => this.core.revisions.isErased(space, hash));
  }

  blobPath(hash: BlobHash): string {
    return this.holderOf(hash).path(hash);
  }

  hasBlob(hash: BlobHash): boolean {
    return this.holderOf(hash).has(hash);
  }

  erase(request: types.EraseRequest): Promise<types.ErasureStatus> {
    return this.queue(async () => {
      // What could be undone may hold the very words.
      this.actions.undoStack.clear();
      const status = await erase(this.core, this.newItemId(), request);
      this.actions.tell(
        status.revisions.map((id) => this.core.revisions.find(id)?.item).filter((id) => id !== undefined),
      );
      return status;
    });
  }

  erasures(): readonly types.ErasureStatus[] {
    return this.core.items
      .ofType(erasureType)
      .map((state) => statusOf(this.core, state))
      .filter((status) => status !== null);
  }

  verify(): Promise<types.VerifyReport> {
    return this.queue(async () => {
      const { indexSound, ...counts } = await verifyAll(this.core, this.tellProgress);
      if (!indexSound) {
        this.core.desk.report({ code: 'index-damaged', file: 'index.sqlite', mended: true });
        await this.rebuildIndex();
      }
      return { ...counts, problems: this.problems() };
    });
  }

  rebuild(): Promise<void> {
    return this.queue(() => this.rebuildIndex());
  }

  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return this.queue(work);
  }

  exportRevisions(): IterableIterator<string> {
    return exportRevisions(this.core.revisions);
  }

  close(): Promise<void> {
    this.closing ??= this.queue(async () => {
      this.core.database.close();
      this.core.unlock();
    });
    return this.closing;
  }

  /** The index may hold what a damaged pack no longer does, so the packs are seen to before it goes. */
  private async rebuildIndex(): Promise<void> {
    await verifyLogs(this.core, () => undefined);
    this.core.database.transaction(() => this.core.items.clear());
    await catchUp(this.core, this.tellProgress);
    await takeInStrays(this.core, this.device());
    await rememberErasures(this.core);
  }

  private keyOf(id: ItemId): ItemKey {
    const space = this.core.revisions.spaceOf(id);
    if (space === null) throw new AppError('item-not-found');
    return { id, space };
  }

  private known(id: SpaceId): spaces.Space {
    const space = this.core.spaces.get(id);
    if (space === undefined) throw new AppError('space-not-found');
    return space;
  }

  private keepSpace(space: spaces.Space): types.SpaceInfo {
    const { id } = spaces.infoOf(space);
    this.core.spaces.set(id, space);
    this.core.replicas.set(id, space.replica);
    return spaces.infoOf(space);
  }

  private ownBlobs(): Blobs {
    return this.core.replicas.get(spaces.privateSpaceOf(this.core.spaces.values()))?.blobs as Blobs;
  }

  private holderOf(hash: BlobHash): Blobs {
    const all = [...this.core.replicas.values()].map((replica) => replica.blobs);
    return all.find((blobs) => blobs.has(hash)) ?? this.ownBlobs();
  }
}

function only<T>(values: readonly T[]): T {
  return values[0] as T;
}
