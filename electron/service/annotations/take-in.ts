import { canonicalJson } from '../../../shared/base/json';
import type { ItemId, SpaceId } from '../../../shared/base/ids';
import type { Annotation } from '../../../shared/model/annotation';
import { isItemId, type ForeignAnnotation } from '../../../shared/annotations/web-annotation';
import type { Library, NewItem } from '../../library/library-types';
import { annotationsOf } from './annotation-items';
import { newAnnotation } from './new-annotation';
import { takenOverItem, wereTakenOver } from './taken-over';

/**
 * Makes items of annotations from elsewhere, in one step to undo. Those that are here already, by id or in every way alike, are left out.
 * `ownOf`: the hash of the PDF whose own annotations they are.
 */
export async function takeIn(
  library: Library,
  item: ItemId,
  foreign: readonly ForeignAnnotation[],
  { space, ownOf }: { readonly space?: SpaceId | undefined; readonly ownOf?: string },
): Promise<{ added: number; known: number }> {
  const here = annotationsOf(library, item);
  const known = new Map(here.map((each) => [likeness(each), each.id] as const));
  const ids = new Map<string, ItemId>();
  const fresh: { readonly id: ItemId; readonly annotation: ForeignAnnotation }[] = [];
  for (const annotation of foreign) {
    const there = here.find(({ id }) => id === annotation.id)?.id ?? known.get(likeness(annotation));
    if (there === undefined) {
      // An id that was once an item's is only taken when it is free; a copy of the same export elsewhere keeps its own.
      const free = isItemId(annotation.id) && library.get(annotation.id) === null;
      const id = free ? (annotation.id as ItemId) : library.newItemId();
      ids.set(annotation.id, id);
      fresh.push({ id, annotation });
    } else ids.set(annotation.id, there);
  }
  const items = fresh.map(({ id, annotation }) => {
    const replyTo = annotation.replyTo === null ? null : (ids.get(annotation.replyTo) ?? null);
    const kind = annotation.kind === 'reply' && replyTo === null ? ('page' as const) : annotation.kind;
    const made = newAnnotation(library, { ...annotation, kind, item, space, replyTo: null }, id);
    const answers = replyTo === null ? [] : [{ kind: 'repliesTo', target: replyTo }];
    return { ...made, add: { ...made.add, relations: [...(made.add?.['relations'] ?? []), ...answers] } };
  });
  const all: NewItem[] = [...items];
  const numbers = foreign.map(({ id }) => id);
  if (ownOf !== undefined && (items.length > 0 || !wereTakenOver(library, item, ownOf, numbers))) {
    const taken = foreign.map(({ id, kind }) => ({ id, item: kind === 'area' ? (ids.get(id) ?? null) : null }));
    all.push(takenOverItem(item, { hash: ownOf, taken }, space));
  }
  // Only that it was taken over: nobody would know what undoing it does.
  const options = items.length === 0 ? {} : { label: `annotate:${items.length}` };
  if (all.length > 0) await library.createItems(all, options);
  return { added: items.length, known: foreign.length - items.length };
}

function likeness({
  kind,
  colour,
  anchor,
  comment,
}: Pick<Annotation, 'kind' | 'colour' | 'anchor' | 'comment'>): string {
  const rects = anchor.rects.map((rect) => rect.map((share) => Math.round(share * 500)));
  return canonicalJson([kind, colour, anchor.page, anchor.quote?.exact ?? null, rects, comment]);
}
