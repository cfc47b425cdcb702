import type { ReactNode } from 'react';
import classes from './path-line.module.css';

/** A place on a disk or a server as people can read and copy it, with what can be done with it behind. */
export function PathLine({
  path,
  children,
}: {
  readonly path: string;
  readonly children?: ReactNode;
}): React.JSX.Element {
  return (
    <div className={classes['line']}>
      <span>{path}</span>
      {children}
    </div>
  );
}
