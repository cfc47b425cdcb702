import classes from './header.module.css';

/** Two circles that touch and overlap: what the name says. */
export function Logo(): React.JSX.Element {
  return (
    <div className={classes['logo']}>
      <svg viewBox="0 0 24 24" width={22} height={22} fill="none" stroke="currentColor" strokeWidth={2} aria-hidden>
        <circle cx="9" cy="12" r="6.5" />
        <circle cx="15" cy="12" r="6.5" />
        <path d="M12 6.3a6.5 6.5 0 0 1 0 11.4a6.5 6.5 0 0 1 0-11.4z" fill="currentColor" fillOpacity={0.33} stroke="none" />
      </svg>
      Raakvlak
    </div>
  );
}
