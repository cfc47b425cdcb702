import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { ItemDetail } from '../../../shared/model/views';
import { viewerTexts } from '../../../shared/messages/ui/viewer';
import { useText } from '../../components/use-text';
import type { Place } from '../../state/view';
import { FlowMarks } from '../annotate/flow-marks';
import { useAnnotator } from '../annotate/use-annotator';
import { useFlowSurface } from '../annotate/use-flow-surface';
import type { OutlineEntry, Zoom } from '../reader/find';
import { Outline } from '../reader/outline';
import { Reader } from '../reader/reader';
import { useReadingPosition } from '../reader/reading-position';
import classes from './flow-reader.module.css';
import { useFlowFinder } from './use-flow-finder';
import { useTermMarks } from './use-term-marks';

interface FlowReaderProps {
  readonly item: ItemDetail;
  readonly name: string;
  readonly place: Place | null;
  readonly outline: readonly OutlineEntry[];
  readonly notice?: string | null;
  /** Changes when the text does. */
  readonly content: unknown;
  /** Under the document, and no part of it. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

const zoomSteps = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

/** A document without fixed pages: one article that wraps to the pane. */
export function FlowReader({
  item,
  name,
  place,
  outline,
  notice = null,
  content,
  aside,
  children,
}: FlowReaderProps): React.JSX.Element {
  const t = useText(viewerTexts);
  const scroller = useRef<HTMLDivElement>(null);
  const article = useRef<HTMLElement>(null);
  const { start, remember } = useReadingPosition(item.state.id);
  const [factor, setFactor] = useState(start.zoom ?? 1);
  const finder = useFlowFinder(article, scroller, content);
  useTermMarks(article, content);
  const annotator = useAnnotator(item);
  const { annotations } = annotator;
  const { surface, laid } = useFlowSurface({
    scroller,
    article,
    content,
    hash: item.file?.hash ?? null,
    annotations,
  });
  const opensAtHit = useRef(place !== null);

  const keep = useCallback(() => {
    const { current } = scroller;
    if (current === null) return;
    const room = current.scrollHeight - current.clientHeight;
    remember({
      share: room <= 0 ? 0 : Math.min(1, current.scrollTop / room),
      ...(factor === 1 ? {} : { zoom: factor }),
    });
  }, [remember, factor]);

  useLayoutEffect(() => {
    const { current } = scroller;
    if (current !== null && start.share !== undefined && !opensAtHit.current)
      current.scrollTop = start.share * (current.scrollHeight - current.clientHeight);
  }, [start, content]);

  useEffect(() => {
    const page = place?.page ?? null;
    if (page === null || place?.find != null) return;
    article.current?.querySelector(`[data-page="${page}"]`)?.scrollIntoView({ block: 'start' });
  }, [place, content]);

  const zoom: Zoom = {
    factor,
    change: (direction) => setFactor(nextZoom(factor, direction)),
    reset: () => setFactor(1),
    fitsWidth: null,
  };
  return (
    <Reader
      item={item.state.id}
      place={place}
      zoom={zoom}
      pages={null}
      finder={finder}
      side={<Outline entries={outline} />}
      notice={notice}
      scroller={scroller}
      annotator={annotator}
      surface={surface}
    >
      <div
        ref={scroller}
        className={classes['scroller']}
        tabIndex={0}
        role="region"
        aria-label={t('document', { name })}
        onScroll={keep}
      >
        <article ref={article} className={classes['sheet']} style={{ fontSize: `${factor * 0.9375}rem` }}>
          {children}
        </article>
        {aside}
        <FlowMarks article={article} annotator={annotator} laid={laid} />
      </div>
    </Reader>
  );
}

function nextZoom(factor: number, direction: 1 | -1): number {
  const next =
    direction === 1
      ? zoomSteps.find((step) => step > factor + 0.001)
      : zoomSteps.filter((step) => step < factor - 0.001).at(-1);
  return next ?? factor;
}
