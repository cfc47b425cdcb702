import type { Heading } from './document-text';

const longestHeading = 90;
const mostWords = 12;

/**
 * Headings of text without mark-up: a line in capitals, or a short line on its own that starts as a sentence and does not end as one.
 * Level 1 for capitals and for chapters numbered `1.`, level 2 for the rest.
 */
export function findTextHeadings(pages: readonly string[]): Heading[] {
  return pages.flatMap((text, page) => {
    const lines = text.split('\n').map((line) => line.trim());
    return lines.flatMap((line, i) => {
      const alone = (lines[i - 1] ?? '') === '' && (lines[i + 1] ?? '') === '';
      const level = headingLevel(line, alone);
      return level === null ? [] : [{ level, text: line, page }];
    });
  });
}

function headingLevel(line: string, alone: boolean): number | null {
  if (
    line.length < 3 ||
    line.length > longestHeading ||
    /[.,;!…]$|@|: /.test(line) ||
    line.split(/\s+/).length > mostWords
  )
    return null;
  const letters = line.match(/\p{L}/gu)?.length ?? 0;
  if (letters < line.length * 0.5) return null;
  if (letters >= 8 && line === line.toUpperCase()) return 1;
  if (!alone || /[:?]$/.test(line)) return null;
  if (/^\d+\.?\s+\p{Lu}/u.test(line)) return 1;
  return /^(\d+(\.\d+)+\.?\s+)?\p{Lu}/u.test(line) ? 2 : null;
}
