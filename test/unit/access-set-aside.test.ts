import { describe, expect, test } from 'vitest';
import type { RevisionId } from '../../shared/base/ids';
import { accessLimits, changesOf, type MembershipChange } from '../../shared/access/change';
import type { Revision } from '../../shared/revision/revision';
import { AccessWorld, deviceNamed, idOf, type TestDevice } from '../support/access-world';

const draft = idOf('draft');
const titled = (title: string) => ({ set: { type: 'draft', title } });
const why = (world: AccessWorld, revision: Revision): string => {
  const verdict = world.verdict(revision);
  return typeof verdict === 'string' ? verdict : verdict.why;
};

describe('after', () => {
  test('A18 what is set aside writes nothing, is in no heads, and holds up nobody', () => {
    const world = new AccessWorld();
    const first = world.founder.write(draft, titled('een'));
    const reader = world.member('reader', 'read');
    const editor = world.member('editor', 'edit');
    const wrong = reader.seesAll().write(draft, { set: { title: 'gekaapt' } });
    expect(world.state(draft)).toMatchObject({ fields: { title: 'een' }, heads: [first.header.id], conflicts: [] });
    const onTop = editor
      .seesAll()
      .write(draft, { set: { summary: 'samenvatting' } }, { parents: [wrong.header.id] as RevisionId[] });
    expect(world.verdict(onTop)).toBe('counts');
    expect(world.state(draft)).toMatchObject({
      fields: { title: 'een', summary: 'samenvatting' },
      heads: [onTop.header.id],
    });
    expect(world.state(draft)?.conflicts).toEqual([]);
  });

  test('A19 a coordinator accepts what was set aside, but not for membership', () => {
    const world = new AccessWorld();
    const editor = world.member('editor', 'edit');
    world.founder.gives(editor.id, 'none');
    const late = editor.write(draft, titled('toch goed'));
    const grant = editor.gives(world.device('friend'), 'read');
    const accept = (by: TestDevice, ids: readonly RevisionId[]): Revision =>
      by.seesAll().changes([{ kind: 'accept', revisions: [...ids], reason: 'in overleg' }]);
    expect(why(world, accept(world.member('other', 'edit'), [late.header.id]))).toBe('no-right');
    expect(why(world, late)).toBe('after-cut');
    accept(world.founder, [late.header.id, grant.header.id]);
    expect([world.verdict(late), why(world, grant)]).toEqual(['counts', 'no-right']);
    expect(world.state(draft)?.fields['title']).toBe('toch goed');
    // Who has nothing yet may not use it: what was accepted is still the draft that it says it is.
    const ann = world.member('ann', 'annotate').seesAll();
    expect(why(world, ann.write(draft, { set: { title: 'van mij' } }))).toBe('no-right');
  });

  test('A20 an end date decides nothing: the coordinator’s change does', () => {
    const world = new AccessWorld();
    const member = world.device('member');
    world.founder.gives(member, 'edit', { until: '2000-01-01' });
    const late = member.seesAll().write(draft, titled('na afloop'));
    expect(world.verdict(late)).toBe('counts');
    world.founder.gives(member.id, 'none', { reason: 'einddatum' });
    expect(why(world, late)).toBe('after-cut');
  });

  test('A21 copies and order make no difference', () => {
    const world = new AccessWorld();
    const editor = world.member('editor', 'edit');
    editor.write(draft, titled('een'));
    world.founder.gives(editor.id, 'read');
    const late = editor.write(draft, { set: { title: 'twee' } });
    const known = [...world.revisions].reverse();
    expect(world.verdict(late, [...known, ...known])).toEqual(world.verdict(late));
    expect(world.state(draft, [...known, ...known])).toEqual(world.state(draft));
  });

  test('A22 what cannot be judged whole is set aside whole', () => {
    const world = new AccessWorld();
    const member = deviceNamed('member');
    const good: MembershipChange = { kind: 'rights', member, role: 'read', until: null, cuts: {}, reason: '' };
    const bad: readonly unknown[] = [
      { kind: 'crown', member },
      { ...good, role: 'god' },
      { ...good, until: 'tomorrow' },
      { ...good, member: '../../etc' },
      { ...good, extra: 1 },
      { ...good, reason: 'x'.repeat(accessLimits.text + 1) },
      { kind: 'accept', revisions: Array.from({ length: 1_001 }, () => 'a'.repeat(64)), reason: '' },
    ];
    for (const change of bad) {
      const revision = world.founder.changes([good, change as MembershipChange]);
      expect([changesOf(revision), world.verdict(revision)]).toEqual([null, { why: 'malformed' }]);
    }
    const many = world.founder.changes(Array.from({ length: accessLimits.changes + 1 }, () => good));
    expect(world.verdict(many)).toEqual({ why: 'malformed' });
    expect(world.membership().now.of(member)).toBeNull();
    for (const under of [undefined, 'x', ['y'], [1], Array.from({ length: 65 }, (_, i) => String(i).padStart(64, '0'))])
      expect(why(world, world.founder.write(draft, titled('x'), { under: under as never }))).toBe('malformed');
  });
});
