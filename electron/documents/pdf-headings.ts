import type { Heading } from './document-text';
import type { PdfLine } from './pdf-lines';

const largerThanBody = 1.15;
const longestHeading = 150;
const mostLevels = 4;

/** Headings by size of type: lines clearly larger than most of the text, the largest size as level 1. Lines that follow in one size are one heading. */
export function findHeadings(pages: readonly (readonly PdfLine[])[]): Heading[] {
  const charactersBySize = new Map<number, number>();
  for (const line of pages.flat())
    charactersBySize.set(line.size, (charactersBySize.get(line.size) ?? 0) + line.text.length);
  const body = [...charactersBySize].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  const candidates = pages.flatMap((lines, page) => mergeHeadings(lines, body, page));
  const sizes = [...new Set(candidates.map((candidate) => candidate.size))].sort((a, b) => b - a).slice(0, mostLevels);
  return candidates.flatMap(({ size, text, page }) =>
    sizes.includes(size) ? [{ level: sizes.indexOf(size) + 1, text, page }] : [],
  );
}

interface Candidate {
  readonly size: number;
  readonly text: string;
  readonly page: number;
}

function mergeHeadings(lines: readonly PdfLine[], body: number, page: number): Candidate[] {
  const found: Candidate[] = [];
  let previous: PdfLine | null = null;
  for (const line of lines) {
    const isHeading = line.size >= body * largerThanBody && /\p{L}{2}/u.test(line.text);
    const last = found.at(-1);
    if (isHeading && previous !== null && last !== undefined && previous.size === line.size && !line.startsParagraph) {
      found[found.length - 1] = { ...last, text: `${last.text} ${line.text}` };
    } else if (isHeading) found.push({ size: line.size, text: line.text, page });
    previous = isHeading ? line : null;
  }
  return found.filter(({ text }) => text.length <= longestHeading);
}
