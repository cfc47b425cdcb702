/** R11: what somebody signs who may not, judged from revisions alone: a reader who writes, an annotator who edits, an editor who grants, grants that are replayed, put in another order or rolled back. */
import { describe, expect, test } from 'vitest';
import type { MembershipChange } from '../../shared/access/change';
import { roles, type Role } from '../../shared/access/role';
import type { DeviceId, RevisionId } from '../../shared/base/ids';
import type { JsonValue } from '../../shared/base/json';
import type { Revision } from '../../shared/revision/revision';
import { AccessWorld, idOf, keyed, type TestDevice } from '../support/access-world';
import { countAttacks } from '../support/attack-count';
import { must } from '../support/must';

const attacked = countAttacks('rights');

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
