/** Two circles that touch and overlap: what the name says. */
export function LogoMark({ size = 22 }: { readonly size?: number }): React.JSX.Element {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} fill="none" stroke="var(--accent)" strokeWidth={2} aria-hidden>
      <circle cx="9" cy="12" r="6.5" />
      <circle cx="15" cy="12" r="6.5" />
      <path
        d="M12 6.3a6.5 6.5 0 0 1 0 11.4a6.5 6.5 0 0 1 0-11.4z"
        fill="var(--accent)"
        fillOpacity={0.33}
        stroke="none"
      />
    </svg>
  );
}
