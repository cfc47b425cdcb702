import type { Dirent } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { AppError } from '../../../shared/base/errors';

/** More than any folder of a space has: files are spread over 256 folders, and a device has one head. */
export const mostEntries = 50_000;

/** What is in a folder. Stops reading at a number that nobody's work needs, so that ten million empty files cost no more than that many. Error: `remote-crowded`. */
export async function entriesIn(place: string, about: { place: string; path: string }): Promise<readonly Dirent[]> {
  const entries: Dirent[] = [];
  for await (const entry of await opendir(place, { bufferSize: 1_024 })) {
    if (entries.push(entry) > mostEntries) throw new AppError('remote-crowded', { ...about, limit: mostEntries });
  }
  return entries;
}
