import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { documentLimits } from '../../documents/limits';
import { isMissing } from '../../library/files';

/** What tells one writing of a file from the next. */
export type Stamp = string;

export type CopyReading =
  | { readonly kind: 'missing' }
  /** Somebody else holds it, or it changed while it was being read. */
  | { readonly kind: 'busy' }
  /** It is not a whole document. */
  | { readonly kind: 'unfinished'; readonly stamp: Stamp }
  | { readonly kind: 'read'; readonly stamp: Stamp; readonly bytes: Buffer };

const zipped = new Set(['.docx', '.odt', '.xlsx', '.ods', '.pptx', '.odp', '.dotx', '.ott']);
const heldCodes = new Set(['EBUSY', 'EPERM', 'EACCES', 'EAGAIN', 'ETXTBSY']);

/** Null when there is no such file. Word's way of saving takes the file away for a moment. */
export async function stampOf(path: string): Promise<Stamp | null> {
  try {
    const { size, mtimeNs, ino } = await stat(path, { bigint: true });
    return `${size}-${mtimeNs}-${ino}`;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Reads a file that another program may be writing: it is taken only when it is whole and did not change meanwhile. */
export async function readCopy(path: string): Promise<CopyReading> {
  try {
    const stamp = await stampOf(path);
    if (stamp === null) return { kind: 'missing' };
    const bytes = await readFile(path);
    if ((await stampOf(path)) !== stamp) return { kind: 'busy' };
    return (await isWhole(bytes, path)) ? { kind: 'read', stamp, bytes } : { kind: 'unfinished', stamp };
  } catch (error) {
    if (isMissing(error)) return { kind: 'missing' };
    if (heldCodes.has((error as NodeJS.ErrnoException).code ?? '')) return { kind: 'busy' };
    throw error;
  }
}

/** A zipped document has its list of parts at the very end; a PDF ends with a mark. Of others only that there is something. */
async function isWhole(bytes: Buffer, path: string): Promise<boolean> {
  if (bytes.length === 0) return false;
  const kind = extname(path).toLowerCase();
  if (kind === '.pdf') return bytes.subarray(-2048).includes('%%EOF');
  if (!zipped.has(kind)) return true;
  const { openZip } = await import('../../documents/zip');
  try {
    return openZip(bytes, { name: basename(path), limits: documentLimits }).names.length > 0;
  } catch {
    return false;
  }
}

/** Whether LibreOffice or Word says, by the file it puts beside a document, that it has it open. */
export function isOpenElsewhere(path: string): boolean {
  const [folder, name] = [dirname(path), basename(path)];
  return [`.~lock.${name}#`, `~$${name}`, `~$${name.slice(2)}`].some((lock) => existsSync(join(folder, lock)));
}

/** A path in `folder` that nothing has yet, with a name that every system takes. */
export function freePath(folder: string, name: string, isTaken: (path: string) => boolean): string {
  const clean = name.replace(/[<>:"/\\|?*\u0000-\u001f]/g, '_').replace(/[. ]+$/, '') || 'document';
  const safe = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(clean) ? `_${clean}` : clean;
  const extension = extname(safe);
  const stem = safe.slice(0, safe.length - extension.length).slice(0, 120);
  for (let n = 1; ; n += 1) {
    const path = join(folder, n === 1 ? `${stem}${extension}` : `${stem} (${n})${extension}`);
    if (!isTaken(path)) return path;
  }
}
