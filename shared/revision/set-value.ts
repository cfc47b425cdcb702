import { canonicalJson, type JsonValue } from '../base/json';
import type { Ancestry } from './ancestry';

/** The elements of a set-valued field: an observed-remove set in which add wins (Shapiro and others, 2011). */
export interface SetField {
  add(revision: number, value: JsonValue): void;
  /** Takes away only the adds that the removing revision descends from. */
  remove(revision: number, value: JsonValue): void;
  values(): readonly JsonValue[];
}

/** Feed it the revisions in the ancestry's order, for each first what it removes, then what it adds. */
export function setField(ancestry: Ancestry): SetField {
  const elements = new Map<string, { value: JsonValue; adds: number[] }>();
  const without = (adds: readonly number[], revision: number): number[] =>
    adds.filter((add) => !ancestry.descends(revision, add));
  return {
    add: (revision, value) => {
      const key = canonicalJson(value);
      const adds = without(elements.get(key)?.adds ?? [], revision);
      elements.set(key, { value, adds: [...adds, revision] });
    },
    remove: (revision, value) => {
      const element = elements.get(canonicalJson(value));
      if (element !== undefined) element.adds = without(element.adds, revision);
    },
    values: () =>
      sortElements([...elements.values()].filter((element) => element.adds.length > 0).map((element) => element.value)),
  };
}

/** By canonical JSON, each once. */
export function sortElements(values: readonly JsonValue[]): readonly JsonValue[] {
  const byKey = new Map(values.map((value) => [canonicalJson(value), value]));
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
