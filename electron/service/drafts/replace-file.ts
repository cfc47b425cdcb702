import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../shared/base/errors';
import type { BlobHash, ItemId } from '../../../shared/base/ids';
import { documentLimits } from '../../documents/limits';
import { sha256 } from '../../library/hash';
import { existing } from '../handlers/items';
import { safeName } from '../import/store-documents';
import type { Parts } from '../service';

/**
 * Makes a file of this computer the newest version of an item's file; the one before stays among its versions. False when it is that very file.
 * Errors: `item-not-found`, `file-missing`, those of reading it, those of the guard in a shared space.
 */
export async function replaceFile(
  { library, extractor, search, guard }: Pick<Parts, 'library' | 'extractor' | 'search' | 'guard'>,
  { id, path, despite }: { readonly id: ItemId; readonly path: string; readonly despite?: string | undefined },
): Promise<boolean> {
  const state = existing(library, id);
  const name = basename(path);
  const bytes = await readWhole(path, name);
  const hash = sha256(bytes) as BlobHash;
  const now = state.fields['file'];
  if (typeof now === 'object' && now !== null && 'hash' in now && now['hash'] === hash) return false;
  const { document, analysed } = await extractor.extract(bytes, name);
  const { sizeBytes } = await library.putBlob({ bytes });
  search.documents.put([{ hash, document: analysed }]);
  const file = { hash, name: safeName(name), mediaType: document.mediaType, sizeBytes };
  const change = { set: { file } };
  await guard.allow('change', { kind: 'changes', changes: [{ id, change }] }, despite);
  await library.change(id, change, { label: 'change:1' });
  return true;
}

async function readWhole(path: string, name: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true) throw new AppError('file-missing', { name });
  if (found.size > documentLimits.maxFileBytes)
    throw new AppError('document-too-large', { name, limitMb: Math.floor(documentLimits.maxFileBytes / 2 ** 20) });
  return readFile(path);
}
