import { fold } from '../../shared/search/fold';

/**
 * A bottom-k sketch of a text (Broder 1997; Cohen and Kaplan 2007): the smallest hashes of all its runs of `runLength` letters. Two sketches
 * tell how much two texts share, at any length, without the texts.
 */
export interface TextSketch {
  /** Ascending, each once. */
  readonly hashes: Uint32Array;
  /** All runs with a hash up to this are in the sketch. */
  readonly complete: number;
  /** Different runs in the whole text, estimated when the text is long. */
  readonly size: number;
}

const runLength = 9;
const sketchSize = 1_024;
const longestText = 120_000;

/**
 * What is left of a text when layout, spelling of spaces, and what scanners mix up (l and 1, o and 0, rn and m, c and e) are taken away: two
 * ways of setting the same words give the same letters.
 */
function bareLetters(text: string): string {
  return fold(text.slice(0, longestText))
    .replace(/[^\p{L}\p{N}|!$]+/gu, '')
    .replace(/[i1|!j]/g, 'l')
    .replace(/0/g, 'o')
    .replace(/[5$]/g, 's')
    .replace(/[ce]/g, 'e')
    .replace(/8/g, 'b')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w');
}

export function sketchOf(text: string): TextSketch | null {
  const letters = bareLetters(text);
  if (letters.length < runLength * 4) return null;
  const all = new Uint32Array(letters.length - runLength + 1);
  for (let at = 0; at < all.length; at += 1) all[at] = hashAt(letters, at, runLength);
  const distinct = unique(all.sort());
  const hashes = distinct.slice(0, sketchSize);
  const complete = distinct.length <= sketchSize ? 0xffff_ffff : (hashes.at(-1) as number);
  return { hashes, complete, size: distinct.length };
}

/** The smallest hashes of the runs of four letters of a title: titles with a few in common are compared. */
export function titleHashes(title: string): readonly number[] {
  const letters = bareLetters(title);
  const all = new Uint32Array(Math.max(1, letters.length - 3));
  for (let at = 0; at < all.length; at += 1) all[at] = hashAt(letters, at, 4);
  return [...unique(all.sort()).slice(0, 12)];
}

export interface TextLikeness {
  /** The share of the shorter text that is in the longer, 0 to 1. */
  readonly contained: number;
  /** What both have, of all that either has, 0 to 1. */
  readonly alike: number;
  /** The length of the shorter as a share of the longer. */
  readonly lengths: number;
}

export function likeness(a: TextSketch, b: TextSketch): TextLikeness {
  const limit = Math.min(a.complete, b.complete);
  let [i, j, shared, inA, inB] = [0, 0, 0, 0, 0];
  while (i < a.hashes.length || j < b.hashes.length) {
    const x = i < a.hashes.length ? (a.hashes[i] as number) : Infinity;
    const y = j < b.hashes.length ? (b.hashes[j] as number) : Infinity;
    if (Math.min(x, y) > limit) break;
    if (x <= y) inA += 1;
    if (y <= x) inB += 1;
    if (x === y) shared += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  const smaller = Math.min(inA, inB);
  return {
    contained: smaller === 0 ? 0 : shared / smaller,
    alike: inA + inB === 0 ? 0 : shared / (inA + inB - shared),
    lengths: Math.min(a.size, b.size) / Math.max(a.size, b.size),
  };
}

/** FNV-1a with a final mix (Murmur3), so that the smallest hashes are a fair sample. */
function hashAt(letters: string, from: number, length: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < from + length && at < letters.length; at += 1)
    hash = Math.imul(hash ^ letters.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function unique(sorted: Uint32Array): Uint32Array {
  let kept = 0;
  for (let at = 0; at < sorted.length; at += 1) {
    if (at > 0 && sorted[at] === sorted[at - 1]) continue;
    sorted[kept] = sorted[at] as number;
    kept += 1;
  }
  return sorted.slice(0, kept);
}
