import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../shared/base/errors';
import type { ItemId, SpaceId } from '../../../shared/base/ids';
import type { FileRef } from '../../../shared/model/file-ref';
import type { Annotation, AnnotationKind, NotedAbout } from '../../../shared/model/annotation';
import { readWebAnnotations, webAnnotations } from '../../../shared/annotations/web-annotation';
import { readLimited } from '../../library/files';
import type { Library } from '../../library/library-types';
import { writeFileAtomic } from '../../library/write-file-atomic';
import { annotationsFrom, annotationsOf, annotationType, nameOf, textOf } from '../annotations/annotation-items';
import { newAnnotation } from '../annotations/new-annotation';
import { asPdfAnnotations, fromPdfAnnotations } from '../annotations/pdf-exchange';
import { readingNoteFile, readingNoteOf } from '../annotations/reading-note-file';
import { takeIn } from '../annotations/take-in';
import { takenOver } from '../annotations/taken-over';
import type { LibraryHandlers, Parts } from '../service';
import { existing, fileOf } from './items';

type Names =
  | 'annotations.of'
  | 'annotations.about'
  | 'annotations.create'
  | 'annotations.export'
  | 'annotations.import'
  | 'annotations.taken'
  | 'annotations.note';

const largestJson = 50_000_000;

/** What people note in documents, and the ways in and out for it. */
export function annotationHandlers({ library, settings, guard }: Parts): Pick<LibraryHandlers, Names> {
  return {
    'annotations.of': ({ item }) => annotationsOf(library, item),
    'annotations.about': ({ item }) => notedAbout(library, item),
    'annotations.create': async ({ more, despite, ...draft }) => {
      const author = settings().profile.name;
      // The rest of a mark that runs over pages marks, and says nothing.
      const rest = more.map((anchor) => ({ ...draft, anchor, kind: markOf(draft.kind), comment: '', author }));
      const items = [{ ...draft, author }, ...rest].map((each) => newAnnotation(library, each));
      if (items.some(({ space }) => isShared(library, space)))
        for (const { type, set, add = {} } of items)
          await guard.allow('create', { kind: 'new', fields: { type, ...set }, sets: add }, despite);
      const [state] = await library.createItems(items, { label: `annotate:${items.length}` });
      const [made] = state === undefined ? [] : annotationsFrom(library, [state.id]);
      if (made === undefined) throw new AppError('item-not-found');
      return made;
    },
    'annotations.export': async ({ item, format, path, language }) => {
      const annotations = annotationsOf(library, item);
      const { bytes, count } =
        format === 'pdf'
          ? await pdfWith(library, item, annotations)
          : {
              count: annotations.length,
              bytes:
                format === 'jsonld'
                  ? webFile(library, item, annotations)
                  : await readingNoteFile(library, item, annotations, { format, language }),
            };
      await writeFileAtomic(path, bytes);
      return { path, count };
    },
    'annotations.import': async ({ item, path, space }) => {
      existing(library, item);
      if (path !== null)
        return takeIn(library, item, readWebAnnotations(parsed(await readLimited(path, largestJson))), { space });
      const { hash, foreign } = await fromOwnPdf(library, item);
      return takeIn(library, item, foreign, { space, ownOf: hash });
    },
    'annotations.taken': ({ item, hash }) => takenOver(library, item, hash),
    'annotations.note': ({ item, language }) => ({
      markdown: readingNoteOf(library, item, annotationsOf(library, item), language),
    }),
  };
}

function isShared(library: Library, space: SpaceId | undefined): boolean {
  return space !== undefined && library.spaces().find(({ id }) => id === space)?.kind !== 'private';
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

/** A note stands once; what it runs on over is marked. */
function markOf(kind: AnnotationKind): AnnotationKind {
  return kind === 'note' ? 'highlight' : kind;
}

function webFile(library: Library, item: ItemId, annotations: readonly Annotation[]): Uint8Array {
  const label = textOf(existing(library, item).fields['title']);
  return Buffer.from(`${JSON.stringify(webAnnotations(item, annotations, label), null, 2)}\n`);
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

async function fromOwnPdf(
  library: Library,
  item: ItemId,
): Promise<{ hash: string; foreign: ReturnType<typeof fromPdfAnnotations> }> {
  const { hash, name } = pdfOf(library, item);
  const { readPdfAnnotations } = await import('../../documents/pdf-annotations-read');
  const read = await readPdfAnnotations(await readFile(library.blobPath(hash)), name);
  return { hash, foreign: fromPdfAnnotations(read, hash) };
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
