import { extname } from 'node:path';
import { AppError, type ErrorCode } from '../../../shared/base/errors';
import type { BlobHash } from '../../../shared/base/ids';
import type { ImportedFile, ImportFailure } from '../../../shared/model/views';
import type { ActionOptions } from '../../library/library-types';
import type { PreparedDocument } from '../prepared-document';
import type { Parts } from '../service';
import { itemOfFile } from './describe-file';

/** A file that was read and understood, on its way into the library. */
export interface ReadDocument {
  readonly kind: 'document';
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly hash: BlobHash;
  readonly prepared: PreparedDocument;
}

export interface Report {
  readonly imported: ImportedFile[];
  readonly known: ImportedFile[];
  readonly failed: ImportFailure[];
}

/**
 * Bytes first, then their text, then the records that name them: whatever moment it stops, what a record names is there.
 * Only the bytes are written before `turn` has come; when that fails, so does this.
 */
export async function storeDocuments(
  parts: Parts,
  as: string,
  batch: readonly ReadDocument[],
  report: Report,
  action: ActionOptions,
  turn: Promise<void> = Promise.resolve(),
): Promise<void> {
  const [blobs] = await Promise.all([parts.library.putBlobs(batch.map(({ bytes, hash }) => ({ bytes, hash }))), turn]);
  const kept = batch.filter((document, i) => {
    const blob = blobs[i];
    if (!(blob instanceof Error)) return true;
    report.failed.push(failureOf(document.path, blob));
    return false;
  });
  if (kept.length === 0) return;
  const items = kept.map(({ name, hash, bytes, prepared }) =>
    itemOfFile(as, prepared.document, {
      hash,
      name: safeName(name),
      mediaType: prepared.document.mediaType,
      sizeBytes: bytes.length,
    }),
  );
  parts.search.documents.put(kept.map(({ hash, prepared }) => ({ hash, document: prepared.analysed })));
  const states = await parts.library.createItems(items, action);
  states.forEach(({ id, fields }, i) =>
    report.imported.push({ id, path: kept[i]?.path ?? '', title: String(fields['title'] ?? '') }),
  );
}

/** A name that a file reference can hold: marks that turn the direction of writing cannot make `gpj.exe` of it. */
export function safeName(name: string): string {
  const clean = name.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  if (clean.length <= 255) return clean === '' ? 'naamloos' : clean;
  const extension = extname(clean).slice(0, 20);
  return clean.slice(0, 255 - extension.length) + extension;
}

export function failureOf(path: string, error: unknown): ImportFailure {
  if (error instanceof AppError) return { path, code: error.code, params: error.params };
  const code: ErrorCode = (error as NodeJS.ErrnoException).code === 'EACCES' ? 'file-denied' : 'file-other';
  return { path, code, params: { name: path } };
}
