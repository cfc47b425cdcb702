import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconDots, type Icon } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import { ButtonMenu, type MenuEntry } from '../../components/button-menu';
import { useFormat } from '../../components/format';
import { droppedItems, holdsItems } from './drag';
import classes from './sidebar.module.css';

/** A heading with entries under it; `action` stands beside the heading. */
export function SidebarSection({
  title,
  action,
  children,
}: {
  title: string;
  action?: React.ReactNode;
  children?: React.ReactNode;
}): React.JSX.Element {
  const id = useId();
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <div className={classes['heading']}>
        <h2 id={id}>{title}</h2>
        {action}
      </div>
      <ul>{children}</ul>
    </section>
  );
}

interface EntryProps {
  readonly icon: Icon;
  readonly name: string;
  readonly count?: number | undefined;
  /** The count is work that waits. */
  readonly urgent?: boolean;
  /** How it is doing: colours the icon, and is said to who does not see it. */
  readonly state?: { readonly name: string; readonly text: string };
  readonly current?: boolean;
  readonly onChoose: () => void;
  /** Takes items that are dropped on it. */
  readonly onItems?: (ids: readonly ItemId[]) => void;
  readonly menu?: { readonly label: string; readonly entries: readonly MenuEntry[] };
}

export function SidebarEntry({
  icon: Sign,
  name,
  count,
  urgent = false,
  state,
  current = false,
  onChoose,
  onItems,
  menu,
}: EntryProps): React.JSX.Element {
  const format = useFormat();
  const [over, setOver] = useState(false);
  const drop =
    onItems === undefined
      ? {}
      : {
          onDragOver: (event: React.DragEvent) => {
            if (!holdsItems(event.dataTransfer)) return;
            event.preventDefault();
            setOver(true);
          },
          onDragLeave: () => setOver(false),
          onDrop: (event: React.DragEvent) => {
            if (!holdsItems(event.dataTransfer)) return;
            event.preventDefault();
            setOver(false);
            onItems(droppedItems(event.dataTransfer));
          },
        };
  return (
    <li className={classes['item']} data-over={over || undefined} {...drop}>
      <UnstyledButton
        className={classes['entry'] ?? ''}
        aria-current={current || undefined}
        data-entry
        data-pane-focus={current || undefined}
        data-state={state?.name}
        title={state?.text}
        onClick={onChoose}
      >
        <Sign size={16} stroke={1.6} aria-hidden />
        <span className={classes['name']}>
          {name}
          {state !== undefined && <VisuallyHidden> ({state.text})</VisuallyHidden>}
        </span>
        {count !== undefined && (
          <span className={classes['count']} data-urgent={urgent || undefined}>
            {format.number(count)}
          </span>
        )}
      </UnstyledButton>
      {menu !== undefined && (
        <ButtonMenu
          width={240}
          button={
            <UnstyledButton className={classes['more'] ?? ''} aria-label={menu.label}>
              <IconDots size={14} aria-hidden />
            </UnstyledButton>
          }
          entries={menu.entries}
        />
      )}
    </li>
  );
}
