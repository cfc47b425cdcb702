import type { Annotation } from '../model/annotation';
import { byPlace, threadsOf, type Thread } from './order';

export interface ReadingNoteSource {
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: number | null;
}

/** A reading note as Markdown: each quote with where it stands and what was said about it, in the order of the document. Dutch, as drafts are. */
export function readingNote(source: ReadingNoteSource, annotations: readonly Annotation[]): string {
  const threads = threadsOf([...annotations].sort(byPlace));
  const reference = [source.authors.map(escaped).join(', '), source.year === null ? '' : `(${source.year})`]
    .filter((part) => part !== '')
    .join(' ');
  return [
    `# Leesnotitie: ${escaped(source.title)}`,
    ...(reference === '' ? [] : [`${reference}. *${escaped(source.title)}*.`]),
    ...threads.map((thread) => entry(source, thread)),
  ]
    .join('\n\n')
    .concat('\n');
}

function entry(source: ReadingNoteSource, { annotation, replies }: Thread): string {
  const { anchor, comment, tags } = annotation;
  const where = whereOf(source, annotation);
  const parts = [
    anchor.quote === null ? `**${where}**` : `${quoted(anchor.quote.exact)}\n>\n> ${where}`,
    comment.trim(),
    replies
      .map((reply) => `- ${reply.author === '' ? '' : `${escaped(reply.author)}: `}${indented(reply.comment)}`)
      .join('\n'),
    tags.map((tag) => `\\#${escaped(tag).replace(/\s+/g, '-')}`).join(' '),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** `(Jansen, 2021, p. 4)`, as far as it is known. */
function whereOf({ authors, year }: ReadingNoteSource, { anchor, kind }: Annotation): string {
  const page = anchor.page === null ? '' : `p. ${anchor.page + 1}`;
  const parts = [shortAuthors(authors), year === null ? '' : String(year), page].filter((part) => part !== '');
  return parts.length > 0
    ? `(${parts.join(', ')})`
    : kind === 'page'
      ? '(bij het hele document)'
      : '(zonder bladzijde)';
}

function shortAuthors(authors: readonly string[]): string {
  const names = authors.map((author) => escaped(author.split(',')[0] ?? author).trim());
  if (names.length <= 2) return names.join(' & ');
  return `${names[0] ?? ''} e.a.`;
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
