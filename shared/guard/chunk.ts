import type { Finding, FindingKind, FindingReason, Span } from './finding';
import { findPersons, type NamedPerson } from './persons';

/** A piece of a page, with the persons in it. */
export interface Chunk {
  readonly text: string;
  readonly persons: readonly NamedPerson[];
}

/** What a rule found, with places in its chunk. */
export interface Found extends Span {
  readonly kind: FindingKind;
  readonly reason: FindingReason;
  readonly sure: Finding['sure'];
  readonly hide: readonly Span[];
}

export type Rule = (chunk: Chunk) => Iterable<Found>;

/** Small enough to be looked through in some milliseconds, large enough to hold what belongs together. */
const largest = 12_000;
const least = 6_000;

/** Where a page may be cut: at an empty line, at the end of a line, or else anywhere. */
export function* chunksOf(page: string): Generator<{ readonly at: number; readonly chunk: Chunk }> {
  for (let at = 0; at < page.length;) {
    const end = page.length - at <= largest ? page.length : cutAt(page, at);
    const text = page.slice(at, end);
    yield { at, chunk: { text, persons: findPersons(text) } };
    at = end;
  }
}

function cutAt(page: string, at: number): number {
  const from = at + least;
  const to = at + largest;
  for (const sign of ['\n\n', '\n', ' ']) {
    const cut = page.lastIndexOf(sign, to);
    if (cut > from) return cut + sign.length;
  }
  return to;
}
