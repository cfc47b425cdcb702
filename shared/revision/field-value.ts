import { canonicalJson, type JsonValue } from '../base/json';
import type { Ancestry } from './ancestry';
import type { FieldVersion } from './item-state';
import type { Revision } from './revision';
import { mergeTexts } from './text-merge';

/** What a single-valued field shows, and all versions when people have to choose. */
export interface FieldValue {
  readonly value: JsonValue;
  /** Empty when there is no conflict. */
  readonly versions: readonly FieldVersion[];
}

/** Two people who answer each other without ever reading build a ladder of common ancestors; a few rungs settle any real text. */
const deepestBase = 8;

/** The writers that no other writer descends from; `writers` are indices in the ancestry's order, ascending. */
export function frontierOf(ancestry: Ancestry, writers: readonly number[]): readonly number[] {
  let frontier: number[] = [];
  for (const writer of writers) {
    frontier = frontier.filter((earlier) => !ancestry.descends(writer, earlier));
    frontier.push(writer);
  }
  return frontier;
}

/** The value of `field` among its `writers` (rules R1 to R4, R7 and R8); `mergeable` for long text. */
export function fieldValue(
  ancestry: Ancestry,
  field: string,
  writers: readonly number[],
  mergeable: boolean,
): FieldValue {
  return valueAt(frontierOf(ancestry, writers), 0);

  function valueAt(frontier: readonly number[], depth: number): FieldValue {
    const versions = distinctVersions(ancestry, field, frontier);
    const shown = (versions[0] as FieldVersion).value;
    if (versions.length === 1) return { value: shown, versions: [] };
    const merged = mergeable && depth < deepestBase ? merge(frontier, versions, depth) : null;
    return merged === null ? { value: shown, versions } : { value: merged, versions: [] };
  }

  function merge(frontier: readonly number[], versions: readonly FieldVersion[], depth: number): string | null {
    const seenByAll = writers.filter((writer) => frontier.every((tip) => ancestry.descends(tip, writer)));
    const base = seenByAll.length === 0 ? '' : (valueAt(frontierOf(ancestry, seenByAll), depth + 1).value ?? '');
    const texts = versions.map((version) => version.value ?? '');
    if (typeof base !== 'string' || !texts.every((text) => typeof text === 'string')) return null;
    return texts.reduce<string | null>(
      (merged, text) => (merged === null ? null : mergeTexts(base, merged, text)),
      texts[0] as string,
    );
  }
}

/** One version for each different value, by the smallest revision id that wrote it; sorted by that id. */
function distinctVersions(ancestry: Ancestry, field: string, frontier: readonly number[]): readonly FieldVersion[] {
  const writers = frontier
    .map((i) => ancestry.order[i] as Revision)
    .sort((a, b) => (a.header.id < b.header.id ? -1 : 1));
  const byValue = new Map<string, FieldVersion>();
  for (const { header, body } of writers) {
    const value = body?.set?.[field] ?? null;
    const key = canonicalJson(value);
    if (!byValue.has(key)) byValue.set(key, { value, revision: header.id, device: header.device, at: header.at });
  }
  return [...byValue.values()];
}
