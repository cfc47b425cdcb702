import { useVirtualizer } from '@tanstack/react-virtual';
import { AnnotationMode, type PDFDocumentProxy, type RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef } from 'react';
import { viewerTexts } from '../../../shared/messages/ui/viewer';
import { useText } from '../../components/use-text';
import classes from './pdf-side.module.css';

interface ThumbnailsProps {
  readonly document: PDFDocumentProxy;
  /** 1 is the first. */
  readonly current: number;
  readonly onChoose: (page: number) => void;
}

const width = 116;
const height = 164;
const rowHeight = height + 44;

/** Small pictures of the pages; only those in sight are drawn. */
export function Thumbnails({ document, current, onChoose }: ThumbnailsProps): React.JSX.Element {
  const t = useText(viewerTexts);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: document.numPages,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 2,
  });
  const { scrollToIndex } = rows;
  useEffect(() => {
    scrollToIndex(current - 1, { align: 'auto' });
  }, [current, scrollToIndex]);
  return (
    <div ref={scroller} className={classes['thumbnails']}>
      <div className={classes['all']} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <button
            key={index}
            type="button"
            className={classes['thumbnail']}
            style={{ height: rowHeight, transform: `translateY(${start}px)` }}
            aria-label={t('pageLabel', { n: index + 1 })}
            aria-current={index + 1 === current ? 'page' : undefined}
            onClick={() => onChoose(index + 1)}
          >
            <Picture document={document} page={index + 1} />
            <span aria-hidden>{index + 1}</span>
          </button>
        ))}
      </div>
    </div>
  );
}

function Picture({
  document,
  page,
}: {
  readonly document: PDFDocumentProxy;
  readonly page: number;
}): React.JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let task: RenderTask | null = null;
    let gone = false;
    const draw = async (): Promise<void> => {
      const proxy = await document.getPage(page);
      const context = canvas.current?.getContext('2d');
      if (gone || canvas.current === null || context == null) return;
      const natural = proxy.getViewport({ scale: 1 });
      const scale = Math.min(width / natural.width, height / natural.height);
      const viewport = proxy.getViewport({ scale: scale * devicePixelRatio });
      canvas.current.width = Math.round(viewport.width);
      canvas.current.height = Math.round(viewport.height);
      canvas.current.style.width = `${natural.width * scale}px`;
      task = proxy.render({ canvasContext: context, viewport, annotationMode: AnnotationMode.ENABLE_STORAGE });
      await task.promise;
    };
    // A picture that cannot be drawn stays white; its page says what is wrong.
    draw().catch(() => undefined);
    return () => {
      gone = true;
      task?.cancel();
    };
  }, [document, page]);
  return <canvas ref={canvas} width={width} height={height} style={{ width }} />;
}
