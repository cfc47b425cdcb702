import { useEffect, useRef, useState } from 'react';
import { annotateTexts } from '../../../shared/messages/ui/annotate';
import type { PageRect } from '../../../shared/model/annotation';
import { useText } from '../../components/use-text';
import classes from './area-drawer.module.css';

interface Props {
  readonly onDrawn: (rect: PageRect) => void;
  readonly onStop: () => void;
}

const first: PageRect = [0.25, 0.3, 0.5, 0.2];
const step = 0.02;
const least = 0.02;

/** Draws an area on a page: with the mouse from corner to corner, or an area that is there is moved and sized with the arrow keys. */
export function AreaDrawer({ onDrawn, onStop }: Props): React.JSX.Element {
  const t = useText(annotateTexts);
  const ground = useRef<HTMLDivElement>(null);
  const [rect, setRect] = useState(first);
  const corner = useRef<readonly [number, number] | null>(null);
  useEffect(() => ground.current?.focus(), []);

  const share = (event: React.PointerEvent): readonly [number, number] => {
    const box = ground.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return [clamp((event.clientX - box.x) / box.width), clamp((event.clientY - box.y) / box.height)];
  };
  const press = (event: React.KeyboardEvent): void => {
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
    };
    const move = moves[event.key];
    if (event.key === 'Enter') onDrawn(rect);
    else if (event.key === 'Escape') onStop();
    else if (move !== undefined) setRect(event.shiftKey ? sized(rect, move) : moved(rect, move));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={ground}
      className={classes['ground']}
      role="application"
      tabIndex={0}
      aria-label={t('areaHelp')}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        corner.current = share(event);
      }}
      onPointerMove={(event) => corner.current !== null && setRect(between(corner.current, share(event)))}
      onPointerUp={(event) => {
        const drawn = corner.current === null ? null : between(corner.current, share(event));
        corner.current = null;
        if (drawn !== null && drawn[2] >= least / 2 && drawn[3] >= least / 2) onDrawn(drawn);
      }}
    >
      <div
        className={classes['rect']}
        style={{ left: pc(rect[0]), top: pc(rect[1]), width: pc(rect[2]), height: pc(rect[3]) }}
      />
      <p className={classes['help']}>{t('areaHelp')}</p>
    </div>
  );
}

const clamp = (value: number, most = 1): number => Math.min(most, Math.max(0, value));
const pc = (value: number): string => `${value * 100}%`;

function moved([left, top, width, height]: PageRect, [x, y]: readonly [number, number]): PageRect {
  return [clamp(left + x, 1 - width), clamp(top + y, 1 - height), width, height];
}

function sized([left, top, width, height]: PageRect, [x, y]: readonly [number, number]): PageRect {
  return [left, top, Math.max(least, clamp(width + x, 1 - left)), Math.max(least, clamp(height + y, 1 - top))];
}

function between([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): PageRect {
  return [Math.min(x1, x2), Math.min(y1, y2), Math.abs(x1 - x2), Math.abs(y1 - y2)];
}
