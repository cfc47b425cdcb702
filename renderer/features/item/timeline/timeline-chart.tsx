import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import type { ItemId } from '../../../../shared/base/ids';
import { fateLabels, timelineTexts } from '../../../../shared/messages/ui/plans';
import type { LineageLink, LineageNode } from '../../../../shared/model/insight';
import { TypeIcon } from '../../../components/type-icon';
import { useLanguage, useText } from '../../../components/use-text';
import { openItem } from '../../../state/view';
import classes from './timeline.module.css';
import { yearRange, yearsText, type TimelineRow } from './timeline-rows';

const rowPx = 44;
/** Of a year as text. */
const yearPx = 32;
const headPx = 26;

interface Props {
  readonly id: ItemId;
  readonly rows: readonly TimelineRow[];
  readonly links: readonly LineageLink[];
}

/** Names on the left, bars along the years on the right, and an arrow from what came first to what continued it. */
export function TimelineChart({ id, rows, links }: Props): React.JSX.Element {
  const t = useText(timelineTexts);
  const language = useLanguage();
  const { ref, width } = useElementSize();
  const [now] = useState(() => new Date().getFullYear());
  const { from, to } = yearRange(rows, now);
  const x = (year: number): number => ((year - from) / (to - from + 1)) * width;
  const start = (node: LineageNode): number => x(node.from ?? node.to ?? from);
  const end = (node: LineageNode): number => x((node.to ?? Math.max(now, node.from ?? now)) + 1);
  const at = new Map(rows.map(({ node }, index) => [node.id, index] as const));
  const everySoMany = Math.max(1, Math.ceil(((to - from + 1) * 34) / Math.max(width, 1)));
  return (
    <div className={classes['chart']}>
      <ol className={classes['names']}>
        {rows.map(({ node, depth }) => (
          <li key={node.id} data-current={node.id === id || undefined} style={{ paddingLeft: 6 + depth * 14 }}>
            <button type="button" onClick={() => openItem(node.id, { tab: 'timeline' })} title={node.title}>
              <TypeIcon type={node.type} size={14} />
              <span>{node.title === '' ? t('untitled') : node.title}</span>
            </button>
            <span className={classes['hidden']}>
              {`${yearsText(node, t('noYears'))}, ${fateLabels[node.fate][language]}`}
            </span>
          </li>
        ))}
      </ol>
      <div ref={ref} className={classes['bars']} aria-hidden>
        {width > 0 && (
          <svg width={width} height={headPx + rows.length * rowPx}>
            <defs>
              <marker id="timeline-arrow" markerWidth="7" markerHeight="7" refX="6" refY="3.5" orient="auto">
                <path d="M0 0L7 3.5L0 7z" className={classes['head-of-arrow']} />
              </marker>
            </defs>
            {Array.from({ length: to - from + 1 }, (_, index) => from + index).map((year) => (
              <g key={year}>
                <line
                  x1={x(year)}
                  y1={headPx - 4}
                  x2={x(year)}
                  y2={headPx + rows.length * rowPx}
                  className={classes['grid']}
                />
                {(to - year) % everySoMany === 0 && (
                  <text
                    x={Math.max(yearPx / 2, Math.min(x(year + 0.5), width - yearPx / 2))}
                    textAnchor="middle"
                    y={14}
                    className={classes['year']}
                    data-now={year === now || undefined}
                  >
                    {year}
                  </text>
                )}
              </g>
            ))}
            {links
              .filter(({ kind }) => kind !== 'partOf')
              .map(({ earlier, later }) => {
                const [a, b] = [at.get(earlier), at.get(later)];
                const [first, second] = [rows[a ?? -1]?.node, rows[b ?? -1]?.node];
                if (a === undefined || b === undefined || first === undefined || second === undefined) return null;
                const [fromX, toX] = [Math.min(end(first), width - 4) - 2, start(second)];
                const [fromY, toY] = [headPx + a * rowPx + 15, headPx + b * rowPx + (b > a ? 7 : 23)];
                const bend = (fromY + toY) / 2;
                return (
                  <path
                    key={`${earlier} ${later}`}
                    d={`M${fromX} ${fromY}C${fromX + 16} ${bend} ${toX + 8} ${bend} ${toX + 8} ${toY}`}
                    className={classes['arrow']}
                    markerEnd="url(#timeline-arrow)"
                  />
                );
              })}
            {rows.map(({ node }, index) => (
              <Bar
                key={node.id}
                node={node}
                fate={fateLabels[node.fate][language]}
                left={start(node)}
                right={end(node)}
                top={headPx + index * rowPx}
                width={width}
                current={node.id === id}
              />
            ))}
          </svg>
        )}
      </div>
    </div>
  );
}

interface BarProps {
  readonly node: LineageNode;
  readonly fate: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly width: number;
  readonly current: boolean;
}

/** Roughly, of a letter of the small text under a bar. */
const letterPx = 6.6;

function Bar({ node, fate, left, right, top, width, current }: BarProps): React.JSX.Element {
  const isDated = node.from !== null || node.to !== null;
  const text = isDated ? `${yearsText(node, '')} · ${fate}` : fate;
  const at = Math.max(0, Math.min(left + 2, width - text.length * letterPx));
  return (
    <g>
      {isDated && (
        <rect
          x={left + 1}
          y={top + 8}
          width={Math.max(6, right - left - 2)}
          height={14}
          rx={3}
          className={classes['bar']}
          data-fate={node.fate}
          data-current={current || undefined}
        />
      )}
      <text x={at} y={top + 34} className={classes['fate']}>
        {text}
      </text>
    </g>
  );
}
