import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { beginFile, finishFiles, writeError } from '../../library/write-file-atomic';
import type { BundleFile } from '../bundles';
import type { Pace } from '../transport';
import { stopIfCancelled } from './remote-error';

/** The same files give the same bundle, byte for byte: the time in a ZIP file means nothing here. */
const noTime = new Date(1980, 0, 1);
const options = { compress: false, mtime: noTime, mode: 0o100644, forceDosTimestamp: true };

/**
 * Writes a bundle (F27): a ZIP file, stored because packs are compressed already and a stored file can be taken out by hand anywhere. It has its name
 * once it is whole and on the disk. Gives its size. Errors: `disk-full`, `write-failed`, `cancelled`.
 */
export async function writeBundle(
  path: string,
  files: readonly BundleFile[],
  { signal, pace }: { readonly signal?: AbortSignal; readonly pace?: Pace } = {},
): Promise<number> {
  stopIfCancelled(signal);
  const file = await beginFile(dirname(path));
  const zip = new ZipFile();
  let sizeBytes = 0;
  try {
    // A file that cannot be read ends the output, which otherwise would wait for it for ever.
    zip.on('error', (error: Error) => (zip.outputStream as unknown as { destroy(error: Error): void }).destroy(error));
    for (const { path: name, content } of files)
      if (content instanceof Uint8Array) zip.addBuffer(Buffer.from(content), name, options);
      else if ('chunks' in content)
        zip.addReadStreamLazy(name, { ...options, size: content.sizeBytes }, (give) =>
          give(null, Readable.from(content.chunks())),
        );
      else zip.addFile(content.path, name, options);
    zip.end();
    await pipeline(zip.outputStream, async (pieces) => {
      for await (const piece of pieces as AsyncIterable<Uint8Array>) {
        stopIfCancelled(signal);
        await pace?.(piece.length, signal);
        await file.write(piece);
        sizeBytes += piece.length;
      }
    });
    stopIfCancelled(signal);
  } catch (error) {
    await file.discard();
    throw writeError(error, path);
  }
  await finishFiles([{ file, path, sizeBytes }]);
  return sizeBytes;
}
