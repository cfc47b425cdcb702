import type { ReactNode } from 'react';
import classes from './dialog-buttons.module.css';

/** The last row of a dialog, in view however long the dialog is: what one can do, the main thing at the end. */
export function DialogButtons({ children }: { readonly children: ReactNode }): React.JSX.Element {
  return (
    <div
      className={classes['buttons']}
      onClick={(event) => goToProblem(event.currentTarget.closest('[role="dialog"]'))}
    >
      {children}
    </div>
  );
}

/** What was missing may be out of view, and is what comes next. */
function goToProblem(dialog: Element | null): void {
  requestAnimationFrame(() =>
    dialog
      ?.querySelector<HTMLElement>('[aria-invalid="true"]:not(:disabled), input[data-error]:not(:disabled)')
      ?.focus(),
  );
}
