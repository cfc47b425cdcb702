import type { BigIntStats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

export interface FoundFile {
  readonly kind: 'file';
  readonly path: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** Another one when its bytes may be others; null when it changed so lately that a further change might not show. */
  readonly sign: string | null;
}
export type Found =
  FoundFile | { readonly kind: 'unreadable'; readonly path: string; readonly reason: 'missing' | 'denied' | 'other' };

/** What operating systems and editors leave in folders: never documents. */
const litter = /^(\.|~\$|Thumbs\.db$|desktop\.ini$)/i;
const byName = new Intl.Collator('nl', { numeric: true });
const lookedAtOnce = 64;
/**
 * The coarsest clock of a file system ticks every 2 s: of two changes within one tick only the first shows. Twice that and more, for a
 * server whose clock is behind.
 */
const settledAfterMs = 5_000n;

type Entry = BigIntStats | NodeJS.ErrnoException;

/**
 * Every file at or under `paths`, each once, whatever links lead to it; a folder that leads back into itself is entered once.
 * A path that somebody named is taken as it is; inside folders, hidden files and litter are passed over.
 */
export async function* walk(paths: readonly string[], now: Date): AsyncGenerator<Found> {
  yield* walkAll(paths, { seen: new Set(), now: BigInt(now.getTime()) });
}

interface Walk {
  readonly seen: Set<string>;
  /** Milliseconds since the epoch. */
  readonly now: bigint;
}

async function* walkAll(paths: readonly string[], state: Walk): AsyncGenerator<Found> {
  for (let from = 0; from < paths.length; from += lookedAtOnce) {
    const part = paths.slice(from, from + lookedAtOnce);
    const entries = await Promise.all(part.map(look));
    for (const [at, path] of part.entries()) yield* walkOne(path, entries[at] as Entry, state);
  }
}

function look(path: string): Promise<Entry> {
  return stat(path, { bigint: true }).catch((error: NodeJS.ErrnoException) => error);
}

async function* walkOne(path: string, entry: Entry, state: Walk): AsyncGenerator<Found> {
  if (entry instanceof Error) {
    yield { kind: 'unreadable', path, reason: reasonOf(entry) };
    return;
  }
  const identity = `${entry.dev}:${entry.ino}`;
  if (state.seen.has(identity)) return;
  state.seen.add(identity);
  if (entry.isFile())
    yield { kind: 'file', path, name: basename(path), sizeBytes: Number(entry.size), sign: signOf(entry, state.now) };
  if (!entry.isDirectory()) return;
  try {
    const names = (await readdir(path)).filter((name) => !litter.test(name)).sort(byName.compare);
    yield* walkAll(
      names.map((name) => join(path, name)),
      state,
    );
  } catch (error) {
    yield { kind: 'unreadable', path, reason: reasonOf(error as NodeJS.ErrnoException) };
  }
}

/** The time of change of its entry besides that of its bytes: programs that set the second back cannot set the first. */
function signOf({ dev, ino, size, mtimeNs, mtimeMs, ctimeNs, ctimeMs }: BigIntStats, now: bigint): string | null {
  const settled = mtimeMs < now - settledAfterMs && ctimeMs < now - settledAfterMs;
  return settled ? [dev, ino, size, mtimeNs, ctimeNs].join(' ') : null;
}

function reasonOf(error: NodeJS.ErrnoException): 'missing' | 'denied' | 'other' {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return 'missing';
  return error.code === 'EACCES' || error.code === 'EPERM' ? 'denied' : 'other';
}
