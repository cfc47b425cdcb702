import { useId } from 'react';
import classes from '../space-page.module.css';

interface Props {
  readonly title: string;
  readonly text?: string;
  /** Stands beside the heading. */
  readonly action?: React.ReactNode;
  readonly children?: React.ReactNode;
}

/** One part of the page of a space. */
export function Section({ title, text, action, children }: Props): React.JSX.Element {
  const id = useId();
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <div className={classes['sectionHead']}>
        <h2 id={id}>{title}</h2>
        {action}
      </div>
      {text !== undefined && <p className={classes['quiet']}>{text}</p>}
      {children}
    </section>
  );
}
