import { ftruncate } from 'node:fs';
import { promisify } from 'node:util';
import { AppError } from '../../../shared/base/errors';
import { closeFile, openFile, statFile, writeAll } from '../../library/descriptor';
import type { ReadOptions } from '../transport';
import { stopIfCancelled, tooLarge } from './remote-error';

const truncate = promisify(ftruncate);

/** A local file that grows from its first `from` bytes on; `skip` passes over bytes that a storage sends although they are here already. */
export interface DownloadTarget {
  take(piece: Uint8Array): Promise<void>;
  skip(sizeBytes: number): void;
  close(): Promise<void>;
}

/** Errors: `internal` when the file holds less than `from` bytes; while taking: `remote-too-large`, `cancelled`. */
export async function openTarget(
  target: string,
  from: number,
  { limitBytes, signal, pace }: ReadOptions,
  about: { place: string; path: string },
): Promise<DownloadTarget> {
  const fd = await openFile(target, 'a');
  const { size } = await statFile(fd);
  if (size > from) await truncate(fd, from);
  let total = from;
  let toSkip = 0;
  const output: DownloadTarget = {
    take: async (piece) => {
      stopIfCancelled(signal);
      await pace?.(piece.length, signal);
      const skipped = Math.min(toSkip, piece.length);
      toSkip -= skipped;
      total += piece.length - skipped;
      if (total > limitBytes) throw tooLarge(about.place, about.path, limitBytes);
      await writeAll(fd, piece.subarray(skipped));
    },
    skip: (sizeBytes) => {
      toSkip = sizeBytes;
    },
    close: () => closeFile(fd),
  };
  if (size >= from) return output;
  await output.close();
  throw new AppError('internal', { path: about.path });
}
