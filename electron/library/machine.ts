import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** What tells this computer from a clone of its disk, as far as the system says; empty where only the files' own numbers can tell. */
export function thisMachine(): string {
  if (process.platform === 'linux') {
    for (const path of ['/etc/machine-id', '/var/lib/dbus/machine-id']) {
      try {
        return readFileSync(path, 'utf8').trim();
      } catch {
        continue;
      }
    }
  }
  return process.platform === 'win32' ? hostname() : '';
}
