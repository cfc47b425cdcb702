import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { AppError } from '../../shared/base/errors';
import type { BlobHash } from '../../shared/base/ids';
import { filesIn, openTestLibrary, temporaryFolder } from '../support/library-folders';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('bytes, a path and a stream of the same file are one blob', async () => {
  const base = temporaryFolder();
  const library = await openTestLibrary(base);
  const bytes = Buffer.from('Een rapport over verzuim');
  const path = join(base, 'rapport.txt');
  writeFileSync(path, bytes);
  const wanted = { hash: sha256(bytes), sizeBytes: bytes.length };
  expect(await library.putBlobs([{ bytes }, { path }, { stream: createReadStream(path) }])).toEqual([
    wanted,
    wanted,
    wanted,
  ]);
  expect(await library.putBlob({ path })).toEqual(wanted);
  expect(readFileSync(library.blobPath(wanted.hash as BlobHash))).toEqual(bytes);
  expect(filesIn(join(base, 'library')).filter((file) => file.includes('/blobs/'))).toHaveLength(1);
});

test('a large file goes through in pieces', async () => {
  const base = temporaryFolder();
  const library = await openTestLibrary(base);
  const piece = Buffer.alloc(1024 * 1024, 'x');
  const hasher = createHash('sha256');
  function* pieces(): Iterable<Buffer> {
    for (let i = 0; i < 96; i += 1) {
      piece.writeUInt32LE(i);
      hasher.update(piece);
      yield Buffer.from(piece);
    }
  }
  const before = process.memoryUsage().rss;
  const blob = await library.putBlob({ stream: Readable.from(pieces()) });
  expect(blob).toEqual({ hash: hasher.digest('hex'), sizeBytes: 96 * 1024 * 1024 });
  expect(statSync(library.blobPath(blob.hash)).size).toBe(blob.sizeBytes);
  expect(process.memoryUsage().rss - before).toBeLessThan(90 * 1024 * 1024);
});

test('a file that cannot be read stops only itself', async () => {
  const base = temporaryFolder();
  const library = await openTestLibrary(base);
  mkdirSync(join(base, 'folder.pdf'));
  const failing = new Readable({
    read() {
      this.destroy(new Error('gone'));
    },
  });
  const [missing, folder, broken, good] = await library.putBlobs([
    { path: join(base, 'missing.pdf') },
    { path: join(base, 'folder.pdf') },
    { stream: failing },
    { bytes: Buffer.from('goed') },
  ]);
  expect([missing, folder, broken].map((outcome) => outcome instanceof AppError && outcome.code)).toEqual([
    'blob-unreadable',
    'blob-unreadable',
    'write-failed',
  ]);
  expect(good).toMatchObject({ sizeBytes: 4 });
  expect(filesIn(join(base, 'library')).filter((file) => file.includes('/blobs/'))).toHaveLength(1);
});

test('an empty file is a blob like any other', async () => {
  const library = await openTestLibrary(temporaryFolder());
  const blob = await library.putBlob({ bytes: Buffer.alloc(0) });
  expect([blob.sizeBytes, library.hasBlob(blob.hash)]).toEqual([0, true]);
});
