import type { Anchor } from '../model/annotation';
import { findLikeWords, findSameWords, type FoundQuote } from './find-quote';

/** Where an annotation stands in the document as it is now. */
export type AnchorPlace =
  /** Words on a page, or in a document without pages. */
  | { readonly kind: 'words'; readonly page: number; readonly quote: FoundQuote }
  /** A part of a page, or a page as a whole. `changed`: the file is another one, and nothing tells that it is the same place. */
  | { readonly kind: 'page'; readonly page: number; readonly certainty: 'sure' | 'changed' }
  /** Not found: shown in a list of its own until somebody places it again. */
  | { readonly kind: 'orphan' };

/** The document as it is now: its plain text by page (one for a document without pages), and the hash of its file. */
export interface CurrentDocument {
  readonly hash: string | null;
  readonly pages: readonly string[];
}

const orphan: AnchorPlace = { kind: 'orphan' };

/**
 * Finds an anchor on its own page first, then on the pages around it, then on all. On the very file it was made on a place on a page
 * is what it says; on another file its words decide.
 */
export function placeAnchor(document: CurrentDocument, anchor: Anchor): AnchorPlace {
  const own = Math.min(anchor.page ?? 0, Math.max(0, document.pages.length - 1));
  const sameFile = anchor.hash === document.hash;
  if (anchor.quote === null) {
    const there = (anchor.page ?? 0) < Math.max(1, document.pages.length);
    return there ? { kind: 'page', page: anchor.page ?? 0, certainty: sameFile ? 'sure' : 'changed' } : orphan;
  }
  const { quote, position } = anchor;
  const pages = [...pagesFrom(own, document.pages.length)];
  let likely: AnchorPlace | null = null;
  for (const find of [findSameWords, findLikeWords]) {
    for (const page of pages) {
      const found = find(document.pages[page] ?? '', { quote, position: page === own ? position : null });
      if (found === null) continue;
      const place: AnchorPlace = { kind: 'words', page, quote: found };
      if (found.certainty === 'sure') return place;
      likely ??= place;
      if (find === findLikeWords) return likely;
    }
    if (likely !== null) return likely;
  }
  return orphan;
}

/** The page itself, and then those before and after it, nearest first. */
function* pagesFrom(own: number, total: number): Generator<number> {
  if (total === 0) return;
  yield own;
  for (let step = 1; step < total; step += 1) {
    if (own - step >= 0) yield own - step;
    if (own + step < total) yield own + step;
  }
}
