import { opendir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

export type Found =
  | { readonly kind: 'file'; readonly path: string; readonly name: string; readonly sizeBytes: number }
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: 'missing' | 'denied' | 'other' };

/** What operating systems and editors leave in folders: never documents. */
const litter = /^(\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * Every file at or under `paths`, each once, whatever links lead to it; a folder that leads back into itself is entered once.
 * A path that somebody named is taken as it is; inside folders, hidden files and litter are passed over.
 */
export async function* walk(paths: readonly string[]): AsyncGenerator<Found> {
  const seen = new Set<string>();
  for (const path of paths) yield* walkOne(path, seen);
}

async function* walkOne(path: string, seen: Set<string>): AsyncGenerator<Found> {
  const entry = await stat(path, { bigint: true }).catch((error: NodeJS.ErrnoException) => error);
  if (entry instanceof Error) {
    yield { kind: 'unreadable', path, reason: reasonOf(entry) };
    return;
  }
  const identity = `${entry.dev}:${entry.ino}`;
  if (seen.has(identity)) return;
  seen.add(identity);
  if (entry.isFile()) yield { kind: 'file', path, name: basename(path), sizeBytes: Number(entry.size) };
  if (!entry.isDirectory()) return;
  try {
    const names: string[] = [];
    for await (const child of await opendir(path)) if (!litter.test(child.name)) names.push(child.name);
    for (const name of names.sort((a, b) => a.localeCompare(b, 'nl', { numeric: true })))
      yield* walkOne(join(path, name), seen);
  } catch (error) {
    yield { kind: 'unreadable', path, reason: reasonOf(error as NodeJS.ErrnoException) };
  }
}

function reasonOf(error: NodeJS.ErrnoException): 'missing' | 'denied' | 'other' {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return 'missing';
  return error.code === 'EACCES' || error.code === 'EPERM' ? 'denied' : 'other';
}
