import { AppError } from '../../../shared/base/errors';
import { sameJson } from '../../../shared/base/json';
import type { HistoryStep as LibraryStep } from '../../../shared/revision/history';
import type { BlobHash, ItemId } from '../../../shared/base/ids';
import type { CheckedInput } from '../../../shared/contract';
import { fileRefSchema, type FileRef } from '../../../shared/model/file-ref';
import { isAppType } from '../../../shared/model/types';
import { relationSchema } from '../../../shared/model/relation-schema';
import type { EditLabel, EditState, HistoryStep, ItemDetail, RelatedItem } from '../../../shared/model/views';
import type { ItemState } from '../../../shared/revision/item-state';
import type { RevisionBody } from '../../../shared/revision/revision';
import type { ExpiredBin } from '../../../shared/model/backup';
import type { Participant } from '../../../shared/model/sync';
import type { ItemChange, Library } from '../../library/library-types';
import { elsewhereStatus } from '../../search/file-status';
import { relationsOf } from '../../insight/item-fields';
import { knownVersion } from '../file-versions';
import { forgetErased } from '../forget-erased';
import { mergedInto } from '../merged-into';
import { roleHere } from '../own-rights';
import { participantsOf } from '../participants';
import type { LibraryHandlers, Parts } from '../service';

type Names =
  | 'items.get'
  | 'items.create'
  | 'items.change'
  | 'items.changeMany'
  | 'items.bin'
  | 'items.restore'
  | 'items.erase'
  | 'bin.expired'
  | 'items.history'
  | 'items.restoreTo'
  | 'items.resolve'
  | 'items.titles'
  | 'edits.state'
  | 'edits.undo'
  | 'edits.redo';

/** One item or several: reading, changing, undoing. */
export function itemHandlers(parts: Parts): Pick<LibraryHandlers, Names> {
  const { library } = parts;
  const detail = ({ id }: ItemState): ItemDetail => detailOf(parts, id);
  const counted = async (work: Promise<readonly ItemState[]>): Promise<{ changed: number }> => ({
    changed: (await work).length,
  });
  return {
    'items.get': ({ id }) => detailOf(parts, id),
    'items.create': async ({ type, change, space, despite }) => {
      await guardNew(parts, { type, change, space }, despite);
      return detail(
        await library.createItem(
          {
            type,
            set: change.set ?? {},
            ...(change.add === undefined ? {} : { add: change.add }),
            ...(space === undefined ? {} : { space }),
          },
          named('create', 1),
        ),
      );
    },
    'items.change': async ({ id, change, label, despite }) => {
      await guardChanges(parts, [{ id, change: bodyOf(change) }], despite);
      // A form saves itself as one types: all of that is one step to undo.
      const options = label === 'change' ? { ...named(label, 1), group: `form:${id}` } : named(label, 1);
      return detail(await library.change(id, bodyOf(change), options));
    },
    'items.changeMany': async ({ ids, change, label, despite }) => {
      const changes = ids.map((id) => ({ id, change: bodyOf(change) }));
      await guardChanges(parts, changes, despite);
      return counted(library.changeMany(changes, named(label, ids.length)));
    },
    'items.bin': ({ ids }) => counted(library.bin(ids, named('bin', ids.length))),
    'items.restore': ({ ids }) => counted(library.restoreFromBin(ids, named('restore', ids.length))),
    'items.erase': async ({ ids }) => {
      if (ids.some((id) => !existing(library, id).deleted)) throw new AppError('erase-not-in-bin');
      await library.erase({ items: ids });
      await forgetErased(parts);
      return { erased: ids.length };
    },
    'bin.expired': () => expiredBin(parts),
    'items.history': ({ id }) => historyOf(library, existing(library, id).id),
    'items.restoreTo': async ({ id, revision }) =>
      detail(await library.restoreTo(id, revision, named('restoreVersion', 1))),
    'items.resolve': async ({ id, field, value }) =>
      detail(await library.resolveConflict(id, field, value, named('resolve', 1))),
    'items.titles': ({ ids }) => ids.flatMap((id) => briefOf(library, id) ?? []),
    'edits.state': () => editState(library),
    'edits.undo': async () => {
      await library.undo();
      return editState(library);
    },
    'edits.redo': async () => {
      await library.redo();
      return editState(library);
    },
  };
}

/** What is made in a shared space is shared at once. */
async function guardNew(
  { library, guard }: Parts,
  { type, change, space }: CheckedInput<'items.create'>,
  despite: string | undefined,
): Promise<void> {
  if (space === undefined || library.spaces().find(({ id }) => id === space)?.kind === 'private') return;
  await guard.allow('create', { kind: 'new', fields: { type, ...change.set }, sets: change.add ?? {} }, despite);
}

/** What is changed in a shared space leaves this computer by itself. */
async function guardChanges(
  { guard }: Parts,
  changes: readonly ItemChange[],
  despite: string | undefined,
): Promise<void> {
  await guard.allow('change', { kind: 'changes', changes }, despite);
}

export function existing(library: Library, id: ItemId): ItemState {
  const state = library.get(id);
  if (state === null) throw new AppError('item-not-found');
  return state;
}

export function fileOf(state: ItemState): FileRef | null {
  const parsed = fileRefSchema.safeParse(state.fields['file']);
  return parsed.success ? parsed.data : null;
}

function titleOfState(state: ItemState): string {
  const title = state.fields['title'];
  return typeof title === 'string' ? title : '';
}

/** An item with all that a reader wants to see beside it, or as it is with `version` of its file. Errors: `item-not-found`, `file-missing`. */
export function detailOf({ library, search, clock }: Parts, id: ItemId, version?: BlobHash): ItemDetail {
  const state = existing(library, id);
  const file = version === undefined ? fileOf(state) : knownVersion(library, state, version);
  const space = library.spaces().find((each) => each.id === state.space);
  const fileHere = file !== null && library.hasBlob(file.hash);
  return {
    state,
    related: [...outgoing(state, library), ...incoming(state, library)],
    file,
    fileText: file === null ? null : fileHere ? search.fileText(file) : elsewhereStatus(search.fileText(file)),
    fileHere,
    mergedInto: state.deleted ? winnerOf(library, id) : null,
    space: { id: state.space, name: space?.name ?? '', kind: space?.kind ?? 'private' },
    may: roleHere(library, state.space, clock()),
    authors: state.conflicts.length === 0 ? {} : Object.fromEntries(participantsOf(library, state.space)),
  };
}

function winnerOf(library: Library, id: ItemId): ItemId | null {
  const winner = mergedInto(library, id);
  return winner === id ? null : winner;
}

function outgoing(state: ItemState, library: Library): RelatedItem[] {
  return (state.sets['relations'] ?? []).flatMap((element) => {
    const relation = relationSchema.safeParse(element);
    // Others may still point at what has been merged since.
    const other = relation.success ? briefOf(library, mergedInto(library, relation.data.target)) : null;
    if (!relation.success || other === null) return [];
    return [
      {
        kind: relation.data.kind,
        direction: 'out' as const,
        ...other,
        target: relation.data.target,
        from: relation.data.from ?? null,
        to: relation.data.to ?? null,
      },
    ];
  });
}

function incoming(state: ItemState, library: Library): RelatedItem[] {
  const merged = relationsOf(state).filter(({ kind }) => kind === 'mergedFrom');
  const pointing = [state.id, ...merged.map(({ target }) => target)].flatMap((id) => library.relationsTo(id));
  return pointing.flatMap(({ from, relation }) => {
    if (from === state.id) return [];
    // Annotations have a place of their own; there may be hundreds.
    if (relation.kind === 'annotates' || relation.kind === 'repliesTo') return [];
    const other = briefOf(library, from);
    return other === null || isAppType(other.type)
      ? []
      : [
          {
            kind: relation.kind,
            direction: 'in' as const,
            ...other,
            target: relation.target,
            from: relation.from ?? null,
            to: relation.to ?? null,
          },
        ];
  });
}

function briefOf(library: Library, id: ItemId): { id: ItemId; type: string; title: string } | null {
  const state = library.get(id);
  return state === null ? null : { id, type: String(state.fields['type'] ?? ''), title: titleOfState(state) };
}

function historyOf(library: Library, id: ItemId): HistoryStep[] {
  const own = library.device();
  const space = existing(library, id).space;
  const names = participantsOf(library, space);
  const steps = withoutAutosaves(library.history(id).filter((step) => !step.waiting));
  return [...steps].reverse().map((step) => ({
    revision: step.revision,
    at: step.at,
    by: step.device === own ? 'self' : 'other',
    device: step.device,
    who: whoOf(names.get(step.device)),
    changes: step.changes.map(({ field, before, after }) => ({ field, before, after })),
    restorable: !step.erased,
    erased: step.erased,
  }));
}

/** A form that saves itself writes a long text many times; with short pauses that reads as one step. */
const autosaveMs = 10 * 60_000;

function withoutAutosaves(steps: readonly LibraryStep[]): readonly LibraryStep[] {
  const kept: LibraryStep[] = [];
  for (const step of steps) {
    const last = kept.at(-1);
    const [before] = last?.changes ?? [];
    const [change] = step.changes;
    const goesOn =
      last !== undefined &&
      before !== undefined &&
      change?.field === 'body' &&
      before.field === 'body' &&
      last.changes.length === 1 &&
      step.changes.length === 1 &&
      !last.erased &&
      !step.erased &&
      last.device === step.device &&
      sameJson(before.after, change.before) &&
      Math.abs(Date.parse(step.at) - Date.parse(last.at)) < autosaveMs;
    if (goesOn) kept[kept.length - 1] = { ...step, changes: [{ ...change, before: before.before }] };
    else kept.push(step);
  }
  return kept;
}

function whoOf(participant: Participant | undefined): HistoryStep['who'] {
  return participant === undefined ? null : { name: participant.name, organisation: participant.organisation };
}

const dayMs = 86_400_000;

function expiredBin({ library, settings, clock }: Parts): ExpiredBin {
  const termDays = settings().binTermDays;
  if (termDays === null) return { termDays, ids: [] };
  const before = new Date(clock().getTime() - termDays * dayMs).toISOString();
  const rows = library.database
    .prepare('SELECT id FROM search_item WHERE deleted = 1 AND changed < ? ORDER BY changed')
    .all<{ id: ItemId }>(before);
  return { termDays, ids: rows.map(({ id }) => id) };
}

/** Undefined keys, which messages may carry, are no part of a revision. */
export function bodyOf(change: {
  set?: RevisionBody['set'] | undefined;
  add?: RevisionBody['add'] | undefined;
  remove?: RevisionBody['remove'] | undefined;
}): RevisionBody {
  return {
    ...(change.set === undefined ? {} : { set: change.set }),
    ...(change.add === undefined ? {} : { add: change.add }),
    ...(change.remove === undefined ? {} : { remove: change.remove }),
  };
}

function named(key: EditLabel['key'], count: number): { label: string } {
  return { label: `${key}:${count}` };
}

function editState(library: Library): EditState {
  const { undo, redo } = library.undoStatus();
  return { undo: labelOf(undo), redo: labelOf(redo) };
}

function labelOf(text: string | null): EditLabel | null {
  if (text === null) return null;
  const [key = '', count = '1'] = text.split(':');
  return { key: key as EditLabel['key'], count: Number(count) };
}
