import type { CitedText } from '../model/draft';
import { linkText } from '../model/own-links';
import { outlineOf } from '../text/outline';

/** A text with its citations as they are worked out now, and its sources under `heading`, of the level of its main headings. */
export function withCitations(markdown: string, { citations, bibliography }: CitedText, heading: string): string {
  const text = withLinks(markdown, (whole, _, href) =>
    citations[href] === undefined ? whole : `[${linkText(citations[href])}](${href})`,
  );
  if (bibliography.length === 0) return text;
  const entries = bibliography.map((entry) => entry.text).join('\n\n');
  const level = Math.min(2, ...outlineOf(markdown).map((entry) => entry.level));
  return `${text.trimEnd()}\n\n${'#'.repeat(level)} ${heading}\n\n${entries}\n`;
}

/** The same text for other programs: links that lead into the library are their words. */
export function withoutOwnLinks(markdown: string): string {
  return withLinks(markdown, (_, words) => words);
}

/** Each link into the library as `change` has it. Brackets that are escaped begin and end no link. */
function withLinks(markdown: string, change: (whole: string, words: string, href: string) => string): string {
  return markdown.replace(
    /\\.|\[((?:[^[\]\\]|\\.)*)\]\((raakvlak:(?:cite|item)\/[^)\s]+)\)/g,
    (whole, words: string | undefined, href: string) => (words === undefined ? whole : change(whole, words, href)),
  );
}
