/*
 * What sync costs on a server, the same however many items there are: requests as two different servers log them, bytes on the wire as Apache
 * logs them and, because rclone does not, as they pass by.
 */
import { createHash } from 'node:crypto';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { SpaceId } from '../../shared/base/ids';
import type { FileRef } from '../../shared/model/file-ref';
import type { Place } from '../../shared/model/sync';
import { startByteCounter } from '../support/byte-counter';
import { openSyncDesk, type SyncDesk } from '../support/sync-desk';
import { testTimers, type TestTimers } from '../support/test-timers';
import {
  skipsServer,
  startApache,
  startRclone,
  type ServedRequest,
  type WebdavServer,
} from '../support/webdav-servers';

/** For the long run: RAAKVLAK_SYNC_ITEMS=10000,100000. */
const sizes = (process.env['RAAKVLAK_SYNC_ITEMS'] ?? '100,1000').split(',').map(Number);
const idle = ['PROPFIND heads'];
const out = ['PUT log', 'GET log', 'PUT heads'];
const inward = ['PROPFIND heads', 'GET heads', 'GET log'];

const servers = [
  { name: 'rclone', skip: skipsServer('rclone'), start: () => startRclone(), afterChange: idle },
  {
    name: 'Apache',
    skip: skipsServer('apache'),
    start: () => startApache({ auth: 'basic', tls: false }),
    // It does not say which tag a head got that was put, so the first poll after that reads it.
    afterChange: [...idle, 'GET heads'],
  },
];

const devices = 2;
const files = 3;
const mostBytes = 4_000 + 400 * devices;
/** For each request more than a change has: another pack, or a small file and the record that names it. */
const mostBytesOfExtra = 1_500;
const mostRequestsOfFirstPush = 120;
const itemsAtOnce = 1_000;
const writtenMs = 200;
const pollMs = 60_000;

/** A desk whose time passes when the test says so. */
interface Desk extends SyncDesk {
  readonly timers: TestTimers;
}

async function openDesk(): Promise<Desk> {
  const timers = testTimers();
  return { ...(await openSyncDesk({ timers, clock: timers.clock })), timers };
}

/** What time brings about, until no round runs: then the alarm is set for the next. */
async function pass({ timers, until }: Desk, ms: number): Promise<void> {
  await timers.forward(ms);
  await until(() => timers.waiting() > 0);
}

function kindOf({ method, path }: ServedRequest): string {
  return `${method} ${/heads|log|blobs|raakvlak\.json/.exec(path)?.[0] ?? 'root'}`;
}

interface Meter {
  /** Everything since the last look, once the server has logged what is expected: that may be a moment after it answered. */
  read(expected: readonly string[]): Promise<{ readonly bytes: number }>;
  /** The same when only the number matters. */
  count(): Promise<number>;
}

function meterOf(server: WebdavServer, moved: () => number): Meter {
  let [seen, before] = [0, 0];
  const logged = async (): Promise<readonly ServedRequest[]> => (await server.requests()).slice(seen);
  const next = (requests: readonly ServedRequest[]): number => {
    const byLog = requests.reduce(
      (sum, { receivedBytes, sentBytes }) => sum + (receivedBytes ?? 0) + (sentBytes ?? 0),
      0,
    );
    const bytes = byLog > 0 ? byLog : moved() - before;
    [seen, before] = [seen + requests.length, moved()];
    return bytes;
  };
  return {
    read: async (expected) => {
      // Not in order: two connections may log theirs in another.
      const look = async (): Promise<void> => expect((await logged()).map(kindOf).sort()).toEqual([...expected].sort());
      await vi.waitFor(look, { timeout: 5_000, interval: 20 });
      return { bytes: next(await logged()) };
    },
    count: async () => {
      // Between two looks nothing was added.
      let last = 0;
      const settled = async (): Promise<void> => {
        const before = last;
        last = (await logged()).length;
        expect(last > 0 && last === before).toBe(true);
      };
      await vi.waitFor(settled, { timeout: 5_000, interval: 100 });
      next(await logged());
      return last;
    },
  };
}

async function addProjects({ library }: Desk, space: SpaceId, count: number): Promise<void> {
  for (let made = 0; made < count; made += itemsAtOnce)
    await library.createItems(
      Array.from({ length: Math.min(itemsAtOnce, count - made) }, (_, i) => ({
        type: 'project',
        set: { title: `Project ${made + i}`, summary: 'Wat wij doen tegen voortijdig schoolverlaten' },
        space,
      })),
    );
}

/** Puts one change of this desk on the server. */
async function addOne(desk: Desk, space: SpaceId, title: string): Promise<void> {
  await desk.library.createItem({ type: 'project', set: { title }, space });
  await desk.until(() => desk.status(space).toSend.changes > 0);
  await pass(desk, writtenMs);
}

/** Studies with a new file each, in one change. All files go to one of the 256 folders, the first of which makes it. */
async function addStudies(desk: Desk, space: SpaceId, count: number, seed: string): Promise<void> {
  const items = [];
  for (let i = 0; items.length < count; i += 1) {
    const bytes = Buffer.from(`Verslag ${seed} ${i}`);
    if (!createHash('sha256').update(bytes).digest('hex').startsWith('7f')) continue;
    const file: FileRef = { ...(await desk.library.putBlob({ bytes })), name: `${i}.txt`, mediaType: 'text/plain' };
    items.push({ type: 'study', set: { title: `Verslag ${seed} ${i}`, file } });
  }
  const made = await desk.library.createItems(items);
  const ids = made.map(({ id }) => id);
  await desk.library.publish(ids, space);
  await desk.until(() => desk.status(space).toSend.changes > 0);
  await pass(desk, writtenMs);
}

async function team(server: WebdavServer, url: string, items: number, meter: Meter) {
  const [a, b] = [await openDesk(), await openDesk()];
  const place: Place = { kind: 'webdav', url: `${url}Samen`, user: server.user, password: server.password };
  const { id: space } = await a.library.createSpace({ name: 'Regio Noord' });
  await addProjects(a, space, items);
  await a.engine.share(space, place);
  await pass(a, 0);
  expect(a.status(space)).toMatchObject({ state: 'idle', fault: null, toSend: { changes: 0 } });
  const firstPush = await meter.count();
  await b.engine.openFrom(place);
  await pass(b, 0);
  expect(b.library.stateHash(space)).toBe(a.library.stateHash(space));
  // Each wrote, and has seen what the other wrote.
  await addOne(b, space, 'Van B');
  for (const desk of [a, b, a]) await pass(desk, pollMs);
  await meter.count();
  return { a, b, space, firstPush };
}

describe.each(servers.filter(({ skip }) => !skip))('on $name', ({ name, start, afterChange }) => {
  test.each(sizes)(
    'with %i items a poll is one request, a change three out and three in and one more for each file, all of them small',
    async (items) => {
      const server = await start();
      onTestFinished(() => server.stop());
      const wire = await startByteCounter(server.url);
      onTestFinished(() => wire.stop());
      const meter = meterOf(server, wire.moved);
      const { a, b, space, firstPush } = await team(server, wire.url, items, meter);
      expect(firstPush).toBeLessThanOrEqual(mostRequestsOfFirstPush);
      const bytes: Record<string, number> = {};
      const cost = async (what: string, action: Promise<void>, expected: readonly string[]): Promise<void> => {
        await action;
        bytes[what] = (await meter.read(expected)).bytes;
        const extra = Math.max(Number(/files/.test(what)) * files, expected.length - out.length);
        const most = mostBytes + extra * mostBytesOfExtra;
        expect(bytes[what], what).toBeLessThanOrEqual(most);
      };

      await cost('poll', pass(a, pollMs), idle);
      await cost('poll of the other', pass(b, pollMs), idle);
      await cost('change out', addOne(a, space, 'Nog een'), out);
      await cost('change in', pass(b, pollMs), inward);
      await cost('poll after a change', pass(a, pollMs), afterChange);
      expect(b.library.stateHash(space)).toBe(a.library.stateHash(space));

      // Who writes all the time looks as often as who does not, and a change is never more for it.
      await pass(a, 40_000);
      await cost('later change', addOne(a, space, 'Na veertig seconden'), out);
      await cost('poll between', pass(a, 30_000), afterChange);
      await cost('next change', addOne(a, space, 'Na zeventig seconden'), out);
      await cost('two changes in', pass(b, pollMs), [...inward, 'GET log']);

      await addStudies(a, space, 1, 'het eerste');
      await pass(b, pollMs);
      await pass(a, pollMs);
      await meter.count();
      await cost('files out', addStudies(a, space, files, 'meer'), [...Array<string>(files).fill('PUT blobs'), ...out]);
      await cost('files in', pass(b, pollMs), [...inward, ...Array<string>(files).fill('GET blobs')]);
      await cost('look at the files', pass(a, pollMs), [...afterChange, 'PROPFIND blobs']);
      expect(b.library.stateHash(space)).toBe(a.library.stateHash(space));
      expect(b.library.space(space).missingBlobs()).toEqual([]);

      console.info(`${name}, ${items} items: first push ${firstPush} requests; bytes ${JSON.stringify(bytes)}`);
    },
    Math.max(60_000, 30 * Math.max(...sizes)),
  );
});
