import { AnnotationEditorType, AnnotationMode, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { EventBus, PDFFindController, PDFLinkService, PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { findSearched, findTyped } from '../../../shared/search/hit-terms';
import { openLink } from '../reader/open-link';
import type { Wanted } from '../reader/find';

export interface PdfStatus {
  readonly page: number;
  readonly factor: number;
  readonly fitsWidth: boolean;
  readonly found: { readonly current: number; readonly total: number; readonly busy: boolean };
}

export interface PdfPages {
  readonly total: number;
  goToPage(page: number): void;
  /** `destination` as the outline gives it. */
  goTo(destination: string | unknown[]): void;
  look(wanted: Wanted): void;
  step(direction: 1 | -1): void;
  zoomStep(direction: 1 | -1): void;
  /** Null fits the pages to the width. */
  zoomTo(factor: number | null): void;
  close(): void;
}

interface PdfPagesOptions {
  /** Positioned absolutely; its only child, a div, gets the pages. */
  readonly container: HTMLDivElement;
  readonly document: PDFDocumentProxy;
  readonly start: { readonly page: number; readonly factor: number | null; readonly wanted: Wanted | null };
  readonly pageLabel: (page: number) => string;
  /** What a link is called that only jumps and says nothing itself. */
  readonly linkLabel: string;
  readonly onChange: (change: Partial<PdfStatus>) => void;
}

type PDFViewerOptions = ConstructorParameters<typeof PDFViewer>[0];

const zoomLimits = { least: 0.25, most: 5 };

/** Shows a document's pages under each other, drawing those in sight, with a text layer to select and find in. */
export function showPages({ container, document, start, pageLabel, linkLabel, onChange }: PdfPagesOptions): PdfPages {
  const eventBus = new EventBus();
  const linkService = new SafeLinks({ eventBus });
  const finder = new Finder({ eventBus, linkService });
  const stop = new AbortController();
  const options: PDFViewerOptions & { abortSignal: AbortSignal } = {
    container,
    eventBus,
    linkService,
    findController: finder,
    annotationMode: AnnotationMode.ENABLE,
    annotationEditorMode: AnnotationEditorType.DISABLE,
    l10n: noTranslation as never,
    abortSignal: stop.signal,
  };
  const viewer = new PDFViewer(options);
  linkService.setViewer(viewer);
  const look = (wanted: Wanted): void => finder.lookFor(wanted, onChange);
  listenTo(eventBus, { viewer, container, start, pageLabel, linkLabel, onChange, look });
  const resized = new ResizeObserver(() => {
    if (viewer.currentScaleValue === 'page-width') viewer.currentScaleValue = 'page-width';
  });
  resized.observe(container);
  viewer.setDocument(document);
  linkService.setDocument(document, null);
  return {
    total: document.numPages,
    goToPage: (page) => linkService.goToPage(page),
    goTo: (destination) => void linkService.goToDestination(destination as string),
    look,
    step: (direction) => finder.step(direction),
    zoomStep: (direction) => {
      const next = viewer.currentScale * (direction === 1 ? 1.1 : 1 / 1.1);
      viewer.currentScale = Math.min(zoomLimits.most, Math.max(zoomLimits.least, next));
    },
    zoomTo: (factor) => (viewer.currentScaleValue = factor === null ? 'page-width' : String(factor)),
    close: () => {
      resized.disconnect();
      stop.abort();
      finder.setDocument(null as never);
      linkService.setDocument(null as never);
      viewer.setDocument(null as never);
    },
  };
}

type Listened = Pick<PdfPagesOptions, 'container' | 'start' | 'pageLabel' | 'linkLabel' | 'onChange'> & { viewer: PDFViewer; look: (wanted: Wanted) => void };

function listenTo(eventBus: EventBus, { viewer, container, start, pageLabel, linkLabel, onChange, look }: Listened): void {
  eventBus.on('pagesinit', () => {
    viewer.currentScaleValue = start.factor === null ? 'page-width' : String(start.factor);
    container.querySelectorAll('.page').forEach((page, index) => page.setAttribute('aria-label', pageLabel(index + 1)));
    if (start.page > 1) viewer.currentPageNumber = Math.min(start.page, viewer.pagesCount);
    if (start.wanted !== null) look(start.wanted);
  });
  eventBus.on('pagechanging', ({ pageNumber }: { pageNumber: number }) => onChange({ page: pageNumber }));
  eventBus.on('scalechanging', ({ scale, presetValue }: { scale: number; presetValue?: string }) =>
    onChange({ factor: scale, fitsWidth: presetValue === 'page-width' }),
  );
  const counted = ({ matchesCount, state }: { matchesCount: { current: number; total: number }; state?: number }): void =>
    onChange({ found: { ...matchesCount, busy: state === pending } });
  eventBus.on('annotationlayerrendered', ({ source }: { source: { div: HTMLElement } }) => nameLinks(source.div, linkLabel));
  eventBus.on('updatefindmatchescount', counted);
  eventBus.on('updatefindcontrolstate', counted);
}

/** Links in their order on the page, each with a name, and with the id by which the page's structure tells where they belong. */
function nameLinks(page: HTMLElement, label: string): void {
  for (const section of page.querySelectorAll<HTMLElement>('.annotationLayer [data-annotation-id]')) {
    section.id = section.dataset['annotationId'] ?? '';
    section.removeAttribute('tabindex');
    const link = section.querySelector('a');
    if (link !== null && link.title === '' && !link.hasAttribute('aria-label')) link.setAttribute('aria-label', label);
  }
}

/** `FindState.PENDING` of pdf.js. */
const pending = 3;

/** Labels are ours: pdf.js need not translate the few texts it has. */
const noTranslation = {
  getLanguage: () => 'nl',
  getDirection: () => 'ltr',
  get: () => Promise.resolve(''),
  translate: () => Promise.resolve(),
  translateOnce: () => Promise.resolve(),
  pause: () => undefined,
  resume: () => undefined,
  destroy: () => Promise.resolve(),
};

/** Links inside the document jump; links outside are asked about first. */
class SafeLinks extends PDFLinkService {
  override addLinkAttributes(link: HTMLAnchorElement, url: string): void {
    link.href = url;
    link.title = url;
    link.rel = 'noopener noreferrer nofollow';
    link.onclick = link.onauxclick = (event) => {
      event.preventDefault();
      openLink(url);
    };
  }
}

/** Finds as the other viewers do. pdf.js gives it each page's text with broken words rejoined, and marks what it returns. */
class Finder extends PDFFindController {
  private wanted: Wanted = { text: '', searched: false };

  lookFor(wanted: Wanted, onChange: PdfPagesOptions['onChange']): void {
    this.wanted = wanted;
    if (wanted.text.trim() === '') {
      onChange({ found: { current: 0, total: 0, busy: false } });
      this._eventBus.dispatch('findbarclose', { source: this });
    } else {
      this.dispatch('', false);
    }
  }

  step(direction: 1 | -1): void {
    if (this.wanted.text.trim() !== '') this.dispatch('again', direction === -1);
  }

  override match(_query: string | string[], pageContent: string): { index: number; length: number }[] {
    const { text, searched } = this.wanted;
    const hits = searched ? findSearched(pageContent, text) : findTyped(pageContent, text);
    return hits.map(([start, end]) => ({ index: start, length: end - start }));
  }

  private dispatch(type: '' | 'again', findPrevious: boolean): void {
    this._eventBus.dispatch('find', {
      source: this, type, query: this.wanted.text, findPrevious,
      highlightAll: true, caseSensitive: false, entireWord: false, matchDiacritics: false,
    });
  }
}
