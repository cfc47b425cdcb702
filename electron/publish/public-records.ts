import type { ItemId, SpaceId } from '../../shared/base/ids';
import type { JsonValue } from '../../shared/base/json';
import { itemTypes, type ItemTypeName } from '../../shared/model/types';
import type { RelationKind } from '../../shared/model/relation';
import { relationSchema } from '../../shared/model/relation-schema';
import type { ItemState } from '../../shared/revision/item-state';

/** A record as the whole world may read it. */
export interface PublicRecord {
  readonly id: ItemId;
  readonly type: ItemTypeName;
  readonly title: string;
  /** Of the type, in the order of its form; without those that are nobody else's business. */
  readonly fields: readonly PublicField[];
  readonly relations: readonly PublicRelation[];
  /** ISO 8601. */
  readonly changedAt: string;
}

export interface PublicField {
  readonly key: string;
  readonly kind: (typeof itemTypes)[number]['fields'][number]['kind'];
  readonly value: JsonValue;
}

export interface PublicRelation {
  readonly kind: RelationKind;
  readonly direction: 'out' | 'in';
  readonly target: ItemId;
}

/** How to reach somebody, and what curators tell each other. */
const keptBack: ReadonlySet<string> = new Set([
  'email',
  'phone',
  'consent',
  'lastConfirmed',
  'qualityNote',
  'reviewers',
]);

/**
 * The records of these spaces that a website may show: nothing from the bin, no draft that is not published, no person who did not agree, no file, and no
 * relation with what is not shown. Sorted by id.
 */
export function publicRecords(items: Iterable<ItemState>, spaces: ReadonlySet<SpaceId>): readonly PublicRecord[] {
  const shown = new Map<ItemId, ItemState>();
  for (const item of items) if (spaces.has(item.space) && isPublic(item)) shown.set(item.id, item);
  const relations = relationsAmong(shown);
  return [...shown.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((item) => ({
      id: item.id,
      type: item.fields['type'] as ItemTypeName,
      title: String(item.fields['title'] ?? ''),
      fields: publicFields(item),
      relations: relations.get(item.id) ?? [],
      changedAt: item.changedAt,
    }));
}

export function isPublic({ deleted, fields }: ItemState): boolean {
  if (deleted || !itemTypes.some(({ name }) => name === fields['type'])) return false;
  if (fields['type'] === 'draft') return fields['status'] === 'gepubliceerd';
  if (fields['type'] === 'person') return fields['consent'] === true;
  return fields['type'] !== 'collection';
}

/** What a record tells outsiders, in the order of its form. */
export function publicFields({ fields, sets }: ItemState): readonly PublicField[] {
  const type = itemTypes.find(({ name }) => name === fields['type']);
  return [...(type?.fields ?? []), { key: 'tags', kind: 'set' } as const].flatMap(({ key, kind }) => {
    const value = kind === 'set' ? [...(sets[key] ?? [])] : (fields[key] ?? null);
    const empty = value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);
    return empty || keptBack.has(key) ? [] : [{ key, kind, value }];
  });
}

function relationsAmong(shown: ReadonlyMap<ItemId, ItemState>): ReadonlyMap<ItemId, readonly PublicRelation[]> {
  const found = new Map<ItemId, PublicRelation[]>();
  const add = (of: ItemId, relation: PublicRelation): void => void found.set(of, [...(found.get(of) ?? []), relation]);
  for (const { id, sets } of shown.values()) {
    for (const element of sets['relations'] ?? []) {
      const relation = relationSchema.safeParse(element).data;
      if (relation === undefined || !shown.has(relation.target) || relation.target === id) continue;
      add(id, { kind: relation.kind, direction: 'out', target: relation.target });
      add(relation.target, { kind: relation.kind, direction: 'in', target: id });
    }
  }
  return found;
}
