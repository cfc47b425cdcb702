import { AppError } from '../../shared/base/errors';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import type { JsonValue } from '../../shared/base/json';
import { changeBetween } from '../../shared/revision/change';
import type { ItemState } from '../../shared/revision/item-state';
import type { RevisionBody } from '../../shared/revision/revision';
import { deletedField } from '../../shared/revision/state';
import type { Core, Draft } from './core';
import { blobNamedBy } from './revision-store';

/** Where a published item came from: `{ space, item, revision }`. */
const originField = 'origin';
/** Where an item went: `{ space, item }`. */
const movedToField = 'movedTo';

/** These say where an item itself has been, so they are not part of what is copied. */
const ownFields: ReadonlySet<string> = new Set([originField, movedToField]);

/**
 * Drafts that give a space these items with their current values; one that was published there before is brought up to date. Relations are kept
 * between what the space has: others would only tell what else is in somebody's library. Errors: `item-not-found`, `space-not-found`, `blob-missing`.
 */
export function publishDrafts(
  core: Core,
  ids: readonly ItemId[],
  space: SpaceId,
  newId: () => ItemId,
): readonly { readonly draft: Draft; readonly source: ItemState }[] {
  if (!core.spaces.has(space)) throw new AppError('space-not-found');
  const sources = [...new Set(ids)].map((id) => {
    const state = core.items.getOwn(id);
    if (state === null) throw new AppError('item-not-found');
    checkFile(core, state);
    return state;
  });
  const copies = new Map(sources.map(({ id }) => [id, core.items.publishedFrom(id, space)?.id ?? newId()]));
  const targetOf = (id: ItemId): ItemId | null => {
    const copy = copies.get(id) ?? core.items.publishedFrom(id, space)?.id;
    if (copy !== undefined) return copy;
    return core.items.getOwn(id)?.space === space ? id : null;
  };
  return sources.map((source) => ({
    source,
    draft: { id: copies.get(source.id) as ItemId, space, body: (now) => bodyOf(source, targetOf, now) },
  }));
}

/** A draft that bins an item and says where it went. */
export function movedDraft({ source, draft }: { readonly draft: Draft; readonly source: ItemState }): Draft {
  const movedTo = { space: draft.space, item: draft.id };
  return {
    id: source.id,
    space: source.space,
    body: () => ({ set: { [deletedField]: true, [movedToField]: movedTo } }),
  };
}

function checkFile(core: Core, { fields }: ItemState): void {
  const blob = blobNamedBy({ set: fields });
  if (blob === null || [...core.replicas.values()].some(({ blobs }) => blobs.has(blob.hash))) return;
  throw new AppError('blob-missing', { file: String((fields['file'] as Record<string, JsonValue>)['name'] ?? '') });
}

function bodyOf(source: ItemState, targetOf: (id: ItemId) => ItemId | null, now: ItemState | null): RevisionBody {
  const own = Object.entries(source.fields).filter(([field]) => !ownFields.has(field));
  const revision = source.heads[0] as string;
  const origin: JsonValue = { space: source.space, item: source.id, revision };
  const fields: Record<string, JsonValue> = { ...Object.fromEntries(own), [originField]: origin };
  const relations = (source.sets['relations'] ?? []).flatMap((relation) => withTarget(relation, targetOf));
  const sets = { ...source.sets, relations };
  if (now !== null) return changeBetween(now, { ...now, fields, sets });
  const filled = Object.entries(sets).filter(([, values]) => values.length > 0);
  return { set: fields, ...(filled.length === 0 ? {} : { add: Object.fromEntries(filled) }) };
}

function withTarget(relation: JsonValue, targetOf: (id: ItemId) => ItemId | null): readonly JsonValue[] {
  if (typeof relation !== 'object' || relation === null || Array.isArray(relation)) return [];
  const target = targetOf(relation['target'] as ItemId);
  return target === null ? [] : [{ ...relation, target }];
}
