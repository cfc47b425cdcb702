import { mkdir } from 'node:fs/promises';
import { AppError } from '../../shared/base/errors';
import type { BlobHash, ItemId, SpaceId } from '../../shared/base/ids';
import { changeBetween, effectiveChange, inverseChange, isEmptyChange, stillUndoable } from '../../shared/revision/change';
import { erasureType } from '../../shared/revision/erasure';
import { itemHistory, stateAt } from '../../shared/revision/history';
import type { ItemState } from '../../shared/revision/item-state';
import { deletedField } from '../../shared/revision/state';
import { catchUp } from './catch-up';
import { commit, type Core, type Done, type Draft } from './core';
import { erase, rememberErasures, statusOf } from './erase';
import { exportRevisions } from './export';
import { makeId } from './ids';
import { createQueue } from './in-parallel';
import { discardIndexFile } from './index-file';
import type { ActionOptions, BlobInfo, Library, LibraryOptions, NewItem, UndoResult } from './library-types';
import { lockLibrary } from './lock';
import { openCore, type OpenedCore } from './open-core';
import type { Blobs } from './blobs';
import { createUndoStack, type UndoEntry, type UndoStep } from './undo-stack';
import { createDoor } from './validate';
import { verifyAll, verifyLogs } from './verify';

export type * from './library-types';

/**
 * Opens the library in a folder, or makes it there with one private space. Damage is reported through `problems()` and stops only
 * what is damaged. Errors: `library-in-use`, `library-newer`, `disk-full`, `write-failed`.
 */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  await mkdir(options.folder, { recursive: true });
  const unlock = lockLibrary(options.folder);
  try {
    return libraryOf(options, await openTwice(options), unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

/** An index that turns out to be damaged while it is being read is thrown away; the replicas are all that is needed. */
async function openTwice(options: LibraryOptions): Promise<OpenedCore> {
  try {
    return await openCore(options);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'index-damaged') throw error;
    await discardIndexFile(options.folder);
    return openCore(options);
  }
}

function libraryOf(options: LibraryOptions, { core, spaces }: OpenedCore, unlock: () => void): Library {
  const one = createQueue();
  const undoStack = createUndoStack();
  const door = createDoor();
  const privateSpace = (spaces.find(({ kind }) => kind === 'private') ?? spaces[0])?.id as SpaceId;
  const get = (id: ItemId): ItemState | null => visible(core.items.get(id));
  const newItemId = (): ItemId => makeId(options.random) as ItemId;
  const blobs = (): Blobs => core.replicas.get(privateSpace)?.blobs as Blobs;
  const tell = options.onProgress ?? (() => undefined);

  /** Commits, remembers how to undo it, and tells who listens. */
  async function write(drafts: readonly Draft[], remember: (steps: readonly UndoStep[]) => void): Promise<readonly Done[]> {
    const done = await commit(core, drafts);
    const changed = done.filter(({ before, body }) => before === null || !isEmptyChange(body));
    remember(changed.map(undoStep));
    if (changed.length > 0) options.onChange?.({ items: [...new Set(changed.map(({ id }) => id))], undo: undoStack.status() });
    return done;
  }

  function act(makeDrafts: () => readonly Draft[], actionOptions: ActionOptions = {}): Promise<readonly ItemState[]> {
    return one(async () => {
      const done = await write(makeDrafts(), (steps) => undoStack.push(steps, actionOptions));
      return done.map(({ after }) => after);
    });
  }

  const onExisting = (id: ItemId, body: (now: ItemState) => ReturnType<Draft['body']>): Draft => {
    const space = get(id)?.space;
    if (space === undefined) throw new AppError('item-not-found');
    return { id, space, body: (now) => effectiveChange(now as ItemState, body(now as ItemState)) };
  };

  const newDraft = (item: NewItem): Draft => {
    const body = door.newItem(item);
    const id = item.id ?? newItemId();
    const space = item.space ?? privateSpace;
    if (!core.replicas.has(space) || core.items.get(id) !== null) throw new AppError('field-invalid', { field: 'id' });
    return { id, space, body: () => body };
  };

  const first = async (states: Promise<readonly ItemState[]>): Promise<ItemState> => (await states)[0] as ItemState;
  const setDeleted = (ids: readonly ItemId[], deleted: boolean, actionOptions?: ActionOptions): Promise<readonly ItemState[]> =>
    act(() => ids.map((id) => onExisting(id, () => ({ set: { [deletedField]: deleted } }))), actionOptions);

  function takeBack(take: () => UndoEntry | null, back: (entry: UndoEntry) => void, forth: (entry: UndoEntry) => void): Promise<UndoResult | null> {
    return one(async () => {
      const entry = take();
      if (entry === null) return null;
      try {
        const drafts = [...entry.steps].reverse().map(({ id, done, inverse }) => onExisting(id, (now) => stillUndoable(now, done, inverse)));
        const done = await write(drafts, (steps) => forth({ ...entry, group: undefined, steps }));
        return { label: entry.label, items: [...new Set(done.map(({ id }) => id))] };
      } catch (error) {
        back(entry);
        throw error;
      }
    });
  }

  async function rebuildIndex(): Promise<void> {
    await verifyLogs(core, () => undefined);
    core.database.transaction(() => core.items.clear());
    await catchUp(core, tell);
    rememberErasures(core);
  }

  return {
    folder: options.folder,
    database: core.database,
    device: () => core.device.current()?.device ?? null,
    spaces: () => spaces,
    problems: () => core.desk.problems,
    newItemId,

    createItem: (item, actionOptions) => first(act(() => [newDraft(item)], actionOptions)),
    createItems: (items, actionOptions) => act(() => items.map(newDraft), actionOptions),
    change: (id, change, actionOptions) => first(act(() => [onExisting(id, (now) => door.change(now, change))], actionOptions)),
    changeMany: (changes, actionOptions) => act(() => changes.map(({ id, change }) => onExisting(id, (now) => door.change(now, change))), actionOptions),
    bin: (ids, actionOptions) => setDeleted(ids, true, actionOptions),
    restoreFromBin: (ids, actionOptions) => setDeleted(ids, false, actionOptions),
    resolveConflict: (id, field, value, actionOptions) =>
      first(act(() => [onExisting(id, (now) => door.change(now, { set: { [field]: value } }))], actionOptions)),
    restoreTo: (id, revision, actionOptions) =>
      first(
        act(() => {
          const target = stateAt(keyOf(core, id), core.revisions.ofItem(id), revision, core.policy);
          if (target === null) throw new AppError('revision-not-found');
          return [onExisting(id, (now) => changeBetween(now, target))];
        }, actionOptions),
      ),
    undo: () => takeBack(undoStack.takeUndo, undoStack.putUndo, undoStack.putRedo),
    redo: () => takeBack(undoStack.takeRedo, undoStack.putRedo, undoStack.putUndo),
    undoStatus: () => undoStack.status(),

    get,
    items: () => core.items.all(),
    relationsTo: (id) => core.items.relationsTo(id),
    history: (id) => itemHistory(keyOf(core, id), core.revisions.ofItem(id), core.policy),
    stateAt: (id, revision) => stateAt(keyOf(core, id), core.revisions.ofItem(id), revision, core.policy),

    putBlob: async (source) => {
      const [outcome] = await blobs().put([source], (hash) => core.revisions.isErased(hash));
      if (outcome instanceof AppError) throw outcome;
      return outcome as BlobInfo;
    },
    putBlobs: (sources) => blobs().put(sources, (hash) => core.revisions.isErased(hash)),
    blobPath: (hash) => holderOf(core, hash, blobs()).path(hash),
    hasBlob: (hash) => holderOf(core, hash, blobs()).has(hash),

    erase: (request) =>
      one(async () => {
        undoStack.clear();
        const status = await erase(core, newItemId(), request);
        options.onChange?.({ items: [...new Set(status.revisions.map((id) => core.revisions.find(id)?.item))].filter((id) => id !== undefined), undo: undoStack.status() });
        return status;
      }),
    erasures: () => core.items.ofType(erasureType).map(statusOf).filter((status) => status !== null),
    verify: () =>
      one(async () => {
        const { indexSound, ...counts } = await verifyAll(core, tell);
        if (!indexSound) {
          core.desk.report({ code: 'index-damaged', file: 'index.sqlite', mended: true });
          await rebuildIndex();
        }
        return { ...counts, problems: core.desk.problems };
      }),
    rebuild: () => one(rebuildIndex),
    exportRevisions: () => exportRevisions(core.revisions),
    close: () =>
      one(async () => {
        core.database.close();
        unlock();
      }),
  };
}

function visible(state: ItemState | null): ItemState | null {
  return state?.fields['type'] === erasureType ? null : state;
}

function keyOf(core: Core, id: ItemId): { id: ItemId; space: SpaceId } {
  const space = core.revisions.spaceOf(id);
  if (space === null) throw new AppError('item-not-found');
  return { id, space };
}

/** Undoing the making of an item puts it in the bin. */
function undoStep({ id, before, body }: Done): UndoStep {
  if (before === null) return { id, done: { set: { [deletedField]: false } }, inverse: { set: { [deletedField]: true } } };
  return { id, done: body, inverse: inverseChange(before, body) };
}

function holderOf(core: Core, hash: BlobHash, own: Blobs): Blobs {
  return [...core.replicas.values()].map((replica) => replica.blobs).find((blobs) => blobs.has(hash)) ?? own;
}
