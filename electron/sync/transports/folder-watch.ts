import { type FSWatcher, statSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { isTemporary } from './remote-path';

/**
 * Watches a folder below the root through its coming, going and being replaced. For that the folders above it are watched too, up to the one that
 * holds the root. Calls too often rather than too seldom. Null where the system cannot watch at all.
 */
export function watchFolder(root: string, folder: string, onChange: () => void): (() => void) | null {
  const wanted = join(root, folder);
  const way = wayUp(wanted, dirname(root));
  let watchers: FSWatcher[] = [];
  let followed = '';

  const stop = (): void => {
    for (const watcher of watchers) watcher.close();
    watchers = [];
  };
  const follow = (): void => {
    stop();
    followed = numbersOf(way);
    for (const place of way) {
      const watcher = tryWatch(place, (name) => (place === wanted ? changed(name) : look()));
      if (watcher !== null) watchers.push(watcher.on('error', look));
    }
  };
  /** Whether the folders are still the ones that are watched. */
  const look = (): void => {
    if (numbersOf(way) === followed) return;
    follow();
    onChange();
  };
  const changed = (name: string | null): void => {
    if (numbersOf(way) !== followed) look();
    else if (name === null || !isTemporary(name)) onChange();
  };

  follow();
  return watchers.length === 0 ? null : stop;
}

function wayUp(from: string, top: string): readonly string[] {
  return from === top || from === dirname(from) ? [from] : [from, ...wayUp(dirname(from), top)];
}

function tryWatch(place: string, onEvent: (name: string | null) => void): FSWatcher | null {
  try {
    return watch(place, { persistent: false }, (_event, name) => onEvent(name));
  } catch {
    return null;
  }
}

function numbersOf(way: readonly string[]): string {
  return way.map(numberOf).join();
}

/** What tells a folder from another that took its name: numbers alone are given out again. */
function numberOf(path: string): string {
  try {
    const { dev, ino, birthtimeNs } = statSync(path, { bigint: true });
    return `${dev}-${ino}-${birthtimeNs}`;
  } catch {
    return '';
  }
}
