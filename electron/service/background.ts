import type { ItemId } from '../../shared/base/ids';
import type { LibraryChange } from '../library/library-types';
import { systemTimers } from '../sync/timers';
import type { ServiceOptions } from './service-options';
import { forgetErased } from './forget-erased';
import type { Parts } from './service';

/** When nobody asks for a list, the rest begins all the same. */
const beginAfterMs = 3_000;
/** The window draws that list first, on the same processors. */
const beginAfterListMs = 500;
const firstSnapshotAfterMs = 120_000;
const nextLookAfterMs = 3_600_000;
/** Changes that come in together are told together. */
const newsAfterMs = 3_000;

/** What goes on beside the work: shared folders, daily snapshots, telling what others changed. It begins soon after the first list has been answered. */
export interface Background {
  /** A list has been answered. */
  listAnswered(): void;
  /** Somebody changed something, here or elsewhere. */
  changed(change: LibraryChange): void;
  /** Something was erased for good, here or elsewhere. */
  erased(): void;
  /** Resolves when what it was doing is done. */
  close(): Promise<void>;
}

export function createBackground(
  parts: Pick<Parts, 'library' | 'sharing' | 'backups' | 'news' | 'copies' | 'clock'>,
  { timers = systemTimers, background = true, emit }: ServiceOptions,
  keepUp: () => Promise<void>,
): Background {
  const { sharing, backups } = parts;
  let begun = !background;
  let listed = false;
  const waiting = new Set<() => void>();
  const later = (ms: number, run: () => void): void => {
    const callOff = timers.after(ms, () => {
      waiting.delete(callOff);
      run();
    });
    waiting.add(callOff);
  };
  const snapshot = (): void => {
    backups
      .makeWhenDue()
      .catch((error: unknown) => console.error(error))
      .finally(() => later(nextLookAfterMs, snapshot));
  };
  const begin = (): void => {
    if (begun) return;
    begun = true;
    sharing
      .engine()
      .then(() => sharing.introduce())
      .catch((error: unknown) => console.error(error));
    // Also where no folder can be reached.
    keepUp().catch((error: unknown) => console.error(error));
    later(firstSnapshotAfterMs, snapshot);
  };
  let forgetting = Promise.resolve();
  const forget = (): void => {
    forgetting = forgetting.then(() => forgetErased(parts)).catch((error: unknown) => console.error(error));
  };
  // What an opening carried out, or a crash left.
  if (background) forget();
  const received = newsTeller(parts, later, emit);
  if (background) later(beginAfterMs, begin);
  return {
    listAnswered: () => {
      if (begun || listed) return;
      listed = true;
      later(beginAfterListMs, begin);
    },
    erased: forget,
    changed: (change) => {
      sharing.itemsChanged();
      if (change.by === 'others') received(change);
    },
    close: () => {
      begun = true;
      for (const callOff of waiting) callOff();
      return forgetting;
    },
  };
}

function newsTeller(
  { library, news }: Pick<Parts, 'library' | 'news'>,
  later: (ms: number, run: () => void) => void,
  emit: ServiceOptions['emit'],
): Background['changed'] {
  const changed = new Set<ItemId>();
  const tell = (): void => {
    const lines = news.list().filter(({ item }) => changed.has(item));
    changed.clear();
    for (const { id, name } of library.spaces()) {
      const count = lines.filter(({ space }) => space === id).length;
      if (count > 0) emit('sync.attention', { kind: 'news', space: id, name, count });
    }
  };
  return ({ items }) => {
    const first = changed.size === 0;
    for (const item of items) changed.add(item);
    if (first) later(newsAfterMs, tell);
  };
}
