import { readFile, truncate } from 'node:fs/promises';
import { AppError } from '../../shared/base/errors';
import type { Timers } from '../../electron/sync/timers';
import type { ListedFile, Transport, Upload } from '../../electron/sync/transport';
import { remoteError } from '../../electron/sync/transports/remote-error';
import { seededRandom } from './corpus';

/** What a storage may do to us; each is counted when it is done. */
export const faultKinds = [
  'delay',
  'duplicate',
  'truncate',
  'hide',
  'old-listing',
  'lose-write',
  'half-write',
  'unanswered-write',
  'ENOSPC',
  'EACCES',
  'EBUSY',
  'EIO',
  'ECONNRESET',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface FaultOptions {
  readonly seed: number;
  /** The part of all actions that something happens to: 0.05, 0.3. */
  readonly rate: number;
  readonly kinds?: readonly FaultKind[];
  /** Time is handed in: nothing waits for real. */
  readonly timers: Timers;
  readonly now: () => number;
}

export interface FaultyTransport extends Transport {
  readonly injected: ReadonlyMap<FaultKind, number>;
  /** From now on everything works; what was lost or broken stays so. */
  heal(): void;
}

const failures = ['ENOSPC', 'EACCES', 'EBUSY', 'EIO', 'ECONNRESET'] as const;
const onRead: readonly FaultKind[] = ['delay', 'truncate', 'hide', ...failures];
const onList: readonly FaultKind[] = ['delay', 'hide', 'old-listing', ...failures];
const onWrite: readonly FaultKind[] = [
  'delay',
  'duplicate',
  'lose-write',
  'half-write',
  'unanswered-write',
  ...failures,
];
const hiddenMs = 60_000;
const longestDelayMs = 30_000;

/**
 * Wraps any transport in one that delays (so that actions overtake each other), delivers a write once more later, cuts what is read to a consistent
 * length, hides files for a while, shows old listings, acknowledges and forgets writes, keeps half, stores and says it failed, and fails. The same seed and
 * the same actions in the same order give the same faults.
 */
export function faultyTransport(inner: Transport, options: FaultOptions): FaultyTransport {
  const { seed, rate, kinds = faultKinds, timers, now } = options;
  const random = seededRandom(seed);
  const injected = new Map<FaultKind, number>();
  const listings = new Map<string, (readonly ListedFile[] | null)[]>();
  const hidden = new Map<string, number>();
  let isHealed = false;

  const draw = (possible: readonly FaultKind[]): FaultKind | null => {
    const usable = possible.filter((kind) => kinds.includes(kind));
    const [hits, which] = [random() < rate, random()];
    return isHealed || !hits ? null : (usable[Math.floor(which * usable.length)] ?? null);
  };
  const count = (kind: FaultKind): void => void injected.set(kind, (injected.get(kind) ?? 0) + 1);
  const failWith = (kind: FaultKind, path: string): void => {
    if (!(failures as readonly FaultKind[]).includes(kind)) return;
    throw remoteError(Object.assign(new Error(kind), { code: kind }), inner.place, path);
  };
  const before = async (kind: FaultKind | null, path: string): Promise<void> => {
    if (kind === null) return;
    count(kind);
    const delayMs = random() * longestDelayMs;
    if (kind === 'delay') await new Promise<void>((resolve) => timers.after(delayMs, resolve));
    failWith(kind, path);
  };
  const isHidden = (path: string, kind: FaultKind | null): boolean => {
    if (kind === 'hide') hidden.set(path, now() + hiddenMs);
    return !isHealed && (hidden.get(path) ?? 0) > now();
  };

  const write = async (path: string, upload: Upload, signal?: AbortSignal): Promise<string | null> => {
    const kind = draw(onWrite);
    await before(kind, path);
    const bytes = upload.content instanceof Uint8Array ? upload.content : await readFile(upload.content.path);
    if (kind === 'lose-write') return null;
    if (kind === 'half-write') {
      const half = bytes.subarray(0, bytes.length >> 1);
      await inner.write(path, { sizeBytes: half.length, content: half }, signal);
      return null;
    }
    const tag = await inner.write(path, upload, signal);
    if (kind === 'duplicate') {
      const again = { sizeBytes: bytes.length, content: Uint8Array.from(bytes) };
      timers.after(random() * longestDelayMs, () => void inner.write(path, again).catch(() => undefined));
    }
    if (kind === 'unanswered-write')
      throw new AppError('remote-unreachable', { place: inner.place, path, reason: kind });
    return tag;
  };

  return {
    place: inner.place,
    canWrite: inner.canWrite,
    injected,
    heal: () => {
      isHealed = true;
    },
    list: async (folder, signal) => {
      const kind = draw(onList);
      await before(kind, folder);
      const past = listings.get(folder) ?? [];
      const fresh = await inner.list(folder, signal);
      listings.set(folder, [...past.slice(-7), fresh]);
      const shown = kind === 'old-listing' ? (past[Math.floor(random() * past.length)] ?? fresh) : fresh;
      const target = shown?.[Math.floor(random() * shown.length)];
      if (kind === 'hide' && target !== undefined) isHidden(join(folder, target.name), kind);
      return shown?.filter(({ name }) => !isHidden(join(folder, name), null)) ?? null;
    },
    folders: async (folder, signal) => {
      const kind = draw(['delay', ...failures]);
      await before(kind, folder);
      return inner.folders(folder, signal);
    },
    read: async (path, readOptions) => {
      const kind = draw(onRead);
      await before(kind, path);
      if (isHidden(path, kind)) return null;
      const bytes = await inner.read(path, readOptions);
      return kind === 'truncate' && bytes !== null ? bytes.subarray(0, Math.floor(random() * bytes.length)) : bytes;
    },
    download: async (path, target, from, readOptions) => {
      const kind = draw(onRead);
      await before(kind, path);
      if (isHidden(path, kind)) return false;
      const isThere = await inner.download(path, target, from, readOptions);
      if (isThere && kind === 'truncate') await truncate(target, from);
      return isThere;
    },
    write,
    remove: async (path, signal) => {
      const kind = draw(['delay', ...failures]);
      await before(kind, path);
      await inner.remove(path, signal);
    },
    makeRoot: (signal) => inner.makeRoot(signal),
    watch: (folder, onChange) => inner.watch(folder, onChange),
    close: () => inner.close(),
  };
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
