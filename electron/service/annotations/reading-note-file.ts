import { withCitations, withoutOwnLinks } from '../../../shared/citing/cited-markdown';
import { readingNote } from '../../../shared/annotations/reading-note';
import type { ItemId } from '../../../shared/base/ids';
import { exportTexts } from '../../../shared/messages/export';
import { fillText } from '../../../shared/messages/fill';
import type { Annotation } from '../../../shared/model/annotation';
import type { Library } from '../../library/library-types';
import { citedText } from '../drafts/cited-text';
import { existing } from '../handlers/items';
import { textOf } from './annotation-items';

type Language = 'nl' | 'en';

/** The reading note of an item as a text of ours: citations are links that a draft works out. Error: `item-not-found`. */
export function readingNoteOf(
  library: Library,
  item: ItemId,
  annotations: readonly Annotation[],
  language: Language,
): string {
  const { id, fields } = existing(library, item);
  return readingNote({ id, pageRange: textOf(fields['pageRange']) || null }, annotations, language);
}

/** The reading note as a file for other programs: citations by APA, and the source under it. */
export async function readingNoteFile(
  library: Library,
  item: ItemId,
  annotations: readonly Annotation[],
  { format, language }: { readonly format: 'markdown' | 'docx'; readonly language: Language },
): Promise<Uint8Array> {
  const text = readingNoteOf(library, item, annotations, language);
  const cited = await citedText(library, { text, style: 'apa', language });
  const markdown = withCitations(text, cited, exportTexts.sources[language]);
  const title = fillText(exportTexts.readingNote[language], { title: textOf(existing(library, item).fields['title']) });
  if (format === 'markdown')
    return Buffer.from(`# ${title.replace(/[\\`*_[\]<>#]/g, '\\$&')}\n\n${withoutOwnLinks(markdown)}`);
  const { draftDocx } = await import('../export/draft-docx');
  return draftDocx({ title, summary: '', language, markdown, pictures: new Map(), stateLine: '', watermark: '' });
}
