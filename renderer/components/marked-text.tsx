type Marks = readonly (readonly [number, number])[];

/** Text with the found parts marked. `marks`: pairs of start and end, sorted, end exclusive. */
export function MarkedText({ text, marks }: { text: string; marks: Marks }): React.JSX.Element {
  const parts: React.ReactNode[] = [];
  let end = 0;
  for (const [from, to] of marks) {
    if (from < end) continue;
    parts.push(text.slice(end, from), <mark key={from}>{text.slice(from, to)}</mark>);
    end = to;
  }
  return <>{[...parts, text.slice(end)]}</>;
}
