import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import 'pdfjs-dist/legacy/web/pdf_viewer.css';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ItemDetail } from '../../../shared/model/views';
import { viewerTexts } from '../../../shared/messages/ui/viewer';
import { useAsk } from '../../bridge/queries';
import { useText } from '../../components/use-text';
import type { Place } from '../../state/view';
import { PdfMarks } from '../annotate/pdf-marks';
import { useAnnotator } from '../annotate/use-annotator';
import { useDrawnPages, usePdfSurface } from '../annotate/use-pdf-surface';
import type { Finder, Wanted, Zoom } from '../reader/find';
import { Reader } from '../reader/reader';
import { useReadingPosition } from '../reader/reading-position';
import { showPages, type PdfPages, type PdfStatus } from './pdf-pages';
import classes from './pdf-reader.module.css';
import { PdfSide } from './pdf-side';

interface PdfReaderProps {
  readonly item: ItemDetail;
  readonly name: string;
  readonly document: PDFDocumentProxy;
  readonly place: Place | null;
}

const none: readonly string[] = [];
const initial: PdfStatus = { page: 1, factor: 1, fitsWidth: true, found: { current: 0, total: 0, busy: false } };

export function PdfReader({ item, name, document, place }: PdfReaderProps): React.JSX.Element {
  const t = useText(viewerTexts);
  const container = useRef<HTMLDivElement>(null);
  const drawn = useDrawnPages(container);
  const { pages, status, look } = usePdfPages(item, document, place, container, drawn.onDrawn);
  const { found, factor, fitsWidth } = status;
  const finder: Finder = useMemo(
    () => ({ ...found, look, step: (direction) => pages?.step(direction) }),
    [found, look, pages],
  );
  const zoom: Zoom = {
    factor,
    fitsWidth,
    change: (direction) => pages?.zoomStep(direction),
    reset: () => pages?.zoomTo(null),
  };
  const annotator = useAnnotator(item);
  const { annotations } = annotator;
  const hash = item.file?.hash ?? '';
  const shown = { item: item.state.id, scroller: container, pages, page: status.page, hash, annotations };
  const { surface, laid } = usePdfSurface(shown, drawn);
  const taken = useAsk('annotations.taken', { item: item.state.id, hash }).data ?? none;
  // Before what is on the side, which draws the same pages.
  useLayoutEffect(() => pages?.leaveOut(taken), [pages, taken]);
  const scanned = item.fileText?.state === 'scan';
  return (
    <Reader
      item={item.state.id}
      place={place}
      zoom={zoom}
      pages={{ current: status.page, total: document.numPages, go: (page) => pages?.goToPage(page) }}
      finder={finder}
      side={<PdfSide item={item.state.id} document={document} page={status.page} pages={pages} leftOut={taken} />}
      notice={scanned ? t('scanned') : null}
      scroller={container}
      annotator={annotator}
      surface={surface}
    >
      <div className={classes['frame']}>
        <div
          ref={container}
          className={classes['scroller']}
          tabIndex={0}
          role="region"
          aria-label={t('document', { name })}
        >
          <div className="pdfViewer" />
        </div>
        <PdfMarks
          annotator={annotator}
          pages={drawn.pages}
          laid={laid}
          hash={hash}
          current={status.page - 1}
          scroller={container}
        />
      </div>
    </Reader>
  );
}

interface ShownPdf {
  readonly pages: PdfPages | null;
  readonly status: PdfStatus;
  readonly look: (wanted: Wanted) => void;
}

/** Puts the pages in the container for as long as it is there, and remembers how far somebody read. */
function usePdfPages(
  item: ItemDetail,
  document: PDFDocumentProxy,
  place: Place | null,
  container: React.RefObject<HTMLDivElement | null>,
  onDrawn: (page: number, element: HTMLElement) => void,
): ShownPdf {
  const t = useText(viewerTexts);
  const { start, remember } = useReadingPosition(item.state.id);
  const [pages, setPages] = useState<PdfPages | null>(null);
  const [status, setStatus] = useState(initial);
  // The pages are made once per document: what they open with is read at that moment.
  const opening = useRef({ place, start, t });
  const early = useRef<Wanted | null>(null);
  const shown = useRef<PdfPages | null>(null);

  useEffect(() => {
    const { place: first, start: position, t: text } = opening.current;
    if (container.current === null) return;
    const made = showPages({
      container: container.current,
      document,
      start: {
        page: first?.page != null ? first.page + 1 : (position.page ?? 1),
        factor: position.zoom ?? null,
        wanted: early.current,
      },
      pageLabel: (page) => text('pageLabel', { n: page }),
      linkLabel: text('linkInside'),
      noteLabel: text('noteInside'),
      onChange: (change) => setStatus((old) => ({ ...old, ...change })),
      onDrawn,
    });
    shown.current = made;
    setPages(made);
    return () => {
      shown.current = null;
      made.close();
    };
  }, [document, container, onDrawn]);

  useEffect(() => {
    if (place?.page != null && place !== opening.current.place) shown.current?.goToPage(place.page + 1);
  }, [place]);

  const { page, factor, fitsWidth } = status;
  useEffect(() => {
    if (pages !== null) remember(fitsWidth ? { page } : { page, zoom: factor });
  }, [pages, page, factor, fitsWidth, remember]);

  const look = useCallback((wanted: Wanted) => {
    if (shown.current === null) early.current = wanted;
    else shown.current.look(wanted);
  }, []);
  return { pages, status, look };
}
