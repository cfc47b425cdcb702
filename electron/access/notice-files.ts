import { readLimited, namesIn } from '../library/files';
import { limits } from '../library/limits';
import type { LocalSpace } from '../library/local-space';
import { writeFileAtomic } from '../library/write-file-atomic';
import { isNewerNotice, mostNotices, namedNotice, readNotice, type Notice } from './notice';

type Folder = 'cards' | 'requests';

/** Those that lie in the copy of a space on this disk and hold. */
export async function noticesIn(space: LocalSpace, folder: Folder): Promise<readonly Notice[]> {
  const found: Notice[] = [];
  for (const name of (await namesIn(space.pathOf(folder))).slice(0, mostNotices)) {
    const notice = await noticeAt(space, `${folder}/${name}`);
    if (notice !== null) found.push(notice);
  }
  return found;
}

export async function noticeAt(space: LocalSpace, path: string): Promise<Notice | null> {
  if (namedNotice(path) === null) return null;
  const bytes = await readLimited(space.pathOf(path), limits.marker);
  return bytes instanceof Uint8Array ? readNotice(path, bytes, space.id) : null;
}

/** Keeps one when it is newer than what is here. */
export async function keepNotice(space: LocalSpace, notice: Notice, bytes: Uint8Array): Promise<void> {
  if (isNewerNotice(notice, await noticeAt(space, notice.path)))
    await writeFileAtomic(space.pathOf(notice.path), bytes);
}
