import { foldForFinding, type FoldedText } from '../../../shared/search/hit-terms';

/** The text of an element as one string, with the way back from a place in it to the page. */
export interface TextIndex {
  readonly raw: string;
  /** `raw` made ready to be searched. */
  readonly text: FoldedText;
  rangeOf(start: number, end: number): Range;
  /** The place in `raw` of a point on the page, as a selection gives it; that of the next text when it lies between texts. */
  offsetOf(node: Node, offset: number): number;
}

const blocks = 'p, li, td, th, dt, dd, pre, blockquote, h1, h2, h3, h4, h5, h6, div, section, figcaption, caption';

/** Words may run over inline elements; a block or a line break parts them. */
export function indexText(root: HTMLElement): TextIndex {
  const nodes: Text[] = [];
  const starts: number[] = [];
  const pieces: string[] = [];
  let length = 0;
  let lastBlock: Element | null = null;
  const add = (piece: string): void => {
    pieces.push(piece);
    length += piece.length;
  };
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof HTMLBRElement) add('\n');
    if (!(node instanceof Text)) continue;
    const block = node.parentElement?.closest(blocks) ?? null;
    if (block !== lastBlock) add('\n');
    lastBlock = block;
    nodes.push(node);
    starts.push(length);
    add(node.data);
  }
  const place = (range: Range, edge: 'setStart' | 'setEnd', at: number): void => {
    const index = lastAtMost(starts, edge === 'setEnd' ? at - 1 : at);
    const node = nodes[index];
    if (node !== undefined) range[edge](node, Math.min(at - (starts[index] ?? 0), node.length));
  };
  const raw = pieces.join('');
  let folded: FoldedText | null = null;
  return {
    raw,
    get text() {
      return (folded ??= foldForFinding(raw));
    },
    offsetOf: (node, offset) => {
      const own = nodes.indexOf(node as Text);
      if (own !== -1) return (starts[own] ?? 0) + offset;
      const point = document.createRange();
      point.setStart(node, offset);
      const next = nodes.findIndex((text) => point.comparePoint(text, 0) >= 0);
      return next === -1 ? length : (starts[next] ?? length);
    },
    rangeOf: (start, end) => {
      const range = document.createRange();
      place(range, 'setStart', start);
      place(range, 'setEnd', end);
      return range;
    },
  };
}

function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
