import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { placeAnchor } from '../../../shared/annotations/place-anchor';
import { plainText } from '../../../shared/annotations/plain-text';
import { describeQuote } from '../../../shared/annotations/quote';
import type { Anchor, Annotation, PageRect } from '../../../shared/model/annotation';
import { bringIntoView } from '../reader/bring-into-view';
import type { PdfPages } from '../pdf/pdf-pages';
import { useDocumentText } from '../version';
import { pageRects } from './boxes';
import { chosenInPdf } from './chosen-in-pdf';
import type { LaidMark } from './mark-layer';
import type { Box, PlacedAnnotation, Surface } from './surface';
import { rangeOfPlain, readPart } from './text-part';

interface PdfDocument {
  readonly item: Annotation['item'];
  readonly scroller: RefObject<HTMLElement | null>;
  readonly pages: PdfPages | null;
  /** 1 is the first. */
  readonly page: number;
  readonly hash: string;
  readonly annotations: readonly Annotation[];
}

/** A page that is drawn, with the layer on it for marks. */
export interface DrawnPage {
  readonly page: number;
  readonly layer: HTMLElement;
}

/** Pages that were drawn, and waiting for one that will be. */
interface Drawn {
  readonly pages: readonly DrawnPage[];
  readonly onDrawn: (page: number, element: HTMLElement) => void;
  /** Resolves with the page once it has its text. */
  readonly when: (page: number) => Promise<HTMLElement>;
}

/** Follows pdf.js as it draws pages and throws them away: our layer is put back on a page that is drawn anew. */
export function useDrawnPages(scroller: RefObject<HTMLElement | null>): Drawn {
  const layers = useRef(new Map<number, HTMLElement>());
  const waiting = useRef(new Map<number, ((element: HTMLElement) => void)[]>());
  const [pages, setPages] = useState<readonly DrawnPage[]>([]);
  const onDrawn = useCallback((page: number, element: HTMLElement) => {
    const known = layers.current.get(page);
    const layer = known ?? document.createElement('div');
    layer.dataset['marksOf'] = String(page);
    layers.current.set(page, layer);
    if (layer.parentElement !== element) element.append(layer);
    if (known === undefined) setPages([...layers.current].map(([each, there]) => ({ page: each, layer: there })));
    waiting.current.get(page)?.forEach((resolve) => resolve(element));
    waiting.current.delete(page);
  }, []);
  const when = useCallback(
    (page: number) => {
      const there = scroller.current?.querySelector<HTMLElement>(`.page[data-page-number="${page + 1}"]`);
      if (there?.querySelector('.textLayer')?.childElementCount) return Promise.resolve(there);
      return new Promise<HTMLElement>((resolve) => {
        waiting.current.set(page, [...(waiting.current.get(page) ?? []), resolve]);
      });
    },
    [scroller],
  );
  return { pages, onDrawn, when };
}

/** Annotations on the pages of a PDF: by their rectangles on the file they were made on, by their words on another. */
export function usePdfSurface(
  { item, scroller, pages, page, hash, annotations }: PdfDocument,
  drawn: Drawn,
): { readonly surface: Surface; readonly laid: ReadonlyMap<number, readonly LaidMark[]> } {
  const moved = annotations.some(({ anchor, replyTo }) => replyTo === null && anchor.hash !== hash);
  const text = useDocumentText(item, moved);
  const texts = text.data?.pages;
  const placed = useMemo(
    () => (moved && texts === undefined ? null : placeAll(annotations, hash, texts ?? [])),
    [annotations, hash, moved, texts],
  );
  const [found, setFound] = useState<ReadonlyMap<string, readonly PageRect[]>>(new Map());

  // Rectangles of marks that moved are known once their page is drawn.
  useEffect(() => {
    const fresh = new Map<string, readonly PageRect[]>();
    for (const { annotation, anchor, certainty } of placed ?? []) {
      if (certainty === 'orphan' || anchor.rects.length > 0 || anchor.quote === null || anchor.page === null) continue;
      const rects = rectsOnPage(scroller.current, anchor);
      if (rects !== null) fresh.set(annotation.id, rects);
    }
    if (fresh.size > 0) setFound((old) => new Map([...old, ...fresh]));
  }, [placed, drawn.pages, scroller]);

  const withRects = useMemo(
    () => placed?.map((mark) => withFound(mark, found.get(mark.annotation.id))) ?? null,
    [placed, found],
  );
  const laid = useMemo(() => layOut(withRects ?? []), [withRects]);

  const surface = useMemo<Surface>(
    () => ({
      scroller,
      hasPages: true,
      page: page - 1,
      placed: withRects,
      chosen: () => chosenInPdf(scroller.current, hash),
      part: async (wanted = page - 1) => {
        if (pages === null || wanted < 0 || wanted >= pages.total) return null;
        if (wanted !== page - 1) pages.goToPage(wanted + 1);
        const element = (await drawn.when(wanted)).querySelector<HTMLElement>('.textLayer');
        return element === null ? null : { page: wanted, element };
      },
      goTo: async ({ page: wanted, rects }) => {
        if (wanted === null || pages === null) return;
        const there = scroller.current?.querySelector<HTMLElement>(`.page[data-page-number="${wanted + 1}"]`);
        if (there == null || wanted !== page - 1) pages.goToPage(wanted + 1);
        const element = await drawn.when(wanted);
        const box = element.getBoundingClientRect();
        const [left, top, width, height] = rects[0] ?? [0, 0, 1, 0.02];
        const spot = new DOMRect(
          box.x + left * box.width,
          box.y + top * box.height,
          width * box.width,
          height * box.height,
        );
        if (scroller.current !== null) bringIntoView(spot, scroller.current);
      },
    }),
    [scroller, pages, page, hash, withRects, drawn],
  );
  return { surface, laid };
}

function placeAll(annotations: readonly Annotation[], hash: string, texts: readonly string[]): PlacedAnnotation[] {
  let plain: readonly string[] | null = null;
  return annotations
    .filter(({ replyTo }) => replyTo === null)
    .map((annotation): PlacedAnnotation => {
      const { anchor } = annotation;
      if (anchor.hash === hash && anchor.page !== null && (anchor.rects.length > 0 || anchor.quote === null))
        return { annotation, certainty: 'sure', anchor };
      plain ??= texts.map((text) => plainText(text).text);
      const place = placeAnchor({ hash, pages: plain }, anchor);
      if (place.kind === 'orphan') return { annotation, certainty: 'orphan', anchor };
      if (place.kind === 'page')
        return { annotation, certainty: place.certainty, anchor: { ...anchor, page: place.page, hash } };
      const { start, end, certainty } = place.quote;
      const words = describeQuote(plain[place.page] ?? '', start, end) ?? anchor;
      return {
        annotation,
        certainty,
        anchor: { hash, page: place.page, rects: [], quote: words.quote, position: words.position },
      };
    });
}

function withFound(mark: PlacedAnnotation, rects: readonly PageRect[] | undefined): PlacedAnnotation {
  return rects === undefined || mark.anchor.rects.length > 0
    ? mark
    : { ...mark, anchor: { ...mark.anchor, rects: [...rects] } };
}

/** Where the words of an anchor lie on a page that is drawn; null when it is not, or they are not there as it is shown. */
function rectsOnPage(scroller: HTMLElement | null, anchor: Anchor): readonly PageRect[] | null {
  const page = scroller?.querySelector<HTMLElement>(`.page[data-page-number="${(anchor.page ?? 0) + 1}"]`);
  const layer = page?.querySelector<HTMLElement>('.textLayer');
  if (page == null || layer == null || layer.childElementCount === 0) return null;
  const text = readPart(layer);
  const place = placeAnchor({ hash: anchor.hash, pages: [text.plain.text] }, { ...anchor, page: 0 });
  if (place.kind !== 'words') return null;
  return pageRects(rangeOfPlain(text, place.quote.start, place.quote.end), page.getBoundingClientRect());
}

function layOut(placed: readonly PlacedAnnotation[]): ReadonlyMap<number, readonly LaidMark[]> {
  const byPage = new Map<number, LaidMark[]>();
  for (const mark of placed) {
    const { page, rects } = mark.anchor;
    if (mark.certainty === 'orphan' || page === null) continue;
    const boxes = rects.length > 0 ? rects.map(boxOf) : mark.anchor.quote === null ? [corner] : [];
    if (boxes.length > 0) byPage.set(page, [...(byPage.get(page) ?? []), { mark, boxes }]);
  }
  return byPage;
}

/** Where the sign of a note about a page stands; it marks nothing. */
const corner: Box = { left: '0', top: '0.4%', width: '0', height: '0' };

const percent = (share: number): string => `${share * 100}%`;
const boxOf = ([left, top, width, height]: PageRect): Box => ({
  left: percent(left),
  top: percent(top),
  width: percent(width),
  height: percent(height),
});
