import type { z } from 'zod';
import type { ItemId, SpaceId } from '../../../shared/base/ids';
import { takenSchema } from '../../../shared/model/structured-fields';
import type { Library, NewItem } from '../../library/library-types';
import { sameDocument } from './annotation-items';

const takenOverType = 'takenOver';

type Taken = z.infer<typeof takenSchema>;

/**
 * Says that the annotations of a PDF are items now. A thing of its own beside them, made in the same step: it stays when somebody deletes one of
 * them, and goes when taking them over is undone.
 */
export function takenOverItem(
  item: ItemId,
  { hash, taken }: { readonly hash: string; readonly taken: Taken },
  space: SpaceId | undefined,
): NewItem {
  return {
    type: takenOverType,
    ...(space === undefined ? {} : { space }),
    set: { title: 'Uit de PDF overgenomen', hash, taken },
    add: { relations: [{ kind: 'annotates', target: item }] },
  };
}

/**
 * What of the PDF with this hash is ours to show, by the numbers of its annotations, as was said here or on what it was published from or as. Lines, ink
 * and texts on the page stay to be seen in the file while we only know their place: until they are deleted.
 */
export function takenOver(library: Library, item: ItemId, hash: string): readonly string[] {
  const all = takenFrom(library, item, hash);
  const isThere = (id: string | null): boolean => id !== null && library.get(id as ItemId)?.deleted === false;
  const drawn = new Set(all.filter((each) => isThere(each.item)).map(({ id }) => id));
  return [...new Set(all.map(({ id }) => id))].filter((id) => !drawn.has(id));
}

/** Whether all these were taken over before. */
export function wereTakenOver(library: Library, item: ItemId, hash: string, ids: readonly string[]): boolean {
  const known = new Set(takenFrom(library, item, hash).map(({ id }) => id));
  return ids.every((id) => known.has(id));
}

function takenFrom(library: Library, item: ItemId, hash: string): Taken {
  const sources = [...sameDocument(library, item)].flatMap((id) => library.relationsTo(id));
  return sources.flatMap(({ from }) => {
    const fields = library.get(from)?.fields;
    if (fields?.['type'] !== takenOverType || fields['hash'] !== hash) return [];
    return takenSchema.safeParse(fields['taken']).data ?? [];
  });
}
