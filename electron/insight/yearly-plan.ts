import type { ItemId } from '../../shared/base/ids';
import { sameJson, type JsonValue } from '../../shared/base/json';
import type { ItemState } from '../../shared/revision/item-state';
import type { NewItem } from '../library/library-types';
import type { PlannedAction, YearComparison, YearLine } from '../../shared/model/insight';
import { text, texts, titleOf, typeOf } from './item-fields';

/** What is done with an action that is not finished: it goes on next year. */
const open: ReadonlySet<string> = new Set(['', 'gepland', 'loopt']);
const copied = ['title', 'order', 'summary', 'owner', 'source'];

/**
 * The yearly actions of `year` to begin with: those of the year before that are still open, marked as carried over, each following its
 * predecessor. Nothing when the new year has them already.
 */
export function newYear(actions: readonly ItemState[], year: number): readonly NewItem[] {
  const of = (wanted: number): ItemState[] =>
    actions.filter((state) => typeOf(state) === 'yearlyAction' && !state.deleted && state.fields['year'] === wanted);
  const there = new Set(of(year).flatMap(followedBy));
  return of(year - 1)
    .filter((state) => isOpen(state) && !there.has(state.id))
    .map((state) => ({
      type: 'yearlyAction',
      space: state.space,
      set: {
        ...Object.fromEntries(
          copied.flatMap((key) => (state.fields[key] === undefined ? [] : [[key, state.fields[key]]])),
        ),
        year,
        actionStatus: 'gepland',
        carriedOver: true,
      } as Record<string, JsonValue>,
      add: {
        ...Object.fromEntries(Object.entries(state.sets).filter(([key]) => key !== 'relations')),
        relations: [...partsOf(state), { kind: 'follows', target: state.id }],
      },
    }));
}

export interface YearDifference {
  readonly added: readonly ItemId[];
  /** Of the year before, with nothing that carries them on. */
  readonly dropped: readonly ItemId[];
  readonly changed: readonly { readonly before: ItemId; readonly after: ItemId; readonly fields: readonly string[] }[];
}

/** Two years of actions side by side; an action is the same when it follows the other one. */
export function yearDifference(before: readonly ItemState[], after: readonly ItemState[]): YearDifference {
  const earlier = new Map(before.map((state) => [state.id, state] as const));
  const pairs = after.flatMap((state) => {
    const origin = followedBy(state).find((id) => earlier.has(id));
    return origin === undefined ? [] : [[earlier.get(origin) as ItemState, state] as const];
  });
  const carried = new Set(pairs.map(([state]) => state.id));
  const kept = new Set(pairs.map(([, state]) => state.id));
  return {
    added: after.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
    dropped: before
      .filter(({ id, fields }) => !carried.has(id) && fields['actionStatus'] !== 'gedaan')
      .map(({ id }) => id),
    changed: pairs.flatMap(([from, to]) => {
      const fields = ['title', 'summary', 'owner', 'order'].filter(
        (key) => !sameJson(from.fields[key] ?? null, to.fields[key] ?? null),
      );
      return fields.length === 0 ? [] : [{ before: from.id, after: to.id, fields }];
    }),
  };
}

/** The actions of `year` beside those of the year before, in the order of the plan; of one region, or of all when it is null. */
export function compareYears(items: Iterable<ItemState>, year: number, region: string | null): YearComparison {
  const actions = [...items].filter(
    (state) =>
      typeOf(state) === 'yearlyAction' &&
      !state.deleted &&
      (region === null || texts(state, 'regions').includes(region)),
  );
  const of = (wanted: number): ItemState[] =>
    actions.filter(({ fields }) => fields['year'] === wanted).sort((a, b) => orderOf(a) - orderOf(b));
  const [before, after] = [of(year - 1), of(year)];
  const { changed } = yearDifference(before, after);
  const fieldsOf = new Map(changed.map((each) => [each.after, each.fields] as const));
  const earlier = new Map(before.map((state) => [state.id, state] as const));
  const carried = new Set<ItemId>();
  const current = after.map((state): YearLine => {
    const origin = followedBy(state).find((id) => earlier.has(id));
    if (origin === undefined) return { before: null, after: plannedOf(state), state: 'added', fields: [] };
    carried.add(origin);
    const fields = fieldsOf.get(state.id) ?? [];
    const from = plannedOf(earlier.get(origin) as ItemState);
    return { before: from, after: plannedOf(state), state: fields.length === 0 ? 'same' : 'changed', fields };
  });
  const gone = before
    .filter(({ id }) => !carried.has(id))
    .map((state): YearLine => {
      const isDone = text(state, 'actionStatus') === 'gedaan';
      return { before: plannedOf(state), after: null, state: isDone ? 'done' : 'dropped', fields: [] };
    });
  return {
    years: [...new Set(actions.map(({ fields }) => Number(fields['year'])))].filter(Boolean).sort((a, b) => a - b),
    lines: [...current, ...gone],
    open: before.filter((state) => isOpen(state) && !carried.has(state.id)).map(plannedOf),
  };
}

function isOpen(state: ItemState): boolean {
  return open.has(text(state, 'actionStatus'));
}

function orderOf({ fields }: ItemState): number {
  return typeof fields['order'] === 'number' ? fields['order'] : Number.MAX_SAFE_INTEGER;
}

function plannedOf(state: ItemState): PlannedAction {
  return {
    id: state.id,
    title: titleOf(state),
    owner: text(state, 'owner'),
    status: text(state, 'actionStatus'),
    summary: text(state, 'summary'),
  };
}

function followedBy(state: ItemState): ItemId[] {
  return relations(state, 'follows').map(({ target }) => target as ItemId);
}

function partsOf(state: ItemState): JsonValue[] {
  return relations(state, 'partOf');
}

function relations(state: ItemState, kind: string): { kind: string; target: string }[] {
  return (state.sets['relations'] ?? []).filter(
    (element): element is { kind: string; target: string } => (element as { kind?: unknown } | null)?.kind === kind,
  );
}
