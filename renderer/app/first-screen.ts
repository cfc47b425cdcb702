import { askAhead } from '../bridge/queries';
import { listQuery } from '../features/browse/list-query';
import { firstPageOf } from '../features/browse/use-listing';
import { view } from '../state/view';

/** A library that needs longer than this to open gets a screen without rows first. */
const patienceMs = 60;

/**
 * Asks what the first screen shows while the window is still being made, the most wanted first. Resolves when its rows are here, so that
 * it is drawn once and whole.
 */
export async function askFirstScreen(): Promise<void> {
  const wanted = [
    askAhead('settings.get', undefined),
    askAhead('lock.status', undefined),
    askAhead('items.query', firstPageOf(listQuery(view.get(), []))),
  ];
  void askAhead('items.counts', undefined);
  void askAhead('library.status', undefined);
  await Promise.race([Promise.all(wanted), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
}
