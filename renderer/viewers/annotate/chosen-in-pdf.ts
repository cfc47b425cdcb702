import type { Anchor } from '../../../shared/model/annotation';
import { linesOf, pageRects } from './boxes';
import type { Chosen } from './surface';
import { quoteOf, rangeOfQuote, readPart } from './text-part';

/** Words that are selected over pages are a place on each of them. */
export function chosenInPdf(scroller: HTMLElement | null, hash: string): Chosen | null {
  const selection = window.getSelection();
  if (scroller === null || selection === null || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!scroller.contains(range.commonAncestorContainer)) return null;
  const parts = [...scroller.querySelectorAll<HTMLElement>('.page[data-page-number]')].flatMap(
    (page) => chosenOn(page, range, hash) ?? [],
  );
  const [first, ...rest] = parts;
  const last = rest.at(-1) ?? first;
  if (first === undefined || last === undefined) return null;
  return {
    anchor: first.anchor,
    more: rest.map(({ anchor }) => anchor),
    spot: last.spot,
    text: parts.map(({ anchor }) => anchor.quote?.exact ?? '').join(' '),
  };
}

function chosenOn(
  page: HTMLElement,
  range: Range,
  hash: string,
): { readonly anchor: Anchor; readonly spot: DOMRect } | null {
  const layer = page.querySelector<HTMLElement>('.textLayer');
  if (layer === null || !range.intersectsNode(layer)) return null;
  const text = readPart(layer);
  const words = quoteOf(text, layer, range);
  const shown = words === null ? null : rangeOfQuote(text, words);
  if (words === null || shown === null) return null;
  const rects = pageRects(shown, page.getBoundingClientRect());
  const spot = linesOf(shown).at(-1);
  if (rects.length === 0 || spot === undefined) return null;
  return {
    anchor: { hash, page: Number(page.dataset['pageNumber']) - 1, rects, ...words },
    spot: new DOMRect(spot.left, spot.top, spot.right - spot.left, spot.bottom - spot.top),
  };
}
