import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { AppError } from '../../../../shared/base/errors';
import { stateLine, watermark } from '../../../../shared/messages/draft-state';
import { errorMessages } from '../../../../shared/messages/errors';
import { fieldLabels } from '../../../../shared/messages/fields';
import { fillText } from '../../../../shared/messages/fill';
import { packageTexts } from '../../../../shared/messages/package';
import type { Language, Text } from '../../../../shared/messages/text';
import { typeLabels } from '../../../../shared/messages/types';
import type { FileRef } from '../../../../shared/model/file-ref';
import { fieldOf, type ItemTypeName } from '../../../../shared/model/types';
import type { ItemState } from '../../../../shared/revision/item-state';
import { escapeHtml } from '../../../documents/html-entities';
import { decodeText } from '../../../documents/text-encoding';
import type { PackagedDocument } from '../../../package/content';
import { publicFields } from '../../../publish/public-records';
import { valueHtml, type Site } from '../../../publish/site-html';
import { fileOf } from '../../handlers/items';
import type { Parts } from '../../service';
import { draftDocument } from '../draft-document';
import { draftBody } from '../draft-page';
import { stampedFile } from '../stamped-file';

export interface PackagingOptions {
  readonly madeFor: string;
  /** In words. */
  readonly until: string;
  readonly files: boolean;
  readonly language: Language;
}

type Reading = Pick<Parts, 'library' | 'extractor' | 'search'>;

/** Said by the state line already, or shown as the text. */
const elsewhere: ReadonlySet<string> = new Set(['body', 'status', 'doNotCite', 'commentsUntil', 'citationStyle']);

/** An item as somebody without the app reads it. Errors: `blob-missing`, those of reading its file. */
export async function packagedDocument(
  parts: Reading,
  state: ItemState,
  options: PackagingOptions,
): Promise<PackagedDocument> {
  const { language } = options;
  const type = String(state.fields['type'] ?? '');
  const file = fileOf(state);
  const text = file === null ? await writtenText(parts, state, language) : await fileText(parts, file, options);
  const stamped = file === null ? nothing : await pdfOf(parts, state, file, options);
  return {
    title: String(state.fields['title'] ?? ''),
    kind: typeLabels[type as ItemTypeName]?.one[language] ?? '',
    stateLine: lineOf(state, options),
    watermark: hasStatus(type) ? watermark(state, language) : '',
    details: detailsOf(state, language),
    html: text.html,
    notes: [...text.notes, ...stamped.notes],
    file: stamped.file,
  };
}

interface Shown {
  readonly html: string;
  readonly notes: readonly string[];
}

function hasStatus(type: string): boolean {
  return fieldOf(type, 'status') !== undefined;
}

/** `ter review · niet citeren · reacties tot 1 maart 2027 · alleen voor … · te lezen tot en met …`. */
function lineOf(state: ItemState, { language, madeFor, until }: PackagingOptions): string {
  const own = hasStatus(String(state.fields['type'] ?? '')) ? [stateLine(state, language)] : [];
  const { forWhom, until: readUntil } = packageTexts;
  return [...own, fillText(forWhom[language], { for: madeFor }), fillText(readUntil[language], { date: until })].join(
    ' · ',
  );
}

function detailsOf(state: ItemState, language: Language): PackagedDocument['details'] {
  const site: Site = { title: '', language, spaces: [], madeAt: '' };
  const labels: Readonly<Record<string, Text>> = fieldLabels;
  return publicFields(state)
    .filter(({ key }) => !elsewhere.has(key))
    .map((field) => [labels[field.key]?.[language] ?? field.key, valueHtml(site, field)] as const);
}

async function writtenText({ library }: Reading, state: ItemState, language: Language): Promise<Shown> {
  if (state.fields['type'] !== 'draft') return { html: '', notes: [] };
  return { html: draftBody(await draftDocument(library, state.id, language)), notes: [] };
}

/** Word, OpenDocument and HTML as they are read in the app; Markdown as what it means; all else as its text, page by page. */
async function fileText(parts: Reading, file: FileRef, { language, files }: PackagingOptions): Promise<Shown> {
  const { library, extractor, search } = parts;
  if (!library.hasBlob(file.hash)) throw new AppError('blob-missing', { file: file.name });
  const path = library.blobPath(file.hash);
  const kind = extname(file.name).toLowerCase();
  if (/^\.(?:docx|odt|html?)$/.test(kind)) return { html: await extractor.html(path, file.name), notes: [] };
  if (kind === '.md') {
    const markdown = decodeText(await readFile(path)).replace(/^\uFEFF?---\r?\n[^]*?\r?\n(?:---|\.\.\.)\r?\n/, '');
    return { html: draftBody({ markdown, language, pictures: new Map() }), notes: [] };
  }
  const pages =
    search.documents.text(file.hash)?.pages ??
    (await extractor.extract(await readFile(path), file.name)).analysed.pages;
  const isOriginalThere = kind === '.pdf' && files;
  const notes = isOriginalThere ? [] : [fillText(packageTexts.onlyText[language], { name: file.name })];
  return { html: pagesHtml(pages, language), notes: kind === '.txt' ? [] : notes };
}

function pagesHtml(pages: readonly string[], language: Language): string {
  return pages
    .map((page, i) => {
      const heading = pages.length > 1 ? `<h1>${fillText(packageTexts.page[language], { n: i + 1 })}</h1>` : '';
      const paragraphs = page.split(/\n{2,}/).filter((text) => text.trim() !== '');
      return heading + paragraphs.map((text) => `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`).join('');
    })
    .join('');
}

interface Stamped {
  readonly file: PackagedDocument['file'];
  readonly notes: readonly string[];
}
const nothing: Stamped = { file: null, notes: [] };

/** A PDF with its state on every page; one that cannot be written on stays out, and the page says why. */
async function pdfOf(
  { library }: Reading,
  { id }: ItemState,
  { name }: FileRef,
  { files, language }: PackagingOptions,
): Promise<Stamped> {
  if (!files || !/\.pdf$/i.test(name)) return nothing;
  try {
    const bytes = await stampedFile(library, id, 'pdf', language);
    return bytes === null ? nothing : { file: { name, mediaType: 'application/pdf', bytes }, notes: [] };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const why = fillText(errorMessages[error.code][language], error.params);
    return { file: null, notes: [fillText(packageTexts.noFile[language], { name, why })] };
  }
}
