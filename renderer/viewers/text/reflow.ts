/** A line this long was most likely ended by the width of a page, not by its writer. */
const fullLine = 60;

/**
 * Lets text that was wrapped at a fixed width wrap to the pane: a full line goes on in the next one. Short lines, lists, indented and empty
 * lines stay as they are.
 */
export function reflow(text: string): string {
  const lines = text.split('\n');
  return lines
    .map((line, index) => {
      const next = lines[index + 1];
      if (next === undefined) return line;
      const goesOn = line.trimEnd().length >= fullLine && !line.includes('\t') && /^[\p{L}"'“‘(]/u.test(next);
      return goesOn ? `${line.trimEnd()} ` : `${line}\n`;
    })
    .join('');
}
