/*
 * Everything that a server and the way to it can do wrong (R10), each with every seed at 5% and at 30% of the requests. What the transport cannot
 * see (a PUT that was lost or half kept, an answer that is shorter but whole by its own account) its user finds by reading back, as the round does.
 * More seeds: RAAKVLAK_FAULT_SEEDS=20.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inParallel } from '../../electron/library/in-parallel';
import type { Timers } from '../../electron/sync/timers';
import type { Transport } from '../../electron/sync/transport';
import { webdavTransport } from '../../electron/sync/transports/webdav-transport';
import { withRetries } from '../../electron/sync/transports/with-retries';
import { seededRandom } from '../support/corpus';
import {
  type FaultProxy,
  type ProxyFault,
  proxyFaults,
  retryAfterSeconds,
  startFaultProxy,
} from '../support/fault-proxy';
import { skipsServer, startRclone, type WebdavServer } from '../support/webdav-servers';

const seeds = Array.from({ length: Number(process.env['RAAKVLAK_FAULT_SEEDS'] ?? 3) }, (_, i) => i + 1);
const rates = [0.05, 0.3];
const runs = proxyFaults.length * seeds.length * rates.length;
const filesPerRun = 4;
const tries = 8;
const limitBytes = 1e6;
/** Short where hanging is what is tested, so that it shows quickly; else longer than a busy machine needs. */
const stallMs = (fault: ProxyFault): number => (fault === 'hang' ? 250 : 30_000);

describe.skipIf(skipsServer('rclone'))(`R10: ${runs} runs over ${proxyFaults.length} faults`, () => {
  let server: WebdavServer;
  let local: string;
  beforeAll(async () => {
    server = await startRclone();
    local = await mkdtemp(join(tmpdir(), 'raakvlak-faults-'));
  });
  afterAll(async () => {
    await server?.stop();
    if (local !== undefined) await rm(local, { recursive: true, force: true });
  });

  test.each(proxyFaults)(
    `%s: what was read back is there, nothing hangs, at most 8 tries (seeds 1-${seeds.length})`,
    async (fault) => {
      const cases = rates.flatMap((rate) => seeds.map((seed) => ({ rate, seed })));
      const counts = await inParallel(cases, 6, ({ rate, seed }) =>
        run(fault, seed, rate, `${fault}-${seed}-${rate * 100}`),
      );
      const injected = counts.reduce((sum, count) => sum + count, 0);
      expect(injected).toBeGreaterThan(0);
      console.info(`${fault}: injected ${injected}, losses 0`);
    },
    seeds.length * 20_000,
  );

  async function run(fault: ProxyFault, seed: number, rate: number, name: string): Promise<number> {
    const random = seededRandom(seed * 1_000 + rate * 100);
    const proxy = await startFaultProxy(server.url, () => (random() < rate ? fault : null));
    const waits: number[] = [];
    const timers: Timers = {
      after: (ms, act) => {
        waits.push(ms);
        const soon = setImmediate(act);
        return () => clearImmediate(soon);
      },
    };
    const plain = webdavTransport({
      address: `${proxy.url}${name}`,
      login: { user: server.user, password: server.password },
      stallMs: stallMs(fault),
      random: randomBytes,
    });
    const transport = withRetries(plain, { timers, random, tries });
    try {
      await inRounds(() => transport.makeRoot());
      const files = Array.from({ length: filesPerRun }, (_, i) => ({
        path: `log/device-${i % 2}/${i}-ab.pack`,
        bytes: Buffer.alloc(20_000, `${name} ${i} `),
      }));
      for (const file of files) {
        await inRounds(() => publish(transport, proxy, file));
        for (let look = 0; look < 3; look += 1)
          await inRounds(() => transport.list(file.path.slice(0, file.path.lastIndexOf('/'))));
      }
      for (const file of files) await inRounds(() => fetchWhole(transport, join(local, name), file));
      proxy.heal();
      for (const { path, bytes } of files) {
        expect((await readFile(join(server.folder, name, path))).equals(bytes)).toBe(true);
        expect((await transport.list(path.slice(0, path.lastIndexOf('/'))))?.map((file) => file.sizeBytes)).toEqual([
          20_000, 20_000,
        ]);
      }
      expect(proxy.strayed).toEqual([]);
      if (fault === '429' || fault === '503')
        for (const ms of waits) expect(ms).toBeGreaterThanOrEqual(retryAfterSeconds * 1000);
      return proxy.injected.get(fault) ?? 0;
    } finally {
      await plain.close();
      await proxy.stop();
      // The server reads the folder above at every request: with thousands of folders in it that is all it would do.
      for (const folder of [server.folder, local]) await rm(join(folder, name), { recursive: true, force: true });
    }
  }
});

/** What fails for good in one round is tried again in the next. Every failure has its code. */
async function inRounds(action: () => Promise<unknown>): Promise<void> {
  for (let round = 1; ; round += 1) {
    try {
      await action();
      return;
    } catch (error) {
      expect((error as { code?: string }).code).toMatch(/^remote-/);
      if (round === 40) throw error;
    }
  }
}

async function publish(transport: Transport, proxy: FaultProxy, file: { path: string; bytes: Buffer }): Promise<void> {
  const before = proxy.requests.length;
  await transport.write(file.path, { sizeBytes: file.bytes.length, content: file.bytes });
  const puts = proxy.requests.slice(before).filter(({ method }) => method === 'PUT');
  // Each try may cost a second PUT, after making the folder.
  expect(puts.length).toBeLessThanOrEqual(2 * tries);
  const kept = await transport.read(file.path, { limitBytes });
  if (kept === null || !file.bytes.equals(kept))
    throw Object.assign(new Error('not kept'), { code: 'remote-not-kept' });
}

async function fetchWhole(transport: Transport, target: string, file: { path: string; bytes: Buffer }): Promise<void> {
  await rm(target, { force: true });
  const isThere = await transport.download(file.path, target, 0, { limitBytes });
  if (!isThere || !file.bytes.equals(await readFile(target)))
    throw Object.assign(new Error('not whole'), { code: 'remote-not-whole' });
}
