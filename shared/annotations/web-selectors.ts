import { z } from 'zod';
import type { Anchor, PageRect } from '../model/annotation';

const pdfFragments = 'http://tools.ietf.org/rfc/rfc3778';

interface Selector {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** An anchor as W3C selectors (Web Annotation Data Model, 4.2): each finds the place by itself; what is on a page refines that page. */
export function selectorsOf({ page, quote, position, rects }: Anchor): readonly Selector[] {
  const onPage = (selector: Selector): Selector =>
    page === null
      ? selector
      : { type: 'FragmentSelector', conformsTo: pdfFragments, value: `page=${page + 1}`, refinedBy: selector };
  const selectors: Selector[] = [];
  if (quote !== null) selectors.push({ type: 'TextQuoteSelector', ...quote });
  if (position !== null) selectors.push(onPage({ type: 'TextPositionSelector', ...position }));
  if (rects.length > 0) selectors.push(onPage({ type: 'SvgSelector', value: svgOf(rects) }));
  if (selectors.every(({ type }) => type !== 'FragmentSelector') && page !== null)
    selectors.push({ type: 'FragmentSelector', conformsTo: pdfFragments, value: `page=${page + 1}` });
  return selectors;
}

function svgOf(rects: readonly PageRect[]): string {
  const shapes = rects.map(([x, y, width, height]) => `<rect x="${x}" y="${y}" width="${width}" height="${height}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">${shapes.join('')}</svg>`;
}

const selectorSchema = z.looseObject({
  type: z.string(),
  value: z.string().optional(),
  exact: z.string().optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  start: z.number().int().min(0).optional(),
  end: z.number().int().min(0).optional(),
});

const longestQuote = 20_000;
const longestContext = 200;
const deepest = 5;

/** Reads selectors of any maker; what is not known or not well formed is passed over. */
export function anchorFromSelectors(selectors: unknown, hash: string | null): Anchor {
  const anchor: { -readonly [Key in keyof Anchor]: Anchor[Key] } = {
    hash,
    page: null,
    quote: null,
    position: null,
    rects: [],
  };
  const read = (untrusted: unknown, depth: number): void => {
    const parsed = selectorSchema.safeParse(untrusted);
    if (!parsed.success || depth > deepest) return;
    const { type, value = '', exact = '', prefix = '', suffix = '', start, end } = parsed.data;
    if (type === 'FragmentSelector') {
      const page = /(?:^|&|#)page=(\d{1,6})\b/.exec(value)?.[1];
      if (page !== undefined && Number(page) > 0) anchor.page = Number(page) - 1;
    }
    if (type === 'TextQuoteSelector' && exact !== '' && exact.length <= longestQuote)
      anchor.quote = { exact, prefix: prefix.slice(-longestContext), suffix: suffix.slice(0, longestContext) };
    if (type === 'TextPositionSelector' && start !== undefined && end !== undefined && end >= start)
      anchor.position = { start, end };
    if (type === 'SvgSelector') anchor.rects = rectsOf(value);
    if (parsed.data['refinedBy'] !== undefined) read(parsed.data['refinedBy'], depth + 1);
  };
  for (const selector of Array.isArray(selectors) ? selectors.slice(0, 20) : [selectors]) read(selector, 0);
  return anchor;
}

/** Rectangles of an SVG whose view box is the page; other shapes say nothing here. */
function rectsOf(svg: string): PageRect[] {
  if (!/viewBox="0 0 1 1"/.test(svg)) return [];
  return [...svg.matchAll(/<rect ([^>]*)\/?>/g)].slice(0, 500).flatMap((match) => {
    const shares = ['x', 'y', 'width', 'height'].map((name) =>
      Number(new RegExp(`\\b${name}="([\\d.e-]+)"`).exec(match[1] ?? '')?.[1] ?? NaN),
    );
    return shares.every((share) => share >= 0 && share <= 1) ? [shares as unknown as PageRect] : [];
  });
}
