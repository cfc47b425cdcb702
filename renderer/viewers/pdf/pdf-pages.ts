import { AnnotationEditorType, AnnotationMode, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { EventBus, PDFLinkService, PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { openLink } from '../reader/open-link';
import type { Wanted } from '../reader/find';
import { leaveOutFrom } from './left-out';
import { PdfFinder, type FoundInPdf } from './pdf-finder';

export interface PdfStatus {
  readonly page: number;
  readonly factor: number;
  readonly fitsWidth: boolean;
  readonly found: FoundInPdf;
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
  /** Shows the file without these annotations of its own, and with all others. */
  leaveOut(annotations: readonly string[]): void;
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
  /** What a note is called that stands in the file itself. */
  readonly noteLabel: string;
  readonly onChange: (change: Partial<PdfStatus>) => void;
  /** A page was drawn, with its text: 0 is the first. It is drawn again at another size and when it comes back in sight. */
  readonly onDrawn: (page: number, element: HTMLElement) => void;
}

type PDFViewerOptions = ConstructorParameters<typeof PDFViewer>[0];

const zoomLimits = { least: 0.25, most: 5 };

/** Shows a document's pages under each other, drawing those in sight, with a text layer to select and find in. */
export function showPages(shown: PdfPagesOptions): PdfPages {
  const { container, document, onChange, onDrawn } = shown;
  const eventBus = new EventBus();
  const linkService = new SafeLinks({ eventBus });
  const finder = new PdfFinder({
    document,
    container,
    view: linkService,
    redraw: (pageIndex) => eventBus.dispatch('updatetextlayermatches', { source: null, pageIndex }),
    onChange: (found) => onChange({ found }),
  });
  const stop = new AbortController();
  const options: PDFViewerOptions & { abortSignal: AbortSignal } = {
    container,
    eventBus,
    linkService,
    findController: finder as never,
    // What is left out is said in the storage.
    annotationMode: AnnotationMode.ENABLE_STORAGE,
    annotationEditorMode: AnnotationEditorType.DISABLE,
    l10n: noTranslation as never,
    abortSignal: stop.signal,
  };
  const viewer = new PDFViewer(options);
  linkService.setViewer(viewer);
  const look = (wanted: Wanted): void => void finder.look(wanted);
  const leftOut = leaveOutFrom(document, container);
  listenTo(eventBus, { ...shown, viewer, look, tidied: leftOut.hide });
  const resized = new ResizeObserver(() => {
    if (viewer.currentScaleValue === 'page-width') viewer.currentScaleValue = 'page-width';
  });
  resized.observe(container);
  eventBus.on('textlayerrendered', ({ source, pageNumber }: { source: { div: HTMLElement }; pageNumber: number }) =>
    onDrawn(pageNumber - 1, source.div),
  );
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
    leaveOut: (annotations) => {
      if (leftOut.change(annotations)) viewer.refresh();
    },
    zoomTo: (factor) => (viewer.currentScaleValue = factor === null ? 'page-width' : String(factor)),
    close: () => {
      resized.disconnect();
      stop.abort();
      finder.stop();
      linkService.setDocument(null as never);
      viewer.setDocument(null as never);
    },
  };
}

type Listened = Pick<PdfPagesOptions, 'container' | 'start' | 'pageLabel' | 'linkLabel' | 'noteLabel' | 'onChange'> & {
  viewer: PDFViewer;
  look: (wanted: Wanted) => void;
  tidied: () => void;
};

function listenTo(
  eventBus: EventBus,
  { viewer, container, start, pageLabel, linkLabel, noteLabel, onChange, look, tidied }: Listened,
): void {
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
  eventBus.on('annotationlayerrendered', ({ source }: { source: { div: HTMLElement } }) => {
    tidyLayer(source.div, linkLabel, noteLabel);
    tidied();
  });
}

/**
 * Links in their order on the page, each with a name, and with the id by which the page's structure tells where they belong. Notes of the file itself
 * get a sign that needs no picture, unless the page shows one already.
 */
function tidyLayer(page: HTMLElement, linkLabel: string, noteLabel: string): void {
  for (const section of page.querySelectorAll<HTMLElement>('.annotationLayer [data-annotation-id]')) {
    section.id = section.dataset['annotationId'] ?? '';
    section.removeAttribute('tabindex');
    const link = section.querySelector('a');
    if (link !== null && link.title === '' && !link.hasAttribute('aria-label'))
      link.setAttribute('aria-label', linkLabel);
    const picture = section.querySelector('img');
    if (picture !== null) picture.replaceWith(noteSign(picture, noteLabel));
  }
}

/** The text of the page names the picture by its id. */
function noteSign({ id, src }: HTMLImageElement, label: string): HTMLElement {
  const sign = document.createElement('span');
  sign.id = id;
  sign.role = 'img';
  sign.ariaLabel = label;
  // So pdf.js calls the sign of a note that has an appearance of its own.
  sign.textContent = src.includes('noicon') ? '' : '✎';
  return sign;
}

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
