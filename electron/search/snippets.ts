import type { Snippet } from '../../shared/search/item-query';
import type { Database } from '../library/database';
import { markable, mergeMarks, type Mark, type TextMarker } from './text-marks';

const snippetLength = 220;
const leadIn = 60;
/** Hits looked at in one page, and characters read of one document: enough to show where it is about what was asked. */
const hitsPerPage = 40;
const charactersRead = 2_000_000;

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

/** The start of the stretch that holds hits of most markers, the first such. */
function bestStart(candidate: Candidate): number {
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
  return best.start;
}

function cutOut(candidate: Candidate): Snippet {
  const { text } = candidate;
  const hit = bestStart(candidate);
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

function* pagesOf(database: Database, hash: string, markers: readonly TextMarker[]): Iterable<Candidate> {
  const document = database
    .prepare('SELECT doc, pages FROM search_document WHERE hash = ?')
    .get<{ doc: number; pages: number }>(hash);
  if (document === undefined) return;
  const read = database.prepare('SELECT text FROM search_page WHERE doc = ? AND page = ?');
  for (let page = 0, seen = 0; page < document.pages && seen < charactersRead; page += 1) {
    const text = read.get<{ text: string }>(document.doc, page)?.text ?? '';
    seen += text.length;
    yield candidateOf(text, page, markers);
  }
}

/**
 * The stretch of text that shows best why an item was found: the first page of its file, or else the field of its record, with hits of
 * most of what was asked. Null when only its title has hits.
 */
export function snippetOf(
  database: Database,
  source: { hash: string | null; texts: string },
  markers: readonly TextMarker[],
): Snippet | null {
  if (markers.length === 0) return null;
  const page = source.hash === null ? null : bestOf(pagesOf(database, source.hash, markers), markers.length);
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
