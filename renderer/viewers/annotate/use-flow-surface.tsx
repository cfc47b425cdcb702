import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { placeAnchor } from '../../../shared/annotations/place-anchor';
import { describeQuote } from '../../../shared/annotations/quote';
import type { Anchor, Annotation } from '../../../shared/model/annotation';
import { bringIntoView } from '../reader/bring-into-view';
import { linesOf } from './boxes';
import type { LaidMark } from './mark-layer';
import type { PlacedAnnotation, Surface } from './surface';
import { quoteOf, rangeOfPlain, rangeOfQuote, readPart, type PartText } from './text-part';

interface FlowDocument {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly article: RefObject<HTMLElement | null>;
  /** Changes when the text does. */
  readonly content: unknown;
  readonly hash: string | null;
  readonly annotations: readonly Annotation[];
}

interface Found {
  readonly placed: readonly PlacedAnnotation[];
  readonly ranges: ReadonlyMap<string, Range>;
}

const nothing: Found = { placed: [], ranges: new Map() };

/** Annotations in a document that is one article: placed by their words, laid out again whenever the article changes size. */
export function useFlowSurface({ scroller, article, content, hash, annotations }: FlowDocument): {
  readonly surface: Surface;
  readonly laid: readonly LaidMark[];
} {
  const read = useRef<{ readonly content: unknown; readonly text: PartText } | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const [laid, setLaid] = useState<readonly LaidMark[]>([]);

  const textOf = useCallback((): PartText | null => {
    if (article.current === null) return null;
    if (read.current?.content !== content) read.current = { content, text: readPart(article.current) };
    return read.current?.text ?? null;
  }, [article, content]);

  useLayoutEffect(() => {
    if (annotations.length === 0) return setFound(nothing);
    const text = textOf();
    if (text !== null) setFound(placeAll(text, hash, annotations));
  }, [annotations, hash, textOf]);

  useLayoutEffect(() => {
    const { current } = article;
    if (current === null || found === null) return;
    const lay = (): void => setLaid(layOut(current, found));
    lay();
    const resized = new ResizeObserver(lay);
    resized.observe(current);
    return () => resized.disconnect();
  }, [article, found]);

  const surface = useMemo<Surface>(
    () => ({
      scroller,
      hasPages: false,
      page: null,
      placed: found?.placed ?? null,
      chosen: () => chosenIn(article.current, textOf(), hash),
      part: () => Promise.resolve(article.current === null ? null : { page: null, element: article.current }),
      goTo: (anchor) => {
        const text = textOf();
        const place = text === null ? null : placeIn(text, hash, anchor);
        if (text !== null && place !== null && scroller.current !== null)
          bringIntoView(rangeOfPlain(text, place.start, place.end).getBoundingClientRect(), scroller.current);
        return Promise.resolve();
      },
    }),
    [scroller, article, hash, found, textOf],
  );
  return { surface, laid };
}

function placeIn({ plain }: PartText, hash: string | null, anchor: Anchor): { start: number; end: number } | null {
  const place = placeAnchor({ hash, pages: [plain.text] }, anchor);
  return place.kind === 'words' ? place.quote : null;
}

function placeAll(text: PartText, hash: string | null, annotations: readonly Annotation[]): Found {
  const ranges = new Map<string, Range>();
  const placed = annotations
    .filter(({ replyTo }) => replyTo === null)
    .map((annotation): PlacedAnnotation => {
      const { anchor } = annotation;
      // About the document as a whole: it is in its place wherever the document goes.
      if (anchor.quote === null && anchor.page === null) return { annotation, certainty: 'sure', anchor };
      const place = placeAnchor({ hash, pages: [text.plain.text] }, anchor);
      if (place.kind !== 'words')
        return { annotation, certainty: place.kind === 'page' ? 'changed' : 'orphan', anchor };
      const { start, end, certainty } = place.quote;
      ranges.set(annotation.id, rangeOfPlain(text, start, end));
      const words = describeQuote(text.plain.text, start, end) ?? anchor;
      return { annotation, certainty, anchor: { hash, page: null, rects: [], ...words } };
    });
  return { placed, ranges };
}

function layOut(article: HTMLElement, { placed, ranges }: Found): readonly LaidMark[] {
  const ground = article.getBoundingClientRect();
  const { clientLeft, clientTop } = article;
  return placed.flatMap((mark) => {
    const range = ranges.get(mark.annotation.id);
    if (range === undefined) return [];
    const boxes = linesOf(range).map(({ left, top, right, bottom }) => ({
      left: `${left - ground.left - clientLeft}px`,
      top: `${top - ground.top - clientTop}px`,
      width: `${right - left}px`,
      height: `${bottom - top}px`,
    }));
    return boxes.length === 0 ? [] : [{ mark, boxes }];
  });
}

function chosenIn(
  article: HTMLElement | null,
  text: PartText | null,
  hash: string | null,
): ReturnType<Surface['chosen']> {
  const selection = window.getSelection();
  if (article === null || text === null || selection === null || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(article) || !article.contains(selection.anchorNode)) return null;
  const anchor = quoteOf(text, article, range);
  const shown = anchor === null ? null : rangeOfQuote(text, anchor);
  if (anchor === null || shown === null) return null;
  const spot = linesOf(shown).at(-1);
  return {
    anchor: { hash, page: null, rects: [], ...anchor },
    spot:
      spot === undefined
        ? shown.getBoundingClientRect()
        : new DOMRect(spot.left, spot.top, spot.right - spot.left, spot.bottom - spot.top),
    text: anchor.quote.exact,
    more: [],
  };
}
