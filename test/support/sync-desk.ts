import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { SpaceId } from '../../shared/base/ids';
import type { SpaceStatus } from '../../shared/model/sync';
import type { Library } from '../../electron/library/library';
import { SyncEngine } from '../../electron/sync/engine';
import { systemTimers, type Timers } from '../../electron/sync/timers';
import { placeOpener } from '../../electron/sync/transports/open-place';
import { openTestLibrary, temporaryFolder } from './library-folders';

/** A library with its own sync engine that reaches places the way the app does. */
export interface SyncDesk {
  readonly library: Library;
  readonly engine: SyncEngine;
  status(space: SpaceId): SpaceStatus;
  /** Resolves as soon as it holds: looked at now, and each time the library or the engine tells of something. Error: the last status, when it takes too long. */
  until(holds: () => boolean): Promise<void>;
}

export interface DeskOptions {
  /** PEM, of the authorities that sign the servers' certificates. */
  readonly certificates?: readonly string[];
  readonly timers?: Timers;
  readonly clock?: () => Date;
  /** Where its library goes. */
  readonly base?: string;
}

const patienceMs = 60_000;

/** Closed when the test ends. */
export async function openSyncDesk(options: DeskOptions = {}): Promise<SyncDesk> {
  const { certificates = [], timers = systemTimers, clock = () => new Date() } = options;
  const { base = temporaryFolder() } = options;
  const passwords = new Map<SpaceId, string>();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const library = await openTestLibrary(base, { clock, machine: base, onChange: tell });
  const engine = await SyncEngine.start({
    library,
    clock,
    timers,
    openPlace: placeOpener({
      // Servers are real, and so is waiting for them.
      timers: systemTimers,
      random: (sizeBytes) => randomBytes(sizeBytes),
      env: {},
      proxy: null,
      certificates,
    }),
    passwords: {
      get: (space) => Promise.resolve(passwords.get(space) ?? null),
      set: async (space, password) =>
        void (password === null ? passwords.delete(space) : passwords.set(space, password)),
    },
    onStatus: tell,
  });
  onTestFinished(() => engine.close());
  const until = (holds: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const end = (outcome: () => void): void => {
        clearTimeout(patience);
        listeners.delete(look);
        outcome();
      };
      const look = (): void => {
        if (holds()) end(resolve);
      };
      const give = (): void =>
        reject(new Error(`Waited in vain: ${holds.toString()}; ${JSON.stringify(engine.status())}`));
      const patience = setTimeout(() => end(give), patienceMs);
      listeners.add(look);
      look();
    });
  return { library, engine, until, status: (space) => engine.status().find(({ id }) => id === space) as SpaceStatus };
}
