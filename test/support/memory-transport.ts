import { AppError } from '../../shared/base/errors';
import type { Transport } from '../../electron/sync/transport';
import { openTarget } from '../../electron/sync/transports/download-target';
import { attempt, stopIfCancelled, tooLarge } from '../../electron/sync/transports/remote-error';
import { checkedFile, checkedPath, isTemporary } from '../../electron/sync/transports/remote-path';
import { checkUpload, piecesOf } from '../../electron/sync/transports/upload-pieces';

export interface StoredFile {
  readonly bytes: Uint8Array;
  readonly tag: string;
}

/** What several memory transports share: the storage itself, open to tests that damage it. */
export interface MemoryStorage {
  readonly files: Map<string, StoredFile>;
  /** Folders that were made; nothing removes them. */
  readonly folders: Set<string>;
  readonly watchers: Set<(path: string) => void>;
  rootIsThere: boolean;
  /** Puts bytes in place as another client would. Gives the tag. */
  put(path: string, bytes: Uint8Array): string;
  remove(path: string): void;
}

/** `foldsNames`: as on file systems to which two names are one that differ in case or in how an accent is written; the first that was used stays. */
export function memoryStorage(foldsNames = false): MemoryStorage {
  let changes = 0;
  const storage: MemoryStorage = {
    files: foldsNames ? new FoldingMap() : new Map(),
    folders: new Set(['']),
    watchers: new Set(),
    rootIsThere: true,
    put: (path, bytes) => {
      const tag = String((changes += 1));
      for (let folder = parentOf(path); folder !== ''; folder = parentOf(folder)) storage.folders.add(folder);
      storage.files.set(path, { bytes: Uint8Array.from(bytes), tag });
      tell(path);
      return tag;
    },
    remove: (path) => {
      if (storage.files.delete(path)) tell(path);
    },
  };
  const tell = (path: string): void => {
    for (const watcher of [...storage.watchers]) watcher(path);
  };
  return storage;
}

class FoldingMap<V> extends Map<string, V> {
  private readonly used = new Map<string, string>();

  override get(name: string): V | undefined {
    return super.get(this.nameOf(name));
  }

  override has(name: string): boolean {
    return super.has(this.nameOf(name));
  }

  override set(name: string, value: V): this {
    const used = this.nameOf(name);
    this.used.set(folded(name), used);
    return super.set(used, value);
  }

  override delete(name: string): boolean {
    const used = this.nameOf(name);
    this.used.delete(folded(name));
    return super.delete(used);
  }

  private nameOf(name: string): string {
    return this.used.get(folded(name)) ?? name;
  }
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** One client of a storage in memory. */
export function memoryTransport(storage: MemoryStorage, place = 'memory'): Transport {
  const act = <T>(path: string, signal: AbortSignal | undefined, action: () => T | Promise<T>): Promise<T> =>
    attempt(place, path, signal, async () => {
      if (!storage.rootIsThere) throw new AppError('remote-missing-folder', { place });
      checkedPath(path);
      return action();
    });
  const find = (path: string, limitBytes: number): StoredFile | null => {
    const file = storage.files.get(path) ?? null;
    if (file !== null && file.bytes.length > limitBytes) throw tooLarge(place, path, limitBytes);
    return file;
  };
  return {
    place,
    canWrite: true,
    list: (folder, signal) => act(folder, signal, () => listed(storage, folder)),
    folders: (folder, signal) =>
      act(folder, signal, () =>
        [...storage.folders]
          .filter((path) => path !== '' && parentOf(path) === folder)
          .map(nameOf)
          .sort(),
      ),
    read: (path, { limitBytes, pace, signal }) =>
      act(path, signal, async () => {
        const bytes = find(path, limitBytes)?.bytes ?? null;
        await pace?.(bytes?.length ?? 0, signal);
        return bytes === null ? null : Uint8Array.from(bytes);
      }),
    download: (path, target, from, options) =>
      act(path, options.signal, async () => {
        const file = find(path, options.limitBytes);
        if (file === null) return false;
        const output = await openTarget(target, from, options, { place, path });
        await output.take(file.bytes.subarray(from)).finally(output.close);
        return true;
      }),
    write: (path, upload, signal) =>
      act(path, signal, async () => {
        await checkUpload(upload, place, checkedFile(path));
        const pieces: Uint8Array[] = [];
        for await (const piece of piecesOf(upload, signal)) pieces.push(piece);
        stopIfCancelled(signal);
        return storage.put(path, Buffer.concat(pieces));
      }),
    remove: (path, signal) => act(path, signal, () => storage.remove(checkedFile(path))),
    makeRoot: () => {
      storage.rootIsThere = true;
      return Promise.resolve();
    },
    watch: (folder, onChange) => {
      const watcher = (path: string): void => {
        if (parentOf(path) === folder) queueMicrotask(onChange);
      };
      storage.watchers.add(watcher);
      return () => storage.watchers.delete(watcher);
    },
    close: () => Promise.resolve(),
  };
}

function listed({ files, folders }: MemoryStorage, folder: string) {
  if (!folders.has(folder)) return null;
  return [...files]
    .filter(([path]) => parentOf(path) === folder && !isTemporary(path))
    .map(([path, { bytes, tag }]) => ({ name: nameOf(path), sizeBytes: bytes.length, tag }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
