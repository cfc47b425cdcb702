import { extname } from 'node:path';
import type { FileRef } from '../../../shared/model/file-ref';
import { itemType } from '../../../shared/model/types';
import type { NewItem } from '../../library/library-types';
import type { PreparedDocument } from '../prepared-document';

/** Titles that programs write into files by themselves and that tell nobody anything. */
const empty =
  /^(microsoft (word|powerpoint|excel)\b.*|untitled.*|naamloos.*|document\d*|presentatie\d*|powerpoint-presentatie|titel|title|slide \d+)$|\.(docx?|pdf|indd|pptx?|xlsx?|odt|rtf)$/i;

/** The record of a file that came in: what the file tells about itself, in the fields its type has. */
export function itemOfFile(type: string, document: PreparedDocument['document'], file: FileRef): NewItem {
  const has = (key: string): boolean => itemType(type)?.fields.some((field) => field.key === key) ?? false;
  const year = Number(document.date?.slice(0, 4));
  return {
    type,
    set: {
      title: titleOf(document, file.name),
      file,
      ...(has('authors') && document.authors.length > 0 ? { authors: [...document.authors] } : {}),
      ...(has('year') && year >= 1800 && year <= 2200 ? { year } : {}),
      ...(has('date') && document.date !== null ? { date: document.date } : {}),
      ...(has('language') && document.language !== null ? { language: document.language } : {}),
    },
  };
}

/** The title in the file, or its name without extension, at most 1,000 characters; never empty. */
function titleOf(document: Pick<PreparedDocument['document'], 'title'> | null, name: string): string {
  const own = document?.title?.trim() ?? '';
  if (own !== '' && !empty.test(own)) return own.slice(0, 1_000);
  const stem = name
    .slice(0, name.length - extname(name).length)
    .replace(/[_]+/g, ' ')
    .trim();
  return (stem === '' ? name : stem).slice(0, 1_000);
}
