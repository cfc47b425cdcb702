import type { CitedText } from '../model/draft';
import { linkText } from '../model/own-links';
import { outlineOf } from '../text/outline';

/** A text with its citations as they are worked out now, and its sources under `heading`, of the level of its main headings. */
export function withCitations(markdown: string, { citations, bibliography }: CitedText, heading: string): string {
  const text = markdown.replace(/\[(?:[^\]\\]|\\.)*\]\((raakvlak:cite\/[^)\s]+)\)/g, (whole, href: string) =>
    citations[href] === undefined ? whole : `[${linkText(citations[href])}](${href})`,
  );
  if (bibliography.length === 0) return text;
  const entries = bibliography.map((entry) => entry.text).join('\n\n');
  const level = Math.min(2, ...outlineOf(markdown).map((entry) => entry.level));
  return `${text.trimEnd()}\n\n${'#'.repeat(level)} ${heading}\n\n${entries}\n`;
}
