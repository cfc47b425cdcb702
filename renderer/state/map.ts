import type { ItemId } from '../../shared/base/ids';
import { createStore } from './store';
import { view } from './view';

/** What of the map is looked at more closely; the middle pane tells about it. */
export type MapFocus =
  | { readonly kind: 'item'; readonly id: ItemId; readonly title: string }
  | {
      readonly kind: 'cell';
      /** How row and column are called. */
      readonly name: string;
      readonly items: readonly { readonly id: ItemId; readonly type: string; readonly title: string }[];
    };

export const map = createStore<{ readonly focus: MapFocus | null }>({ focus: null });

/** Brings the page of this part of the library back to the right pane. */
export function showScopePage(): void {
  view.set({ scopePage: true });
}

/** The year of the plans that is looked at; null: the newest there is. */
export const plans = createStore<{ readonly year: number | null; readonly region: string | null }>({
  year: null,
  region: null,
});
