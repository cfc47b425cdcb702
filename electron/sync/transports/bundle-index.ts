import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { AppError } from '../../../shared/base/errors';
import { isMissing } from '../../library/files';
import { isTemporary, isSafePath } from './remote-path';

export interface BundleIndex {
  readonly zip: ZipFile;
  /** By path; the first of two with one name. */
  readonly files: ReadonlyMap<string, Entry>;
  /** With the root, which is ''. */
  readonly folders: ReadonlySet<string>;
}

const maxFiles = 500_000;

/**
 * Reads what a bundle says it holds, and nothing of the content. Names that the format does not know are passed by.
 * Errors: `file-missing`, `bundle-damaged` (also for names that lead out of it, and more files than anybody would share).
 */
export async function readBundleIndex(path: string): Promise<BundleIndex> {
  const zip = await openPromise(path, { autoClose: false, strictFileNames: true }).catch((cause: unknown) => {
    throw isMissing(cause) ? new AppError('file-missing', { name: path }, { cause }) : damaged(path, cause);
  });
  try {
    return { zip, ...(await entriesOf(zip, path)) };
  } catch (cause) {
    zip.close();
    throw cause instanceof AppError ? cause : damaged(path, cause);
  }
}

function damaged(place: string, cause?: unknown): AppError {
  return new AppError('bundle-damaged', { place }, { cause });
}

async function entriesOf(zip: ZipFile, path: string): Promise<Omit<BundleIndex, 'zip'>> {
  if (zip.entryCount > maxFiles) throw damaged(path);
  const files = new Map<string, Entry>();
  const folders = new Set(['']);
  for await (const entry of zip.eachEntry()) {
    const { fileName } = entry;
    if (!isSafePath(fileName) || isTemporary(fileName) || entry.isEncrypted() || files.has(fileName)) continue;
    files.set(fileName, entry);
    for (let end = fileName.lastIndexOf('/'); end > 0; end = fileName.lastIndexOf('/', end - 1))
      folders.add(fileName.slice(0, end));
  }
  return { files, folders };
}
