import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyedSecretBox } from '../../electron/library/secret-box';
import { attentionFor } from '../../electron/service/attention';
import { throttled } from '../../electron/service/throttled';
import type { Timers } from '../../electron/sync/timers';
import type { SpaceId } from '../../shared/base/ids';
import type { Place, SpaceStatus } from '../../shared/model/sync';
import { temporaryFolder } from '../support/library-folders';
import { openTestService } from '../support/service-folders';

const status = (more: Partial<SpaceStatus>): SpaceStatus => ({
  id: 's' as SpaceId,
  name: 'Regio Noord',
  kind: 'open',
  place: '/map',
  state: 'idle',
  progress: null,
  syncedAt: null,
  toSend: { changes: 0, files: 0 },
  toReceive: { files: 0, held: 0 },
  brake: null,
  quarantined: 0,
  fault: null,
  conflicts: 0,
  keepOffline: true,
  participants: 1,
  ...more,
});

/** Time passes when the test says so. */
function testTimers(): Timers & { forward(ms: number): void } {
  const waiting = new Map<() => void, number>();
  return {
    after: (ms, run) => {
      waiting.set(run, ms);
      return () => void waiting.delete(run);
    },
    forward: (ms) => {
      for (const [run, left] of [...waiting]) {
        if (left > ms) waiting.set(run, left - ms);
        else if (waiting.delete(run)) run();
      }
    },
  };
}

describe('what is worth attention', () => {
  it('is a new conflict, a stop, a fault that needs a hand; nothing twice', () => {
    const brake = { reason: 'files-gone', gone: 9, of: 10 } as const;
    const fault = { code: 'remote-login', params: {} } as const;
    expect(attentionFor([status({})], [status({ conflicts: 2 })])).toMatchObject([{ kind: 'conflict', count: 2 }]);
    expect(attentionFor([status({ conflicts: 2 })], [status({ conflicts: 1 })])).toEqual([]);
    expect(attentionFor([status({})], [status({ brake })])).toMatchObject([{ kind: 'braked', count: 9 }]);
    expect(attentionFor([status({ brake })], [status({ brake })])).toEqual([]);
    expect(attentionFor([status({})], [status({ fault })])).toMatchObject([{ kind: 'fault' }]);
    expect(attentionFor([status({ fault })], [status({ fault })])).toEqual([]);
  });

  it('is not a server that is away for a while, nor a space that was not here before', () => {
    const fault = { code: 'remote-unreachable', params: {} } as const;
    expect(attentionFor([status({})], [status({ fault })])).toEqual([]);
    expect(attentionFor([], [status({ conflicts: 3 })])).toEqual([]);
  });
});

describe('telling at most so often', () => {
  it('tells the first at once, then the newest, and nothing after the stop', () => {
    const timers = testTimers();
    const told: number[] = [];
    const tell = throttled<number>(100, timers, (value) => void told.push(value));
    for (const value of [1, 2, 3]) tell.call(value);
    expect(told).toEqual([1]);
    timers.forward(100);
    expect(told).toEqual([1, 3]);
    tell.call(4);
    tell.stop();
    timers.forward(100);
    expect(told).toEqual([1, 3]);
  });
});

describe('secrets', () => {
  const random = (sizeBytes: number): Uint8Array => randomBytes(sizeBytes);
  const secret = Buffer.from('een app-wachtwoord');

  it('open with the key that sealed them, look different each time, and show nothing', () => {
    const box = keyedSecretBox(randomBytes(32), random);
    const sealed = Buffer.from(box.protect(secret));
    expect(Buffer.from(box.unprotect(sealed)).equals(secret)).toBe(true);
    expect(sealed.equals(Buffer.from(box.protect(secret)))).toBe(false);
    expect(sealed.includes('wachtwoord')).toBe(false);
  });

  it('stay shut for another key, a changed byte, and what was never sealed', () => {
    const box = keyedSecretBox(randomBytes(32), random);
    const sealed = Buffer.from(box.protect(secret));
    expect(() => keyedSecretBox(randomBytes(32), random).unprotect(sealed)).toThrow();
    sealed[14] = (sealed[14] as number) ^ 1;
    expect(() => box.unprotect(sealed)).toThrow();
    expect(() => box.unprotect(secret)).toThrow();
    expect(() => box.unprotect(new Uint8Array())).toThrow();
  });
});

describe('a window that is open', () => {
  it('begins with shared folders after its first list, and hears what others changed', async () => {
    const base = temporaryFolder();
    const timers = testTimers();
    const place: Place = { kind: 'folder', path: join(base, 'shared') };
    const { service: anna } = await openTestService(base, 'Anna');
    const { id: space } = await anna.call('spaces.create', { name: 'Regio Noord', place });
    await anna.call('sync.now', { id: null });
    const { service: bram, events } = await openTestService(base, 'Bram', { background: true, timers });
    await bram.call('spaces.open', { place });
    await bram.call('sync.now', { id: null });
    await anna.call('items.create', { type: 'study', change: { set: { title: 'Nieuw' } }, space });
    await anna.call('sync.now', { id: null });
    await bram.call('sync.now', { id: null });
    const news = (): unknown[] => events.filter(({ name }) => name === 'sync.attention').map(({ payload }) => payload);
    expect(news()).toEqual([]);
    timers.forward(3_000);
    expect(news()).toEqual([{ kind: 'news', space, name: 'Regio Noord', count: 1 }]);
    expect(events.some(({ name }) => name === 'spaces.changed')).toBe(true);
  });
});
