import type { ItemDetail } from '../../../shared/model/views';

/** The title of an item; null when it has none, as after a damaged import. */
export function titleOf({ state }: ItemDetail): string | null {
  const title = state.fields['title'];
  return typeof title === 'string' && title !== '' ? title : null;
}

export function typeOf({ state }: ItemDetail): string {
  const type = state.fields['type'];
  return typeof type === 'string' ? type : '';
}
