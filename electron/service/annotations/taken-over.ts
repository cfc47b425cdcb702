import type { ItemId, SpaceId } from '../../../shared/base/ids';
import { structuredFields } from '../../../shared/model/structured-fields';
import type { Library, NewItem } from '../../library/library-types';
import { sameDocument } from './annotation-items';

const takenOverType = 'takenOver';

/** The annotations of a PDF itself: its hash, and their numbers in it. */
export interface PdfSource {
  readonly hash: string;
  readonly ids: readonly string[];
}

/**
 * Says that the annotations of a PDF are items now. A thing of its own beside them, made in the same step: it stays when somebody deletes one of
 * them, and goes when taking them over is undone.
 */
export function takenOverItem(item: ItemId, { hash, ids }: PdfSource, space: SpaceId | undefined): NewItem {
  return {
    type: takenOverType,
    ...(space === undefined ? {} : { space }),
    set: { title: 'Uit de PDF overgenomen', hash, ids: [...ids] },
    add: { relations: [{ kind: 'annotates', target: item }] },
  };
}

/** The numbers of the annotations of the PDF with this hash that were taken over, here or on what it was published from or as. */
export function takenOver(library: Library, item: ItemId, hash: string): readonly string[] {
  const sources = [...sameDocument(library, item)].flatMap((id) => library.relationsTo(id));
  const ids = sources.flatMap(({ from }) => {
    const fields = library.get(from)?.fields;
    if (fields?.['type'] !== takenOverType || fields['hash'] !== hash) return [];
    return (structuredFields[takenOverType]?.['ids']?.safeParse(fields['ids']).data ?? []) as readonly string[];
  });
  return [...new Set(ids)];
}
