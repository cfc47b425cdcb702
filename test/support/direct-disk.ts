import { promisify } from 'node:util';
import type * as NodeFs from 'node:fs';
import type * as NodeFsPromises from 'node:fs/promises';
import type * as NodeZlib from 'node:zlib';

/**
 * The same functions for `vi.mock`, done at once instead of by another thread: for simulations on a disk in memory, where going to that thread and back
 * costs more than the work. What is asynchronous stays so; only the order of what happens at the same time is always the same.
 */
type Synchronous = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
type Callback = (error: unknown, result?: unknown) => void;

const withCallback = ['open', 'close', 'write', 'fsync', 'fstat'] as const;
const withPromise = [
  'readFile',
  'readdir',
  'stat',
  'lstat',
  'mkdir',
  'rename',
  'unlink',
  'writeFile',
  'rm',
  'copyFile',
  'link',
] as const;

export function directFs(fs: typeof NodeFs): typeof NodeFs {
  const read = Object.assign(atOnce(fs as never, 'read'), {
    [promisify.custom]: async (fd: number, buffer: Uint8Array, offset: number, length: number, position: number) =>
      Promise.resolve({ bytesRead: fs.readSync(fd, buffer, offset, length, position), buffer }),
  });
  const direct = Object.fromEntries(withCallback.map((name) => [name, atOnce(fs as never, name)]));
  return { ...fs, ...direct, read } as unknown as typeof NodeFs;
}

export function directFsPromises(fs: typeof NodeFsPromises, plain: typeof NodeFs): typeof NodeFsPromises {
  const direct = Object.fromEntries(
    withPromise.map((name) => [
      name,
      // A failure is the promise's.
      async (...args: readonly unknown[]) =>
        Promise.resolve((plain as unknown as Synchronous)[`${name}Sync`]?.(...args)),
    ]),
  );
  return { ...fs, ...direct } as unknown as typeof NodeFsPromises;
}

export function directZlib(zlib: typeof NodeZlib): typeof NodeZlib {
  const [gzip, gunzip] = [atOnce(zlib as never, 'gzip'), atOnce(zlib as never, 'gunzip')];
  return { ...zlib, gzip, gunzip, default: { ...zlib, gzip, gunzip } } as unknown as typeof NodeZlib;
}

function atOnce(module: Synchronous, name: string): (...args: readonly unknown[]) => void {
  return (...args) => {
    const callback = args.at(-1) as Callback;
    try {
      const result = module[`${name}Sync`]?.(...args.slice(0, -1));
      queueMicrotask(() => callback(null, result));
    } catch (error) {
      queueMicrotask(() => callback(error));
    }
  };
}
