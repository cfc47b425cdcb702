import { AppError } from '../../shared/base/errors';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import type { JsonValue } from '../../shared/base/json';
import { withLinksTo } from '../../shared/model/own-links';
import { changeBetween } from '../../shared/revision/change';
import type { ItemState } from '../../shared/revision/item-state';
import type { RevisionBody } from '../../shared/revision/revision';
import { deletedField } from '../../shared/revision/state';
import type { Core, Draft } from './core';
import { sha256 } from './hash';
import { blobNamedBy } from './revision-store';

/** Where a published item came from: `{ space, item, revision }`, or of what leaves a closed space `{ item }` with a name that only who has the original can make. */
const originField = 'origin';
/** Where an item went: `{ space, item }`. */
const movedToField = 'movedTo';

/** These say where an item itself has been, so they are not part of what is copied. */
const ownFields: ReadonlySet<string> = new Set([originField, movedToField]);

export interface Publishing {
  /** Fields that stay behind. */
  readonly leaveOut?: readonly string[];
  /** How an item was before, oldest first: what its copy goes through, when there is none yet. Nothing when left out. */
  readonly earlier?: (id: ItemId) => readonly ItemState[];
}

export interface PublishDraft {
  readonly draft: Draft;
  readonly source: ItemState;
  /** The source as it is carried over: as it is, or as it was. */
  readonly state: ItemState;
}

/**
 * Drafts that give a space these items with their current values; one that was published there before is brought up to date. Relations are kept
 * between what the space has: others would only tell what else is in somebody's library. What leaves a closed space keeps no link to anything in it.
 * Errors: `item-not-found`, `space-not-found`.
 */
export function publishDrafts(
  core: Core,
  ids: readonly ItemId[],
  space: SpaceId,
  newId: () => ItemId,
  { leaveOut = [], earlier = () => [] }: Publishing = {},
): readonly PublishDraft[] {
  if (!core.spaces.has(space)) throw new AppError('space-not-found');
  const sources = [...new Set(ids)].map((id) => {
    const state = core.items.getOwn(id);
    if (state === null) throw new AppError('item-not-found');
    return state;
  });
  const before = new Map(sources.map((source) => [source.id, copyOf(core, source, space)]));
  const copies = new Map(sources.map(({ id }) => [id, before.get(id)?.id ?? newId()]));
  const targetOf = (id: ItemId): ItemId | null => {
    const source = core.items.getOwn(id);
    const copy = copies.get(id) ?? (source === null ? null : copyOf(core, source, space)?.id);
    if (copy != null) return copy;
    return source?.space === space ? id : null;
  };
  const left = new Set(leaveOut);
  return sources.flatMap((source) => {
    const steps = [...(before.get(source.id) == null ? earlier(source.id) : []), source];
    return steps.map((state): PublishDraft => {
      const body = (now: ItemState | null): RevisionBody => bodyOf(core, state, { targetOf, left }, now);
      return { source, state, draft: { id: copies.get(source.id) as ItemId, space, body } };
    });
  });
}

/** What was published from an item in a space; null when nothing was. */
function copyOf(core: Core, source: Pick<ItemState, 'id' | 'space'>, space: SpaceId): ItemState | null {
  return (
    core.items.publishedFrom(source.id, space) ??
    (isClosed(core, source) ? core.items.publishedFrom(closedOrigin(source), space) : null)
  );
}

/** The name that a copy outside a closed space has for its original: it tells nothing to who does not have that. */
export function closedOrigin({ space, id }: Pick<ItemState, 'id' | 'space'>): ItemId {
  return sha256(`raakvlak/origin ${space} ${id}`).slice(0, 26) as ItemId;
}

function isClosed({ spaces }: Core, { space }: Pick<ItemState, 'space'>): boolean {
  return spaces.get(space)?.marker.kind === 'closed';
}

/** A draft that bins an item and says where it went. */
export function movedDraft({ source, draft }: PublishDraft): Draft {
  const movedTo = { space: draft.space, item: draft.id };
  return {
    id: source.id,
    space: source.space,
    body: () => ({ set: { [deletedField]: true, [movedToField]: movedTo } }),
  };
}

/** Error: `blob-missing` (file) when what they name is not here. */
export function requireFiles(core: Core, published: readonly PublishDraft[]): void {
  for (const { state } of published) {
    const blob = blobNamedBy({ set: state.fields });
    if (blob === null || [...core.replicas.values()].some(({ blobs }) => blobs.has(blob.hash))) continue;
    throw new AppError('blob-missing', {
      file: String((state.fields['file'] as Record<string, JsonValue>)['name'] ?? ''),
    });
  }
}

interface Carrying {
  readonly targetOf: (id: ItemId) => ItemId | null;
  readonly left: ReadonlySet<string>;
}

function bodyOf(core: Core, source: ItemState, { targetOf, left }: Carrying, now: ItemState | null): RevisionBody {
  const leavesClosed = isClosed(core, source);
  const revision = source.heads[0] as string;
  const origin: JsonValue = leavesClosed
    ? { item: closedOrigin(source) }
    : { space: source.space, item: source.id, revision };
  const own = Object.entries(source.fields).flatMap(([field, value]): [string, JsonValue][] => {
    if (ownFields.has(field) || left.has(field)) return [];
    return [[field, typeof value === 'string' ? withLinksTo(value, targetOf, leavesClosed) : value]];
  });
  const fields: Record<string, JsonValue> = { ...Object.fromEntries(own), [originField]: origin };
  const kept = Object.entries(source.sets).filter(([field]) => !left.has(field));
  const relations = (source.sets['relations'] ?? []).flatMap((relation) => withTarget(relation, targetOf));
  const sets = { ...Object.fromEntries(kept), relations };
  if (now !== null) return changeBetween(now, { ...now, fields, sets });
  const filled = Object.entries(sets).filter(([, values]) => values.length > 0);
  return { set: fields, ...(filled.length === 0 ? {} : { add: Object.fromEntries(filled) }) };
}

function withTarget(relation: JsonValue, targetOf: (id: ItemId) => ItemId | null): readonly JsonValue[] {
  if (typeof relation !== 'object' || relation === null || Array.isArray(relation)) return [];
  const target = targetOf(relation['target'] as ItemId);
  return target === null ? [] : [{ ...relation, target }];
}
