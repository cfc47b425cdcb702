import { mkdir } from 'node:fs/promises';
import { AppError } from '../../shared/base/errors';
import type { BlobHash, DeviceId, ItemId, RevisionId, SpaceId } from '../../shared/base/ids';
import type { JsonValue } from '../../shared/base/json';
import { changeBetween } from '../../shared/revision/change';
import { erasureType } from '../../shared/revision/erasure';
import { itemHistory, stateAt, type HistoryStep } from '../../shared/revision/history';
import type { ItemState } from '../../shared/revision/item-state';
import type { RevisionBody } from '../../shared/revision/revision';
import type { ItemKey } from '../../shared/revision/state';
import { Actions } from './actions';
import type { Blobs } from './blobs';
import { catchUp } from './catch-up';
import type { Core } from './core';
import type { Database } from './database';
import { erase, rememberErasures, statusOf } from './erase';
import { exportRevisions } from './export';
import { createQueue } from './in-parallel';
import { discardIndexFile } from './index-file';
import type * as types from './library-types';
import type { Library, LibraryOptions } from './library-types';
import { lockLibrary } from './lock';
import { openCore, type OpenedCore } from './open-core';
import type { Problem } from './problem';
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
async function openTwice(options: LibraryOptions, unlock: () => void): Promise<OpenedCore> {
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
  private readonly spaceList: readonly types.SpaceInfo[];
  private readonly privateSpace: SpaceId;
  /** Everything that writes, one after the other. */
  private readonly queue = createQueue();
  private readonly actions: Actions;
  private readonly tellProgress: (progress: types.LibraryProgress) => void;
  private closing: Promise<void> | null = null;

  constructor(options: LibraryOptions, { core, spaces }: OpenedCore) {
    this.folder = options.folder;
    this.database = core.database;
    this.core = core;
    this.spaceList = spaces;
    this.privateSpace = (spaces.find(({ kind }) => kind === 'private') ?? spaces[0])?.id as SpaceId;
    this.actions = new Actions(core, options, this.privateSpace, this.queue);
    this.tellProgress = options.onProgress ?? (() => undefined);
  }

  device(): DeviceId | null {
    return this.core.device.current()?.device ?? null;
  }

  spaces(): readonly types.SpaceInfo[] {
    return this.spaceList;
  }

  problems(): readonly Problem[] {
    return [...this.core.desk.problems];
  }

  newItemId(): ItemId {
    return this.actions.newId();
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
    return itemHistory(this.keyOf(id), this.core.revisions.ofItem(id), this.core.policy);
  }

  stateAt(id: ItemId, revision: RevisionId): ItemState | null {
    return stateAt(this.keyOf(id), this.core.revisions.ofItem(id), revision, this.core.policy);
  }

  async putBlob(source: types.BlobSource): Promise<types.BlobInfo> {
    const outcome = only(await this.putBlobs([source]));
    if (outcome instanceof AppError) throw outcome;
    return outcome;
  }

  putBlobs(sources: readonly types.BlobSource[]): Promise<readonly (types.BlobInfo | AppError)[]> {
    return this.ownBlobs().put(sources, (hash) => this.core.revisions.isErased(hash));
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
      .map(statusOf)
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
    rememberErasures(this.core);
  }

  private keyOf(id: ItemId): ItemKey {
    const space = this.core.revisions.spaceOf(id);
    if (space === null) throw new AppError('item-not-found');
    return { id, space };
  }

  private ownBlobs(): Blobs {
    return this.core.replicas.get(this.privateSpace)?.blobs as Blobs;
  }

  private holderOf(hash: BlobHash): Blobs {
    const all = [...this.core.replicas.values()].map((replica) => replica.blobs);
    return all.find((blobs) => blobs.has(hash)) ?? this.ownBlobs();
  }
}

function only<T>(values: readonly T[]): T {
  return values[0] as T;
}
