import { describe, expect, test } from 'vitest';
import type { BlobHash } from '../../shared/base/ids';
import type { JsonValue } from '../../shared/base/json';
import { membershipType, type MembershipChange } from '../../shared/access/change';
import { roles } from '../../shared/access/role';
import type { Revision } from '../../shared/revision/revision';
import { AccessWorld, idOf, keyed, type TestDevice } from '../support/access-world';
import { must } from '../support/must';

const draft = idOf('draft');
const note = idOf('note');
const titled = (title: string) => ({ set: { type: 'draft', title } });
const annotation = { set: { type: 'annotation', comment: 'x' } };
const why = (world: AccessWorld, revision: Revision): string => {
  const verdict = world.verdict(revision);
  return typeof verdict === 'string' ? verdict : verdict.why;
};

describe('who', () => {
  test('A1 the founder writes and decides before anything has been written', () => {
    const world = new AccessWorld();
    const first = world.founder.write(draft, titled('eerste'));
    expect([world.verdict(first), world.membership().now.of(world.founder.id)?.role]).toEqual(['counts', 'coordinate']);
    expect(why(world, world.device('other').write(note, titled('ook')))).toBe('stranger');
  });

  test('A2 no other item says who the members are', () => {
    const world = new AccessWorld();
    const editor = world.member('editor', 'edit');
    const change: MembershipChange = {
      ...{ kind: 'rights', member: editor.id, role: 'coordinate', until: null, cuts: {}, reason: '' },
    };
    const forged = editor.write(note, {
      set: { type: membershipType },
      add: { changes: [change as unknown as JsonValue] },
    });
    expect(why(world, forged)).toBe('false-membership');
    expect(world.membership().now.of(editor.id)?.role).toBe('edit');
  });

  test.each([...roles])('A3 %s has what those before it have, and no more', (role) => {
    const world = new AccessWorld();
    world.founder.write(draft, titled('van de oprichter'));
    const member = world.member('member', role);
    const did = {
      read: member.write(idOf('me'), { set: { type: 'participant', device: member.id, name: 'M' } }),
      annotate: member.write(note, annotation),
      edit: member.write(draft, { set: { title: 'anders' } }),
      coordinate: member.gives(world.device('friend'), 'read'),
    };
    const allowed = Object.entries(did).map(([, revision]) => world.verdict(revision) === 'counts');
    const rank = roles.indexOf(role);
    expect(allowed).toEqual([rank >= 2, rank >= 3, rank >= 4, rank >= 5]);
  });

  test('A4 what was written with the right stays when the right goes', () => {
    const world = new AccessWorld();
    const editor = world.member('editor', 'edit');
    const before = editor.write(draft, titled('mag'));
    world.founder.seesAll().gives(editor.id, 'read');
    const after = editor.seesAll().write(draft, { set: { title: 'mag niet' } });
    expect([world.verdict(before), world.verdict(after)]).toEqual([
      'counts',
      { why: 'no-right', had: 'read', needed: 'edit' },
    ]);
    expect(world.state(draft)?.fields['title']).toBe('mag');
  });

  test('A5 what names a change that is not here waits for it', () => {
    const world = new AccessWorld();
    const editor = world.member('editor', 'edit');
    const written = editor.write(draft, titled('straks'));
    const grant = must(world.revisions[0]);
    const without = world.revisions.filter((revision) => revision !== grant);
    expect([world.verdict(written, without), world.verdict(written)]).toEqual(['waits', 'counts']);
    expect(world.state(draft, without)).toBeNull();
  });

  test.each(['view', 'read', 'annotate', 'edit'] as const)('A6 who may %s gives nobody anything', (role) => {
    const world = new AccessWorld();
    const member = world.member('member', role);
    const friend = world.device('friend');
    const given = roles.slice(1).map((each) => member.gives(friend, each));
    const self = member.gives(member.id, 'coordinate');
    const kept = member.gives(member, role);
    for (const revision of [...given, self, kept])
      expect(world.verdict(revision)).toEqual({ why: 'no-right', had: role, needed: 'coordinate' });
    expect([...world.membership().now.all.keys()]).toEqual([world.founder.id, member.id].sort());
  });

  test('A6 nothing counts that hangs on a right that was never given', () => {
    const world = new AccessWorld();
    const editor = world.member('editor', 'edit');
    const friend = world.device('friend');
    const first = editor.gives(friend, 'coordinate');
    friend.seesAll();
    const second = friend.changes(
      [{ kind: 'rights', member: editor.id, role: 'coordinate', until: null, cuts: {}, reason: '' }],
      { parents: [first.header.id] },
    );
    const third = editor.write(draft, titled('x'), { under: [second.header.id] });
    expect([why(world, first), why(world, second)]).toEqual(['no-right', 'no-right']);
    // The changes do not count, so this is judged by what does.
    expect(world.verdict(third)).toBe('counts');
    expect(why(world, editor.gives(friend, 'read', {}))).toBe('no-right');
    expect(world.membership().now.of(editor.id)?.role).toBe('edit');
  });

  test('A7 a member gives up rights, and only gives them up', () => {
    const world = new AccessWorld();
    const member = world.member('member', 'edit');
    const lower = member.gives(member.id, 'read');
    const back = member.gives(member.id, 'edit');
    const other = member.gives(world.founder.id, 'none');
    const leaves = member.gives(member.id, 'none');
    expect([lower, back, other, leaves].map((revision) => why(world, revision))).toEqual([
      'counts',
      'no-right',
      'no-right',
      'counts',
    ]);
    expect(world.membership().now.of(member.id)?.role).toBe('none');
  });

  test('A7 a member does not make their own time longer', () => {
    const world = new AccessWorld();
    const member = world.device('member');
    world.founder.gives(member, 'edit', { until: '2025-01-31' });
    const longer = member.seesAll().gives(member.id, 'edit', { until: null });
    const same = member.gives(member.id, 'read', { until: '2025-01-31' });
    expect([why(world, longer), why(world, same)]).toEqual(['no-right', 'counts']);
  });

  test('A8 a device speaks for whom it was linked to, and for nobody once dropped', () => {
    const world = new AccessWorld();
    const first = world.member('first', 'edit');
    const second = world.device('second');
    world.founder.gives(first.id, 'edit', { devices: [keyed(second.id)] });
    const asMember = second.seesAll().write(draft, titled('tweede laptop'));
    expect([world.verdict(asMember), world.membership().now.of(second.id)?.id]).toEqual(['counts', first.id]);
    const cut = { n: asMember.header.n, revision: asMember.header.id };
    world.founder.seesAll().changes([{ kind: 'drop', device: second.id, cut, reason: 'gestolen' }]);
    const unaware = second.write(draft, { set: { title: 'dief' } });
    const aware = second.seesAll().write(draft, { set: { title: 'dief' } });
    expect([why(world, asMember), why(world, unaware), why(world, aware)]).toEqual(['counts', 'after-cut', 'stranger']);
    expect(world.verdict(first.seesAll().write(draft, { set: { title: 'eigenaar' } }))).toBe('counts');
  });

  test('A8 dropped and linked at the same time is dropped; linked to two is the one with the smallest name', () => {
    const world = new AccessWorld();
    const second = world.member('second coordinator', 'coordinate');
    const laptop = world.device('laptop');
    const [a, b] = [world.member('a', 'read'), world.member('b', 'edit')];
    second.seesAll();
    world.founder.gives(a.id, 'read', { devices: [keyed(laptop.id)] });
    second.gives(b.id, 'edit', { devices: [keyed(laptop.id)] });
    expect(world.membership().now.of(laptop.id)?.id).toBe([a.id, b.id].sort()[0]);
    second.changes([{ kind: 'drop', device: laptop.id, cut: null, reason: '' }]);
    expect(world.membership().now.of(laptop.id)).toBeNull();
  });

  test('A9 different rights at the same time are the lesser, until somebody who saw both decides', () => {
    const world = new AccessWorld();
    const second = world.member('second', 'coordinate');
    const member = world.member('member', 'read');
    second.seesAll();
    world.founder.gives(member.id, 'edit', { until: '2025-06-30' });
    second.gives(member.id, 'annotate', { until: '2025-03-31' });
    const { role, until } = must(world.membership().now.of(member.id));
    expect([role, until]).toEqual(['annotate', '2025-03-31']);
    world.founder.seesAll().gives(member.id, 'edit', { until: '2025-06-30' });
    expect(world.membership().now.of(member.id)).toMatchObject({ role: 'edit', until: '2025-06-30' });
  });
});

describe('at the same time', () => {
  test('A10 up to the cut it counts, beyond it not, and once it has been seen it is judged anew', () => {
    const world = new AccessWorld();
    const editor = world.member('editor', 'edit');
    const seen = editor.write(draft, titled('gezien'));
    world.founder.seesAll();
    const unseen = editor.write(draft, { set: { title: 'ongezien' } });
    const revoke = world.founder.gives(editor.id, 'none');
    const later = editor.write(draft, { set: { title: 'nog later' } });
    const backdated = editor.write(draft, { set: { title: 'als eerder' } }, { under: seen.header.under ?? [] });
    expect([seen, unseen, later, backdated].map((revision) => world.verdict(revision))).toEqual([
      'counts',
      ...[1, 2, 3].map(() => ({ why: 'after-cut', by: revoke.header.id })),
    ]);
    world.founder.seesAll().gives(editor.id, 'edit');
    const again = editor.seesAll().write(draft, { set: { title: 'weer binnen' } });
    expect([world.verdict(again), world.verdict(unseen)]).toEqual([
      'counts',
      { why: 'after-cut', by: revoke.header.id },
    ]);
    expect(world.state(draft)?.fields['title']).toBe('weer binnen');
  });

  test('A10 a lower right leaves what that right still allows', () => {
    const world = new AccessWorld();
    const editor = world.member('editor', 'edit');
    world.founder.gives(editor.id, 'annotate');
    const remark = editor.write(note, annotation);
    const change = editor.write(draft, titled('nee'));
    expect([why(world, remark), why(world, change)]).toEqual(['counts', 'after-cut']);
  });

  test('A11 a second history below the cut is not accepted', () => {
    const world = new AccessWorld();
    const editor = world.member('editor', 'edit');
    const one = editor.write(draft, titled('een'));
    const two = editor.write(draft, { set: { title: 'twee' } });
    const three = editor.write(draft, { set: { title: 'drie' } });
    world.founder.seesAll().gives(editor.id, 'none');
    const forged = editor.write(draft, { set: { title: 'vals' } }, { n: 2, prev: one.header.id });
    const last = editor.write(draft, { set: { title: 'vals' } }, { n: 3, prev: two.header.id });
    expect([one, two, three, forged, last].map((revision) => why(world, revision))).toEqual([
      ...['counts', 'counts', 'counts'],
      ...['after-cut', 'after-cut'],
    ]);
  });

  test('A12 of two coordinators who cut each other off the more senior stays', () => {
    const world = new AccessWorld();
    const junior = world.member('junior', 'coordinate');
    world.founder.seesAll();
    const byFounder = world.founder.gives(junior.id, 'none');
    const byJunior = junior.gives(world.founder.id, 'none');
    expect([why(world, byFounder), why(world, byJunior)]).toEqual(['counts', 'after-cut']);
    expect(world.membership().now.of(world.founder.id)?.role).toBe('coordinate');
  });

  test('A12 a senior who is cut off by one they do not threaten is cut off', () => {
    const world = new AccessWorld();
    const junior = world.member('junior', 'coordinate');
    junior.gives(world.founder.id, 'none');
    const late = world.founder.gives(world.device('friend'), 'edit');
    expect(why(world, late)).toBe('after-cut');
  });

  test('A12 of a ring of three one is left, and who fell changes nothing else', () => {
    const world = new AccessWorld();
    const members = ['x', 'y', 'z'].map((name) => world.member(name, 'coordinate'));
    for (const member of members) member.seesAll();
    const [a, b, c] = [...members].sort((one, other) => (one.id < other.id ? -1 : 1)) as [
      TestDevice,
      TestDevice,
      TestDevice,
    ];
    const outsider = world.member('outsider', 'edit');
    for (const member of members) member.seesAll();
    // a cuts off c, c cuts off b, b cuts off a: a is heard first, so c's change falls, and then nobody protects a from b's.
    const cuts = [a.gives(c.id, 'none'), c.gives(b.id, 'none'), b.gives(a.id, 'none')];
    const byFallen = c.gives(outsider.id, 'none');
    expect(cuts.map((revision) => why(world, revision))).toEqual(['after-cut', 'after-cut', 'counts']);
    expect(why(world, byFallen)).toBe('after-cut');
    expect(world.membership().now.of(outsider.id)?.role).toBe('edit');
  });

  test('A12 what hangs on a change that fell falls with it', () => {
    const world = new AccessWorld();
    const second = world.member('second', 'coordinate');
    const revoke = world.founder.gives(second.id, 'none');
    const friend = world.device('friend');
    second.gives(friend, 'coordinate');
    friend.seesAll().sees(...world.revisions.filter((revision) => revision !== revoke));
    const byFriend = friend.changes([
      { kind: 'rights', member: second.id, role: 'edit', until: null, cuts: {}, reason: '' },
    ]);
    expect(why(world, byFriend)).toBe('no-right');
  });
});

describe('what', () => {
  test('A13 who reads says who they are and what they erased, and nothing else', () => {
    const world = new AccessWorld();
    const old = world.founder.write(draft, titled('weg hiermee'));
    const erasure = idOf('erasure');
    world.founder.write(erasure, { set: { type: 'erasure' }, add: { revisions: [old.header.id] } });
    const reader = world.member('reader', 'read');
    const me = { set: { type: 'participant', device: reader.id, name: 'Noor Invented' } };
    const allowed = [reader.write(idOf('me'), me), reader.write(erasure, { add: { confirmedBy: [reader.id] } })];
    const refused = [
      reader.write(erasure, { add: { confirmedBy: [world.founder.id] } }),
      reader.write(erasure, { add: { revisions: [old.header.id] } }),
      reader.write(draft, { set: { title: 'x' } }),
      reader.write(note, annotation),
    ];
    expect(allowed.map((revision) => why(world, revision))).toEqual(['counts', 'counts']);
    expect(refused.map((revision) => why(world, revision))).toEqual(['not-own', 'no-right', 'no-right', 'no-right']);
  });

  test('A14 an annotator makes and changes annotations of their own', () => {
    const world = new AccessWorld();
    const [ann, bob] = [world.member('ann', 'annotate'), world.member('bob', 'annotate')];
    const own = ann.write(note, annotation);
    const more = ann.write(note, { set: { comment: 'beter' } });
    const others = bob.seesAll().write(note, { set: { comment: 'van ann?' } });
    const grown = ann.write(note, { set: { type: 'draft' } });
    expect([own, more, others, grown].map((revision) => why(world, revision))).toEqual([
      ...['counts', 'counts', 'not-own', 'no-right'],
    ]);
  });

  test.each([
    ['an annotation', 'annotation'],
    ['an erasure', 'erasure'],
    ['a participant', 'participant'],
  ])('A14 beginning an item anew as %s takes nothing from who has more rights', (_, type) => {
    const world = new AccessWorld();
    const made = world.founder.write(draft, titled('van de oprichter'));
    const ann = world.member('ann', 'annotate');
    const forged = ann.write(draft, { set: { type, title: 'gekaapt' } }, { parents: [] });
    const later = world.founder.seesAll().write(draft, { set: { summary: 'verder' } });
    expect(world.verdict(forged)).not.toBe('counts');
    expect([made, later].map((revision) => world.verdict(revision))).toEqual(['counts', 'counts']);
    expect(world.state(draft)?.fields).toMatchObject({ type: 'draft', title: 'van de oprichter' });
  });

  test('A14 an annotation that becomes an erasure afterwards erases nothing', () => {
    const world = new AccessWorld();
    const victim = world.founder.write(draft, titled('blijft'));
    const ann = world.member('ann', 'annotate');
    ann.write(note, { add: { revisions: [victim.header.id] } });
    ann.write(note, { set: { type: 'erasure' } });
    const annotated = ann.write(idOf('other'), { ...annotation, add: { revisions: [victim.header.id] } });
    const turned = ann.write(idOf('other'), { set: { type: 'erasure' } });
    expect(world.state(note)?.sets['revisions']).toBeUndefined();
    expect([world.verdict(annotated), why(world, turned)]).toEqual(['counts', 'malformed']);
    expect(world.state(idOf('other'))?.fields['type']).toBe('annotation');
  });

  test('A15 an editor changes everything but membership', () => {
    const world = new AccessWorld();
    world.founder.write(draft, titled('een'));
    const editor = world.member('editor', 'edit');
    const ann = world.member('ann', 'annotate');
    ann.write(note, annotation);
    editor.seesAll();
    const done = [
      editor.write(draft, { set: { title: 'twee', deleted: true } }),
      editor.write(note, { set: { resolved: true } }),
      editor.write(idOf('new'), titled('nieuw')),
    ];
    expect(done.map((revision) => world.verdict(revision))).toEqual(['counts', 'counts', 'counts']);
    expect(why(world, editor.gives(editor.id, 'coordinate'))).toBe('no-right');
  });

  test('A16 nobody says who another is', () => {
    const world = new AccessWorld();
    const reader = world.member('reader', 'read');
    reader.write(idOf('me'), { set: { type: 'participant', device: reader.id, name: 'Noor' } });
    const editor = world.member('editor', 'edit');
    const renamed = editor.seesAll().write(idOf('me'), { set: { name: 'Iemand anders' } });
    const coordinator = world.founder.seesAll().write(idOf('me'), { set: { name: 'Iemand anders' } });
    expect([why(world, renamed), why(world, coordinator)]).toEqual(['not-own', 'not-own']);
  });

  test('A17 one erases what is one’s own, a coordinator what is anybody’s, nobody the membership', () => {
    const world = new AccessWorld();
    const [ann, editor] = [world.member('ann', 'annotate'), world.member('editor', 'edit')];
    const own = ann.write(note, annotation);
    const file = (hash: string) => ({
      hash: hash.repeat(64),
      name: 'a.pdf',
      mediaType: 'application/pdf',
      sizeBytes: 1,
    });
    const shared = editor.write(draft, { set: { type: 'draft', title: 'x', file: file('a') } });
    for (const device of [ann, editor, world.founder]) device.seesAll();
    const erase = (by: TestDevice, revisions: readonly string[], blobs: readonly string[] = []): string =>
      why(
        world,
        by.write(idOf(`erase ${world.revisions.length}`), { set: { type: 'erasure' }, add: { revisions, blobs } }),
      );
    expect(erase(ann, [own.header.id])).toBe('counts');
    expect(erase(ann, [shared.header.id])).toBe('no-right');
    expect(erase(ann, [own.header.id], ['a'.repeat(64) as BlobHash])).toBe('no-right');
    expect(erase(editor, [shared.header.id], ['a'.repeat(64)])).toBe('counts');
    expect(erase(editor, [own.header.id])).toBe('no-right');
    expect(erase(world.founder, [own.header.id, shared.header.id])).toBe('counts');
    expect(erase(world.founder, [must(world.revisions[0]).header.id])).toBe('erases-membership');
    expect(erase(world.founder, ['f'.repeat(64)])).toBe('waits');
  });
});
