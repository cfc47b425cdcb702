import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile, JSONFileSync } from 'lowdb/node';
import { defaultSettings, settingsSchema, type Settings } from '../../shared/model/settings';

export interface SettingsFile {
  get(): Settings;
  /** Writes the whole file; resolves when it is on disk. */
  change(change: Partial<Settings>): Promise<Settings>;
  /** Where a damaged file was put aside at opening, or null. */
  readonly damagedCopy: string | null;
}

/** Opens `settings.json` in the configuration folder, at once: nothing can be shown before. A damaged file is kept aside and the defaults are used. */
export function openSettings(configFolder: string, now: () => Date): SettingsFile {
  mkdirSync(configFolder, { recursive: true });
  const path = join(configFolder, 'settings.json');
  const { settings, damagedCopy } = readOrSetAside(path, now);
  const db = new Low<Settings>(new JSONFile(path), settings);
  db.data = settings;
  // lowdb resolves a write that a later one overtook with only the later value on disk; one at a time keeps the promise honest.
  let last: Promise<unknown> = Promise.resolve();
  return {
    get: () => db.data,
    change: (change) => {
      db.data = settingsSchema.parse({ ...db.data, ...change });
      const written = last.then(() => db.write());
      last = written.catch(() => undefined);
      return written.then(() => db.data);
    },
    damagedCopy,
  };
}

function readOrSetAside(path: string, now: () => Date): { settings: Settings; damagedCopy: string | null } {
  try {
    const raw = new JSONFileSync<unknown>(path).read();
    if (raw === null) return { settings: defaultSettings, damagedCopy: null };
    return { settings: settingsSchema.parse({ ...defaultSettings, ...(raw as object) }), damagedCopy: null };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw error;
    const damagedCopy = `${path}.damaged-${now().toISOString().replace(/[:.]/g, '-')}`;
    renameSync(path, damagedCopy);
    return { settings: defaultSettings, damagedCopy };
  }
}
