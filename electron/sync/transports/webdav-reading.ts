import type { IncomingMessage } from 'node:http';
import { AppError } from '../../../shared/base/errors';
import type { ReadOptions } from '../transport';
import { openTarget } from './download-target';
import { discard } from './http-client';
import { stopIfCancelled, tooLarge } from './remote-error';
import { checkedFile } from './remote-path';
import type { WebdavConnection } from './webdav-connection';
import { isAbsent, statusError } from './webdav-status';

/** The whole file, or null when it is not there. */
export async function readWhole(server: WebdavConnection, path: string, { limitBytes, signal, pace }: ReadOptions) {
  const answer = await server.send({ method: 'GET', path: checkedFile(path), signal });
  if (isAbsent(answer)) return null;
  const pieces: Uint8Array[] = [];
  let total = 0;
  await takeAll(server, path, answer, 200, limitBytes, async (piece) => {
    stopIfCancelled(signal);
    await pace?.(piece.length, signal);
    total += piece.length;
    if (total > limitBytes) throw tooLarge(server.place, path, limitBytes);
    pieces.push(piece);
  });
  return Buffer.concat(pieces);
}

/** Hands over the content of an answer that must have `status`. Leaving the loop early ends the connection. */
async function takeAll(
  { place }: WebdavConnection,
  path: string,
  answer: IncomingMessage,
  status: number,
  limitBytes: number,
  take: (piece: Uint8Array) => Promise<void>,
): Promise<void> {
  if (answer.statusCode !== status) {
    discard(answer);
    throw statusError(answer, place, path);
  }
  if (Number(answer.headers['content-length'] ?? 0) > limitBytes) {
    answer.destroy();
    throw tooLarge(place, path, limitBytes);
  }
  for await (const piece of answer) await take(piece as Uint8Array);
}

/**
 * Brings a local file from its first `from` bytes to the whole; false when the file is not there. It asks for the last byte that is here once more, so that
 * a file that is whole already is not a range that no server can give.
 */
export async function downloadTo(
  server: WebdavConnection,
  path: string,
  target: string,
  from: number,
  options: ReadOptions,
): Promise<boolean> {
  const start = Math.max(0, from - 1);
  const headers = start === 0 ? {} : { Range: `bytes=${start}-` };
  const answer = await server.send({ method: 'GET', path: checkedFile(path), headers, signal: options.signal });
  if (isAbsent(answer)) return false;
  const isRest = answer.statusCode === 206 && start > 0;
  const isOther = isRest && answer.headers['content-range']?.startsWith(`bytes ${start}-`) !== true;
  if (isOther || answer.statusCode === 416) {
    discard(answer);
    throw new AppError('remote-garbled', { place: server.place, path });
  }
  const output = await openTarget(target, from, options, { place: server.place, path });
  try {
    // A server that does not know ranges begins at the beginning.
    output.skip(isRest ? from - start : from);
    const limitBytes = isRest ? options.limitBytes - start : options.limitBytes;
    await takeAll(server, path, answer, isRest ? 206 : 200, limitBytes, output.take);
    return true;
  } finally {
    await output.close();
  }
}
