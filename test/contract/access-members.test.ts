import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  changeRights,
  decline,
  dropDevice,
  endPassed,
  grant,
  grantDevice,
  leave,
  membersOf,
} from '../../electron/access/members';
import { makeInvitation, tokenIn } from '../../electron/access/invitations';
import { noticesIn, keepNotice } from '../../electron/access/notice-files';
import { askForAccess, ownRequest, requestsOf, type AskParts } from '../../electron/access/requests';
import { words } from '../../electron/access/words';
import type { LocalSpace } from '../../electron/library/local-space';
import { AppError } from '../../shared/base/errors';
import type { DeviceId } from '../../shared/base/ids';
import type { GrantableRole } from '../../shared/access/role';
import { carryClosed, closedSpace, memberOf } from '../support/closed-space';
import { draft, joinedPeer, type Peer } from '../support/library-spaces';
import { must } from '../support/must';

const today = '2024-03-01';
const parts = ({ library }: Peer): AskParts => ({
  library,
  random: (sizeBytes) => randomBytes(sizeBytes),
  now: () => new Date('2024-03-01T09:00:00.000Z'),
});
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
const device = (peer: Peer): DeviceId => must(peer.library.device());
const role = (of: Peer, seenBy: Peer): unknown =>
  seenBy.library.access(of.space.id).membership().now.of(device(of))?.role;

async function carryNotices(from: LocalSpace, to: LocalSpace): Promise<void> {
  for (const folder of ['cards', 'requests'] as const)
    for (const notice of await noticesIn(from, folder))
      await keepNotice(to, notice, readFileSync(from.pathOf(notice.path)));
}

async function asking(founder: Peer, wanted: GrantableRole = 'read'): Promise<Peer> {
  const peer = await joinedPeer(founder.space);
  const person = { name: 'Noor Bedacht', organisation: 'College Zuid', contact: '' };
  await askForAccess(parts(peer), peer.space.id, { person, role: wanted, reason: 'graag' });
  await carryNotices(peer.space, founder.space);
  return peer;
}

test('there are 256 plain words, each once', () => {
  expect([words.length, new Set(words).size]).toEqual([256, 256]);
  expect(words.filter((word) => !/^[a-z]{2,8}$/.test(word))).toEqual([]);
});

describe('requests', () => {
  test('who is declined reads why, is gone from the list, and may ask again', async () => {
    const founder = await closedSpace();
    const { id } = founder.space;
    const peer = await asking(founder);
    expect(await requestsOf(founder.library, id)).toHaveLength(1);
    await decline(parts(founder), id, device(peer), 'Nog even niet.');
    expect(await requestsOf(founder.library, id)).toEqual([]);
    await carryNotices(founder.space, peer.space);
    expect(await ownRequest(peer.library, id)).toMatchObject({ declined: { reason: 'Nog even niet.' } });
    const person = { name: 'Noor Bedacht', organisation: '', contact: '' };
    await askForAccess(parts(peer), id, { person, role: 'edit', reason: 'nu dan?' });
    expect((await ownRequest(peer.library, id))?.declined).toBeNull();
    await carryNotices(peer.space, founder.space);
    expect(await requestsOf(founder.library, id)).toMatchObject([{ role: 'edit', known: null }]);
  });

  test('who has no key reads no request, and nobody asks without a name', async () => {
    const founder = await closedSpace();
    const peer = await asking(founder);
    expect(await requestsOf(peer.library, founder.space.id)).toEqual([]);
    const nameless = { person: { name: ' ', organisation: '', contact: '' }, role: 'read' as const, reason: '' };
    expect(await codeOf(askForAccess(parts(peer), peer.space.id, nameless))).toBe('access-no-name');
    expect(
      await codeOf(
        grant(founder.library, founder.space.id, 'f'.repeat(32) as DeviceId, {
          ...{ role: 'read', until: null, reason: '' },
        }),
      ),
    ).toBe('access-request-unknown');
  });
});

describe('invitations', () => {
  test('a link makes its bearer known once, and is worth nothing changed, for another space, or used', async () => {
    const founder = await closedSpace();
    const { id, marker } = founder.space;
    const link = await makeInvitation(parts(founder), id, { role: 'read', whom: 'Noor' });
    const token = tokenIn(` ${link}\n`, marker);
    const forged = [link.slice(0, -8), link.replace(/.{4}$/, 'AAAA'), 'raakvlak:uitnodiging#', token, `x${link}`, ''];
    for (const each of forged) expect(() => tokenIn(each, marker)).toThrow('access-invitation-damaged');
    const other = await closedSpace();
    expect(() => tokenIn(link, other.space.marker)).toThrow('access-invitation-damaged');

    const peer = await joinedPeer(founder.space);
    const person = { name: 'Noor Bedacht', organisation: '', contact: '' };
    await askForAccess(parts(peer), id, { person, role: 'read', reason: '', invitation: token });
    await carryNotices(peer.space, founder.space);
    expect(await requestsOf(founder.library, id)).toMatchObject([{ invitation: 'Noor' }]);
    await grant(founder.library, id, device(peer), { role: 'read', until: null, reason: '' });
    const second = await joinedPeer(founder.space);
    await askForAccess(parts(second), id, { person, role: 'read', reason: '', invitation: token });
    await carryNotices(second.space, founder.space);
    expect(await requestsOf(founder.library, id)).toMatchObject([{ invitation: null }]);
    expect(await codeOf(makeInvitation(parts(peer), id, { role: 'read', whom: 'x' }))).toBe('access-denied');
  });
});

describe('members', () => {
  test('the last coordinator stays until there is another, who can then let people in', async () => {
    const founder = await closedSpace();
    const { id } = founder.space;
    expect(await codeOf(leave(founder.library, id))).toBe('access-last-coordinator');
    const second = await memberOf(founder, 'coordinate');
    await leave(founder.library, id);
    await carryClosed(founder.space, second.space);
    expect([role(founder, second), role(second, second)]).toEqual(['none', 'coordinate']);
    expect(await codeOf(founder.library.createItem(draft(id, 'te laat')))).toBe('access-denied');
    const made = await second.library.createItem(draft(id, 'van de tweede'));
    const peer = await asking(second);
    await grant(second.library, id, device(peer), { role: 'read', until: null, reason: '' });
    await carryClosed(second.space, peer.space);
    await carryClosed(founder.space, peer.space);
    expect(peer.library.get(made.id)?.fields['title']).toBe('van de tweede');
  });

  test('a second device has the rights of its member, and loses them with them', async () => {
    const founder = await closedSpace();
    const { id } = founder.space;
    const first = await memberOf(founder, 'edit');
    const laptop = await asking(founder);
    await grantDevice(founder.library, id, device(laptop), device(first));
    for (const peer of [first, laptop]) await carryClosed(founder.space, peer.space);
    const made = await laptop.library.createItem(draft(id, 'van de laptop'));
    await carryClosed(laptop.space, founder.space);
    expect(founder.library.get(made.id)?.fields['title']).toBe('van de laptop');
    expect(membersOf(founder.library, id, today).map(({ role: may, devices }) => [may, devices.length])).toContainEqual(
      ['edit', 2],
    );
    await changeRights(founder.library, id, device(first), { role: 'none', until: null, reason: '' });
    await carryClosed(founder.space, laptop.space);
    expect(await codeOf(laptop.library.createItem(draft(id, 'te laat')))).toBe('access-denied');
  });

  test('a lost device reads nothing new, its owner’s other rights stay with nobody else', async () => {
    const founder = await closedSpace();
    const { id } = founder.space;
    const editor = await memberOf(founder, 'edit');
    const [before] = membersOf(founder.library, id, today).filter(({ self }) => !self);
    await dropDevice(founder.library, id, device(editor), 'gestolen');
    const made = await founder.library.createItem(draft(id, 'na de diefstal'));
    await carryClosed(founder.space, editor.space);
    expect(editor.library.get(made.id)).toBeNull();
    const [after] = membersOf(founder.library, id, today).filter(({ self }) => !self);
    expect([must(before).devices.length, must(after).devices.length, must(after).role]).toEqual([1, 0, 'edit']);
  });

  test('who left by themselves reads nothing new once a coordinator has seen it', async () => {
    const founder = await closedSpace();
    const { id } = founder.space;
    const reader = await memberOf(founder, 'read');
    await leave(reader.library, id);
    await carryClosed(reader.space, founder.space);
    expect([await endPassed(founder.library, id, today), await endPassed(founder.library, id, today)]).toEqual([1, 0]);
    const made = await founder.library.createItem(draft(id, 'na het vertrek'));
    await carryClosed(founder.space, reader.space);
    expect(reader.library.get(made.id)).toBeNull();
  });

  test('whom a second coordinator lets in after a new key reads everything', async () => {
    const founder = await closedSpace();
    const { id } = founder.space;
    const second = await memberOf(founder, 'coordinate');
    const gone = await memberOf(founder, 'read');
    await changeRights(founder.library, id, device(gone), { role: 'none', until: null, reason: '' });
    const made = await founder.library.createItem(draft(id, 'onder de nieuwe sleutel'));
    // So many small packs that the older ones are taken up in one under the new key.
    for (let n = 0; n < 20; n += 1) await founder.library.createItem(draft(id, `nummer ${n}`));
    await carryClosed(founder.space, second.space);
    const peer = await asking(second);
    await grant(second.library, id, device(peer), { role: 'read', until: null, reason: '' });
    for (let round = 0; round < 3; round += 1) {
      await carryClosed(founder.space, peer.space);
      await carryClosed(second.space, peer.space);
    }
    expect(peer.library.get(made.id)?.fields['title']).toBe('onder de nieuwe sleutel');
  });

  test('end dates that passed are carried out once, by a coordinator, with one new key', async () => {
    const founder = await closedSpace();
    const { id } = founder.space;
    const [one, two, stays] = [
      await memberOf(founder, 'read'),
      await memberOf(founder, 'edit'),
      await memberOf(founder, 'read'),
    ];
    for (const peer of [one, two])
      await changeRights(founder.library, id, device(peer), { role: 'read', until: '2024-03-31', reason: '' });
    expect(await endPassed(founder.library, id, '2024-03-31')).toBe(0);
    expect(await endPassed(stays.library, id, '2024-04-01')).toBe(0);
    expect(await endPassed(founder.library, id, '2024-04-01')).toBe(2);
    expect(await endPassed(founder.library, id, '2024-04-01')).toBe(0);
    const made = await founder.library.createItem(draft(id, 'na afloop'));
    for (const peer of [one, two, stays]) await carryClosed(founder.space, peer.space);
    expect([one, two, stays].map(({ library }) => library.get(made.id) !== null)).toEqual([false, false, true]);
  });
});
