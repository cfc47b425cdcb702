import { z } from 'zod';
import type { DeviceId, ItemId, SpaceId } from '../../shared/base/ids';
import type { Card } from '../../shared/model/access';
import { sha256 } from '../library/hash';
import type { Library } from '../library/library-types';
import { writeFileAtomic } from '../library/write-file-atomic';
import { deviceOf } from '../library/signing';
import { noticeAt, noticesIn } from './notice-files';

const text = (most: number): z.ZodString => z.string().max(most);
const schema = z.looseObject({
  /** As in its name, so that who keeps the folder cannot show a card once more under another one, say after it was withdrawn. */
  id: text(26),
  title: text(300),
  owner: text(200),
  status: text(100),
  at: text(40),
  withdrawn: z.boolean(),
});

/** What a closed space shows to those outside; none until its owner chooses one. Anybody who has the folder reads them. */
export async function cardsOf(library: Library, id: SpaceId): Promise<readonly Card[]> {
  const space = library.space(id);
  const founder = deviceOf(space.marker.founder);
  const self = library.device();
  const found = (await noticesIn(space, 'cards')).flatMap((notice): readonly Card[] => {
    const card = schema.safeParse(notice.content);
    if (notice.kind !== 'card' || !card.success || card.data.withdrawn || card.data.id !== notice.about) return [];
    if (isSetAside(library, id, notice.device)) return [];
    const { title, owner, status, at } = card.data;
    return [
      {
        id: notice.about ?? '',
        title,
        owner,
        status,
        at,
        byFounder: notice.device === founder,
        mine: notice.device === self,
      },
    ];
  });
  return found.sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** Who knows the members shows no card of somebody who may not edit. */
function isSetAside(library: Library, space: SpaceId, device: DeviceId): boolean {
  const { now } = library.access(space).membership();
  if (library.space(space).needsKeys()) return false;
  const role = now.of(device)?.role;
  return role !== 'edit' && role !== 'coordinate';
}

/** A card's id follows from its item, and does not tell which item it is. */
export function cardIdOf(space: SpaceId, item: ItemId): string {
  return sha256(`raakvlak/card ${space} ${item}`).slice(0, 26);
}

/** Shows a card under an id, or changes it; `withdrawn` takes its words away again, as far as the folder is the app's to change. */
export async function putCard(
  library: Library,
  id: SpaceId,
  card: Omit<Card, 'byFounder' | 'mine'> & { readonly withdrawn: boolean },
): Promise<void> {
  const space = library.space(id);
  const access = library.access(id);
  const { device } = await access.ownDevice();
  const path = `cards/${device}-${card.id}.json`;
  const edition = ((await noticeAt(space, path))?.edition ?? 0) + 1;
  const { title, owner, status, at, withdrawn } = card;
  const shown = withdrawn ? { title: '', owner: '', status: '' } : { title, owner, status };
  await writeFileAtomic(space.pathOf(path), await access.sign({ edition, id: card.id, ...shown, at, withdrawn }));
}
