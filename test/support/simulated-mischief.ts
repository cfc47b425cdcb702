import { markerName } from '../../electron/library/marker';
import type { MemoryStorage } from './memory-transport';

interface MischiefParts {
  readonly storages: readonly MemoryStorage[];
  readonly next: (below: number) => number;
  readonly count: (what: string) => void;
}

/** What happens to a shared folder behind everybody's back. */
export class Mischief {
  constructor(private readonly parts: MischiefParts) {}

  loseFiles(): void {
    const { next, count } = this.parts;
    const storage = this.oneOf();
    const share = [1, 1, 50, 100][next(4)] as number;
    for (const path of [...storage.files.keys()].sort()) if (next(100) < share) storage.remove(path);
    count('files gone');
  }

  damageFile(): void {
    const { next, count } = this.parts;
    const storage = this.oneOf();
    const paths = [...storage.files.keys()].sort();
    const path = paths[next(Math.max(1, paths.length))];
    if (path === undefined) return;
    const bytes = Buffer.from(storage.files.get(path)?.bytes ?? []);
    const at = next(Math.max(1, bytes.length));
    if (next(2) === 0) storage.put(path, bytes.subarray(0, at));
    else if (bytes.length > 0) {
      bytes[at] = (bytes[at] as number) ^ 1;
      storage.put(path, bytes);
    }
    count('file damaged');
  }

  leaveForeignFile(): void {
    const { next, count } = this.parts;
    const storage = this.oneOf();
    const real = [...storage.files.keys()].filter((path) => path !== markerName).sort();
    const path = real[next(Math.max(1, real.length))] ?? 'heads/x.json';
    const names: readonly (readonly [string, string])[] = [
      ['foreign file', 'heads/desktop.ini'],
      ['foreign file', '.DS_Store'],
      ['foreign file', `heads/${'A'.repeat(32)}.json`],
      ['name in capitals', path.replace(/[^/]+$/, (name) => name.toUpperCase())],
      ['name in capitals', path.replace(/[^/]+$/, (name) => name.toUpperCase())],
      ['accents apart', path.replace(/\.[a-z]+$/, (ending) => ` (kopie van Andre\u0301)${ending}`)],
      ['accents in one', path.replace(/\.[a-z]+$/, (ending) => ` (kopie van Andr\u00e9)${ending}`)],
    ];
    const [what, name] = names[next(names.length)] as readonly [string, string];
    if (storage.files.has(name)) count('name that another file has');
    storage.put(name, Buffer.from('{"format":1}'));
    count(what);
  }

  private oneOf(): MemoryStorage {
    const { storages, next } = this.parts;
    return storages[next(storages.length)] as MemoryStorage;
  }
}
