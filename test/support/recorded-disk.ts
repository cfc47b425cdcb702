import type * as NodeFs from 'node:fs';
import type * as NodeFsPromises from 'node:fs/promises';

/**
 * Stands between the library and the disk, so that a test can make the Nth operation fail, or write down what was done to the disk and in
 * which order. Only what goes by way of `node:fs` is seen: SQLite writes by itself, and its file is a cache that the library can do without.
 */
export interface DiskOperation {
  readonly kind: 'create' | 'write' | 'sync' | 'sync-folder' | 'rename' | 'unlink' | 'mkdir' | 'write-file' | 'read';
  readonly path: string;
  /** Of a rename: the new path. */
  readonly to?: string;
  readonly bytes?: Uint8Array;
}

export interface DiskWatch {
  /** Called before an operation is done; what it throws is what the operation fails with. */
  before(operation: DiskOperation): void;
  /** Called when it has been done. */
  after(operation: DiskOperation): void;
}

type Callback = (error: Error | null, ...results: unknown[]) => void;

const key = Symbol.for('raakvlak.test.disk-watch');
const registry = globalThis as unknown as Record<symbol, DiskWatch | null>;

/** From now on everything below `node:fs` is told to `watch`; null ends it. */
export function watchDisk(watch: DiskWatch | null): void {
  registry[key] = watch;
}

function watching(): boolean {
  return (registry[key] ?? null) !== null;
}

function isBelow(path: unknown): path is string {
  return typeof path === 'string';
}

/** `node:fs` for `vi.mock`: the same functions, watched. */
export function watchedFs(fs: typeof NodeFs): typeof NodeFs {
  const paths = new Map<number, string>();
  const operationOf = (fd: number, bytes?: Uint8Array): DiskOperation | null => {
    const path = paths.get(fd);
    return path === undefined ? null : { kind: 'write', path, ...(bytes === undefined ? {} : { bytes }) };
  };
  const around = (operation: DiskOperation | null, callback: Callback, run: (done: Callback) => void): void => {
    const watch = registry[key] ?? null;
    if (watch === null || operation === null) return run(callback);
    try {
      watch.before(operation);
    } catch (error) {
      return void queueMicrotask(() => callback(error as Error));
    }
    run((error, ...results) => {
      if (error === null) watch.after(operation);
      callback(error, ...results);
    });
  };
  const open = (path: string, flags: string, mode: number | Callback | undefined, last?: Callback): void => {
    const callback = (typeof mode === 'function' ? mode : last) as Callback;
    const creates = flags.includes('w');
    around(isBelow(path) ? { kind: creates ? 'create' : 'read', path } : null, callback, (done) =>
      fs.open(path, flags, typeof mode === 'function' ? undefined : mode, (error, fd) => {
        if (error === null) paths.set(fd, path);
        done(error, fd);
      }),
    );
  };
  const write = (fd: number, bytes: Uint8Array, ...rest: unknown[]): void => {
    const callback = rest.at(-1) as Callback;
    const offset = typeof rest[0] === 'number' ? rest[0] : 0;
    around(watching() ? operationOf(fd, bytes.slice(offset)) : null, callback, (done) =>
      fs.write(fd, bytes, offset, (error, bytesWritten) => done(error, bytesWritten, bytes)),
    );
  };
  const fsync = (fd: number, callback: Callback): void => {
    const path = watching() ? paths.get(fd) : undefined;
    const kind =
      path !== undefined && fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() ? 'sync-folder' : 'sync';
    around(path === undefined ? null : { kind, path }, callback, (done) => fs.fsync(fd, (error) => done(error)));
  };
  const close = (fd: number, callback: Callback): void => {
    paths.delete(fd);
    fs.close(fd, (error) => callback(error ?? null));
  };
  // `promisify` gives write and read an object only through their own symbol.
  const { promisify } = process.getBuiltinModule('node:util');
  const custom = (promised: (...args: never[]) => Promise<unknown>, plain: unknown): never =>
    Object.assign(plain as object, { [promisify.custom]: promised }) as never;
  const watched = {
    ...fs,
    open,
    close,
    fsync,
    write: custom(
      (fd: number, bytes: Uint8Array, offset = 0) =>
        new Promise((resolve, reject) =>
          write(fd, bytes, offset, (error: Error | null, bytesWritten: number) =>
            error === null ? resolve({ bytesWritten, buffer: bytes }) : reject(error),
          ),
        ),
      write,
    ),
  };
  return { ...watched, default: watched } as unknown as typeof NodeFs;
}

/** `node:fs/promises` for `vi.mock`. */
export function watchedFsPromises(fs: typeof NodeFsPromises): typeof NodeFsPromises {
  const around = async <T>(operation: DiskOperation, run: () => Promise<T>): Promise<T> => {
    const watch = registry[key] ?? null;
    watch?.before(operation);
    const result = await run();
    watch?.after(operation);
    return result;
  };
  const watched = {
    ...fs,
    rename: (path: string, to: string) => around({ kind: 'rename', path, to }, () => fs.rename(path, to)),
    unlink: (path: string) => around({ kind: 'unlink', path }, () => fs.unlink(path)),
    mkdir: (path: string, options?: NodeFs.MakeDirectoryOptions) =>
      around({ kind: 'mkdir', path }, () => fs.mkdir(path, options)),
    writeFile: (path: string, bytes: Uint8Array | string, options?: NodeFs.WriteFileOptions) =>
      around({ kind: 'write-file', path, bytes: Buffer.from(bytes) }, () => fs.writeFile(path, bytes, options)),
    readFile: (path: string, options?: BufferEncoding) =>
      around({ kind: 'read', path }, () => fs.readFile(path, options)),
    readdir: (path: string, options?: never) => around({ kind: 'read', path }, () => fs.readdir(path, options)),
  };
  return { ...watched, default: watched } as unknown as typeof NodeFsPromises;
}
