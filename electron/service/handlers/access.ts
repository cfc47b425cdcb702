import { AppError } from '../../../shared/base/errors';
import type { ItemId, SpaceId } from '../../../shared/base/ids';
import type { Person } from '../../../shared/access/change';
import type { AccessRequest, AccessView, Card } from '../../../shared/model/access';
import { cardIdOf, cardsOf, putCard } from '../../access/cards';
import { wordsOfSpace } from '../../access/fingerprint';
import {
  accessLog,
  acceptSetAside,
  beginMembership,
  changeRights,
  decline,
  dropDevice,
  endPassed,
  grant,
  grantDevice,
  isOver,
  leave,
  membersOf,
  setAsideOf,
} from '../../access/members';
import { makeInvitation, tokenIn } from '../../access/invitations';
import { nameRequestKey } from '../../access/request-key';
import { askForAccess, ownRequest, requestsOf, type AskParts } from '../../access/requests';
import type { LibraryHandlers, Parts } from '../service';
import { existing } from './items';

type Names = Exclude<Extract<keyof LibraryHandlers, `access.${string}`>, 'access.mine'>;

/** Asking, granting and taking away, and what the folder is told of it: each change goes out at once, when it can. */
export function accessHandlers(parts: Parts): Pick<LibraryHandlers, Names> {
  const { library, random } = parts;
  const today = (): string => parts.clock().toISOString().slice(0, 10);
  const asking: AskParts = { library, random, now: parts.clock };
  const requests = async (id: SpaceId): Promise<readonly AccessRequest[]> =>
    library.access(id).self()?.role === 'coordinate' ? (await requestsOf(library, id)).map(shown) : [];
  return {
    'access.look': ({ id }) => look(parts, id, today()),
    'access.ask': async ({ id, role, reason, invitation: link = '' }) => {
      const invitation = link === '' ? null : tokenIn(link, library.space(id).marker);
      await askForAccess(asking, id, { person: personOf(parts), role, reason, invitation });
      send(parts, id);
      return look(parts, id, today());
    },
    'access.invite': async ({ id, ...invitation }) => ({ link: await makeInvitation(asking, id, invitation) }),
    'access.requests': ({ id }) => requests(id),
    'access.grant': async ({ id, device, ...decision }) => {
      await beginMembership(library, id, personOf(parts));
      await grant(library, id, device, decision);
      send(parts, id);
      return membersOf(library, id, today());
    },
    'access.grantDevice': async ({ id, device, member }) => {
      await grantDevice(library, id, device, member);
      send(parts, id);
      return membersOf(library, id, today());
    },
    'access.decline': async ({ id, device, reason }) => {
      await decline(asking, id, device, reason);
      send(parts, id);
      return requests(id);
    },
    'access.members': async ({ id }) => {
      if ((await endPassed(library, id, today())) > 0) send(parts, id);
      return membersOf(library, id, today());
    },
    'access.change': async ({ id, member, ...decision }) => {
      await changeRights(library, id, member, decision);
      send(parts, id);
      return membersOf(library, id, today());
    },
    'access.leave': async ({ id }) => {
      await leave(library, id);
      send(parts, id);
    },
    'access.setAside': ({ id }) => setAsideOf(library, id),
    'access.accept': async ({ id, revisions, reason }) => {
      await acceptSetAside(library, id, revisions, reason);
      send(parts, id);
      return setAsideOf(library, id);
    },
    'access.log': ({ id }) => accessLog(library, id),
    ...cardHandlers(parts),
    'access.dropDevice': async ({ id, device, reason }) => {
      await dropDevice(library, id, device, reason);
      send(parts, id);
      return membersOf(library, id, today());
    },
  };
}

type CardNames = 'access.cards' | 'access.showCard' | 'access.hideCard';

function cardHandlers(parts: Parts): Pick<LibraryHandlers, CardNames> {
  return {
    'access.cards': ({ id }) => cardsOf(parts.library, id),
    'access.showCard': ({ id, item }) => showCard(parts, id, item),
    'access.hideCard': ({ id, card }) => hideCard(parts, id, card),
  };
}

/** Without what only the answer needs. */
function shown(request: AccessRequest): AccessRequest {
  const { device, name, organisation, contact, reason, role, at, words, invitation, known } = request;
  return { device, name, organisation, contact, reason, role, at, words, invitation, known };
}

async function look({ library }: Parts, id: SpaceId, today: string): Promise<AccessView> {
  const access = library.access(id);
  const { marker } = library.space(id);
  const self = access.self();
  const { all } = access.membership().now;
  return {
    name: library.spaces().find((space) => space.id === id)?.name ?? marker.name,
    owner: marker.owner ?? null,
    words: wordsOfSpace(marker),
    cards: await cardsOf(library, id),
    role: self?.role ?? null,
    until: self?.until ?? null,
    ended: isOver(self, today),
    coordinators: [...all.values()].filter(({ role }) => role === 'coordinate').length,
    asked: await ownRequest(library, id),
  };
}

export function personOf({ settings }: Parts): Person {
  const { name, organisation } = settings().profile;
  return { name, organisation, contact: '' };
}

/** In the background: it is written here already, and goes out when the folder can be reached. */
export function send({ library, sharing }: Parts, id: SpaceId): void {
  nameRequestKey(library, id)
    .then(() => sharing.engine())
    .then((engine) => engine.sync(id))
    .catch((error: unknown) => console.error(error));
}

/** At the start, in every space where this device may: the end dates that have passed (shared/access/RULES.md, A20). */
export async function endWhatHasPassed(parts: Parts): Promise<void> {
  const today = parts.clock().toISOString().slice(0, 10);
  for (const { id, kind } of parts.library.spaces())
    if (
      kind === 'closed' &&
      ((await endPassed(parts.library, id, today)) > 0 || (await nameRequestKey(parts.library, id)))
    )
      send(parts, id);
}

async function showCard(parts: Parts, id: SpaceId, item: ItemId): Promise<readonly Card[]> {
  const { library } = parts;
  const { space, fields } = existing(library, item);
  if (space !== id) throw new AppError('item-not-found');
  const { name, organisation } = personOf(parts);
  const shown = {
    title: String(fields['title'] ?? '').slice(0, 300),
    owner: [name, organisation].filter(Boolean).join(', '),
    status: typeof fields['status'] === 'string' ? fields['status'] : '',
  };
  await beginMembership(library, id, personOf(parts));
  return writeCard(parts, id, { id: cardIdOf(id, item), ...shown, withdrawn: false });
}

async function hideCard(parts: Parts, id: SpaceId, card: string): Promise<readonly Card[]> {
  const known = (await cardsOf(parts.library, id)).find((each) => each.id === card && each.mine);
  if (known === undefined) throw new AppError('item-not-found');
  return writeCard(parts, id, { ...known, withdrawn: true });
}

/** What is shown outside is in the log of the space before it is in the folder. */
async function writeCard(
  parts: Parts,
  id: SpaceId,
  card: Pick<Card, 'id' | 'title' | 'owner' | 'status'> & { readonly withdrawn: boolean },
): Promise<readonly Card[]> {
  const { library, clock } = parts;
  const what = card.withdrawn ? 'card-withdrawn' : 'card';
  await library.access(id).change([{ kind: 'share', what, title: card.title.slice(0, 200), to: '' }]);
  await putCard(library, id, { ...card, at: clock().toISOString() });
  send(parts, id);
  return cardsOf(library, id);
}
