import type { ItemId } from '../../../shared/base/ids';
import type { DraftWritten } from '../../../shared/model/draft';
import type { ItemState } from '../../../shared/revision/item-state';
import { mergeTexts } from '../../../shared/revision/text-merge';
import { existing } from '../handlers/items';
import type { Parts } from '../service';

/** The text that was written here; '' when there is none. */
export function bodyOf(state: Pick<ItemState, 'fields'>): string {
  const body = state.fields['body'];
  return typeof body === 'string' ? body : '';
}

/**
 * Keeps the text of a draft together with what others wrote since `base`. Where both changed the same words `text` wins and says so; the other is among
 * the versions. One undo for all that is typed. Errors: those of the guard, in a shared space.
 */
export async function writeBody(
  { library, guard }: Pick<Parts, 'library' | 'guard'>,
  {
    id,
    base,
    text,
    despite,
  }: { readonly id: ItemId; readonly base: string; readonly text: string; readonly despite?: string | undefined },
): Promise<DraftWritten> {
  const now = bodyOf(existing(library, id));
  const joined = mergeTexts(base, text, now);
  const kept = joined ?? text;
  const change = { set: { body: kept === '' ? null : kept } };
  if (kept !== now) {
    await guard.allow('change', { kind: 'changes', changes: [{ id, change }] }, despite);
    await library.change(id, change, { label: 'change:1', group: `form:${id}` });
  }
  return { text: kept, clash: joined === null };
}
