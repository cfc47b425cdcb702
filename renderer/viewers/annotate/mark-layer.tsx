import {
  IconMessage,
  IconNote,
  IconPencil,
  IconSquare,
  IconStrikethrough,
  IconUnderline,
  type Icon,
} from '@tabler/icons-react';
import { memo } from 'react';
import { annotateTexts } from '../../../shared/messages/ui/annotate';
import type { AnnotationKind } from '../../../shared/model/annotation';
import { useText } from '../../components/use-text';
import classes from './marks.module.css';
import type { Box, PlacedAnnotation } from './surface';
import { useMarkLabel } from './use-mark-label';

/** A mark with the boxes it takes on its ground. */
export interface LaidMark {
  readonly mark: PlacedAnnotation;
  readonly boxes: readonly Box[];
}

interface Props {
  readonly marks: readonly LaidMark[];
  readonly active: string | null;
  readonly onActivate: (id: string) => void;
  /** The ground is white in both colour schemes, and what is drawn on it is a picture. */
  readonly onPaper: boolean;
}

const signs: Readonly<Record<AnnotationKind, Icon>> = {
  highlight: IconPencil,
  underline: IconUnderline,
  strike: IconStrikethrough,
  note: IconMessage,
  area: IconSquare,
  page: IconNote,
  reply: IconMessage,
};

/** The id of the sign of a mark: the keyboard goes there. */
export function signId(id: string): string {
  return `mark-${id}`;
}

/**
 * Marks under or over the text of a page or an article, never in its way, and beside them a sign for each: a button that says what the mark is
 * to those who do not see its colour.
 */
export const MarkLayer = memo(function MarkLayer({ marks, active, onActivate, onPaper }: Props): React.JSX.Element {
  const t = useText(annotateTexts);
  const label = useMarkLabel();
  return (
    <>
      <div className={classes['marks']} data-paper={onPaper || undefined} aria-hidden>
        {marks.map(({ mark: { annotation, certainty }, boxes }) => (
          <div
            key={annotation.id}
            data-mark={annotation.id}
            data-kind={annotation.kind}
            data-colour={annotation.colour}
            data-active={annotation.id === active || undefined}
            data-changed={certainty === 'changed' || undefined}
            data-resolved={annotation.resolved || undefined}
          >
            {boxes.map((box, index) => (
              <span key={index} className={classes['box']} style={box} />
            ))}
          </div>
        ))}
      </div>
      {marks.length > 0 && (
        <div className={classes['signs']} role="group" aria-label={t('marks')}>
          {withColumns(marks).map(({ mark, boxes, column }) => {
            const Sign = signs[mark.annotation.kind];
            const { id, colour, resolved } = mark.annotation;
            return (
              <button
                key={id}
                id={signId(id)}
                type="button"
                tabIndex={id === active ? 0 : -1}
                className={classes['sign']}
                data-colour={colour}
                data-active={id === active || undefined}
                data-resolved={resolved || undefined}
                style={{ top: boxes[0]?.top, right: `${column * 26 + 2}px` }}
                aria-label={label(mark)}
                aria-current={id === active || undefined}
                onClick={() => onActivate(id)}
              >
                <Sign size={14} aria-hidden />
              </button>
            );
          })}
        </div>
      )}
    </>
  );
});

/** A sign is so high: in pixels, and on a page that is shown small in hundredths of it. */
const signHeight = { px: 26, percent: 4.6 };

/** Signs that would lie over each other stand beside each other. */
function withColumns(marks: readonly LaidMark[]): readonly (LaidMark & { readonly column: number })[] {
  const taken: number[][] = [];
  return marks.map((laid) => {
    const top = laid.boxes[0]?.top ?? '0';
    const height = Number.parseFloat(top);
    const room = top.endsWith('%') ? signHeight.percent : signHeight.px;
    const free = taken.findIndex((column) => column.every((other) => Math.abs(other - height) >= room));
    const column = free === -1 ? taken.length : free;
    taken[column] = [...(taken[column] ?? []), height];
    return { ...laid, column: Math.min(column, 8) };
  });
}

/** The marks under a point of the window, the smallest first: of two that overlap the inner one is meant. */
export function marksAt(root: HTMLElement, x: number, y: number): readonly string[] {
  const found: { readonly id: string; readonly size: number }[] = [];
  for (const mark of root.querySelectorAll<HTMLElement>('[data-mark]')) {
    const boxes = [...mark.children].map((box) => box.getBoundingClientRect());
    const hit = boxes.some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
    const size = boxes.reduce((sum, { width, height }) => sum + width * height, 0);
    if (hit) found.push({ id: mark.dataset['mark'] ?? '', size });
  }
  return found.sort((a, b) => a.size - b.size).map(({ id }) => id);
}
