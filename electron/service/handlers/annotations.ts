import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../shared/base/errors';
import type { ItemId } from '../../../shared/base/ids';
import type { FileRef } from '../../../shared/model/file-ref';
import type { Annotation, NotedAbout } from '../../../shared/model/annotation';
import { readWebAnnotations, webAnnotations } from '../../../shared/annotations/web-annotation';
import { readingNote } from '../../../shared/annotations/reading-note';
import { readLimited } from '../../library/files';
import type { Library } from '../../library/library-types';
import { writeFileAtomic } from '../../library/write-file-atomic';
import { annotationsFrom, annotationsOf, annotationType, nameOf, textOf } from '../annotations/annotation-items';
import { newAnnotation } from '../annotations/new-annotation';
import { asPdfAnnotations, fromPdfAnnotations } from '../annotations/pdf-exchange';
import { takeIn } from '../annotations/take-in';
import type { LibraryHandlers, Parts } from '../service';
import { existing, fileOf } from './items';

type Names =
  | 'annotations.of'
  | 'annotations.about'
  | 'annotations.create'
  | 'annotations.export'
  | 'annotations.import'
  | 'annotations.note';

const largestJson = 50_000_000;

/** What people note in documents, and the ways in and out for it. */
export function annotationHandlers({ library, settings }: Parts): Pick<LibraryHandlers, Names> {
  return {
    'annotations.of': ({ item }) => annotationsOf(library, item),
    'annotations.about': ({ item }) => notedAbout(library, item),
    'annotations.create': async (draft) => {
      const author = settings().profile.name;
      const state = await library.createItem(newAnnotation(library, { ...draft, author }), { label: 'annotate:1' });
      const [made] = annotationsFrom(library, [state.id]);
      if (made === undefined) throw new AppError('item-not-found');
      return made;
    },
    'annotations.export': async ({ item, format, path }) => {
      const annotations = annotationsOf(library, item);
      const { bytes, count } =
        format === 'pdf'
          ? await pdfWith(library, item, annotations)
          : { bytes: Buffer.from(textWith(library, item, format, annotations)), count: annotations.length };
      await writeFileAtomic(path, bytes);
      return { path, count };
    },
    'annotations.import': async ({ item, path, space }) => {
      existing(library, item);
      const foreign =
        path === null
          ? await fromOwnPdf(library, item)
          : readWebAnnotations(parsed(await readLimited(path, largestJson)));
      return takeIn(library, item, foreign, space);
    },
    'annotations.note': ({ item }) => ({ markdown: noteOf(library, item, annotationsOf(library, item)) }),
  };
}

function notedAbout(library: Library, item: ItemId): readonly NotedAbout[] {
  const linked = library
    .relationsTo(item)
    .flatMap(({ from, relation }) => (relation.kind === 'annotates' || relation.kind === 'repliesTo' ? [] : [from]))
    .filter((id) => library.get(id)?.fields['type'] === annotationType);
  // An annotation that is looked at by itself leads to its own place.
  const all = [...annotationsFrom(library, [item, ...linked]), ...annotationsOf(library, item)];
  const unique = [...new Map(all.map((each) => [each.id, each] as const)).values()];
  return unique
    .flatMap((annotation) => {
      const document = nameOf(library, annotation.item);
      return document === null ? [] : [{ annotation, document }];
    })
    .sort((a, b) => (a.annotation.changedAt < b.annotation.changedAt ? 1 : -1));
}

function textWith(
  library: Library,
  item: ItemId,
  format: 'jsonld' | 'markdown',
  annotations: readonly Annotation[],
): string {
  if (format === 'markdown') return noteOf(library, item, annotations);
  const label = textOf(existing(library, item).fields['title']);
  return `${JSON.stringify(webAnnotations(annotations, label), null, 2)}\n`;
}

function noteOf(library: Library, item: ItemId, annotations: readonly Annotation[]): string {
  const { fields } = existing(library, item);
  const { authors, year } = fields;
  return readingNote(
    {
      title: textOf(fields['title']),
      authors: Array.isArray(authors) ? authors.map(String) : [],
      year: typeof year === 'number' ? year : null,
    },
    annotations,
  );
}

async function pdfWith(
  library: Library,
  item: ItemId,
  annotations: readonly Annotation[],
): Promise<{ bytes: Uint8Array; count: number }> {
  const file = pdfOf(library, item);
  const placed = asPdfAnnotations(annotations, file.hash);
  // Large, and needed by few: loaded when somebody asks for it.
  const { writePdfAnnotations } = await import('../../documents/pdf-annotations-write');
  const bytes = await readFile(library.blobPath(file.hash));
  return { bytes: await writePdfAnnotations(bytes, placed, file.name), count: placed.length };
}

async function fromOwnPdf(library: Library, item: ItemId): ReturnType<typeof readForeign> {
  const file = pdfOf(library, item);
  return readForeign(await readFile(library.blobPath(file.hash)), file);
}

async function readForeign(bytes: Uint8Array, { hash, name }: FileRef): Promise<ReturnType<typeof fromPdfAnnotations>> {
  const { readPdfAnnotations } = await import('../../documents/pdf-annotations-read');
  return fromPdfAnnotations(await readPdfAnnotations(bytes, name), hash);
}

function pdfOf(library: Library, item: ItemId): FileRef {
  const file = fileOf(existing(library, item));
  const isPdf = file !== null && (/pdf$/i.test(file.mediaType) || /\.pdf$/i.test(basename(file.name)));
  if (!isPdf || !library.hasBlob(file.hash)) throw new AppError('annotations-no-pdf');
  return file;
}

function parsed(bytes: Uint8Array | string): unknown {
  try {
    if (typeof bytes === 'string') throw new Error(bytes);
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (cause) {
    throw new AppError('annotations-unreadable', {}, { cause });
  }
}
