import { stat } from 'node:fs/promises';
import { AppError, type ErrorCode } from '../../../shared/base/errors';
import { waitFor } from '../pace';
import type { Timers } from '../timers';
import type { Transport } from '../transport';

export interface RetryOptions {
  readonly timers: Timers;
  /** A number from 0 up to 1, so that devices that failed together do not come back together. */
  readonly random: () => number;
  /** Of one action, the first included. */
  readonly tries?: number;
}

const passing: readonly ErrorCode[] = ['remote-unreachable', 'remote-busy', 'remote-garbled', 'remote-failed'];
const firstWaitMs = 500;
/** Who asks to wait longer than this is left alone until the next round. */
const longestWaitMs = 120_000;

/**
 * Tries an action again when what went wrong may pass: after half a second, one, two and so on, each between half and the whole of that, and never
 * sooner than the storage asked. Throws the last error after `tries`, at once when trying again cannot help.
 */
export function withRetries(transport: Transport, { timers, random, tries = 8 }: RetryOptions): Transport {
  const again = async <T>(signal: AbortSignal | undefined, action: (attempt: number) => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await action(attempt);
      } catch (error) {
        const waitMs = Math.max(firstWaitMs * 2 ** (attempt - 1) * (0.5 + random() / 2), askedWaitMs(error));
        if (!mayPass(error) || attempt >= tries || waitMs > longestWaitMs) throw error;
        await waitFor(waitMs, timers, signal);
      }
    }
  };
  const writeMany = transport.writeMany?.bind(transport);
  return {
    place: transport.place,
    canWrite: transport.canWrite,
    list: (folder, signal) => again(signal, () => transport.list(folder, signal)),
    folders: (folder, signal) => again(signal, () => transport.folders(folder, signal)),
    read: (path, options) => again(options.signal, () => transport.read(path, options)),
    download: (path, target, from, options) =>
      again(options.signal, async (attempt) =>
        transport.download(path, target, attempt === 1 ? from : await sizeOf(target, from), options),
      ),
    write: (path, upload, signal) => again(signal, () => transport.write(path, upload, signal)),
    ...(writeMany === undefined ? {} : { writeMany: (files, signal) => again(signal, () => writeMany(files, signal)) }),
    remove: (path, signal) => again(signal, () => transport.remove(path, signal)),
    makeRoot: (signal) => again(signal, () => transport.makeRoot(signal)),
    watch: (folder, onChange) => transport.watch(folder, onChange),
    close: () => transport.close(),
  };
}

function mayPass(error: unknown): boolean {
  return error instanceof AppError && passing.includes(error.code);
}

function askedWaitMs(error: unknown): number {
  return error instanceof AppError ? Number(error.params['retryAfterMs'] ?? 0) : 0;
}

/** What the failed attempt left is taken up. */
async function sizeOf(target: string, from: number): Promise<number> {
  try {
    return (await stat(target)).size;
  } catch {
    return from;
  }
}
