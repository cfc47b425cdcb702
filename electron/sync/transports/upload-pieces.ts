import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { AppError } from '../../../shared/base/errors';
import type { Upload } from '../transport';
import { stopIfCancelled } from './remote-error';

const pieceBytes = 64 * 1024;

/** Errors: `remote-failed` when the content has another size than was said, so that nothing of it is sent. */
export async function checkUpload({ sizeBytes, content }: Upload, place: string, path: string): Promise<void> {
  const size = content instanceof Uint8Array ? content.length : (await stat(content.path)).size;
  if (size !== sizeBytes) throw new AppError('remote-failed', { place, path, reason: `${size} of ${sizeBytes} bytes` });
}

/** The bytes of an upload from the start, piece by piece, each after its pace. */
export async function* piecesOf({ content, pace }: Upload, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const piece of content instanceof Uint8Array
    ? slices(content)
    : createReadStream(content.path, { highWaterMark: pieceBytes })) {
    stopIfCancelled(signal);
    await pace?.((piece as Uint8Array).length, signal);
    yield piece as Uint8Array;
  }
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += pieceBytes) yield bytes.subarray(start, start + pieceBytes);
}
