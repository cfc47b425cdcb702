import type { Icon } from '@tabler/icons-react';
import { cloneElement, useState, type ReactElement } from 'react';
import { loadLater } from './load-later';

export type MenuEntry =
  | {
      readonly text: string;
      readonly icon?: Icon;
      /** The keys that do the same, as they are written. */
      readonly keys?: string;
      /** It can be on or off, and is. */
      readonly isOn?: boolean;
      readonly onChoose: () => void;
    }
  | {
      /** One of these holds. */
      readonly options: readonly { readonly value: string; readonly text: string }[];
      readonly value: string | null;
      /** The menu closes when one is chosen. */
      readonly closes?: boolean;
      readonly onChoose: (value: string) => void;
    }
  | { readonly title: string }
  | 'line';

export interface ButtonMenuProps {
  readonly button: ReactElement<React.ComponentProps<'button'>>;
  readonly entries: readonly MenuEntry[];
  readonly width: number;
  readonly position?: 'bottom-start' | 'bottom-end';
}

const MenuList = loadLater(
  async () => (await import('./menu-list')).MenuList,
  ({ button }: ButtonMenuProps) => button,
);

/** A button with a menu. It is the button alone until somebody opens it: the first screen would else read and draw a library of floating panels for menus that nobody sees. */
export function ButtonMenu(props: ButtonMenuProps): React.JSX.Element {
  const [isWanted, setWanted] = useState(false);
  if (isWanted) return <MenuList {...props} />;
  return cloneElement(props.button, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: () => setWanted(true),
  });
}
