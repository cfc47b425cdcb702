import type { ItemId } from '../../../shared/base/ids';
import {
  annotationColours,
  annotationKinds,
  type Annotation,
  type AnnotationColour,
  type AnnotationKind,
} from '../../../shared/model/annotation';
import { anchorSchema } from '../../../shared/model/anchor-schema';
import { relationSchema } from '../../../shared/model/relation-schema';
import type { ItemName } from '../../../shared/model/views';
import { byPlace } from '../../../shared/annotations/order';
import type { ItemState } from '../../../shared/revision/item-state';
import type { Library } from '../../library/library-types';
import { closedOrigin } from '../../library/publish';
import { participantsOf } from '../participants';

export const annotationType = 'annotation';

/** Kinds of relation that stand between an annotation and what it is a part of; its other relations are links that people made. */
const ownRelations: ReadonlySet<string> = new Set(['annotates', 'repliesTo']);

/** Reads items as annotations; what is none, or is in the bin, is left out. */
export function annotationsFrom(library: Library, ids: Iterable<ItemId>): readonly Annotation[] {
  const device = library.device();
  const spaces = new Map(library.spaces().map((space) => [space.id, space] as const));
  const names = new Map([...spaces.keys()].map((id) => [id, participantsOf(library, id)] as const));
  const maker = library.database.prepare(
    `SELECT device FROM core_revisions WHERE item = ? AND json_array_length(header, '$.parents') = 0 LIMIT 1`,
  );
  const found = [...new Set(ids)].flatMap((id) => {
    const state = library.get(id);
    const space = state === null ? undefined : spaces.get(state.space);
    if (state === null || space === undefined) return [];
    const made = maker.get<{ device: string }>(id)?.device ?? '';
    const person = names.get(state.space)?.get(made)?.name ?? '';
    return annotationOf(library, state, { space, person, mine: made === device || space.kind === 'private' }) ?? [];
  });
  return found.sort(byPlace);
}

interface Surroundings {
  readonly space: Annotation['space'];
  readonly person: string;
  readonly mine: boolean;
}

function annotationOf(library: Library, state: ItemState, { space, person, mine }: Surroundings): Annotation | null {
  const { fields, sets } = state;
  const anchor = anchorSchema.safeParse(fields['anchor']);
  const relations = (sets['relations'] ?? []).flatMap((each) => relationSchema.safeParse(each).data ?? []);
  const item = relations.find(({ kind }) => kind === 'annotates')?.target;
  if (fields['type'] !== annotationType || state.deleted || !anchor.success || item === undefined) return null;
  const links = relations.filter(({ kind }) => !ownRelations.has(kind)).map(({ target }) => target);
  const made = library.relationsTo(state.id).filter(({ relation }) => relation.kind === 'derivedFrom');
  return {
    id: state.id,
    item,
    space: { id: space.id, name: space.name, kind: space.kind },
    kind: oneOf(annotationKinds, fields['annotationKind'], 'highlight') satisfies AnnotationKind,
    colour: oneOf(annotationColours, fields['colour'], 'yellow') satisfies AnnotationColour,
    anchor: anchor.data,
    comment: textOf(fields['comment']),
    tags: (sets['tags'] ?? []).map(String),
    resolved: fields['resolved'] === true,
    replyTo: relations.find(({ kind }) => kind === 'repliesTo')?.target ?? null,
    author: textOf(fields['author']) || person,
    mine,
    createdAt: state.createdAt,
    changedAt: state.changedAt,
    links: [...links, ...made.map(({ from }) => from)].flatMap((id) => nameOf(library, id) ?? []),
  };
}

/** The annotations of an item, and those of what it was published from or as: they belong to the document, not to one copy of it. */
export function annotationsOf(library: Library, item: ItemId): readonly Annotation[] {
  const ids = [...sameDocument(library, item)].flatMap((id) =>
    library.relationsTo(id).flatMap(({ from, relation }) => (relation.kind === 'annotates' ? [from] : [])),
  );
  return annotationsFrom(library, ids);
}

export function sameDocument(library: Library, item: ItemId): ReadonlySet<ItemId> {
  const origin = library.get(item)?.fields['origin'];
  const source = typeof origin === 'object' && origin !== null && !Array.isArray(origin) ? origin['item'] : undefined;
  const space = library.get(item)?.space;
  const names = space === undefined ? [item] : [item, closedOrigin({ id: item, space })];
  const select = library.database.prepare('SELECT item FROM core_origins WHERE source = ?');
  const copies = names.flatMap((name) => select.all<{ item: ItemId }>(name));
  return new Set([item, ...(typeof source === 'string' ? [source as ItemId] : []), ...copies.map((copy) => copy.item)]);
}

export function nameOf(library: Library, id: ItemId): ItemName | null {
  const state = library.get(id);
  if (state === null || state.deleted) return null;
  return { id, type: textOf(state.fields['type']), title: textOf(state.fields['title']) };
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function oneOf<Value extends string>(values: readonly Value[], value: unknown, otherwise: Value): Value {
  return values.find((each) => each === value) ?? otherwise;
}
