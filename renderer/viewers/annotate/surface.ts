import type { Anchor, Annotation } from '../../../shared/model/annotation';

/** How sure it is that a mark stands in its place; see `placeAnchor`. */
export type Certainty = 'sure' | 'changed' | 'orphan';

/** A box of a mark, in the units of what it lies on: CSS lengths or percentages. */
export interface Box {
  readonly left: string;
  readonly top: string;
  readonly width: string;
  readonly height: string;
}

/** An annotation where it stands in the document that is shown. */
export interface PlacedAnnotation {
  readonly annotation: Annotation;
  readonly certainty: Certainty;
  /** Its place in this version of the document: what is kept when somebody says that it is right. */
  readonly anchor: Anchor;
}

/** What is chosen in the document. */
export interface Chosen {
  readonly anchor: Anchor;
  /** Where it stands in the window. */
  readonly spot: DOMRect;
  readonly text: string;
  /** Where it goes on: one place for each further page. */
  readonly more: readonly Anchor[];
}

/** A part of the document with a text of its own: a page that is drawn, or all of a document without pages. */
export interface TextPart {
  /** 0 is the first; null in a document without pages. */
  readonly page: number | null;
  readonly element: HTMLElement;
}

/** What annotations need of a kind of document. */
export interface Surface {
  /** Scrolls, and has the focus while somebody reads. */
  readonly scroller: React.RefObject<HTMLElement | null>;
  /** Pages can be drawn on. */
  readonly hasPages: boolean;
  /** The page in view, 0 is the first; null without pages. */
  readonly page: number | null;
  /** Where every annotation stands. Null while that is being worked out. */
  readonly placed: readonly PlacedAnnotation[] | null;
  /** What is selected; null when that is nothing, or lies outside the document. */
  chosen(): Chosen | null;
  /** The part of a page, drawn first when it was not; the one in view when no page is named. */
  part(page?: number): Promise<TextPart | null>;
  /** Brings a place in sight. Resolves when it is drawn. */
  goTo(anchor: Anchor): Promise<void>;
}
