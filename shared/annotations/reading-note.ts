import { citeHref, linkText } from '../model/own-links';
import type { ItemId } from '../base/ids';
import type { Annotation } from '../model/annotation';
import type { Text } from '../messages/text';
import { byPlace, threadsOf, type Thread } from './order';

export interface ReadingNoteSource {
  readonly id: ItemId;
  /** `112-130` where the pages of the source have those numbers; null counts from 1. */
  readonly pageRange: string | null;
}

const texts = {
  whole: { nl: 'Bij het hele document', en: 'On the whole document' },
} as const satisfies Record<string, Text>;

/**
 * A reading note as Markdown: each quote with its citation and what was said about it, in the order of the document. Citations are our own links
 * (`raakvlak:cite/…`), so that a draft made of it keeps them and its bibliography follows.
 */
export function readingNote(
  source: ReadingNoteSource,
  annotations: readonly Annotation[],
  language: 'nl' | 'en',
): string {
  const threads = threadsOf([...annotations].sort(byPlace));
  return threads
    .map((thread) => entry(source, thread, language))
    .join('\n\n')
    .concat('\n');
}

function entry(source: ReadingNoteSource, { annotation, replies }: Thread, language: 'nl' | 'en'): string {
  const parts = [
    lead(source, annotation, language),
    annotation.comment.trim(),
    replies
      .map((reply) => `- ${reply.author === '' ? '' : `${escaped(reply.author)}: `}${indented(reply.comment)}`)
      .join('\n'),
    annotation.tags.map((tag) => `\\#${escaped(tag).replace(/\s+/g, '-')}`).join(' '),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** The words with their citation, or the citation alone. */
function lead(source: ReadingNoteSource, annotation: Annotation, language: 'nl' | 'en'): string {
  const { anchor, kind } = annotation;
  const cited = citation(source, annotation);
  if (anchor.quote !== null) return `${quoted(anchor.quote.exact)} ${cited}`;
  return kind === 'page' && anchor.page === null ? `**${texts.whole[language]}** ${cited}` : cited;
}

/** The words between the brackets are what other programs show. */
function citation({ id, pageRange }: ReadingNoteSource, { anchor }: Annotation): string {
  const locator = anchor.page === null ? null : pageNumber(anchor.page, pageRange);
  return `[${linkText(locator === null ? '(…)' : `(p. ${locator})`)}](${citeHref(id, locator)})`;
}

/** The number that is printed on the page, when the record says which pages of a journal or book these are. */
function pageNumber(page: number, range: string | null): string {
  const [, first, last] = /^\s*(\d{1,5})\s*[-–]\s*(\d{1,5})\s*$/.exec(range ?? '') ?? [];
  if (first === undefined || last === undefined || Number(first) + page > Number(last)) return String(page + 1);
  return String(Number(first) + page);
}

const quoted = (text: string): string =>
  escaped(text)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

const indented = (text: string): string => text.trim().replace(/\n/g, '\n  ');

/** The words themselves: nothing in them becomes a heading, a link or a picture. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/^(\s*)([-+]|\d+[.)])(\s)/gm, '$1\\$2$3');
}
