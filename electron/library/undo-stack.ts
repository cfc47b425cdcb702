import type { ItemId } from '../../shared/base/ids';
import type { RevisionBody } from '../../shared/revision/revision';
import type { ActionOptions, UndoStatus } from './library-types';

/** What was done to one item, and what takes it back. */
export interface UndoStep {
  readonly id: ItemId;
  readonly done: RevisionBody;
  readonly inverse: RevisionBody;
}

export interface UndoEntry {
  readonly label: string;
  readonly group?: string | undefined;
  readonly steps: readonly UndoStep[];
}

/** The session's own actions, last first. Undoing and redoing write new revisions; nothing here reaches the disk. */
export interface UndoStack {
  /** An action without a label is not kept, and does not end the possibility of redoing. */
  push(steps: readonly UndoStep[], options: ActionOptions): void;
  takeUndo(): UndoEntry | null;
  takeRedo(): UndoEntry | null;
  /** After undoing: what redoes it. After redoing: what undoes it again. */
  putRedo(entry: UndoEntry): void;
  putUndo(entry: UndoEntry): void;
  status(): UndoStatus;
  clear(): void;
}

const maxEntries = 200;

export function createUndoStack(): UndoStack {
  const undo: UndoEntry[] = [];
  let redo: UndoEntry[] = [];
  return {
    push: (steps, { label, group }) => {
      if (label === undefined || steps.length === 0) return;
      redo = [];
      const last = undo.at(-1);
      const joined =
        last !== undefined && group !== undefined && last.group === group ? joinSteps(last.steps, steps) : null;
      if (joined !== null) undo.pop();
      undo.push({ label, group, steps: joined ?? steps });
      if (undo.length > maxEntries) undo.shift();
    },
    takeUndo: () => undo.pop() ?? null,
    takeRedo: () => redo.pop() ?? null,
    putRedo: (entry) => void redo.push(entry),
    putUndo: (entry) => void undo.push(entry),
    clear: () => {
      undo.length = 0;
      redo = [];
    },
    status: () => ({ undo: undo.at(-1)?.label ?? null, redo: redo.at(-1)?.label ?? null }),
  };
}

/**
 * One step per item out of two: from before the first to after the second. An item that both changed is joined only in its plain fields; null
 * when there is more.
 */
function joinSteps(first: readonly UndoStep[], second: readonly UndoStep[]): readonly UndoStep[] | null {
  const changed = new Set(first.map(({ id }) => id));
  if (!second.some(({ id }) => changed.has(id))) return [...first, ...second];
  const onlyFields = ({ done, inverse }: UndoStep): boolean =>
    [done, inverse].every((body) => body.add === undefined && body.remove === undefined);
  if (![...first, ...second].every(onlyFields)) return null;
  const steps = new Map(first.map((step) => [step.id, step]));
  for (const step of second) {
    const earlier = steps.get(step.id);
    const done = { set: { ...earlier?.done.set, ...step.done.set } };
    const inverse = { set: { ...step.inverse.set, ...earlier?.inverse.set } };
    steps.set(step.id, { id: step.id, done, inverse });
  }
  return [...steps.values()];
}
