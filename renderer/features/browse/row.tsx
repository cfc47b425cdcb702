import { memo } from 'react';
import { rowTexts } from '../../../shared/messages/ui/browse';
import type { ItemRow } from '../../../shared/search/item-query';
import { MarkedText } from '../../components/marked-text';
import { useText } from '../../components/use-text';
import { rowElementId } from './list-query';
import type { RowText } from './row-text';
import classes from './row.module.css';

export interface RowActions {
  click(event: React.MouseEvent, index: number): void;
  doubleClick(index: number): void;
  menu(event: React.MouseEvent, index: number): void;
  dragStart(event: React.DragEvent, index: number): void;
}

interface Props {
  readonly row: ItemRow;
  readonly index: number;
  readonly total: number;
  readonly chosen: boolean;
  readonly current: boolean;
  readonly text: RowText;
  readonly actions: RowActions;
}

const shownTags = 4;

/** One item in the list: what it is, where it stands, and why it was found. */
export const Row = memo(function Row({ row, index, total, chosen, current, text, actions }: Props): React.JSX.Element {
  const t = useText(rowTexts);
  const badges = text.badges(row);
  return (
    <div
      id={rowElementId(row.id)}
      role="option"
      aria-selected={chosen}
      aria-posinset={index + 1}
      aria-setsize={total}
      className={classes['row']}
      data-chosen={chosen || undefined}
      data-current={current || undefined}
      draggable
      onClick={(event) => actions.click(event, index)}
      onDoubleClick={() => actions.doubleClick(index)}
      onContextMenu={(event) => actions.menu(event, index)}
      onDragStart={(event) => actions.dragStart(event, index)}
    >
      <div className={classes['title']}>
        {row.title === '' ? t('untitled') : <MarkedText text={row.title} marks={row.titleMarks} />}
      </div>
      <div className={classes['meta']}>{text.meta(row)}</div>
      {row.snippet !== null && row.snippet.text !== '' && (
        <div className={classes['snippet']}>
          {row.snippet.page !== null && (
            <span className={classes['page']}>{t('page', { n: row.snippet.page + 1 })} · </span>
          )}
          <MarkedText text={row.snippet.text} marks={row.snippet.marks} />
        </div>
      )}
      {badges.length + row.tags.length > 0 && (
        <div className={classes['tags']}>
          {badges.map((badge) => (
            <span key={badge.text} className={classes['tag']} data-tone={badge.tone}>
              {badge.text}
            </span>
          ))}
          {row.tags.slice(0, shownTags).map((tag) => (
            <span key={tag} className={classes['tag']}>
              {tag}
            </span>
          ))}
          {row.tags.length > shownTags && <span className={classes['tag']}>+{row.tags.length - shownTags}</span>}
        </div>
      )}
    </div>
  );
});

/** Holds the place of a row that is on its way, at the height the list expected, so that nothing needs to be laid out again. */
export function RowPlaceholder({
  index,
  total,
  height,
}: {
  index: number;
  total: number;
  height: number;
}): React.JSX.Element {
  const t = useText(rowTexts);
  return (
    <div
      role="option"
      aria-selected={false}
      aria-posinset={index + 1}
      aria-setsize={total}
      aria-label={t('loading')}
      className={classes['row']}
      style={{ height }}
    >
      <div className={classes['ghost']} data-part="title" />
      <div className={classes['ghost']} data-part="meta" />
    </div>
  );
}
