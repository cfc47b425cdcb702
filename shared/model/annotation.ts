import type { z } from 'zod';
import type { ItemId } from '../base/ids';
import type { anchorSchema, rectSchema } from './anchor-schema';
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
export type PageRect = z.infer<typeof rectSchema>;
/** Where an annotation stands. */
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
