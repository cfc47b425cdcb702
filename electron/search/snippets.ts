import type { Snippet } from '../../shared/search/item-query';
import type { Database } from '../library/database';
import { markable, mergeMarks, type Mark, type TextMarker } from './text-marks';

const snippetLength = 220;
const leadIn = 60;
/** Hits looked at in one page, and characters read of one document: enough to show where it is about what was asked. */
const hitsPerPage = 40;
const charactersRead = 2_000_000;
/** Characters of a page that are read at first: in most pages they hold what is asked for, and the rest costs four times as much. */
const beginning = 3_000;

interface Candidate {
  readonly text: string;
  readonly page: number | null;
  /** For each marker its hits here. */
  readonly hits: readonly (readonly Mark[])[];
  readonly found: number;
}

function candidateOf(text: string, page: number | null, markers: readonly TextMarker[]): Candidate {
  const ready = markable(text);
  const hits = markers.map((marker) => marker.find(ready, hitsPerPage));
  return { text, page, hits, found: hits.filter((own) => own.length > 0).length };
}

/** Where the stretch begins that holds hits of most markers, the first such, and of how many. */
function bestStretch(candidate: Candidate): { readonly start: number; readonly kinds: number } {
  const all = candidate.hits
    .flatMap((own, marker) => own.map(([start]) => ({ start, marker })))
    .sort((a, b) => a.start - b.start);
  let best = { start: all[0]?.start ?? 0, kinds: 0 };
  all.forEach(({ start }, at) => {
    const kinds = new Set<number>();
    for (let next = at; next < all.length && (all[next]?.start ?? 0) < start + snippetLength - leadIn; next += 1)
      kinds.add(all[next]?.marker ?? 0);
    if (kinds.size > best.kinds) best = { start, kinds: kinds.size };
  });
  return best;
}

function cutOut(candidate: Candidate): Snippet {
  const { text } = candidate;
  const { start: hit } = bestStretch(candidate);
  let start = Math.max(0, hit - leadIn);
  if (start > 0) {
    const space = text.slice(start, hit).search(/\s/);
    start = space === -1 ? hit : start + space + 1;
  }
  let end = Math.min(text.length, start + snippetLength);
  if (end < text.length) end = Math.max(text.lastIndexOf(' ', end), hit + 1);
  const before = start > 0 ? '…' : '';
  const shift = before.length - start;
  const marks = mergeMarks(candidate.hits.flat()).filter(([from, to]) => from >= start && to <= end);
  return {
    text: `${before}${text.slice(start, end).replace(/\s/g, ' ')}${end < text.length ? '…' : ''}`,
    marks: marks.map(([from, to]) => [from + shift, to + shift] as const),
    page: candidate.page,
  };
}

function bestOf(candidates: Iterable<Candidate>, all: number): Candidate | null {
  let best: Candidate | null = null;
  for (const candidate of candidates) {
    if (candidate.found > (best?.found ?? 0)) best = candidate;
    if (best?.found === all) break;
  }
  return best;
}

/** Where an item has text. */
interface Source {
  /** The number of its file's text; null: none. */
  readonly doc: number | null;
  readonly pages: number | null;
  /** The texts of its record, as JSON. */
  readonly texts: string;
}

function* pagesOf(database: Database, { doc, pages }: Source, markers: readonly TextMarker[]): Iterable<Candidate> {
  const readStart = database.prepare(
    `SELECT substr(text, 1, ${beginning}) AS text FROM search_page WHERE doc = ? AND page = ?`,
  );
  const read = database.prepare('SELECT text FROM search_page WHERE doc = ? AND page = ?');
  for (let page = 0, seen = 0; page < (pages ?? 0) && seen < charactersRead; page += 1) {
    const start = readStart.get<{ text: string }>(doc, page)?.text ?? '';
    const early = candidateOf(wholeWords(start), page, markers);
    const rest = start.length < beginning ? start : null;
    const text = showsAll(early) ? null : (rest ?? read.get<{ text: string }>(doc, page)?.text ?? '');
    seen += text?.length ?? beginning;
    yield text === null ? early : candidateOf(text, page, markers);
  }
}

function wholeWords(text: string): string {
  return text.slice(0, Math.max(0, text.lastIndexOf(' '), text.lastIndexOf('\n')));
}

/** Whether one stretch has hits of all markers and is not cut off: then the rest of the page has no better one. */
function showsAll(candidate: Candidate): boolean {
  if (candidate.found < candidate.hits.length) return false;
  const { start, kinds } = bestStretch(candidate);
  return kinds === candidate.hits.length && start + leadIn + snippetLength < candidate.text.length;
}

/**
 * The stretch of text that shows best why an item was found: the first page of its file, or else the field of its record, with hits of
 * most of what was asked. Null when only its title has hits.
 */
export function snippetOf(database: Database, source: Source, markers: readonly TextMarker[]): Snippet | null {
  if (markers.length === 0) return null;
  const page = bestOf(pagesOf(database, source, markers), markers.length);
  if (page?.found === markers.length) return cutOut(page);
  const record = JSON.parse(source.texts) as { meta: string[]; body: string[] };
  const field = bestOf(
    // A sentence says more than a label: of fields with as many hits the longest is shown.
    [...record.body, ...record.meta]
      .sort((a, b) => b.length - a.length)
      .map((text) => candidateOf(text, null, markers)),
    markers.length,
  );
  const best = page === null || (field !== null && field.found > page.found) ? field : page;
  return best === null ? null : cutOut(best);
}
