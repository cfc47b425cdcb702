import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { isNewerNotice, namedNotice, readNotice } from '../../electron/access/notice';
import { keepNotice, noticeAt } from '../../electron/access/notice-files';
import { changeRights } from '../../electron/access/members';
import { putCard } from '../../electron/access/cards';
import { askForAccess, requestsOf } from '../../electron/access/requests';
import { keyAt } from '../../electron/library/epoch-key';
import { Judges } from '../../electron/library/judges';
import { encodeSignedJson } from '../../electron/library/signed-json';
import { signerOf } from '../../electron/library/signing';
import { deviceOfHeadName, namedFile } from '../../electron/sync/space-paths';
import type { MembershipChange } from '../../shared/access/change';
import { roles, type Role } from '../../shared/access/role';
import type { DeviceId, RevisionId } from '../../shared/base/ids';
import type { JsonValue } from '../../shared/base/json';
import type { Revision } from '../../shared/revision/revision';
import { AccessWorld, idOf, keyed, type TestDevice } from '../support/access-world';
import { carryClosed, closedSpace, letIn, memberOf } from '../support/closed-space';
import { filesIn } from '../support/library-folders';
import { draft, joinedPeer, type Peer } from '../support/library-spaces';
import { must } from '../support/must';

const seed = Number(process.env['RAAKVLAK_SEED'] ?? 20240601);
const mutations = Number(process.env['RAAKVLAK_RUNS'] ?? 300);
let attacks = 0;
const attacked = (n = 1): void => {
  attacks += n;
};
afterAll(() => console.log(`access: ${attacks} attacks, none succeeded`));

const now = (): Date => new Date('2024-03-01T09:00:00.000Z');
const person = { name: 'Noor Bedacht', organisation: 'College Zuid', contact: '' };

describe('revisions that claim what is not so', () => {
  const secret = idOf('secret');
  const remark = idOf('remark');

  /** A space with one of each role, a draft and an annotation that are not the attacker's. */
  function scene(role: Role): { world: AccessWorld; attacker: TestDevice; other: TestDevice } {
    const world = new AccessWorld();
    world.founder.write(secret, { set: { type: 'draft', title: 'echt' } });
    const other = world.member('other', 'annotate');
    other.write(remark, { set: { type: 'annotation', comment: 'echt' } });
    world.member('second', 'coordinate');
    const attacker = world.member('attacker', role);
    return { world, attacker, other };
  }

  const rights = (member: DeviceId, role: Role): MembershipChange => ({
    ...{ kind: 'rights', member, role, until: null, cuts: {}, reason: '' },
    devices: [keyed(member)],
  });

  /** What somebody tries who may do no more than their role. */
  const tries: Readonly<
    Record<string, (scene: { world: AccessWorld; attacker: TestDevice; other: TestDevice }) => readonly Revision[]>
  > = {
    'changes a draft': ({ attacker }) => [attacker.write(secret, { set: { title: 'vals' } })],
    'bins a draft': ({ attacker }) => [attacker.write(secret, { set: { deleted: true } })],
    'makes a draft': ({ attacker }) => [attacker.write(idOf('new'), { set: { type: 'draft', title: 'vals' } })],
    'begins a draft anew': ({ attacker }) => [
      attacker.write(secret, { set: { type: 'draft', title: 'vals' } }, { parents: [] }),
    ],
    'begins a draft anew as an annotation': ({ attacker }) => [
      attacker.write(secret, { set: { type: 'annotation', title: 'vals' } }, { parents: [] }),
    ],
    'names the founder’s membership': ({ attacker }) => [
      attacker.write(secret, { set: { title: 'vals' } }, { under: [] }),
    ],
    'names each state there ever was': ({ world, attacker }) =>
      world
        .membership()
        .steps.map(({ header }) => attacker.write(secret, { set: { title: 'vals' } }, { under: [header.id] })),
    'names a state that is no membership': ({ world, attacker }) => {
      const id = must(world.revisions.find(({ header }) => header.item === secret)).header.id;
      return [attacker.write(secret, { set: { title: 'vals' } }, { under: [id] })];
    },
    'names a made-up state': ({ attacker }) => [
      attacker.write(secret, { set: { title: 'vals' } }, { under: ['e'.repeat(64) as RevisionId] }),
    ],
    'says nothing of membership': ({ attacker }) => [
      attacker.write(secret, { set: { title: 'vals' } }, { under: undefined as never }),
    ],
    'gives themselves each role': ({ attacker }) =>
      roles.slice(roles.indexOf(attacker.role()) + 1).map((role) => attacker.changes([rights(attacker.id, role)])),
    'lets in a friend with each role': ({ world, attacker }) =>
      roles.slice(1).map((role) => attacker.changes([rights(world.device('friend').id, role)])),
    'lets a friend do it': ({ world, attacker }) => {
      const friend = world.device('friend');
      const first = attacker.changes([rights(friend.id, 'coordinate')]);
      const second = friend.seesAll().changes([rights(attacker.id, 'coordinate')], { parents: [first.header.id] });
      return [first, second];
    },
    'takes away the rights of each other member': ({ world, attacker }) =>
      [...world.membership().now.all.keys()]
        .filter((id) => id !== attacker.id)
        .map((id) => attacker.changes([{ ...rights(id, 'none'), devices: undefined } as MembershipChange])),
    'takes over the device of another': ({ attacker, other }) => [
      attacker.changes([{ ...rights(attacker.id, attacker.role()), devices: [keyed(other.id)] } as MembershipChange]),
    ],
    'drops the device of another': ({ attacker, other }) => [
      attacker.changes([{ kind: 'drop', device: other.id, cut: null, reason: '' }]),
    ],
    'begins the membership anew': ({ attacker }) => [
      attacker.changes([rights(attacker.id, 'coordinate')], { parents: [] }),
    ],
    'makes a second membership': ({ attacker }) => [
      attacker.write(idOf('membership'), {
        set: { type: 'membership' },
        add: { changes: [rights(attacker.id, 'coordinate') as unknown as JsonValue] },
      }),
    ],
    'accepts what was set aside of their own': ({ attacker }) => {
      const wrong = attacker.write(secret, { set: { title: 'vals' } });
      return [wrong, attacker.changes([{ kind: 'accept', revisions: [wrong.header.id], reason: '' }])];
    },
    'renames another participant': ({ world, attacker, other }) => {
      other.seesAll().write(idOf('me'), { set: { type: 'participant', device: other.id, name: 'echt' } });
      attacker.seesAll();
      void world;
      return [attacker.write(idOf('me'), { set: { name: 'vals' } })];
    },
    'erases another’s words': ({ world, attacker }) => {
      const id = must(world.revisions.find(({ header }) => header.item === secret)).header.id;
      return [attacker.write(idOf('erasure'), { set: { type: 'erasure' }, add: { revisions: [id] } })];
    },
    'erases the membership': ({ world, attacker }) =>
      world
        .membership()
        .steps.map(({ header }) =>
          attacker.write(idOf(header.id), { set: { type: 'erasure' }, add: { revisions: [header.id] } }),
        ),
    'confirms an erasure for another': ({ world, attacker, other }) => {
      world.founder.seesAll().write(idOf('erasure'), { set: { type: 'erasure' } });
      attacker.seesAll();
      return [attacker.write(idOf('erasure'), { add: { confirmedBy: [other.id] } })];
    },
    'takes back an erasure': ({ world, attacker }) => {
      const id = must(world.revisions[0]).header.id;
      world.founder.seesAll().write(idOf('erasure'), { set: { type: 'erasure' }, add: { revisions: [id] } });
      attacker.seesAll();
      return [attacker.write(idOf('erasure'), { remove: { revisions: [id] } })];
    },
  };
  /** What is no attack from who may edit. */
  const allowed: Readonly<Record<string, readonly Role[]>> = {
    'changes a draft': ['edit'],
    'bins a draft': ['edit'],
    'makes a draft': ['edit'],
    'begins a draft anew': ['edit'],
    'begins a draft anew as an annotation': ['edit'],
    'accepts what was set aside of their own': ['edit'],
  };

  const cases = Object.entries(tries).flatMap(([name, attempt]) =>
    (['none', 'read', 'annotate', 'edit'] as const)
      .filter((role) => allowed[name]?.includes(role) !== true)
      .map((role) => ({ name, role, attempt })),
  );

  test.each(cases)('who may $role $name', ({ name, role, attempt }) => {
    const { world, attacker, other } = scene(role);
    const before = [...world.membership().now.all];
    const made = attempt({ world, attacker, other });
    attacked(made.length);
    // Of all states there were, an editor may name the newest.
    const legal = name.startsWith('names each state') && role === 'edit' ? 1 : 0;
    const counting = made.filter((revision) => world.verdict(revision) === 'counts');
    expect(counting.length).toBeLessThanOrEqual(legal);
    expect([...world.membership().now.all]).toEqual(before);
    if (legal === 0) expect(world.state(secret)?.fields['title']).toBe('echt');
    expect(world.state(remark)?.fields['comment']).toBe('echt');
  });

  test('grants that are replayed, copied and put in any order change nothing', () => {
    const { world, attacker } = scene('edit');
    world.founder.seesAll().gives(attacker.id, 'none');
    const all = [...world.revisions, ...world.revisions];
    for (let turn = 0; turn < all.length; turn += 1) {
      const known = [...all.slice(turn), ...all.slice(0, turn)];
      expect(world.membership(known).now.of(attacker.id)?.role).toBe('none');
      attacked();
    }
  });

  test('a membership that was rolled back gives nothing back: what was written then is set aside when the rest is there', () => {
    const { world, attacker } = scene('edit');
    const old = [...world.revisions];
    const revoke = world.founder.seesAll().gives(attacker.id, 'none');
    const late = attacker.write(secret, { set: { title: 'vals' } });
    attacked();
    expect(world.membership(old).now.of(attacker.id)?.role).toBe('edit');
    expect(world.verdict(late)).toEqual({ why: 'after-cut', by: revoke.header.id });
    expect(world.state(secret)?.fields['title']).toBe('echt');
  });

  test.each(['n', 'prev', 'fork'] as const)('a revoked member who back-dates by %s', (how) => {
    const { world, attacker } = scene('edit');
    const one = attacker.write(secret, { set: { title: 'mocht' } });
    const two = attacker.write(secret, { set: { summary: 'mocht' } });
    world.founder.seesAll().gives(attacker.id, 'none');
    const { under = [] } = one.header;
    const said = {
      n: { n: 1, prev: null },
      prev: { n: 3, prev: one.header.id },
      fork: { n: two.header.n, prev: one.header.id },
    }[how];
    const forged = attacker.write(secret, { set: { title: 'vals' } }, { ...said, under });
    attacked();
    expect(world.verdict(forged)).toMatchObject({ why: 'after-cut' });
    expect(world.state(secret)?.fields['title']).toBe('mocht');
  });
});

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

  test('a foreign epoch: the key of who was revoked, and of who never coordinated, is not taken', async () => {
    const founder = await closedSpace();
    const reader = await memberOf(founder, 'read');
    const editor = await memberOf(founder, 'edit');
    const victim = await reader.library.access(reader.space.id).ownDevice();
    await editor.space.renewKey([victim]);
    const paths = (await editor.space.keyPaths()).filter((path) => path.endsWith(victim.device));
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      if (reader.space.has(path)) continue;
      attacked();
      expect(await reader.space.receiveKey(path, readFileSync(editor.space.pathOf(path)))).toBe(false);
    }
    await letIn(founder, editor, 'none');
    await carryClosed(founder.space, reader.space);
    for (const path of paths) {
      if (reader.space.has(path)) continue;
      attacked();
      expect(await reader.space.receiveKey(path, readFileSync(editor.space.pathOf(path)))).toBe(false);
    }
  });
});

test('a newcomer to whom a former member gives a key of their own does not write under it', async () => {
  const founder = await closedSpace();
  const former = await memberOf(founder, 'edit');
  const gone = must(former.library.device());
  await changeRights(founder.library, founder.space.id, gone, { role: 'none', until: null, reason: '' });
  const newcomer = await joinedPeer(founder.space);
  const holder = await newcomer.library.access(founder.space.id).ownDevice();
  await former.space.shareKeys(holder);
  await former.space.renewKey([holder]);
  const own = (await former.space.keyPaths()).filter((path) => path.endsWith(holder.device));
  await carryClosed(former.space, newcomer.space);
  const taken = own.filter((path) => newcomer.space.has(path));
  attacked(taken.length);
  expect(taken.length).toBe(2);
  await letIn(founder, newcomer, 'edit');
  await carryClosed(founder.space, newcomer.space);
  expect(own.filter((path) => newcomer.space.has(path))).toHaveLength(1);
  const made = await newcomer.library.createItem(draft(founder.space.id, 'voor de leden'));
  await carryClosed(newcomer.space, founder.space);
  await carryClosed(newcomer.space, former.space);
  expect(founder.library.get(made.id)?.fields['title']).toBe('voor de leden');
  expect(former.library.get(made.id)).toBeNull();
});

describe('files beside the encrypted part', () => {
  async function asked(): Promise<{ founder: Peer; peer: Peer; path: string; bytes: Buffer }> {
    const founder = await closedSpace();
    const peer = await joinedPeer(founder.space);
    const parts = { library: peer.library, random: (n: number) => randomBytes(n), now };
    await askForAccess(parts, peer.space.id, { person, role: 'read', reason: 'graag' });
    const path = `requests/${must(peer.library.device())}.json`;
    return { founder, peer, path, bytes: readFileSync(peer.space.pathOf(path)) };
  }

  test('a request is read whole, and not with another signature, key, name, space or recipient', async () => {
    const { founder, path, bytes } = await asked();
    const space = founder.space.id;
    expect(readNotice(path, bytes, space)).toMatchObject({ kind: 'request' });
    await keepNotice(founder.space, must(readNotice(path, bytes, space)), bytes);
    expect(await requestsOf(founder.library, space)).toMatchObject([{ name: person.name, reason: 'graag' }]);
    const content = JSON.parse(bytes.toString('utf8')) as Record<string, JsonValue>;
    const stranger = signerOf(randomBytes(32));
    const { sig: _sig, ...unsigned } = content;
    const resigned = (change: Record<string, JsonValue>): Uint8Array =>
      encodeSignedJson({ ...unsigned, ...change }, stranger);
    const forged: readonly (readonly [string, Uint8Array])[] = [
      [path, Buffer.from(JSON.stringify(unsigned))],
      [path, Buffer.from(JSON.stringify({ ...content, sig: '' }))],
      [path, Buffer.from(JSON.stringify({ ...content, sig: stranger.sign('something else') }))],
      [path, Buffer.from(JSON.stringify({ ...content, edition: 9 }))],
      [path, Buffer.from(JSON.stringify({ ...content, sealed: 'AAAA' }))],
      [path, Buffer.from(JSON.stringify({ ...content, extra: 1 }))],
      [path, resigned({})],
      [path, resigned({ key: stranger.publicKey })],
      [path, resigned({ key: stranger.publicKey, device: stranger.device })],
      [`requests/${stranger.device}.json`, bytes],
      [`requests/${stranger.device}-${String(content['device'])}.json`, resigned({ key: stranger.publicKey })],
      [`cards/${String(content['device'])}-${'a'.repeat(26)}.json`, resigned({ device: stranger.device })],
      [path, Buffer.concat([bytes, Buffer.alloc(70_000, ' ')])],
      [path, Buffer.from('['.repeat(5_000))],
      [path, Buffer.alloc(0)],
    ];
    for (const [at, file] of forged) {
      attacked();
      expect(readNotice(at, file, space)).toBeNull();
    }
    attacked();
    expect(readNotice(path, bytes, 'z'.repeat(26) as never)).toBeNull();
  });

  test(`no byte of a request can be another (${mutations} places, seed ${seed})`, async () => {
    const { founder, path, bytes } = await asked();
    const whole = JSON.stringify(readNotice(path, bytes, founder.space.id));
    let state = seed;
    for (let i = 0; i < mutations; i += 1) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      const changed = Buffer.from(bytes);
      const at = state % changed.length;
      changed[at] = (changed[at] as number) ^ (1 << (i % 8));
      const read = readNotice(path, changed, founder.space.id);
      attacked();
      // White space around the object may be another; what it says may not.
      if (read !== null) expect(JSON.stringify(read)).toBe(whole);
    }
  });

  test('an older request or card that is put back does not stand', async () => {
    const { founder, peer, path, bytes } = await asked();
    const parts = { library: peer.library, random: (n: number) => randomBytes(n), now };
    await askForAccess(parts, peer.space.id, { person, role: 'edit', reason: 'toch meer' });
    const newer = readFileSync(peer.space.pathOf(path));
    for (const file of [newer, bytes, newer, bytes]) {
      attacked();
      await keepNotice(founder.space, must(readNotice(path, file, founder.space.id)), file);
    }
    expect(await requestsOf(founder.library, founder.space.id)).toMatchObject([{ role: 'edit', reason: 'toch meer' }]);
    const card = { id: 'c'.repeat(26), title: 'Kaart', owner: 'x', status: '', at: '' };
    await putCard(founder.library, founder.space.id, { ...card, withdrawn: false });
    const at = `cards/${must(founder.library.device())}-${card.id}.json`;
    const shown = readFileSync(founder.space.pathOf(at));
    await putCard(founder.library, founder.space.id, { ...card, withdrawn: true });
    attacked();
    const old = must(readNotice(at, shown, founder.space.id));
    expect(isNewerNotice(old, await noticeAt(founder.space, at))).toBe(false);
    expect(readFileSync(founder.space.pathOf(at), 'utf8')).not.toContain('Kaart');
  });

  test('no name from the folder leads out of it', async () => {
    const { founder } = await asked();
    const up = ['..', '../..', '..\\..', '%2e%2e', '....//', '\u2025', '.\u0000.', 'C:', '/etc', '~', 'CON', ' '];
    const tails = ['passwd', `${'a'.repeat(32)}.json`, `${'a'.repeat(32)}-${'b'.repeat(26)}.json`, 'x'.repeat(300)];
    const tops = ['cards', 'requests', 'keys', 'blobs', 'log', 'heads', ''];
    const before = filesIn(join(founder.folder, '..'));
    for (const top of tops)
      for (const dots of up)
        for (const tail of tails)
          for (const path of [`${top}/${dots}/${tail}`, `${dots}/${top}/${tail}`, `${top}/${tail}/${dots}`]) {
            attacked();
            expect([namedNotice(path), namedFile(path), keyAt(path), deviceOfHeadName(path)], path).toEqual([
              ...[null, null, null, null],
            ]);
            expect(await noticeAt(founder.space, path)).toBeNull();
          }
    expect(filesIn(join(founder.folder, '..'))).toEqual(before);
  });
});
