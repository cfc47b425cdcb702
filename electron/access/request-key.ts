import { z } from 'zod';
import type { SpaceId } from '../../shared/base/ids';
import type { Library } from '../library/library-types';
import type { LocalSpace } from '../library/local-space';
import { deviceOf } from '../library/signing';
import { writeFileAtomic } from '../library/write-file-atomic';
import { readRecipient, type Recipient } from './age/x25519';
import { noticeAt } from './notice-files';

const schema = z.looseObject({ epoch: z.number().int().min(1), recipient: z.string().max(120) });

const pathIn = ({ marker }: Pick<LocalSpace, 'marker'>): string => `requests/${deviceOf(marker.founder)}-key.json`;

/**
 * To whom a request for access is encrypted: the key that the founder's device named last, which who left before it began cannot open; the marker's where it named none.
 * Nobody else's word is taken for it, because who asks knows nobody else: who keeps the folder could name a key of his own. null when the marker has none either.
 */
export async function requestRecipient(space: LocalSpace): Promise<Recipient | null> {
  const notice = await noticeAt(space, pathIn(space));
  const named = schema.safeParse(notice?.kind === 'key' ? notice.content : null);
  return (named.success ? readRecipient(named.data.recipient) : null) ?? readRecipient(space.marker.recipient ?? '');
}

/** On the founder's device: names the newest key for requests when another is named. Elsewhere nothing. Gives whether it wrote. */
export async function nameRequestKey(library: Library, id: SpaceId): Promise<boolean> {
  const space = library.space(id);
  const newest = space.newestKey();
  if (library.device() !== deviceOf(space.marker.founder) || newest === null) return false;
  if ((await requestRecipient(space))?.text === newest.recipient) return false;
  const path = pathIn(space);
  const edition = ((await noticeAt(space, path))?.edition ?? 0) + 1;
  await writeFileAtomic(space.pathOf(path), await library.access(id).sign({ edition, ...newest }));
  return true;
}
