import { z } from 'zod';
import { anchorSchema } from '../model/anchor-schema';
import { annotationColours, annotationKinds, type Annotation, type NotedAbout } from '../model/annotation';
import { citationStyles, referenceFormats } from '../model/draft';
import type * as draft from '../model/draft';
import type { ItemDetail } from '../model/views';
import { library, shell } from './call';
import { blobHash, despite, draftText, itemId, itemIds, language, nothing, revisionId, spaceId } from './inputs';
import { filePath } from '../model/file-path';
import type { DocumentView } from './answers';

/** Annotations, drafts, citations and the documents they stand in. */
export const writingCalls = {
  /** All annotations of an item, in the order of the document and then of their making: the same on every replica. */
  'annotations.of': library<readonly Annotation[]>()(() => z.object({ item: itemId })),
  /** What was noted about an item, in its own document and in others; of an annotation itself where it was noted. */
  'annotations.about': library<readonly NotedAbout[]>()(() => z.object({ item: itemId })),
  /**
   * In the private space when no other is named. `more`: where its words go on, on other pages; made with it and undone with it.
   * Errors: `item-not-found`, `space-not-found`.
   */
  'annotations.create': library<Annotation>()(() =>
    z.object({
      item: itemId,
      space: spaceId.optional(),
      kind: z.enum(annotationKinds),
      colour: z.enum(annotationColours),
      anchor: anchorSchema,
      comment: z.string().max(200_000).default(''),
      replyTo: itemId.nullable().default(null),
      more: z.array(anchorSchema).max(50).default([]),
      despite,
    }),
  ),
  /** Writes a copy of the PDF with the annotations in it, or the annotations as W3C JSON-LD or as a reading note with citations. Error: `annotations-no-pdf`. */
  'annotations.export': library<{ path: string; count: number }>()(() =>
    z.object({
      item: itemId,
      format: z.enum(['pdf', 'jsonld', 'markdown', 'docx']),
      path: filePath,
      language: language.default('nl'),
    }),
  ),
  /** Takes in annotations from a JSON-LD file, or without a path those that are in the item's PDF itself. Known ones are left out. */
  'annotations.import': library<{ added: number; known: number }>()(() =>
    z.object({ item: itemId, path: filePath.nullable(), space: spaceId.optional() }),
  ),
  /** Which annotations of a PDF itself were taken over, by the numbers pdf.js gives them: what is edited or deleted here is not shown as it was. */
  'annotations.taken': library<readonly string[]>()(() => z.object({ item: itemId, hash: blobHash })),
  /** A reading note of the item's annotations as the text of a draft: its citations follow the draft's style. */
  'annotations.note': library<{ markdown: string }>()(() =>
    z.object({ item: itemId, language: language.default('nl') }),
  ),

  /** Keeps the text of a draft. `base` is what the writer started from: what others wrote since is joined with it. */
  'drafts.write': library<draft.DraftWritten>()(() =>
    z.object({ id: itemId, base: draftText, text: draftText, despite }),
  ),
  /** Keeps a picture of a draft. Error: `image-unsupported`. */
  'drafts.addImage': library<draft.DraftImage>()(() =>
    z.object({ id: itemId, name: z.string().max(255), bytes: z.instanceof(Uint8Array) }),
  ),
  /** The versions of an item's text and file, newest first. */
  'drafts.versions': library<readonly draft.DraftVersion[]>()(() => z.object({ id: itemId })),
  /** An empty name takes the name away. */
  'drafts.nameVersion': library<void>()(() =>
    z.object({ id: itemId, revision: revisionId, name: z.string().trim().max(120) }),
  ),
  /** A file of this computer becomes the newest version of the item's file. Errors: `item-not-found`, `file-missing`, those of reading it. */
  'drafts.replaceFile': library<ItemDetail>()(() => z.object({ id: itemId, path: filePath, despite })),
  /** Text and file of a version become those of now; everything else of the item stays. */
  'drafts.restoreVersion': library<ItemDetail>()(() => z.object({ id: itemId, revision: revisionId })),
  /** Errors: `blob-missing` for a file that is not here, those of reading it. */
  'drafts.compare': library<draft.DraftComparison>()(() => z.object({ id: itemId, from: revisionId, to: revisionId })),
  /** Writes a draft with its state on every page; one that is a Word file, or for `exportPdf` a PDF, as a copy of that file. Errors: `write-failed`, `disk-full`, `draft-other-file`. */
  'drafts.exportDocx': library<{ path: string }>()(() => z.object({ id: itemId, path: filePath, language })),
  'drafts.exportPdf': shell<{ path: string }>()(() => z.object({ id: itemId, path: filePath, language })),
  /** The citations in a text and the bibliography that follows from them. */
  'citing.text': library<draft.CitedText>()(() =>
    z.object({ text: draftText, style: z.enum(citationStyles), language }),
  ),
  /** References to items, in the order given. */
  'citing.references': library<readonly draft.Reference[]>()(() =>
    z.object({ ids: itemIds, format: z.enum(referenceFormats), language }),
  ),

  /** Opens an item's file in the program that the system has for it, as a copy whose changes become versions. Errors: `file-kind-unsafe`, `program-missing`. */
  'copies.open': shell<draft.WorkingCopy>()(() => z.object({ id: itemId })),
  /** Shows a working copy in the system's file manager. */
  'copies.show': shell<void>()(() => z.object({ id: itemId })),
  'copies.list': library<readonly draft.WorkingCopy[]>()(() => nothing),
  /** Keeps the last changes and takes the working copy away. Error: `working-copy-open` while a program has it open. */
  'copies.finish': library<void>()(() => z.object({ id: itemId })),

  /** Of the item's file, or of that version of it. */
  'document.text': library<DocumentView>()(() => z.object({ id: itemId, version: blobHash.optional() })),
  /** Untrusted HTML of a Word, OpenDocument or HTML file; the window sanitises it before it shows it. */
  'document.html': library<{ untrustedHtml: string }>()(() => z.object({ id: itemId, version: blobHash.optional() })),
} as const;
