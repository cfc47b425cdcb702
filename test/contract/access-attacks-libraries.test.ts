/** R11: programs that were changed to write what they may not, against whole libraries; keys of a foreign epoch. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { changeRights } from '../../electron/access/members';
import { Judges } from '../../electron/library/judges';
import { signerOf } from '../../electron/library/signing';
import type { MembershipChange } from '../../shared/access/change';
import type { Role } from '../../shared/access/role';
import type { DeviceId } from '../../shared/base/ids';
import { countAttacks } from '../support/attack-count';
import { carryClosed, closedSpace, letIn, memberOf } from '../support/closed-space';
import { draft, joinedPeer, type Peer } from '../support/library-spaces';
import { must } from '../support/must';

const attacked = countAttacks('libraries');

describe('whole libraries', () => {
  async function lying<T>(work: () => Promise<T>): Promise<T> {
    const spy = vi.spyOn(Judges.prototype, 'check').mockReturnValue();
    try {
      return await work();
    } finally {
      spy.mockRestore();
    }
  }

  const change = (peer: Peer, changes: readonly MembershipChange[]): Promise<void> =>
    peer.library.access(peer.space.id).change(changes);
  const self = (peer: Peer): DeviceId => must(peer.library.device());
  const own = (peer: Peer, role: Role): MembershipChange => ({
    ...{ kind: 'rights', member: self(peer), role, until: null, cuts: {}, reason: '' },
  });

  const plots: readonly [string, Role, (peer: Peer, item: string) => Promise<unknown>][] = [
    ['a reader who writes', 'read', (peer, id) => peer.library.change(id as never, { set: { title: 'vals' } })],
    ['a reader who makes', 'read', (peer) => peer.library.createItem(draft(peer.space.id, 'vals'))],
    ['a reader who bins', 'read', (peer, id) => peer.library.bin([id as never])],
    ['a reader who erases', 'read', (peer, id) => peer.library.erase({ items: [id as never] })],
    ['an annotator who edits', 'annotate', (peer, id) => peer.library.change(id as never, { set: { title: 'vals' } })],
    ['an annotator who makes', 'annotate', (peer) => peer.library.createItem(draft(peer.space.id, 'vals'))],
    ['an editor who makes themselves coordinator', 'edit', (peer) => change(peer, [own(peer, 'coordinate')])],
    ['an editor who erases another’s words', 'edit', (peer, id) => peer.library.erase({ items: [id as never] })],
    [
      'an editor who gives a friend access',
      'edit',
      async (peer) => {
        const friend = signerOf(randomBytes(32)).device;
        await change(peer, [{ ...own(peer, 'edit'), member: friend } as MembershipChange]);
      },
    ],
  ];

  test.each(plots)('%s', async (_, role, plot) => {
    const founder = await closedSpace();
    const made = await founder.library.createItem(draft(founder.space.id, 'echt'));
    const attacker = await memberOf(founder, role);
    const before = founder.library.stateHash(founder.space.id);
    const members = [...founder.library.access(founder.space.id).membership().now.all];
    await lying(() => plot(attacker, made.id));
    attacked();
    await carryClosed(attacker.space, founder.space);
    expect(founder.library.stateHash(founder.space.id)).toBe(before);
    expect([...founder.library.access(founder.space.id).membership().now.all]).toEqual(members);
    expect(founder.library.access(founder.space.id).setAside().length).toBeGreaterThan(0);
    await founder.library.rebuild();
    expect(founder.library.stateHash(founder.space.id)).toBe(before);
  });

  test('a foreign epoch: the key of who was revoked, and of who never coordinated, is neither kept nor written with', async () => {
    const founder = await closedSpace();
    const reader = await memberOf(founder, 'edit');
    const editor = await memberOf(founder, 'edit');
    const victim = await reader.library.access(reader.space.id).ownDevice();
    const newest = reader.space.newestKey();
    await editor.space.renewKey([victim]);
    const paths = (await editor.space.keyPaths()).filter(
      (path) => path.endsWith(victim.device) && !reader.space.has(path),
    );
    expect(paths.length).toBeGreaterThan(0);
    const give = async (): Promise<void> => {
      for (const path of paths) {
        attacked();
        await reader.space.receiveKey(path, readFileSync(editor.space.pathOf(path)));
        expect(reader.space.has(path)).toBe(false);
      }
    };
    await give();
    expect(reader.space.newestKey()).toEqual(newest);
    const id = must(editor.library.device());
    await changeRights(founder.library, founder.space.id, id, { role: 'none', until: null, reason: '' });
    await carryClosed(founder.space, reader.space);
    await give();
    const made = await reader.library.createItem(draft(reader.space.id, 'niet voor wie eruit is'));
    await carryClosed(reader.space, founder.space);
    await carryClosed(reader.space, editor.space);
    expect(founder.library.get(made.id)?.fields['title']).toBe('niet voor wie eruit is');
    expect(editor.library.get(made.id)).toBeNull();
  });
});

/** A newcomer, and a former member who gave them the space's first key and one of their own. */
async function keyFromFormerMember() {
  const founder = await closedSpace();
  const former = await memberOf(founder, 'edit');
  const gone = must(former.library.device());
  await changeRights(founder.library, founder.space.id, gone, { role: 'none', until: null, reason: '' });
  const newcomer = await joinedPeer(founder.space);
  const holder = await newcomer.library.access(founder.space.id).ownDevice();
  await former.space.shareKeys(holder);
  await former.space.renewKey([holder]);
  return { founder, former, newcomer, holder };
}

test('a newcomer to whom a former member gives a key of their own does not write under it', async () => {
  const { founder, former, newcomer, holder } = await keyFromFormerMember();
  const own = (await former.space.keyPaths()).filter((path) => path.endsWith(holder.device));
  await carryClosed(former.space, newcomer.space);
  const taken = own.filter((path) => newcomer.space.has(path));
  attacked(own.length);
  expect(taken.length).toBe(1);
  await letIn(founder, newcomer, 'edit');
  await carryClosed(founder.space, newcomer.space);
  expect(own.filter((path) => newcomer.space.has(path))).toHaveLength(1);
  const made = await newcomer.library.createItem(draft(founder.space.id, 'voor de leden'));
  await carryClosed(newcomer.space, founder.space);
  await carryClosed(newcomer.space, former.space);
  expect(founder.library.get(made.id)?.fields['title']).toBe('voor de leden');
  expect(former.library.get(made.id)).toBeNull();
});

test('a newcomer who goes on under another name does not hand themselves the key of a former member', async () => {
  const { former, newcomer, holder } = await keyFromFormerMember();
  await carryClosed(former.space, newcomer.space);
  attacked();
  const isFor = (device: string) => (path: string) => path.endsWith(device);
  expect((await newcomer.space.keyPaths()).filter(isFor(holder.device))).toHaveLength(1);
  const next = await newcomer.library.renewDevice();
  expect((await newcomer.space.keyPaths()).filter(isFor(next))).toHaveLength(1);
});
