import type { ItemId } from '../../../shared/base/ids';
import type { DraftWritten } from '../../../shared/model/draft';
import type { ItemState } from '../../../shared/revision/item-state';
import { mergeTexts } from '../../../shared/revision/text-merge';
import type { Library } from '../../library/library-types';
import { existing } from '../handlers/items';

/** The text that was written here; '' when there is none. */
export function bodyOf(state: Pick<ItemState, 'fields'>): string {
  const body = state.fields['body'];
  return typeof body === 'string' ? body : '';
}

/**
 * Keeps the text of a draft together with what others wrote since `base`. Where both changed the same words `text` wins and says so; the other is among
 * the versions. One undo for all that is typed.
 */
export async function writeBody(
  library: Library,
  { id, base, text }: { readonly id: ItemId; readonly base: string; readonly text: string },
): Promise<DraftWritten> {
  const now = bodyOf(existing(library, id));
  const joined = mergeTexts(base, text, now);
  const kept = joined ?? text;
  if (kept !== now)
    await library.change(id, { set: { body: kept === '' ? null : kept } }, { label: 'change:1', group: `form:${id}` });
  return { text: kept, clash: joined === null };
}
