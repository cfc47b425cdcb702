import { canonicalJson } from '../../../shared/base/json';
import type { ItemId, SpaceId } from '../../../shared/base/ids';
import type { Annotation } from '../../../shared/model/annotation';
import { isItemId, type ForeignAnnotation } from '../../../shared/annotations/web-annotation';
import type { Library } from '../../library/library-types';
import { annotationsOf } from './annotation-items';
import { newAnnotation } from './new-annotation';
import { takenOver, takenOverItem, type PdfSource } from './taken-over';

/**
 * Makes items of annotations from elsewhere, in one step to undo. Those that are here already, by id or in every way alike, are left out.
 * `source`: the PDF whose own annotations they are, which are kept as taken over.
 */
export async function takeIn(
  library: Library,
  item: ItemId,
  foreign: readonly ForeignAnnotation[],
  { space, source }: { readonly space?: SpaceId | undefined; readonly source?: PdfSource },
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
  const all =
    source === undefined || isKnown(library, item, source) ? items : [...items, takenOverItem(item, source, space)];
  // Only that it was taken over: nobody would know what undoing it does.
  const options = items.length === 0 ? {} : { label: `annotate:${items.length}` };
  if (all.length > 0) await library.createItems(all, options);
  return { added: items.length, known: foreign.length - items.length };
}

function isKnown(library: Library, item: ItemId, { hash, ids }: PdfSource): boolean {
  const known = new Set(takenOver(library, item, hash));
  return ids.every((id) => known.has(id));
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
