import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { pageRows } from '../../../shared/contract/first-questions';
import { resultTexts } from '../../../shared/messages/ui/browse';
import { useText } from '../../components/use-text';
import { rowElementId, type ListQuery } from './list-query';
import { Row, RowPlaceholder } from './row';
import { useRowText } from './row-text';
import classes from './rows.module.css';
import type { Listing } from './use-listing';
import { useRowActions } from './use-row-actions';
import { useListKeys, type ListCommands } from './use-list-keys';
import { useListScroll } from './use-list-scroll';
import { useSelection } from './use-selection';

interface Props {
  readonly query: ListQuery;
  readonly listing: Listing;
  readonly scopeName: string;
  readonly commands: ListCommands;
}

/** Sizes before a row is drawn and measured, in pixels at the normal text size. */
const plainRowPx = 64;
const hitRowPx = 112;
const rowsBeyondSight = 5;
/** Above and below the list. */
const aroundListPx = 200;

/** The list itself: a listbox of which only the rows in sight exist. */
export function Rows({ query, listing, scopeName, commands }: Props): React.JSX.Element {
  const t = useText(resultTexts);
  const text = useRowText();
  const scroller = useRef<HTMLDivElement>(null);
  const cursorRef = useRef(-1);
  const total = listing.head?.total ?? 0;
  const expectedPx = query.text === '' ? plainRowPx : hitRowPx;
  const counted = useCounted(total);
  const rows = useVirtualizer({
    count: counted,
    getScrollElement: () => scroller.current,
    estimateSize: () => expectedPx,
    overscan: rowsBeyondSight,
    // A guess of the room for the list, so that its rows are drawn with the rest of the window and not after it.
    initialRect: { width: 0, height: window.innerHeight - aroundListPx },
    // The row of the cursor always exists: assistive technology is told its id.
    rangeExtractor: useCallback(
      (range: Range) => withCursor(defaultRangeExtractor(range), cursorRef.current, range.count),
      [],
    ),
  });
  const { scrollTo, letGo } = useListScroll(rows, query);
  const selection = useSelection(listing, scrollTo);
  cursorRef.current = selection.cursor;
  const { start, end } = { start: rows.range?.startIndex ?? 0, end: rows.range?.endIndex ?? 0 };
  useEffect(() => listing.see(start - rowsBeyondSight, end + rowsBeyondSight), [listing, start, end]);
  const keyDown = useListKeys({ listing, selection, commands, rowsInSight: Math.max(1, end - start - 1) });
  const actions = useRowActions({ listing, selection, commands });
  const cursorRow = listing.rowAt(selection.cursor);

  return (
    <div
      ref={scroller}
      className={classes['list']}
      role="listbox"
      tabIndex={0}
      aria-multiselectable
      aria-label={t('listName', { scope: scopeName })}
      aria-activedescendant={cursorRow === undefined ? undefined : rowElementId(cursorRow.id)}
      aria-busy={!listing.settled}
      data-pane-focus
      onKeyDown={keyDown}
      onWheel={letGo}
      onPointerDown={letGo}
      onFocus={() => {
        if (selection.cursor < 0 && scroller.current?.matches(':focus-visible') === true) selection.move(0, 'walk');
      }}
    >
      <div className={classes['all']} role="presentation" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ key, index, start: top, size }) => {
          const row = listing.rowAt(index);
          return (
            <div
              key={key}
              ref={rows.measureElement}
              data-index={index}
              role="presentation"
              className={classes['place']}
              style={{ transform: `translateY(${top}px)` }}
            >
              {row === undefined ? (
                <RowPlaceholder index={index} total={total} height={size} />
              ) : (
                <Row
                  row={row}
                  index={index}
                  total={total}
                  chosen={selection.chosen.has(row.id)}
                  current={index === selection.cursor}
                  text={text}
                  actions={actions}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** How many rows get a place. That of fifty thousand takes time to work out, so at first only those of the first page do. */
function useCounted(total: number): number {
  const [all, setAll] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => startTransition(() => setAll(true)));
    return () => cancelAnimationFrame(frame);
  }, []);
  return all ? total : Math.min(total, pageRows);
}

function withCursor(indexes: number[], cursor: number, count: number): number[] {
  if (cursor < 0 || cursor >= count || indexes.includes(cursor)) return indexes;
  return [...indexes, cursor].sort((a, b) => a - b);
}
