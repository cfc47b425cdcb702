import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { findSearched, findTyped, type FoldedText } from '../../../shared/search/hit-terms';
import { bringIntoView } from '../reader/bring-into-view';
import type { Wanted } from '../reader/find';
import { pageText, type TextPiece } from './page-text';

export interface FoundInPdf {
  readonly current: number;
  readonly total: number;
  readonly busy: boolean;
}

interface PdfFinderOptions {
  readonly document: PDFDocumentProxy;
  readonly container: HTMLElement;
  /** The page in view, 1 is the first; setting it goes there. */
  readonly view: { page: number };
  /** Has the marks of a page drawn again; -1 for every page. */
  readonly redraw: (pageIndex: number) => void;
  readonly onChange: (found: FoundInPdf) => void;
}

/**
 * Finds as the other viewers do, from the page in view onwards, so that a document of hundreds of pages shows its hit at once. The public
 * fields are what pdf.js reads when it marks a page.
 */
export class PdfFinder {
  highlightMatches = false;
  readonly state = { highlightAll: true };
  readonly pageMatches: number[][] = [];
  readonly pageMatchesLength: number[][] = [];
  readonly selected = { pageIdx: -1, matchIdx: -1 };

  private readonly texts: Promise<FoldedText>[] = [];
  /** A newer search ends the ones before it. */
  private round = 0;
  private busy = false;
  private bringSelected = false;

  constructor(private readonly options: PdfFinderOptions) {}

  async look(wanted: Wanted): Promise<void> {
    const round = ++this.round;
    const { document, view, redraw } = this.options;
    this.forget();
    this.busy = this.highlightMatches = wanted.text.trim() !== '';
    redraw(-1);
    this.report();
    if (!this.busy) return;
    const first = Math.min(wanted.page ?? view.page - 1, document.numPages - 1);
    for (let i = 0; i < document.numPages; i++) {
      const page = (first + i) % document.numPages;
      const text = await this.textOf(page);
      if (round !== this.round) return;
      this.keep(page, wanted.searched ? findSearched(text, wanted.text) : findTyped(text, wanted.text));
    }
    this.busy = false;
    this.report();
  }

  step(direction: 1 | -1): void {
    const { pageIdx, matchIdx } = this.selected;
    if (pageIdx === -1) return;
    if (this.pageMatches[pageIdx]?.[matchIdx + direction] !== undefined)
      return this.select(pageIdx, matchIdx + direction);
    const pages = this.pageMatches.flatMap((matches, page) => (matches.length > 0 ? [page] : []));
    const next = pages[(pages.indexOf(pageIdx) + direction + pages.length) % pages.length] ?? pageIdx;
    this.select(next, direction === 1 ? 0 : (this.pageMatches[next]?.length ?? 1) - 1);
  }

  stop(): void {
    this.round++;
  }

  /** Called by pdf.js with the element that holds the selected match, once it is drawn. */
  scrollMatchIntoView({ element }: { element: HTMLElement }): void {
    if (this.bringSelected) bringIntoView(element.getBoundingClientRect(), this.options.container);
    this.bringSelected = false;
  }

  /** pdf.js announces the document here as well; it came with the options. */
  setDocument(): void {}

  private forget(): void {
    this.pageMatches.length = 0;
    this.pageMatchesLength.length = 0;
    Object.assign(this.selected, { pageIdx: -1, matchIdx: -1 });
  }

  private keep(page: number, hits: readonly (readonly [number, number])[]): void {
    this.pageMatches[page] = hits.map(([start]) => start);
    this.pageMatchesLength[page] = hits.map(([start, end]) => end - start);
    if (hits.length === 0) return;
    if (this.selected.pageIdx === -1) return this.select(page, 0);
    this.options.redraw(page);
    this.report();
  }

  private select(page: number, match: number): void {
    const before = this.selected.pageIdx;
    Object.assign(this.selected, { pageIdx: page, matchIdx: match });
    this.bringSelected = true;
    if (before !== -1 && before !== page) this.options.redraw(before);
    if (this.options.view.page !== page + 1) this.options.view.page = page + 1;
    this.options.redraw(page);
    this.report();
  }

  private report(): void {
    const { pageIdx, matchIdx } = this.selected;
    const count = (matches: readonly number[][]): number => matches.reduce((sum, { length }) => sum + length, 0);
    const current = pageIdx === -1 ? 0 : count(this.pageMatches.slice(0, pageIdx)) + matchIdx + 1;
    this.options.onChange({ current, total: count(this.pageMatches), busy: this.busy });
  }

  private textOf(page: number): Promise<FoldedText> {
    return (this.texts[page] ??= this.readText(page).catch(() => pageText([])));
  }

  private async readText(page: number): Promise<FoldedText> {
    const proxy = await this.options.document.getPage(page + 1);
    const { items } = await proxy.getTextContent({ disableNormalization: true });
    return pageText(items.filter((item): item is TextPiece & typeof item => 'str' in item));
  }
}
