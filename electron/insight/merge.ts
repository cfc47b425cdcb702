import type { ItemId } from '../../shared/base/ids';
import { canonicalJson, sameJson, type JsonValue } from '../../shared/base/json';
import type { FieldSpec } from '../../shared/model/field';
import type { FieldMerge, MergeChoice } from '../../shared/model/insight';
import { fieldsOf, itemType } from '../../shared/model/types';
import type { ItemState } from '../../shared/revision/item-state';
import type { RevisionBody } from '../../shared/revision/revision';
import type { IncomingRelation, ItemChange } from '../library/library-types';
import { relationsOf, typeOf } from './item-fields';

/** What has to be written to make two items one; the loser goes to the bin besides. */
export interface MergePlan {
  readonly winner: ItemId;
  readonly loser: ItemId;
  readonly changes: readonly ItemChange[];
}

/** The fields of the winner's form in which the two differ, in its order. Sets are not among them: they are put together. */
export function mergeFields(winner: ItemState, loser: ItemState): readonly FieldMerge[] {
  return specsOf(winner).flatMap((spec): FieldMerge[] => {
    const [ours, theirs] = [winner.fields[spec.key] ?? null, loser.fields[spec.key] ?? null];
    if (theirs === null || sameJson(ours, theirs)) return [];
    const canKeepBoth = isJoinable(spec) && ours !== null;
    return [{ key: spec.key, winner: ours, loser: theirs, suggestion: suggestionFor(spec, ours, theirs), canKeepBoth }];
  });
}

/**
 * Puts everything of the loser into the winner, field by field as chosen (as suggested where nothing was), and turns relations that point
 * at the loser. The winner remembers where it came from (`mergedFrom`): that is what leads the old id on.
 */
export function mergePlan(
  winner: ItemState,
  loser: ItemState,
  incoming: readonly IncomingRelation[],
  choices: Readonly<Record<string, MergeChoice>> = {},
): MergePlan {
  const set = Object.fromEntries(
    mergeFields(winner, loser).flatMap((field): [string, JsonValue][] => {
      const choice = choices[field.key] ?? field.suggestion;
      if (choice === 'winner') return [];
      return [[field.key, choice === 'loser' ? field.loser : joined(field.winner, field.loser)]];
    }),
  );
  const change: RevisionBody = {
    ...(Object.keys(set).length === 0 ? {} : { set }),
    add: addedSets(winner, loser),
    ...removedRelations(winner, loser.id),
  };
  return {
    winner: winner.id,
    loser: loser.id,
    changes: [{ id: winner.id, change }, ...turned(incoming, winner.id, loser.id)],
  };
}

/** Files are a field too, where the type has them. */
function specsOf(state: ItemState): readonly FieldSpec[] {
  const specs = fieldsOf(typeOf(state)).filter(({ kind }) => kind !== 'set');
  return itemType(typeOf(state))?.hasFile === true ? [...specs, { key: 'file', kind: 'line' }] : specs;
}

function isJoinable({ key, kind }: FieldSpec): boolean {
  return key !== 'file' && (kind === 'text' || kind === 'markdown' || kind === 'list');
}

/** What the winner lacks comes from the loser; of two long texts neither is thrown away; short facts stay as they are. */
function suggestionFor(spec: FieldSpec, ours: JsonValue, theirs: JsonValue): MergeChoice {
  if (ours === null || ours === '') return 'loser';
  if (spec.key === 'lastConfirmed') return String(theirs) > String(ours) ? 'loser' : 'winner';
  if (!isJoinable(spec)) return 'winner';
  if (typeof ours === 'string' && typeof theirs === 'string') {
    if (ours.includes(theirs)) return 'winner';
    if (theirs.includes(ours)) return 'loser';
  }
  return 'both';
}

function joined(ours: JsonValue, theirs: JsonValue): JsonValue {
  if (Array.isArray(ours) && Array.isArray(theirs))
    return [...ours, ...theirs.filter((each) => !ours.some((own) => sameJson(own, each)))];
  return `${String(ours)}\n\n${String(theirs)}`;
}

function addedSets(winner: ItemState, loser: ItemState): Readonly<Record<string, readonly JsonValue[]>> {
  const known = new Set(
    fieldsOf(typeOf(winner))
      .filter(({ kind }) => kind === 'set')
      .map(({ key }) => key),
  );
  const sets = Object.entries(loser.sets).filter(([key]) => known.has(key));
  const relations = (loser.sets['relations'] ?? []).filter((element) => targetOf(element) !== winner.id);
  return { ...Object.fromEntries(sets), relations: [...relations, { kind: 'mergedFrom', target: loser.id }] };
}

function removedRelations(winner: ItemState, loser: ItemId): Pick<RevisionBody, 'remove'> {
  const relations = (winner.sets['relations'] ?? []).filter(
    (element) => targetOf(element) === loser && kindOf(element) !== 'mergedFrom',
  );
  return relations.length === 0 ? {} : { remove: { relations } };
}

/** Relations of others that pointed at the loser point at the winner. */
function turned(incoming: readonly IncomingRelation[], winner: ItemId, loser: ItemId): ItemChange[] {
  const byItem = new Map<ItemId, JsonValue[]>();
  for (const { from, relation } of incoming)
    if (from !== winner && from !== loser && relation.kind !== 'mergedFrom')
      byItem.set(from, [...(byItem.get(from) ?? []), { ...relation } as JsonValue]);
  return [...byItem].map(([id, relations]) => ({
    id,
    change: {
      remove: { relations },
      add: { relations: relations.map((element) => ({ ...(element as Record<string, JsonValue>), target: winner })) },
    },
  }));
}

const targetOf = (element: JsonValue): unknown => (element as { target?: unknown } | null)?.target;
const kindOf = (element: JsonValue): unknown => (element as { kind?: unknown } | null)?.kind;

/** Whether a merged item has anything that what it went into lacks: it was changed at the same time, and the change has to be taken over. */
export function hasLeftovers(winner: ItemState, loser: ItemState): boolean {
  const lacking = mergeFields(winner, loser).some(({ winner: ours, loser: theirs }) => !holds(ours, theirs));
  const sets = Object.entries(loser.sets).some(([key, values]) => {
    if (key === 'relations') return false;
    const own = new Set((winner.sets[key] ?? []).map((value) => canonicalJson(value)));
    return values.some((value) => !own.has(canonicalJson(value)));
  });
  const targets = new Set(relationsOf(winner).map(({ kind, target }) => `${kind} ${target}`));
  return (
    lacking ||
    sets ||
    relationsOf(loser).some(({ kind, target }) => target !== winner.id && !targets.has(`${kind} ${target}`))
  );
}

function holds(ours: JsonValue, theirs: JsonValue): boolean {
  return typeof ours === 'string' && typeof theirs === 'string' && ours.includes(theirs);
}
