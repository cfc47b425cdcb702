import type { ItemId } from '../../shared/base/ids';
import type { JsonValue } from '../../shared/base/json';
import { relationSchema, type Relation } from '../../shared/model/relation-schema';
import type { ItemState } from '../../shared/revision/item-state';

/** Reading an item's state without trusting its shape: a field that is not what it should be is as if empty. */
export function typeOf(state: ItemState): string {
  return text(state, 'type');
}

export function titleOf(state: ItemState): string {
  return text(state, 'title');
}

export function text({ fields }: ItemState, key: string): string {
  const value = fields[key];
  return typeof value === 'string' ? value.trim() : '';
}

export function texts({ fields, sets }: ItemState, key: string): readonly string[] {
  return strings(sets[key] ?? fields[key]);
}

function strings(value: JsonValue | readonly JsonValue[] | undefined): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string' && each !== '').map(String) : [];
}

export function relationsOf({ sets }: ItemState): readonly Relation[] {
  return (sets['relations'] ?? []).flatMap((element) => {
    const read = relationSchema.safeParse(element);
    return read.success ? [read.data] : [];
  });
}

export interface Years {
  readonly from: number | null;
  readonly to: number | null;
}

/** The period of an item, or its year as both ends; null when it has neither. */
export function yearsOf({ fields }: ItemState): Years | null {
  const { period, year, date } = fields;
  if (period !== null && typeof period === 'object' && !Array.isArray(period)) {
    const from = typeof period['from'] === 'number' ? period['from'] : null;
    const to = typeof period['to'] === 'number' ? period['to'] : null;
    return from === null && to === null ? null : { from, to };
  }
  const single = typeof year === 'number' ? year : typeof date === 'string' ? Number(date.slice(0, 4)) : Number.NaN;
  return Number.isInteger(single) && single > 0 ? { from: single, to: single } : null;
}

/** A pair of items whichever comes first. */
export function pairKey(a: ItemId, b: ItemId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
