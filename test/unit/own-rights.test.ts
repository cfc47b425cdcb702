import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, testClock } from '../support/library-folders';
import { must } from '../support/must';
import { openTestService } from '../support/service-folders';
import { exchange } from '../support/shared-pair';

test('each sees what they may do today, the coordinator who asks for access, and is told of it once', async () => {
  const base = temporaryFolder();
  const clock = testClock();
  const { service: anna, events } = await openTestService(base, 'Anna', { clock });
  const { service: bram } = await openTestService(base, 'Bram', { clock });
  const place = { kind: 'folder' as const, path: join(base, 'gedeeld') };
  const { id } = await anna.call('spaces.create', { name: 'Besloten', place, closed: true });
  const change = { set: { title: 'Concept' } };
  const { state, may } = await anna.call('items.create', { type: 'draft', space: id, change });
  await exchange(anna);
  expect([may, await anna.call('access.mine', undefined)]).toEqual([
    'coordinate',
    [{ space: id, role: 'coordinate', requests: 0 }],
  ]);
  await bram.call('spaces.open', { place });
  await exchange(bram);
  expect(await bram.call('access.mine', undefined)).toEqual([{ space: id, role: 'none', requests: 0 }]);
  await bram.call('access.ask', { id, role: 'read', reason: 'graag' });
  await exchange(bram, anna);
  expect(await anna.call('access.mine', undefined)).toMatchObject([{ requests: 1 }]);
  const told = (): unknown[] =>
    events.filter(({ name, payload }) => name === 'sync.attention' && (payload as { kind: string }).kind === 'request');
  await expect.poll(told).toMatchObject([{ payload: { space: id, name: 'Besloten', count: 1 } }]);
  const [request] = await anna.call('access.requests', { id });
  const decision = { role: 'read', until: '2024-03-05', reason: '' } as const;
  await anna.call('access.grant', { id, device: must(request).device, ...decision });
  await exchange(anna, bram);
  expect((await bram.call('items.get', { id: state.id })).may).toBe('read');
  clock.forward(10 * 24 * 60);
  expect([(await bram.call('items.get', { id: state.id })).may, await bram.call('access.mine', undefined)]).toEqual([
    'none',
    [{ space: id, role: 'none', requests: 0 }],
  ]);
  expect(told()).toHaveLength(1);
  const own = await bram.call('items.create', { type: 'draft', change });
  expect(own.may).toBe('edit');
});
