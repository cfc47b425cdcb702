import type { ReactNode } from 'react';
import classes from './dialog-buttons.module.css';

/** The last row of a dialog: what one can do, the main thing at the end. */
export function DialogButtons({ children }: { readonly children: ReactNode }): React.JSX.Element {
  return <div className={classes['buttons']}>{children}</div>;
}
