import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { identityOf } from '../../electron/access/age/x25519';
import { changeRights } from '../../electron/access/members';
import { keepNotice, noticeAt, noticesIn } from '../../electron/access/notice-files';
import { nameRequestKey, requestRecipient } from '../../electron/access/request-key';
import { askForAccess, requestsOf } from '../../electron/access/requests';
import { deviceOf } from '../../electron/library/signing';
import type { LocalSpace } from '../../electron/library/local-space';
import { carryClosed, closedSpace, memberOf } from '../support/closed-space';
import { joinedPeer, type Peer } from '../support/library-spaces';
import { must } from '../support/must';

const person = { name: 'Noor Bedacht', organisation: 'College Zuid', contact: '' };

async function carryNotices(from: LocalSpace, to: LocalSpace): Promise<void> {
  for (const notice of await noticesIn(from, 'requests'))
    await keepNotice(to, notice, readFileSync(from.pathOf(notice.path)));
}

/** Somebody stands before the folder as it is with `of`, and asks. */
async function asks(of: Peer): Promise<Peer> {
  const peer = await joinedPeer(of.space);
  await carryNotices(of.space, peer.space);
  const parts = { library: peer.library, random: (n: number) => randomBytes(n), now: () => new Date(0) };
  await askForAccess(parts, peer.space.id, { person, role: 'read', reason: 'graag' });
  return peer;
}

async function names(reader: Peer): Promise<readonly string[]> {
  return (await requestsOf(reader.library, reader.space.id)).map(({ name }) => name);
}

const gone = { role: 'none', until: null, reason: '' } as const;

test('F31 a request is encrypted to the newest key that the founder named: who left before reads no more of who asks', async () => {
  const founder = await closedSpace();
  const { id, marker } = founder.space;
  const former = await memberOf(founder, 'read');
  const second = await memberOf(founder, 'coordinate');
  expect([await nameRequestKey(founder.library, id), must(await requestRecipient(founder.space)).text]).toEqual([
    ...[false, marker.recipient],
  ]);
  const early = await asks(founder);
  await carryNotices(early.space, former.space);
  expect(await names(former)).toEqual(['Noor Bedacht']);

  await changeRights(founder.library, id, must(former.library.device()), gone);
  expect([await nameRequestKey(founder.library, id), await nameRequestKey(founder.library, id)]).toEqual([true, false]);
  await carryClosed(founder.space, second.space);
  const late = await asks(founder);
  for (const reader of [founder, second, former]) await carryNotices(late.space, reader.space);
  expect(await names(founder)).toEqual(['Noor Bedacht']);
  expect(await names(second)).toEqual(['Noor Bedacht']);
  expect(await names(former)).toEqual(['Noor Bedacht']);
  const opened = (peer: Peer): Promise<number> =>
    noticesIn(peer.space, 'requests').then(
      (all) =>
        all.filter(({ kind, content }) => {
          const sealed = Buffer.from(String(content['sealed'] ?? ''), 'base64');
          return kind === 'request' && peer.library.access(id).unseal(sealed) !== null;
        }).length,
    );
  // The former member opens the one from before and not the one after.
  expect([await opened(former), (await noticesIn(former.space, 'requests')).length]).toEqual([1, 3]);
});

test('F31 nobody but the founder’s device names the key: not a member, not who keeps the folder, not with the founder’s name', async () => {
  const founder = await closedSpace();
  const { id, marker } = founder.space;
  const liar = await memberOf(founder, 'coordinate');
  const own = identityOf(randomBytes(32)).recipient.text;
  const signed = await liar.library.access(id).sign({ edition: 9, epoch: 9, recipient: own });
  const outside = await joinedPeer(founder.space);
  const there = deviceOf(marker.founder);
  for (const device of [must(liar.library.device()), there]) {
    const path = outside.space.pathOf(`requests/${device}-key.json`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, signed);
  }
  expect(await noticeAt(outside.space, `requests/${there}-key.json`)).toBeNull();
  expect(must(await requestRecipient(outside.space)).text).toBe(marker.recipient);
  expect(await nameRequestKey(liar.library, id)).toBe(false);
});

test('F31 what is no key there is passed by, and the one of the marker counts', async () => {
  const founder = await closedSpace();
  const { id, marker } = founder.space;
  const path = founder.space.pathOf(`requests/${deviceOf(marker.founder)}-key.json`);
  mkdirSync(dirname(path), { recursive: true });
  for (const recipient of ['age1nothing', 7]) {
    writeFileSync(path, await founder.library.access(id).sign({ edition: 1, epoch: 2, recipient }));
    expect(must(await requestRecipient(founder.space)).text).toBe(marker.recipient);
  }
});
