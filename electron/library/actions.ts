import { AppError } from '../../shared/base/errors';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import type { JsonValue } from '../../shared/base/json';
import { effectiveChange, inverseChange, isEmptyChange, stillUndoable } from '../../shared/revision/change';
import type { ItemState } from '../../shared/revision/item-state';
import type { RevisionBody } from '../../shared/revision/revision';
import { deletedField } from '../../shared/revision/state';
import { commit, type Core, type Done, type Draft } from './core';
import { isId, makeId } from './ids';
import { movedDraft, publishDrafts, requireFiles, type PublishDraft } from './publish';
import type {
  ActionOptions,
  ItemChange,
  LibraryChange,
  LibraryOptions,
  NewItem,
  PublishOptions,
  PublishStep,
  UndoResult,
} from './library-types';
import { privateSpaceOf } from './spaces';
import { createUndoStack, type UndoEntry, type UndoStep } from './undo-stack';
import { createDoor } from './validate';

type Queue = <T>(work: () => Promise<T>) => Promise<T>;

/** What people do to items: each action goes through the door, becomes revisions of one batch, can be undone, and is told. */
export class Actions {
  readonly undoStack = createUndoStack();
  private readonly door = createDoor();

  constructor(
    private readonly core: Core,
    private readonly options: Pick<LibraryOptions, 'random' | 'onChange'>,
    private readonly queue: Queue,
  ) {}

  create(items: readonly NewItem[], options?: ActionOptions): Promise<readonly ItemState[]> {
    return this.act(() => items.map((item) => this.newDraft(item)), options);
  }

  change(changes: readonly ItemChange[], options?: ActionOptions): Promise<readonly ItemState[]> {
    return this.act(
      () => changes.map(({ id, change }) => this.draft(id, (now) => this.door.change(now, change))),
      options,
    );
  }

  setDeleted(ids: readonly ItemId[], deleted: JsonValue, options?: ActionOptions): Promise<readonly ItemState[]> {
    return this.act(() => ids.map((id) => this.draft(id, () => ({ set: { [deletedField]: deleted } }))), options);
  }

  /** Brings one item to what `body` makes of it, without the door: for values that have been in it before. */
  async bringBack(id: ItemId, body: (now: ItemState) => RevisionBody, options?: ActionOptions): Promise<ItemState> {
    const [state] = await this.act(() => [this.draft(id, body)], options);
    return state as ItemState;
  }

  undo(): Promise<UndoResult | null> {
    const { takeUndo, putUndo, putRedo } = this.undoStack;
    return this.takeBack(takeUndo, putUndo, putRedo);
  }

  redo(): Promise<UndoResult | null> {
    const { takeRedo, putRedo, putUndo } = this.undoStack;
    return this.takeBack(takeRedo, putRedo, putUndo);
  }

  /** The copies. */
  publish(ids: readonly ItemId[], space: SpaceId, options?: PublishOptions): Promise<readonly ItemState[]> {
    return this.act(() => this.published(ids, space, options).map(({ draft }) => draft), options);
  }

  /** What it would write, as if nothing had been published before. */
  publishPreview(ids: readonly ItemId[], space: SpaceId): readonly PublishStep[] {
    return this.publishDrafts(ids, space).map(({ source, draft }) => ({
      source,
      isUpdate: this.core.items.getOwn(draft.id) !== null,
      body: draft.body(null),
    }));
  }

  /** The copies, and then the originals. */
  move(ids: readonly ItemId[], space: SpaceId, options?: PublishOptions): Promise<readonly ItemState[]> {
    return this.act(() => {
      const published = this.published(ids, space, options).filter(({ source }) => source.space !== space);
      const last = new Map(published.map((each) => [each.source.id, each]));
      return [...published.map(({ draft }) => draft), ...[...last.values()].map(movedDraft)];
    }, options);
  }

  tell(items: Iterable<ItemId>, by: LibraryChange['by'] = 'self'): void {
    const all = [...new Set(items)];
    const spaces = new Set(all.map((id) => this.core.revisions.spaceOf(id)).filter((space) => space !== null));
    this.options.onChange?.({ items: all, by, spaces: [...spaces], undo: this.undoStack.status() });
  }

  newId(): ItemId {
    return makeId(this.options.random) as ItemId;
  }

  private published(ids: readonly ItemId[], space: SpaceId, options?: PublishOptions): readonly PublishDraft[] {
    const published = this.publishDrafts(ids, space, options);
    requireFiles(this.core, published);
    return published;
  }

  private publishDrafts(ids: readonly ItemId[], space: SpaceId, options: PublishOptions = {}): readonly PublishDraft[] {
    return publishDrafts(this.core, ids, space, () => this.newId(), options);
  }

  private act(drafts: () => readonly Draft[], options: ActionOptions = {}): Promise<readonly ItemState[]> {
    return this.queue(async () => {
      const done = await this.write(drafts(), (steps) => this.undoStack.push(steps, options));
      return done.map(({ after }) => after);
    });
  }

  private async write(
    drafts: readonly Draft[],
    remember: (steps: readonly UndoStep[]) => void,
  ): Promise<readonly Done[]> {
    const done = await commit(this.core, drafts);
    const changed = done.filter(({ before, body }) => before === null || !isEmptyChange(body));
    remember(changed.map(undoStep));
    if (changed.length > 0) this.tell(changed.map(({ id }) => id));
    return done;
  }

  private takeBack(
    take: () => UndoEntry | null,
    back: (entry: UndoEntry) => void,
    forth: (entry: UndoEntry) => void,
  ): Promise<UndoResult | null> {
    return this.queue(async () => {
      const entry = take();
      if (entry === null) return null;
      try {
        const steps = [...entry.steps].reverse();
        const drafts = steps.map(({ id, done, inverse }) => this.draft(id, (now) => stillUndoable(now, done, inverse)));
        const done = await this.write(drafts, (undone) => forth({ ...entry, group: undefined, steps: undone }));
        return { label: entry.label, items: [...new Set(done.map(({ id }) => id))] };
      } catch (error) {
        back(entry);
        throw error;
      }
    });
  }

  private draft(id: ItemId, body: (now: ItemState) => RevisionBody): Draft {
    const space = this.core.items.getOwn(id)?.space;
    if (space === undefined) throw new AppError('item-not-found');
    return { id, space, body: (now) => effectiveChange(now as ItemState, body(now as ItemState)) };
  }

  private newDraft(item: NewItem): Draft {
    const body = this.door.newItem(item);
    const id = item.id ?? this.newId();
    const space = item.space ?? privateSpaceOf(this.core.spaces.values());
    const isTaken = item.id !== undefined && this.core.items.get(id) !== null;
    if (!isId(id) || !this.core.replicas.has(space) || isTaken) throw new AppError('field-invalid', { field: 'id' });
    return { id, space, body: () => body };
  }
}

/** Undoing the making of an item puts it in the bin. */
function undoStep({ id, before, body }: Done): UndoStep {
  if (before === null)
    return { id, done: { set: { [deletedField]: false } }, inverse: { set: { [deletedField]: true } } };
  return { id, done: body, inverse: inverseChange(before, body) };
}
