import { expect, test, vi } from 'vitest';
import { Judges } from '../../electron/library/judges';
import type { Peer } from '../support/library-spaces';
import { draft } from '../support/library-spaces';
import { carryClosed, closedSpace, letIn, memberOf } from '../support/closed-space';
import { testClock } from '../support/library-folders';
import { AppError } from '../../shared/base/errors';
import { must } from '../support/must';

/** Writes as a program would that asks nobody. */
async function lying<T>(work: () => Promise<T>): Promise<T> {
  const spy = vi.spyOn(Judges.prototype, 'foresee').mockReturnValue('counts');
  try {
    return await work();
  } finally {
    spy.mockRestore();
  }
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
const roleIn = (peer: Peer): string => peer.library.access(peer.space.id).self()?.role ?? 'none';
const title = (peer: Peer, id: string): unknown => peer.library.get(id as never)?.fields['title'];

test('whoever was let in reads, and is told what they may not', async () => {
  const founder = await closedSpace();
  const made = await founder.library.createItem(draft(founder.space.id, 'Concept'));
  const reader = await memberOf(founder, 'read');
  expect([roleIn(founder), roleIn(reader), title(reader, made.id)]).toEqual(['coordinate', 'read', 'Concept']);
  expect(await codeOf(reader.library.change(made.id, { set: { title: 'Anders' } }))).toBe('access-denied');
  expect(await codeOf(reader.library.createItem(draft(founder.space.id, 'Nieuw')))).toBe('access-denied');
  expect(title(reader, made.id)).toBe('Concept');
});

test('what is written without the right is set aside everywhere, shown, and can be accepted', async () => {
  const founder = await closedSpace();
  const made = await founder.library.createItem(draft(founder.space.id, 'Concept'));
  const reader = await memberOf(founder, 'read');
  const editor = await memberOf(founder, 'edit');
  await lying(() => reader.library.change(made.id, { set: { title: 'Gekaapt' } }));
  for (const peer of [founder, editor]) {
    await carryClosed(reader.space, peer.space);
    expect(title(peer, made.id)).toBe('Concept');
  }
  const access = founder.library.access(founder.space.id);
  const [aside] = access.setAside();
  expect(must(aside)).toMatchObject({
    ...{ item: made.id, device: reader.library.device(), title: 'Gekaapt' },
    fault: { why: 'no-right', had: 'read', needed: 'edit' },
  });
  await access.change([{ kind: 'accept', revisions: [must(aside).revision], reason: 'klopt toch' }]);
  await carryClosed(founder.space, editor.space);
  expect([title(founder, made.id), title(editor, made.id), access.setAside()]).toEqual(['Gekaapt', 'Gekaapt', []]);
  expect(editor.library.stateHash(founder.space.id)).toBe(founder.library.stateHash(founder.space.id));
});

test('a revoke and a write at the same time come out the same, whatever came first', async () => {
  const founder = await closedSpace();
  const made = await founder.library.createItem(draft(founder.space.id, 'Een'));
  const editor = await memberOf(founder, 'edit');
  const witness = await memberOf(founder, 'read');
  await editor.library.change(made.id, { set: { title: 'Twee' } });
  await carryClosed(editor.space, founder.space);
  await editor.library.change(made.id, { set: { title: 'Te laat' } });
  await letIn(founder, editor, 'none');
  // The witness hears the editor first, the founder hears them last, and the editor hears of it at the end.
  await carryClosed(editor.space, witness.space);
  expect(title(witness, made.id)).toBe('Te laat');
  await carryClosed(founder.space, witness.space);
  await carryClosed(editor.space, founder.space);
  await carryClosed(founder.space, editor.space);
  expect([founder, witness, editor].map((peer) => title(peer, made.id))).toEqual(['Twee', 'Twee', 'Twee']);
  expect(new Set([founder, witness, editor].map(({ library }) => library.stateHash(founder.space.id))).size).toBe(1);
  expect(await codeOf(editor.library.change(made.id, { set: { title: 'Nog eens' } }))).toBe('access-denied');
});

test('a change that waits for its grant counts when that comes, also after opening again', async () => {
  const founder = await closedSpace();
  const editor = await memberOf(founder, 'edit');
  const made = await editor.library.createItem(draft(founder.space.id, 'Van de nieuwe'));
  const witness = await memberOf(founder, 'read');
  expect(witness.library.access(founder.space.id).membership().now.all.size).toBe(3);
  await carryClosed(editor.space, witness.space);
  expect(title(witness, made.id)).toBe('Van de nieuwe');
  await witness.library.rebuild();
  expect(title(witness, made.id)).toBe('Van de nieuwe');
});

test('an erasure by who may not ask for it is not carried out', async () => {
  const founder = await closedSpace();
  const made = await founder.library.createItem(draft(founder.space.id, 'Blijft'));
  const editor = await memberOf(founder, 'edit');
  await lying(() => editor.library.erase({ items: [made.id] }));
  await carryClosed(editor.space, founder.space);
  expect([title(founder, made.id), founder.library.erasures()]).toEqual(['Blijft', []]);
  expect(founder.library.access(founder.space.id).setAside()).toMatchObject([{ fault: { why: 'no-right' } }]);
});

test('after the last day the own app writes nothing, and a coordinator’s change ends it for all', async () => {
  const clock = testClock();
  const founder = await closedSpace({ clock });
  const made = await founder.library.createItem(draft(founder.space.id, 'Een'));
  const editor = await memberOf(founder, 'edit', { clock });
  await letIn(founder, editor, 'edit', { until: '2024-03-31' });
  await carryClosed(founder.space, editor.space);
  await editor.library.change(made.id, { set: { title: 'Twee' } });
  clock.forward(32 * 24 * 60);
  expect(await codeOf(editor.library.change(made.id, { set: { title: 'Drie' } }))).toBe('access-ended');
  await lying(() => editor.library.change(made.id, { set: { title: 'Drie' } })).catch(() => undefined);
  expect(title(editor, made.id)).toBe('Twee');
});

test('a change of rights looks again at what it touches, and at nothing else', { timeout: 60_000 }, async () => {
  const founder = await closedSpace();
  const count = Number(process.env['RAAKVLAK_RECORDS'] ?? 500);
  const records = Array.from({ length: count }, (_, i) => draft(founder.space.id, `Nummer ${i}`));
  for (let at = 0; at < count; at += 500) await founder.library.createItems(records.slice(at, at + 500));
  const editor = await memberOf(founder, 'edit');
  const started = performance.now();
  await letIn(founder, editor, 'read');
  const changed = performance.now() - started;
  const listed = performance.now();
  expect(founder.library.access(founder.space.id).setAside()).toEqual([]);
  console.log(
    `${count} records: a change of rights ${changed.toFixed(0)} ms, looking all through ${(performance.now() - listed).toFixed(0)} ms`,
  );
  // What nobody wrote in is not looked at again.
  expect(changed).toBeLessThan(2_000);
});
