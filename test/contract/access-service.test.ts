import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AppError } from '../../shared/base/errors';
import { filesIn, temporaryFolder, testClock } from '../support/library-folders';
import { must } from '../support/must';
import { titles, visit } from '../support/sharing-desk';

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );

const base = (): string => temporaryFolder();

test('asking, comparing words, granting, reading, writing, the end date, revoking and letting in again, never online together', async () => {
  const folder = join(base(), 'gedeeld');
  const clock = testClock();
  const anna = { base: base(), name: 'Anna Verzonnen', clock };
  const bram = { base: base(), name: 'Bram Bedacht', clock };
  const place = { kind: 'folder' as const, path: folder };

  const { id, item } = await visit(anna, async (service) => {
    const made = await service.call('spaces.create', {
      name: 'Besloten concepten',
      place,
      closed: true,
      owner: 'Gemeente Noord',
    });
    const draft = await service.call('items.create', {
      ...{ type: 'draft', space: made.id },
      change: { set: { title: 'Geheim plan Zonnebloem', body: 'Nog niet voor buiten.' } },
    });
    const other = await service.call('items.create', {
      ...{ type: 'draft', space: made.id, change: { set: { title: 'Kaart die mag' } } },
    });
    await service.call('access.showCard', { id: made.id, item: other.state.id });
    return { id: made.id, item: draft.state.id };
  });

  const words = await visit(bram, async (service) => {
    await service.call('spaces.open', { place });
    await service.call('sync.now', { id });
    const outside = await service.call('access.look', { id });
    expect(outside).toMatchObject({ name: 'Besloten concepten', owner: 'Gemeente Noord', role: null, asked: null });
    expect(outside.cards).toMatchObject([{ title: 'Kaart die mag', byFounder: true }]);
    expect(await titles(service)).toEqual([]);
    const asked = await service.call('access.ask', { id, role: 'annotate', reason: 'Wij werken aan hetzelfde.' });
    return must(asked.asked).words;
  });
  expect(words).toHaveLength(8);

  await visit(anna, async (service) => {
    const [request] = await service.call('access.requests', { id });
    expect(must(request)).toMatchObject({
      name: 'Bram Bedacht',
      organisation: 'Organisatie van Bram Bedacht',
      role: 'annotate',
      words,
    });
    const members = await service.call('access.grant', {
      ...{ id, device: must(request).device, role: 'annotate' as const, until: '2024-03-31', reason: '30 dagen' },
    });
    expect(members.map(({ name, role, until }) => [name, role, until])).toEqual([
      ['Anna Verzonnen', 'coordinate', null],
      ['Bram Bedacht', 'annotate', '2024-03-31'],
    ]);
    expect(await service.call('access.requests', { id })).toEqual([]);
  });

  await visit(bram, async (service) => {
    expect(await service.call('access.look', { id })).toMatchObject({
      role: 'annotate',
      until: '2024-03-31',
      ended: false,
    });
    expect(await titles(service)).toEqual(['Geheim plan Zonnebloem', 'Kaart die mag']);
    expect(
      await codeOf(
        service.call('items.change', { id: item, change: { set: { title: 'X' } }, label: 'change' } as never),
      ),
    ).toBe('access-denied');
    await service.call('annotations.create', {
      ...{ item, space: id, kind: 'page', colour: 'yellow', comment: 'Mooi begin' },
      anchor: { hash: null, page: null, quote: null, position: null, rects: [] },
    });
  });

  clock.forward(31 * 24 * 60);
  await visit(bram, async (service) => {
    expect((await service.call('access.look', { id })).ended).toBe(true);
  });
  await visit(anna, async (service) => {
    expect(await service.call('annotations.of', { item } as never)).toMatchObject([
      { comment: 'Mooi begin', author: 'Bram Bedacht' },
    ]);
    const bramNow = (await service.call('access.members', { id })).find(({ name }) => name === 'Bram Bedacht');
    expect(must(bramNow)).toMatchObject({ role: 'none' });
    await service.call('items.change', {
      id: item,
      change: { set: { title: 'Nieuwe versie Dahlia' } },
      label: 'change',
    } as never);
  });
  expect(readdirSync(join(folder, 'keys')).length).toBe(2);

  await visit(bram, async (service) => {
    expect(await titles(service)).toEqual(['Geheim plan Zonnebloem', 'Kaart die mag']);
    await service.call('access.ask', { id, role: 'read', reason: 'Nog een keer graag.' });
  });
  await visit(anna, async (service) => {
    const [again] = await service.call('access.requests', { id });
    await service.call('access.grant', {
      ...{ id, device: must(again).device, role: 'read' as const, until: null, reason: '' },
    });
    const log = await service.call('access.log', { id });
    expect(log.map(({ change }) => change.kind)).toEqual(
      ['rights', 'rights', 'rights', 'share', 'rights'].slice(-log.length),
    );
  });
  await visit(bram, async (service) => {
    expect(await titles(service)).toEqual(['Kaart die mag', 'Nieuwe versie Dahlia']);
  });

  // Nothing in the folder says who they are or what it is about, but for what was chosen.
  const all = filesIn(folder)
    .map((path) => readFileSync(join(folder, path)).toString('latin1'))
    .join('\n');
  for (const secret of [
    'Zonnebloem',
    'Dahlia',
    'Bram',
    'Organisatie van Bram Bedacht',
    'hetzelfde',
    'Mooi begin',
    '30 dagen',
  ])
    expect(all.includes(secret), secret).toBe(false);
  for (const shown of ['Besloten concepten', 'Kaart die mag', 'Anna Verzonnen'])
    expect(all.includes(shown), shown).toBe(true);
});
