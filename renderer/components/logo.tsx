/** Two circles that touch: what projects have in common. */
export function Logo({ size = 22 }: { readonly size?: number }): React.JSX.Element {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="var(--accent)" strokeWidth={2} aria-hidden>
      <circle cx={9} cy={12} r={6.5} />
      <circle cx={15} cy={12} r={6.5} />
    </svg>
  );
}
