import { close, fstat, fsync, open, read, write } from 'node:fs';
import { promisify } from 'node:util';

/** Plain file descriptors: for ten thousand small files they cost about two thirds of what FileHandle does. */
export const openFile = promisify(open) as (path: string, flags: string, mode?: number) => Promise<number>;
export const closeFile = promisify(close);
export const syncFile = promisify(fsync);
export const statFile = promisify(fstat) as (fd: number) => Promise<{ size: number; isFile(): boolean }>;
const readSome = promisify(read);
const writeSome = promisify(write) as (
  fd: number,
  bytes: Uint8Array,
  offset: number,
) => Promise<{ bytesWritten: number }>;

export async function writeAll(fd: number, bytes: Uint8Array): Promise<void> {
  for (let offset = 0; offset < bytes.length;) offset += (await writeSome(fd, bytes, offset)).bytesWritten;
}

/** A file's bytes when it has at most `limitBytes`; null when it has more. Not a file: an error with code `EISDIR`. */
export async function readUpTo(path: string, limitBytes: number): Promise<Uint8Array | null> {
  const fd = await openFile(path, 'r');
  try {
    const info = await statFile(fd);
    if (!info.isFile()) throw Object.assign(new Error('not a file'), { code: 'EISDIR', path });
    if (info.size > limitBytes) return null;
    const bytes = Buffer.allocUnsafe(info.size);
    let end = 0;
    while (end < bytes.length) {
      const { bytesRead } = await readSome(fd, bytes, end, bytes.length - end, end);
      if (bytesRead === 0) break;
      end += bytesRead;
    }
    return bytes.subarray(0, end);
  } finally {
    await closeFile(fd);
  }
}

/** The bytes of a file from `start` on, piece by piece. All pieces are one buffer, written over: nothing of 10 MB is left to be collected. */
export async function* piecesOfFile(path: string, pieceBytes: number, start = 0): AsyncGenerator<Uint8Array> {
  const fd = await openFile(path, 'r');
  try {
    const buffer = Buffer.allocUnsafeSlow(pieceBytes);
    for (let at = start; ;) {
      const { bytesRead } = await readSome(fd, buffer, 0, buffer.length, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await closeFile(fd);
  }
}
