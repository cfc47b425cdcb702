import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AppError, type ErrorCode } from '../../shared/base/errors';
import type { Timers } from '../../electron/sync/timers';
import type { Transport } from '../../electron/sync/transport';
import { folderTransport } from '../../electron/sync/transports/folder-transport';
import { withRetries } from '../../electron/sync/transports/with-retries';
import { seededRandom } from '../support/corpus';
import { faultKinds, faultyTransport } from '../support/faulty-transport';
import { memoryStorage, memoryTransport } from '../support/memory-transport';

const limitBytes = 1e6;

/** Time that passes at once, in the order it was asked for. */
function quickTime() {
  const waits: number[] = [];
  let now = 0;
  const timers: Timers = {
    after: (ms, run) => {
      waits.push(ms);
      now += ms;
      const soon = setImmediate(run);
      return () => clearImmediate(soon);
    },
  };
  return { waits, timers, now: () => now };
}

function failing(times: number, code: ErrorCode, params = {}): { transport: Transport; tried: () => number } {
  let tried = 0;
  const sound = memoryTransport(memoryStorage());
  const list: Transport['list'] = (folder) => {
    tried += 1;
    return tried <= times ? Promise.reject(new AppError(code, { place: 'memory', ...params })) : sound.list(folder);
  };
  return { transport: { ...sound, list }, tried: () => tried };
}

describe('trying again', () => {
  test('waits half a second, one, two and so on, at most, and at least half of that', async () => {
    for (const [random, part] of [
      [0, 0.5],
      [0.999_999, 1],
    ] as const) {
      const { waits, timers } = quickTime();
      const { transport } = failing(7, 'remote-unreachable');
      await withRetries(transport, { timers, random: () => random }).list('');
      expect(waits.map(Math.round)).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 32_000].map((ms) => ms * part));
    }
  });

  test('gives up after 8', async () => {
    const { timers } = quickTime();
    const { transport, tried } = failing(100, 'remote-failed');
    await expect(withRetries(transport, { timers, random: () => 0 }).list('')).rejects.toThrow('remote-failed');
    expect(tried()).toBe(8);
  });

  test.each<ErrorCode>([
    'remote-login',
    'remote-denied',
    'remote-full',
    'remote-read-only',
    'remote-missing-folder',
    'remote-too-large',
    'remote-certificate',
    'remote-moved',
    'cancelled',
    'internal',
  ])('%s is not tried again', async (code) => {
    const { timers } = quickTime();
    const { transport, tried } = failing(1, code);
    await expect(withRetries(transport, { timers, random: () => 0 }).list('')).rejects.toThrow(code);
    expect(tried()).toBe(1);
  });

  test('never sooner than the storage asked, and not at all when it asked for very long', async () => {
    const { waits, timers } = quickTime();
    await withRetries(failing(2, 'remote-busy', { retryAfterMs: 30_000 }).transport, { timers, random: () => 0 }).list(
      '',
    );
    expect(waits).toEqual([30_000, 30_000]);
    const long = failing(1, 'remote-busy', { retryAfterMs: 3_600_000 });
    await expect(withRetries(long.transport, { timers, random: () => 0 }).list('')).rejects.toThrow('remote-busy');
    expect(long.tried()).toBe(1);
  });

  test('stops waiting when cancelled', async () => {
    const stop = new AbortController();
    const never: Timers = { after: () => () => undefined };
    const work = withRetries(failing(1, 'remote-busy').transport, { timers: never, random: () => 0 }).list(
      '',
      stop.signal,
    );
    setImmediate(() => stop.abort());
    await expect(work).rejects.toThrow('cancelled');
  });

  test('a download goes on from what came', async () => {
    const storage = memoryStorage();
    storage.put('blobs/ab/x', Buffer.from('0123456789'));
    const sound = memoryTransport(storage);
    const starts: number[] = [];
    const download: Transport['download'] = async (path, target, from, options) => {
      starts.push(from);
      if (starts.length > 1) return sound.download(path, target, from, options);
      const half = { ...options, limitBytes: 100 };
      storage.put('blobs/ab/half', Buffer.from('0123'));
      await sound.download('blobs/ab/half', target, 0, half);
      throw new AppError('remote-unreachable', { place: 'memory' });
    };
    const folder = await mkdtemp(join(tmpdir(), 'raakvlak-retries-'));
    const target = join(folder, 'file');
    const { timers } = quickTime();
    await withRetries({ ...sound, download }, { timers, random: () => 0 }).download('blobs/ab/x', target, 0, {
      limitBytes,
    });
    expect(starts).toEqual([0, 4]);
    expect(await readFile(target, 'utf8')).toBe('0123456789');
    await rm(folder, { recursive: true });
  });
});

describe('over a folder on which much goes wrong', () => {
  const run = async (seed: number, rate: number) => {
    const folder = await mkdtemp(join(tmpdir(), 'raakvlak-faulty-'));
    const { timers, now } = quickTime();
    const faulty = faultyTransport(folderTransport(folder), { seed, rate, timers, now });
    const transport = withRetries(faulty, { timers, random: seededRandom(seed) });
    const trace: string[] = [];
    const act = async (what: string, action: () => Promise<unknown>): Promise<void> => {
      const outcome = await action().then(
        (result) => (result === null || result === false ? 'absent' : 'done'),
        (error: unknown) => String((error as { code?: string }).code),
      );
      trace.push(`${what} ${outcome}`);
    };
    for (let i = 0; i < 30; i += 1) {
      const path = `log/device/${i % 7}.pack`;
      const content = Buffer.from(`content ${i}`);
      await act(`write ${path}`, () => transport.write(path, { sizeBytes: content.length, content }));
      await act(`read ${path}`, () => transport.read(path, { limitBytes }));
      await act('list', () => transport.list('log/device'));
      await act('download', () => transport.download(path, `${folder}-${i}`, 0, { limitBytes }));
      await rm(`${folder}-${i}`, { force: true });
      await act('remove', () => (i % 5 === 0 ? transport.remove(path) : Promise.resolve()));
    }
    faulty.heal();
    for (let i = 0; i < 7; i += 1) {
      const content = Buffer.from(`final ${i}`);
      await transport.write(`log/device/${i}.pack`, { sizeBytes: content.length, content });
      expect(Buffer.from((await transport.read(`log/device/${i}.pack`, { limitBytes })) ?? '').equals(content)).toBe(
        true,
      );
    }
    await rm(folder, { recursive: true });
    return { trace, injected: faulty.injected };
  };

  test.each([0.05, 0.3])(
    'at rate %d every outcome has its code, and the same seed does the same (seeds 1-6)',
    async (rate) => {
      const injected = new Map<string, number>();
      for (let seed = 1; seed <= 6; seed += 1) {
        const once = await run(seed, rate);
        for (const line of once.trace) expect(line).toMatch(/ (done|absent|remote-[a-z-]+)$/);
        for (const [kind, count] of once.injected) injected.set(kind, (injected.get(kind) ?? 0) + count);
        if (seed === 1) expect((await run(seed, rate)).trace).toEqual(once.trace);
      }
      if (rate > 0.1) expect([...injected.keys()].sort()).toEqual([...faultKinds].sort());
      expect(injected.size).toBeGreaterThan(5);
    },
  );
});
