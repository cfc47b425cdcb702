import { describe, expect, test } from 'vitest';
import type { MembershipChange } from '../../shared/access/change';
import type { Revision } from '../../shared/revision/revision';
import { AccessWorld, deviceNamed, idOf, keyed, type TestDevice } from '../support/access-world';

const link = (member: TestDevice, device: TestDevice): MembershipChange => ({
  ...{ kind: 'link', member: member.id, device: keyed(device.id) },
});
const drop = (by: TestDevice, device: TestDevice): MembershipChange => ({
  ...{ kind: 'drop', device: device.id, cut: by.cuts(device.id)[device.id] ?? null, reason: '' },
});
const note = (device: TestDevice, name = 'item'): Revision =>
  device.write(idOf(name), { set: { type: 'note', title: name } });

function member(role: 'view' | 'read' | 'edit' = 'edit'): { world: AccessWorld; anna: TestDevice; next: TestDevice } {
  const world = new AccessWorld();
  const anna = world.member('anna', role);
  return { world, anna, next: world.device('next') };
}
const owner = (world: AccessWorld, device: TestDevice): string | undefined => world.membership().now.of(device.id)?.id;

describe('devices of one’s own', () => {
  test('A23 a member links a device of theirs, which then has their rights and nobody else’s', () => {
    const { world, anna, next } = member();
    expect(world.verdict(anna.changes([link(anna, next)]))).toBe('counts');
    next.seesAll();
    expect([owner(world, next), world.verdict(note(next))]).toEqual([anna.id, 'counts']);
    expect(world.verdict(next.gives(world.device('vriend'), 'read'))).toMatchObject({ why: 'no-right' });
  });

  test('A23 who may only see cards links nothing, and nobody links for somebody else', () => {
    const { world, anna, next } = member('view');
    expect(world.verdict(anna.changes([link(anna, next)]))).toMatchObject({ why: 'no-right', needed: 'read' });
    const bram = world.member('bram', 'edit');
    expect(world.verdict(bram.changes([link(anna, next)]))).toMatchObject({ why: 'no-right' });
  });

  test('A23 nobody takes a device that is another’s, or one that was dropped', () => {
    const { world, anna, next } = member();
    const bram = world.member('bram', 'edit');
    expect(world.verdict(bram.changes([link(bram, anna)]))).toMatchObject({ why: 'no-right' });
    expect(world.verdict(bram.changes([link(bram, world.founder)]))).toMatchObject({ why: 'no-right' });
    anna.changes([link(anna, next)]);
    world.founder.seesAll().changes([drop(world.founder, next)]);
    expect(world.verdict(anna.seesAll().changes([link(anna, next)]))).toMatchObject({ why: 'no-right' });
    expect(owner(world, next)).toBeUndefined();
  });

  test('A23 of a member and a coordinator who link one device at the same time it is as the coordinator says', () => {
    const { world, next } = member();
    // Names are such that by the smallest of them it would be the other one's.
    const all = ['bram', 'noor', 'zoë', 'daan'].map((name) => world.member(name, 'edit'));
    const [taker, ...others] = [...all].sort((a, b) => (a.id < b.id ? -1 : 1)) as [TestDevice, ...TestDevice[]];
    const meant = others.at(-1) as TestDevice;
    for (const device of [world.founder, ...all]) device.seesAll();
    expect(world.verdict(taker.changes([link(taker, next)]))).toBe('counts');
    world.founder.gives(meant, 'edit', { devices: [keyed(next.id)] });
    expect(owner(world, next)).toBe(meant.id);
  });

  test('A23 a member drops a device of theirs: what it writes after the cut does not count, and what it linked meanwhile neither', () => {
    const { world, anna, next } = member();
    anna.changes([link(anna, next)]);
    next.seesAll();
    const before = note(anna);
    next.sees(before);
    expect(world.verdict(next.changes([drop(next, anna)]))).toBe('counts');
    const [late, taken] = [note(anna, 'laat'), anna.changes([link(anna, world.device('dief'))])];
    expect([world.verdict(before), owner(world, anna), owner(world, next)]).toEqual(['counts', undefined, anna.id]);
    expect(world.verdict(late)).toMatchObject({ why: 'after-cut' });
    expect(world.verdict(taken)).toMatchObject({ why: 'after-cut' });
    expect(world.membership().now.of(deviceNamed('dief'))).toBeNull();
  });

  test('A23 the new device loses its rights with the member, and a member drops nobody else’s device', () => {
    const { world, anna, next } = member();
    const bram = world.member('bram', 'edit');
    anna.changes([link(anna, next)]);
    next.seesAll();
    bram.seesAll();
    expect(world.verdict(bram.changes([drop(bram, next)]))).toMatchObject({ why: 'no-right' });
    world.founder.seesAll().gives(anna.id, 'none');
    next.seesAll();
    expect(world.verdict(note(next))).toMatchObject({ why: 'no-right' });
    expect(world.verdict(next.changes([link(anna, world.device('nog een'))]))).toMatchObject({ why: 'no-right' });
  });

  test('A23 a change that mixes devices of one’s own with anything else takes a coordinator', () => {
    const { world, anna, next } = member();
    const other = { kind: 'share', what: 'card', title: 'x', to: '' } as const;
    expect(world.verdict(anna.changes([link(anna, next), other]))).toMatchObject({
      why: 'no-right',
      needed: 'coordinate',
    });
  });
});
