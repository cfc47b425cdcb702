import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { AppError } from '../../../shared/base/errors';
import type { ItemId } from '../../../shared/base/ids';
import type { Library } from '../../library/library-types';
import { existing, fileOf } from '../handlers/items';
import { pageMarks } from './page-marks';

/**
 * A copy of a draft that is a file of its own, with its state on every page; null when it is a text that was written here.
 * Errors: `item-not-found`, `blob-missing`, `draft-other-file` when the file is not of this kind, those of reading it.
 */
export async function stampedFile(
  library: Library,
  id: ItemId,
  kind: 'docx' | 'pdf',
  language: 'nl' | 'en',
): Promise<Uint8Array | null> {
  const state = existing(library, id);
  const file = fileOf(state);
  if (file === null) return null;
  if (extname(file.name).toLowerCase() !== `.${kind}`) throw new AppError('draft-other-file', { name: file.name });
  if (!library.hasBlob(file.hash)) throw new AppError('blob-missing', { file: file.name });
  const bytes = await readFile(library.blobPath(file.hash));
  const marks = pageMarks(state, language);
  // Large, and needed by few: loaded when somebody asks for it.
  if (kind === 'docx') return (await import('./stamp-docx')).stampDocx(bytes, marks, file.name);
  return (await import('./stamp-pdf')).stampPdf(bytes, marks, file.name);
}
