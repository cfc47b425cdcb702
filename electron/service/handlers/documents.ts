import { AppError } from '../../../shared/base/errors';
import type { LibraryHandlers, Parts } from '../service';
import { existing, fileOf } from './items';

type Names = 'document.text' | 'document.html';

/** What is in an item's file. */
export function documentHandlers({ library, search, extractor }: Parts): Pick<LibraryHandlers, Names> {
  return {
    'document.text': ({ id }) => {
      const file = fileOf(existing(library, id));
      const text = file === null ? null : search.documents.text(file.hash);
      return text ?? { kind: 'other', pages: [], headings: [] };
    },
    'document.html': async ({ id }) => {
      const file = fileOf(existing(library, id));
      if (file === null) throw new AppError('item-not-found');
      if (!library.hasBlob(file.hash)) throw new AppError('blob-missing', { file: file.name });
      return { untrustedHtml: await extractor.html(library.blobPath(file.hash), file.name) };
    },
  };
}
