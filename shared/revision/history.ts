import type { DeviceId, RevisionId } from '../base/ids';
import type { JsonValue } from '../base/json';
import { ancestryOf } from './ancestry';
import type { ItemState } from './item-state';
import type { Revision } from './revision';
import { deletedField, extendState, itemState, stateOf, type ItemKey, type MergePolicy } from './state';

/** One field of one revision. For `add` and `remove`, `before` or `after` is the element and the other is null. */
export interface FieldStep {
  readonly field: string;
  readonly kind: 'set' | 'add' | 'remove';
  readonly before: JsonValue;
  readonly after: JsonValue;
}

export interface HistoryStep {
  readonly revision: RevisionId;
  readonly device: DeviceId;
  readonly at: string;
  /** Its words have been erased for good; that it happened remains. */
  readonly erased: boolean;
  /** It follows on a revision that is not here yet, and does not count in the state until then. */
  readonly waiting: boolean;
  readonly changes: readonly FieldStep[];
}

/** Every revision of an item as a readable step, parents before children; each with what its author saw before. */
export function itemHistory(key: ItemKey, revisions: Iterable<Revision>, policy: MergePolicy): readonly HistoryStep[] {
  const ancestry = ancestryOf(revisions);
  const states = new Map<RevisionId, ItemState>();
  const childrenLeft = new Map<RevisionId, number>();
  for (const { header } of ancestry.order)
    for (const id of header.parents) childrenLeft.set(id, (childrenLeft.get(id) ?? 0) + 1);
  const steps = ancestry.order.map((revision) => {
    const before = stateBefore(revision);
    const after = before === null ? itemState(key, [revision], policy) : extendState(before, revision);
    if (after !== null) states.set(revision.header.id, after);
    for (const id of revision.header.parents) forgetWhenDone(id);
    return stepOf(revision, before, false);
  });
  return [...steps, ...ancestry.held.map((revision) => stepOf(revision, null, true))];

  function stateBefore({ header }: Revision): ItemState | null {
    const [only, ...more] = header.parents;
    if (only === undefined) return null;
    if (more.length === 0) return states.get(only) ?? null;
    return stateOf(key, ancestryOf(upTo(ancestry.order, header.parents)), policy);
  }

  function forgetWhenDone(id: RevisionId): void {
    const left = (childrenLeft.get(id) as number) - 1;
    childrenLeft.set(id, left);
    if (left === 0) states.delete(id);
  }
}

/** The item as it was for who had seen `revision` and what it follows on; null when that revision is not here. */
export function stateAt(
  key: ItemKey,
  revisions: Iterable<Revision>,
  revision: RevisionId,
  policy: MergePolicy,
): ItemState | null {
  const { order } = ancestryOf(revisions);
  if (!order.some(({ header }) => header.id === revision)) return null;
  return itemState(key, upTo(order, [revision]), policy);
}

function upTo(order: readonly Revision[], tips: readonly RevisionId[]): readonly Revision[] {
  const wanted = new Set(tips);
  return [...order].reverse().filter(({ header }) => {
    if (!wanted.has(header.id)) return false;
    for (const parent of header.parents) wanted.add(parent);
    return true;
  });
}

function stepOf({ header, body }: Revision, before: ItemState | null, waiting: boolean): HistoryStep {
  const was = (field: string): JsonValue =>
    field === deletedField ? (before?.deleted ?? false) : (before?.fields[field] ?? null);
  const changes: FieldStep[] = [
    ...Object.entries(body?.set ?? {}).map(([field, after]) => ({
      field,
      kind: 'set' as const,
      before: was(field),
      after,
    })),
    ...elements(body?.add).map(([field, after]) => ({ field, kind: 'add' as const, before: null, after })),
    ...elements(body?.remove).map(([field, gone]) => ({ field, kind: 'remove' as const, before: gone, after: null })),
  ];
  return { revision: header.id, device: header.device, at: header.at, erased: body === null, waiting, changes };
}

function elements(
  record: Readonly<Record<string, readonly JsonValue[]>> = {},
): readonly (readonly [string, JsonValue])[] {
  return Object.entries(record).flatMap(([field, values]) => values.map((value) => [field, value] as const));
}

/** Steps by one device within `minutes` of the one before, together: an hour of autosaves reads as one line. */
export function collapseSteps(steps: readonly HistoryStep[], minutes: number): readonly (readonly HistoryStep[])[] {
  const runs: HistoryStep[][] = [];
  for (const step of steps) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const near =
      last?.device === step.device && Math.abs(Date.parse(step.at) - Date.parse(last.at)) <= minutes * 60_000;
    if (run !== undefined && near) run.push(step);
    else runs.push([step]);
  }
  return runs;
}
