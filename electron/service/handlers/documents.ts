import { readFile } from 'node:fs/promises';
import { AppError } from '../../../shared/base/errors';
import type { BlobHash, ItemId } from '../../../shared/base/ids';
import type { DocumentView } from '../../../shared/contract/answers';
import type { FileRef } from '../../../shared/model/file-ref';
import { knownVersion } from '../file-versions';
import type { LibraryHandlers, Parts } from '../service';
import { existing, fileOf } from './items';

type Names = 'document.text' | 'document.html';

const noText: DocumentView = { kind: 'other', pages: [], headings: [] };

/** What is in an item's file. */
export function documentHandlers(parts: Parts): Pick<LibraryHandlers, Names> {
  const { search, extractor } = parts;
  return {
    'document.text': async ({ id, version }) => {
      const file = fileAsked(parts, id, version);
      const known = file === null ? null : search.documents.text(file.hash);
      if (known !== null) return known;
      return version === undefined || file === null ? noText : readVersion(parts, file);
    },
    'document.html': async ({ id, version }) => {
      const file = fileAsked(parts, id, version);
      if (file === null) throw new AppError('item-not-found');
      return { untrustedHtml: await extractor.html(pathOf(parts, file), file.name) };
    },
  };
}

function fileAsked({ library }: Parts, id: ItemId, version: BlobHash | undefined): FileRef | null {
  const state = existing(library, id);
  return version === undefined ? fileOf(state) : knownVersion(library, state, version);
}

/** Search holds the text of the shown file only. Errors: those of reading the document. */
async function readVersion(parts: Parts, file: FileRef): Promise<DocumentView> {
  const bytes = await readFile(pathOf(parts, file));
  const { analysed } = await parts.extractor.extract(bytes, file.name);
  return { kind: analysed.kind, pages: analysed.pages, headings: analysed.headings };
}

function pathOf({ library }: Parts, { hash, name }: FileRef): string {
  if (!library.hasBlob(hash)) throw new AppError('blob-missing', { file: name });
  return library.blobPath(hash);
}
