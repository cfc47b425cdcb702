import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../shared/base/errors';
import { writeFilesAtomic } from '../library/write-file-atomic';
import type { SiteFile } from './site-pages';

/** Lies in the folder of a site and lists what was written, so that a page that is no longer part of it goes away. */
const listName = 'raakvlak-site.json';
const filePath = z.string().regex(/^(?:(?:item|soort)\/)?[A-Za-z0-9_-]+\.(?:html|css|js)$/);
const listSchema = z.object({ format: z.literal('raakvlak-site'), files: z.array(filePath) });

/** As many at a time: a site has thousands of pages. */
const together = 200;

/** Writes a site in an empty folder, or over the site that is there. Errors: `publish-folder-not-empty` (folder), `write-failed`. */
export async function writeSite(folder: string, files: readonly SiteFile[]): Promise<void> {
  const before = await filesOfSite(folder);
  for (const part of ['item', 'soort']) await mkdir(join(folder, part), { recursive: true });
  // First of all what lists both: a publication that is cut off leaves nothing that the next does not know of.
  const now = new Set(files.map(({ path }) => path));
  await writeList(folder, [...new Set([...before, ...now])]);
  for (let at = 0; at < files.length; at += together) {
    const some = files.slice(at, at + together);
    await writeFilesAtomic(some.map(({ path, text }) => ({ path: join(folder, path), bytes: Buffer.from(text) })));
  }
  for (const path of before) if (!now.has(path)) await rm(join(folder, path), { force: true });
  await writeList(folder, [...now]);
}

/** What the site in a folder consists of, nothing when the folder is empty or not there. */
async function filesOfSite(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length === 0) return [];
  const text = await readFile(join(folder, listName), 'utf8').catch(() => 'null');
  const list = listSchema.safeParse(parsed(text));
  if (!list.success) throw new AppError('publish-folder-not-empty', { folder });
  return list.data.files;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function writeList(folder: string, files: readonly string[]): Promise<void> {
  const text = JSON.stringify({ format: 'raakvlak-site', files: [...files].sort() }, null, 1);
  await writeFilesAtomic([{ path: join(folder, listName), bytes: Buffer.from(`${text}\n`) }]);
}
