import { createStore } from '../../../state/store';

export type DraftMode = 'write' | 'both' | 'read';

/** How drafts are shown, for as long as the window is open. */
export const draftMode = createStore<{ readonly mode: DraftMode }>({ mode: 'both' });
