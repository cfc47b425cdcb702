import { readFile } from 'node:fs/promises';
import { withCitations } from '../../../shared/citing/cited-markdown';
import type { BlobHash, ItemId } from '../../../shared/base/ids';
import { stateLine, watermark } from '../../../shared/messages/draft-state';
import { exportTexts } from '../../../shared/messages/export';
import type { CitationStyle } from '../../../shared/model/draft';
import type { Library } from '../../library/library-types';
import { citedText } from '../drafts/cited-text';
import { imagesOf } from '../drafts/images';
import { bodyOf } from '../drafts/write-body';
import { existing, fileOf } from '../handlers/items';

export interface DraftPicture {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A draft as it goes out: its text with citations and sources worked out, its pictures, and what stands on every page. */
export interface DraftDocument {
  readonly title: string;
  readonly summary: string;
  readonly language: 'nl' | 'en';
  readonly markdown: string;
  readonly pictures: ReadonlyMap<BlobHash, DraftPicture>;
  readonly stateLine: string;
  readonly watermark: string;
}

/** Error: `item-not-found`. Pictures that are not here are left out. */
export async function draftDocument(library: Library, id: ItemId, language: 'nl' | 'en'): Promise<DraftDocument> {
  const state = existing(library, id);
  const text = bodyOf(state);
  const style = (state.fields['citationStyle'] ?? 'apa') as CitationStyle;
  const cited = await citedText(library, { text, style, language });
  const pictures = new Map<BlobHash, DraftPicture>();
  for (const image of imagesOf(library, id)) {
    const file = fileOf(image);
    if (file !== null && library.hasBlob(file.hash))
      pictures.set(file.hash, { mediaType: file.mediaType, bytes: await readFile(library.blobPath(file.hash)) });
  }
  return {
    title: String(state.fields['title'] ?? ''),
    summary: String(state.fields['summary'] ?? ''),
    language,
    markdown: withCitations(text, cited, exportTexts.sources[language]),
    pictures,
    stateLine: stateLine(state, language),
    watermark: watermark(state, language),
  };
}
