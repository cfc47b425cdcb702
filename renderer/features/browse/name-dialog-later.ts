import { loadLater } from '../../components/load-later';

/** `NameDialog`, for the sidebar, which is part of the first screen. */
export const NameDialogLater = loadLater(async () => (await import('./name-dialog')).NameDialog);
