import { z } from 'zod';
import type { ItemId } from '../base/ids';
import type { ItemName, SpaceName } from './views';

/**
 * `note`: a note in the margin beside words; `area`: a part of a PDF page; `page`: about a page as a whole, or about the
 * document where it has no pages; `reply`: an answer to another annotation.
 */
export const annotationKinds = ['highlight', 'underline', 'strike', 'note', 'area', 'page', 'reply'] as const;
export type AnnotationKind = (typeof annotationKinds)[number];

/** Five colours; what each stands for is said by the person, in the settings. */
export const annotationColours = ['yellow', 'green', 'blue', 'pink', 'purple'] as const;
export type AnnotationColour = (typeof annotationColours)[number];

/** Left, top, width and height as shares of the page, from its top left corner as it is shown. */
const rectSchema = z.tuple([
  z.number().min(0).max(1),
  z.number().min(0).max(1),
  z.number().min(0).max(1),
  z.number().min(0).max(1),
]);
export type PageRect = z.infer<typeof rectSchema>;

/**
 * Where an annotation stands, after the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/, 4.2):
 * a TextQuoteSelector, a TextPositionSelector, a page fragment and rectangles, side by side, so that one can fail and another
 * still finds the place. Texts and offsets are those of `plainText`: the words of the document, whatever its line breaks.
 */
export const anchorSchema = z.object({
  /** SHA-256 of the file it was made on; null on a text without a file. */
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** 0 is the first; null in a document without pages. */
  page: z.number().int().min(0).max(100_000).nullable(),
  quote: z
    .object({
      exact: z.string().min(1).max(20_000),
      prefix: z.string().max(200),
      suffix: z.string().max(200),
    })
    .nullable(),
  /** Offsets of the quote in the text of the page, or of the document where it has no pages. */
  position: z.object({ start: z.number().int().min(0), end: z.number().int().min(0) }).nullable(),
  rects: z.array(rectSchema).max(500),
});
export type Anchor = z.infer<typeof anchorSchema>;

/** An annotation as the window shows it. */
export interface Annotation {
  readonly id: ItemId;
  readonly item: ItemId;
  readonly space: SpaceName;
  readonly kind: AnnotationKind;
  readonly colour: AnnotationColour;
  readonly anchor: Anchor;
  /** Markdown. */
  readonly comment: string;
  readonly tags: readonly string[];
  readonly resolved: boolean;
  readonly replyTo: ItemId | null;
  /** Empty when nobody's name is known. */
  readonly author: string;
  /** Made on this device. */
  readonly mine: boolean;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly changedAt: string;
  /** What it was linked to: projects and others that it says something about, and what was made from it. */
  readonly links: readonly ItemName[];
}

/** What somebody noted about an item, with the document it was noted in. */
export interface NotedAbout {
  readonly annotation: Annotation;
  readonly document: ItemName;
}

/** What the title of an annotation keeps of its words. */
const titleLength = 80;

/** An annotation's title: the words it marks, or how its comment begins. */
export function annotationTitle(anchor: Anchor, comment: string, fallback: string): string {
  const text = (anchor.quote?.exact ?? comment).replace(/\s+/gu, ' ').trim() || fallback;
  return text.length <= titleLength ? text : `${text.slice(0, titleLength - 1).trimEnd()}…`;
}
