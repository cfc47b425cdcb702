import { createPortal } from 'react-dom';
import { AreaDrawer } from './area-drawer';
import { MarkLayer, type LaidMark } from './mark-layer';
import type { Annotator } from './use-annotator';
import type { DrawnPage } from './use-pdf-surface';

interface Props {
  readonly annotator: Annotator;
  readonly pages: readonly DrawnPage[];
  readonly laid: ReadonlyMap<number, readonly LaidMark[]>;
  readonly hash: string;
  /** The page in view, 0 is the first. */
  readonly current: number;
  readonly scroller: React.RefObject<HTMLElement | null>;
}

const nothing: readonly LaidMark[] = [];

/** The marks of every page that was drawn, each in the layer of its page. */
export function PdfMarks({ annotator, pages, laid, hash, current, scroller }: Props): React.JSX.Element {
  const stop = (): void => {
    annotator.setDrawing(false);
    scroller.current?.focus({ preventScroll: true });
  };
  return (
    <>
      {pages.map(({ page, layer }) =>
        createPortal(
          <>
            <MarkLayer
              marks={laid.get(page) ?? nothing}
              active={annotator.active}
              onActivate={annotator.show}
              onPaper
            />
            {annotator.isDrawing && page === current && (
              <AreaDrawer
                onStop={stop}
                onDrawn={(rect) => {
                  stop();
                  const anchor = { hash, page, quote: null, position: null, rects: [rect] };
                  void annotator.create('area', anchor, { write: true });
                }}
              />
            )}
          </>,
          layer,
          String(page),
        ),
      )}
    </>
  );
}
