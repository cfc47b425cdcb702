import type { SavedSearch } from '../../shared/model/settings';
import { showScope, showsItems, view } from './view';

/** Puts text in the search field. A search starts ranked; clearing it brings back the order of a plain list. From an inbox it searches everything. */
export function setSearchText(text: string): void {
  view.set((state) => {
    const begins = state.text.trim() === '' && text.trim() !== '';
    const ends = text.trim() === '' && state.sort === 'relevance';
    return {
      text,
      ...(begins && !showsItems(state.scope) ? { scope: { kind: 'all' as const } } : {}),
      selected: [],
      cursor: null,
      ...(begins ? { sort: 'relevance', descending: true } : ends ? { sort: 'changed', descending: true } : {}),
    };
  });
}

/** Shows one of the two inboxes, which no search narrows. */
export function showInbox(kind: 'conflicts' | 'news'): void {
  setSearchText('');
  showScope({ kind });
}

/** Searches the whole library again as it was saved. */
export function showSavedSearch({ text, filters }: SavedSearch): void {
  view.set({ scope: { kind: 'all' }, filters });
  setSearchText(text);
}

/** The pane that the search field narrows listens to this, to take the focus over from the field. */
export function focusPane(name: 'sidebar' | 'list' | 'detail'): boolean {
  const pane = document.querySelector<HTMLElement>(`[data-pane="${name}"]`);
  const target = pane?.querySelector<HTMLElement>('[data-pane-focus]') ?? pane;
  target?.focus();
  return target != null && target.contains(document.activeElement);
}
