import type { ItemId, SpaceId } from '../../shared/base/ids';
import type { Place as SharedPlace } from '../../shared/model/sync';
import { createStore } from './store';

/** What the middle pane shows: everything, one group of types, a collection, a space, what was opened lately, the bin, or one of the inboxes. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'collection'; readonly id: ItemId }
  | { readonly kind: 'space'; readonly id: SpaceId }
  | { readonly kind: 'recent' }
  | { readonly kind: 'bin' }
  | { readonly kind: 'conflicts' }
  | { readonly kind: 'news' }
  | { readonly kind: 'overlaps' }
  | { readonly kind: 'map' }
  | { readonly kind: 'plans' }
  | { readonly kind: 'duplicates' }
  | { readonly kind: 'curating' }
  | { readonly kind: 'guard' };

export type SortKey = 'relevance' | 'title' | 'changed' | 'created' | 'year';
export type ItemTab = 'overview' | 'document' | 'history' | 'versions' | 'editions' | 'overlaps' | 'timeline';

/** Where in a document to open: the page of a hit (0 is the first) and the words to mark. */
export interface Place {
  readonly page: number | null;
  readonly find: string | null;
  /** The annotation to go to. */
  readonly annotation?: ItemId;
}

/** An open item. A preview gives way to the next item that is looked at; a kept one stays. */
export interface OpenItem {
  readonly id: ItemId;
  readonly tab: ItemTab;
  readonly kept: boolean;
  readonly place: Place | null;
}

export type Dialog =
  | { readonly kind: 'settings' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'help' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'new-item'; readonly type: string | null }
  | { readonly kind: 'csv'; readonly path: string }
  | { readonly kind: 'new-space'; readonly place?: SharedPlace }
  | { readonly kind: 'open-space'; readonly place?: SharedPlace }
  | { readonly kind: 'share'; readonly ids: readonly ItemId[]; readonly space?: SpaceId }
  | { readonly kind: 'import-report' }
  | { readonly kind: 'publish'; readonly space?: SpaceId }
  | { readonly kind: 'export'; readonly ids: readonly ItemId[] | null }
  | { readonly kind: 'package'; readonly ids: readonly ItemId[] }
  | { readonly kind: 'bulk-edit'; readonly ids: readonly ItemId[] };

export interface View {
  readonly scope: Scope;
  readonly text: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sort: SortKey;
  readonly descending: boolean;
  /** Chosen rows of the list, for bulk actions; `cursor` is where the keyboard is. */
  readonly selected: readonly ItemId[];
  readonly cursor: ItemId | null;
  readonly open: readonly OpenItem[];
  readonly active: ItemId | null;
  /** The space whose page stands in the right pane instead of an item. */
  readonly spacePage: SpaceId | null;
  /** The page of the scope stands in the right pane instead of an item: only the map and the yearly plans have one. */
  readonly scopePage: boolean;
  readonly dialog: Dialog | null;
}

export const view = createStore<View>({
  scope: { kind: 'all' },
  text: '',
  filters: {},
  sort: 'changed',
  descending: true,
  selected: [],
  cursor: null,
  open: [],
  active: null,
  spacePage: null,
  scopePage: false,
  dialog: null,
});

const noPage = { spacePage: null, scopePage: false } as const;

/** Shows an item in the right pane. `keep` gives it a tab of its own. */
export function openItem(id: ItemId, options: { tab?: ItemTab; keep?: boolean; place?: Place | null } = {}): void {
  view.set(({ open }) => {
    const there = open.find((item) => item.id === id);
    const next: OpenItem = {
      id,
      tab: options.tab ?? there?.tab ?? 'overview',
      kept: there?.kept === true || options.keep === true,
      place: options.place ?? null,
    };
    if (there !== undefined) return { open: open.map((item) => (item.id === id ? next : item)), active: id, ...noPage };
    const others = next.kept ? open : open.filter((item) => item.kept);
    return { open: [...others, next], active: id, ...noPage };
  });
}

export function closeItem(id: ItemId): void {
  view.set(({ open, active }) => {
    const index = open.findIndex((item) => item.id === id);
    const rest = open.filter((item) => item.id !== id);
    return { open: rest, active: active === id ? (rest[Math.min(index, rest.length - 1)]?.id ?? null) : active };
  });
}

export function showTab(id: ItemId, tab: ItemTab): void {
  view.set(({ open }) => ({ open: open.map((item) => (item.id === id ? { ...item, tab } : item)) }));
}

/** Shows another part of the library; the search text goes on, filters and selection start again. */
export function showScope(scope: Scope): void {
  const scopePage = scope.kind === 'map' || scope.kind === 'plans';
  view.set({ scope, filters: {}, selected: [], cursor: null, spacePage: null, scopePage });
}

/** Shows what is in a space, and beside it the page of the space itself. */
export function showSpace(id: SpaceId): void {
  view.set({ scope: { kind: 'space', id }, filters: {}, selected: [], cursor: null, spacePage: id, scopePage: false });
}

/** Whether the middle pane holds the list of items, which the search field narrows. */
export function showsItems({ kind }: Scope): boolean {
  return !['conflicts', 'news', 'overlaps', 'duplicates', 'curating', 'guard', 'map', 'plans'].includes(kind);
}

export function toggleFilter(field: string, value: string): void {
  view.set(({ filters }) => {
    const chosen = filters[field] ?? [];
    const next = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
    const { [field]: _old, ...others } = filters;
    return { filters: next.length === 0 ? others : { ...others, [field]: next }, selected: [], cursor: null };
  });
}

export function openDialog(dialog: Dialog | null): void {
  view.set({ dialog });
}
