import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { SpaceId } from '../../shared/base/ids';
import { memoryStorage, memoryTransport } from '../support/memory-transport';
import { counting, sharedSpace, type SyncDevice } from '../support/sync-devices';

async function pair(items: number): Promise<{
  readonly space: SpaceId;
  readonly a: SyncDevice;
  readonly b: SyncDevice;
  readonly requestsOf: (device: SyncDevice) => ReturnType<ReturnType<typeof counting>['taken']>;
}> {
  const storage = memoryStorage();
  const transports = [counting(memoryTransport(storage)), counting(memoryTransport(storage))];
  const { space, devices } = await sharedSpace(transports);
  const [a, b] = devices as [SyncDevice, SyncDevice];
  for (let made = 0; made < items; made += 1_000)
    await a.library.createItems(
      Array.from({ length: Math.min(1_000, items - made) }, (_, i) => ({
        type: 'project',
        set: { title: `Project ${made + i}`, summary: 'Wat wij doen tegen voortijdig schoolverlaten' },
        space,
      })),
    );
  return { space, a, b, requestsOf: (device) => (device.transport as ReturnType<typeof counting>).taken() };
}

describe.each([100, 1_000, 10_000])('with %i items', (items) => {
  test('an idle poll is one listing, a change three requests out and three in, in less than 4.8 KB', async () => {
    const { space, a, b, requestsOf } = await pair(items);
    await a.round();
    expect(requestsOf(a).total).toBeLessThanOrEqual(120);
    await b.round();
    await b.library.createItem({ type: 'project', set: { title: 'Van B' }, space });
    for (const device of [b, a, b, a, b]) await device.round();
    for (const device of [a, b]) {
      requestsOf(device);
      expect((await device.round()).revisionsIn).toBe(0);
      expect(requestsOf(device).calls).toEqual(['list heads']);
    }
    await a.library.createItem({ type: 'project', set: { title: 'Nog een' }, space });
    await a.round();
    const out = requestsOf(a);
    expect(out.calls.filter((call) => !call.startsWith('list')).map((call) => call.split('/')[0])).toEqual([
      'write log',
      'read log',
      'write heads',
    ]);
    expect(out.total).toBe(4);
    await b.round();
    const inward = requestsOf(b);
    expect(inward.calls.map((call) => call.split('/')[0])).toEqual(['list heads', 'read heads', 'read log']);
    const most = 4_096 + 2 * 410;
    expect({ out: out.bytesOut + out.bytesIn < most, in: inward.bytesIn < most }).toEqual({ out: true, in: true });
    await a.round();
    expect(requestsOf(a).calls).toEqual(['list heads']);
  });
});

test('each new file is one request more, both ways', async () => {
  const { space, a, b, requestsOf } = await pair(10);
  for (const device of [a, b, a]) await device.round();
  requestsOf(a);
  requestsOf(b);
  for (let i = 0; i < 3; i += 1) {
    const { hash, sizeBytes } = await a.library.putBlob({ bytes: randomBytes(1_000) });
    const file = { hash, name: `${i}.pdf`, mediaType: 'application/pdf', sizeBytes };
    const made = await a.library.createItem({ type: 'study', set: { title: `Studie ${i}`, file } });
    await a.library.publish([made.id], space);
  }
  await a.round();
  expect(requestsOf(a).calls.filter((call) => call.includes('blobs')).length).toBe(3);
  await b.round();
  expect(requestsOf(b).calls.filter((call) => call.includes('blobs')).length).toBe(3);
  await b.round();
  expect(requestsOf(b).calls).toEqual(['list heads']);
});

test('a first push of many files looks in each folder once before and once after, and one that was broken off goes on', async () => {
  const { space, a, requestsOf } = await pair(0);
  const items = [];
  for (let i = 0; i < 300; i += 1) {
    const { hash, sizeBytes } = await a.library.putBlob({ bytes: Buffer.from(`bestand ${i}`) });
    const file = { hash, name: `${i}.pdf`, mediaType: 'application/pdf', sizeBytes };
    items.push({ type: 'study', set: { title: `Studie ${i}`, file } });
  }
  const made = await a.library.createItems(items);
  await a.library.publish(
    made.map(({ id }) => id),
    space,
  );
  await a.round();
  const calls = requestsOf(a).calls.filter((call) => call.includes('blobs'));
  expect(calls.filter((call) => call.startsWith('write')).length).toBe(300);
  expect(calls.filter((call) => call.startsWith('list')).length).toBeLessThanOrEqual(512);
  a.state.forgetWhatIsThere();
  await a.round();
  const again = requestsOf(a).calls;
  expect(again.filter((call) => call.startsWith('write'))).toEqual([]);
});

test('what is known of the shared folder may be lost: it costs requests, and nothing is sent twice', async () => {
  const { a, b, requestsOf } = await pair(50);
  for (const device of [a, b, a, b]) await device.round();
  requestsOf(b);
  b.state.forgetWhatIsThere();
  expect(await b.round()).toMatchObject({ revisionsIn: 0, headsOut: 0, filesIn: 0 });
  const calls = requestsOf(b).calls;
  expect(calls.some((call) => call.startsWith('write'))).toBe(false);
  expect(calls.length).toBeLessThanOrEqual(4);
});
