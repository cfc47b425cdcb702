import { createStore } from '../../../state/store';

export type DraftMode = 'write' | 'both' | 'read';

/** How drafts are shown, for as long as the window is open; null while nobody chose: side by side where there is room. */
export const draftMode = createStore<{ readonly mode: DraftMode | null }>({ mode: null });
