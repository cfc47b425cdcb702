import { createHash } from 'node:crypto';
import { AppError } from '../../../shared/base/errors';
import type { ItemId, SpaceId } from '../../../shared/base/ids';
import type { Person } from '../../../shared/access/change';
import type { AccessRequest, AccessView, Card } from '../../../shared/model/access';
import { cardsOf, putCard } from '../../access/cards';
import { wordsOfSpace } from '../../access/fingerprint';
import {
  accessLog,
  acceptSetAside,
  beginMembership,
  changeRights,
  decline,
  endPassed,
  grant,
  isOver,
  leave,
  membersOf,
  setAsideOf,
} from '../../access/members';
import { askForAccess, ownRequest, requestsOf, type AskParts } from '../../access/requests';
import type { LibraryHandlers, Parts } from '../service';
import { existing } from './items';

type Names = Extract<keyof LibraryHandlers, `access.${string}`>;

/** Asking, granting and taking away, and what the folder is told of it: each change goes out at once, when it can. */
export function accessHandlers(parts: Parts): Pick<LibraryHandlers, Names> {
  const { library, random } = parts;
  const today = (): string => parts.clock().toISOString().slice(0, 10);
  const asking: AskParts = { library, random, now: parts.clock };
  const requests = async (id: SpaceId): Promise<readonly AccessRequest[]> =>
    library.access(id).self()?.role === 'coordinate' ? (await requestsOf(library, id)).map(shown) : [];
  return {
    'access.look': ({ id }) => look(parts, id, today()),
    'access.ask': async ({ id, role, reason }) => {
      await askForAccess(asking, id, { person: personOf(parts), role, reason });
      send(parts, id);
      return look(parts, id, today());
    },
    'access.requests': ({ id }) => requests(id),
    'access.grant': async ({ id, device, ...decision }) => {
      await beginMembership(library, id, personOf(parts));
      await grant(library, id, device, decision);
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
    'access.cards': ({ id }) => cardsOf(library, id),
    'access.showCard': ({ id, item }) => showCard(parts, id, item, false),
    'access.hideCard': ({ id, item }) => showCard(parts, id, item, true),
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

function personOf({ settings }: Parts): Person {
  const { name, organisation } = settings().profile;
  return { name, organisation, contact: '' };
}

/** In the background: it is written here already, and goes out when the folder can be reached. */
function send({ sharing }: Parts, id: SpaceId): void {
  sharing
    .engine()
    .then((engine) => engine.sync(id))
    .catch((error: unknown) => console.error(error));
}

/** At the start, in every space where this device may: the end dates that have passed (shared/access/RULES.md, A20). */
export async function endWhatHasPassed(parts: Parts): Promise<void> {
  const today = parts.clock().toISOString().slice(0, 10);
  for (const { id, kind } of parts.library.spaces())
    if (kind === 'closed' && (await endPassed(parts.library, id, today)) > 0) send(parts, id);
}

/** A card's id follows from its item and its writer, and does not tell which item it is. */
async function showCard(parts: Parts, id: SpaceId, item: ItemId, withdrawn: boolean): Promise<readonly Card[]> {
  const { library, clock } = parts;
  const state = existing(library, item);
  if (state.space !== id) throw new AppError('item-not-found');
  const title = String(state.fields['title'] ?? '');
  const status = String(state.fields['status'] ?? state.fields['draftState'] ?? '');
  const card = createHash('sha256').update(`raakvlak/card ${id} ${item}`).digest('hex').slice(0, 26);
  const { name, organisation } = personOf(parts);
  const owner = [name, organisation].filter(Boolean).join(', ');
  await beginMembership(library, id, personOf(parts));
  await library
    .access(id)
    .change([{ kind: 'share', what: withdrawn ? 'card-withdrawn' : 'card', title: title.slice(0, 200), to: '' }]);
  await putCard(library, id, {
    id: card,
    title: title.slice(0, 300),
    owner,
    status,
    at: clock().toISOString(),
    withdrawn,
  });
  send(parts, id);
  return cardsOf(library, id);
}
