import { EventEmitter } from 'node:events';
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

/** A stream gives its text in parts of this size. */
const partBytes = 16_384;

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
  const createReadStream = (path: string, options?: ReadOptions): AsyncIterable<Buffer> => piecesOf(fs, path, options);
  return { ...fs, ...direct, read, createReadStream } as unknown as typeof NodeFs;
}

interface ReadOptions {
  readonly start?: number;
  readonly highWaterMark?: number;
}

/** As much of the stream as is used: it is read with `for await`. */
async function* piecesOf(fs: typeof NodeFs, path: string, options: ReadOptions = {}): AsyncGenerator<Buffer> {
  const { start = 0, highWaterMark = 65_536 } = options;
  const bytes = fs.readFileSync(path);
  for (let at = start; at < bytes.length; at += highWaterMark)
    yield await Promise.resolve(bytes.subarray(at, at + highWaterMark));
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
  const direct = { ...zlib, gzip, gunzip, createGunzip: () => new DirectGunzip(zlib.gunzipSync) };
  return { ...direct, default: direct } as unknown as typeof NodeZlib;
}

/** As much of the stream as is used: it is given everything in one `end`. */
class DirectGunzip extends EventEmitter {
  private destroyed = false;

  constructor(private readonly unpack: (compressed: Uint8Array) => Buffer) {
    super();
  }

  end(compressed: Uint8Array): void {
    queueMicrotask(() => {
      try {
        const text = this.unpack(compressed);
        for (let at = 0; at < text.length && !this.destroyed; at += partBytes)
          this.emit('data', text.subarray(at, at + partBytes));
        if (!this.destroyed) this.emit('end');
      } catch (error) {
        this.emit('error', error);
      }
    });
  }

  destroy(error: Error): void {
    this.destroyed = true;
    this.emit('error', error);
  }
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
