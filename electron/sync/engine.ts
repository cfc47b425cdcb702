import { existsSync } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError, type ErrorParams } from '../../shared/base/errors';
import type { BlobHash, ItemId, SpaceId } from '../../shared/base/ids';
import type {
  BundleMade,
  BundleOpened,
  Inspection,
  Place,
  QuarantinedFile,
  SpaceStatus,
  SyncLogLine,
} from '../../shared/model/sync';
import { createQueue } from '../library/in-parallel';
import type { SpaceInfo } from '../library/library-types';
import { makeBundle, openBundle, type BundleOptions } from './bundles';
import { openConnections, type Connection, type Connections } from './connections';
import { createPace } from './pace';
import { sharedStatus } from './space-status';
import { SpaceSync } from './space-sync';
import { openSyncLog, type SyncLog } from './sync-log';
import type { SyncLibrary } from './sync-library';
import type { Timers } from './timers';
import type { Pace, Transport } from './transport';
import { claimFolder, inspectPlace, visit } from './visit';

export interface SyncOptions {
  readonly library: SyncLibrary;
  readonly clock: () => Date;
  readonly timers: Timers;
  /** The way to a place; tries again by itself what is worth another try. */
  readonly openPlace: (place: Place) => Promise<Transport>;
  /** Where passwords are kept, apart from everything else. */
  readonly passwords: {
    get(space: SpaceId): Promise<string | null>;
    set(space: SpaceId, password: string | null): Promise<void>;
  };
  /** Items whose files are kept here also where the others come when they are opened. */
  readonly keptItems?: () => ReadonlySet<ItemId>;
  readonly onStatus?: (status: readonly SpaceStatus[]) => void;
}

/** The shared folders of a library: what is connected, and how it goes. Everything works without it, and goes on while it works. */
export class SyncEngine {
  private readonly spaces = new Map<SpaceId, SpaceSync>();
  /** Connecting and leaving, one after the other. */
  private readonly queue = createQueue();
  private readonly log: SyncLog;
  private readonly pace: Pace;
  private bytesPerSecond: number | null = null;
  private closed = false;

  private constructor(
    private readonly options: SyncOptions,
    private readonly connections: Connections,
  ) {
    this.log = openSyncLog(options.library.folder);
    this.pace = createPace(() => this.bytesPerSecond, options.clock, options.timers);
  }

  /** Reads what is connected and begins to look; resolves before anything was fetched. */
  static async start(options: SyncOptions): Promise<SyncEngine> {
    const engine = new SyncEngine(options, await openConnections(options.library.folder));
    const known = new Set(options.library.spaces().map(({ id }) => id));
    for (const [space, connection] of engine.connections.all())
      if (known.has(space)) await engine.connect(space, connection);
    return engine;
  }

  status(): readonly SpaceStatus[] {
    return this.options.library.spaces().map((info) => this.statusOf(info));
  }

  /** What is at a place; changes nothing there or here. */
  async inspect(place: Place): Promise<Inspection> {
    const transport = await this.opened(place);
    if (transport instanceof AppError) return { kind: 'failed', code: transport.code, params: transport.params };
    try {
      const known = new Set(this.options.library.spaces().map(({ id }) => id));
      // A disk that is not connected is no place for a new folder; a server says so itself.
      return await inspectPlace(transport, {
        known,
        canMake: place.kind === 'webdav' || existsSync(dirname(place.path)),
      });
    } finally {
      await transport.close();
    }
  }

  /**
   * Makes an empty folder the shared folder of a space, or goes on with one that is it already; also to move it. The marker is there when it
   * resolves; the rest follows. Errors: `space-private`, `space-folder-not-empty`, `space-folder-other`, those of `visit`.
   */
  async share(space: SpaceId, place: Place): Promise<void> {
    const info = this.options.library.spaces().find(({ id }) => id === space);
    if (info === undefined) throw new AppError('space-not-found');
    if (info.kind === 'private') throw new AppError('space-private', { name: info.name });
    await this.queue(async () => {
      const transport = await this.options.openPlace(place);
      try {
        await claimFolder(transport, space, await this.options.library.space(space).markerBytes());
      } finally {
        await transport.close();
      }
      await this.reconnect(space, place);
    });
  }

  /** The same under the name people know it by: from now on another folder. The old one stays as it is. */
  moveFolder(space: SpaceId, place: Place): Promise<void> {
    return this.share(space, place);
  }

  /** Joins the space at a place. It is in the library when it resolves; its items follow. Error: `space-missing-there`, those of `visit`. */
  openFrom(place: Place): Promise<SpaceInfo> {
    return this.queue(async () => {
      const transport = await this.options.openPlace(place);
      try {
        const found = await visit(transport);
        if (found.kind !== 'space') throw new AppError('space-missing-there', { place: transport.place });
        const info = await this.options.library.adoptSpace(found.bytes);
        await this.reconnect(info.id, place);
        return info;
      } finally {
        await transport.close();
      }
    });
  }

  /** Stops sharing here; the space and its folder stay as they are. */
  disconnect(space: SpaceId): Promise<void> {
    return this.queue(async () => {
      await this.detach(space);
      await this.connections.set(space, null);
      await this.options.passwords.set(space, null);
      await unlink(this.statePath(space)).catch(() => undefined);
      this.changed();
    });
  }

  /** The same, and the local copy leaves the library (set aside, never deleted). */
  async leave(space: SpaceId): Promise<void> {
    await this.disconnect(space);
    await this.options.library.removeSpace(space);
    this.changed();
  }

  /** A round of this space, or of all; resolves when it is done. How it went is in `status`. */
  async sync(space?: SpaceId): Promise<void> {
    await Promise.all(this.these(space).map((one) => one.sync({ eager: true })));
  }

  /** The same, and looks for every file that is here whether it is there too: what is gone is put back, and many gone at once brake. */
  async check(space?: SpaceId): Promise<void> {
    await Promise.all(this.these(space).map((one) => one.check()));
  }

  async cancel(space?: SpaceId): Promise<void> {
    await Promise.all(this.these(space).map((one) => one.cancel()));
  }

  /** Errors: `space-not-shared`, `disk-full`, `write-failed`. */
  async setPaused(space: SpaceId, paused: boolean): Promise<void> {
    await this.change(space, { paused });
  }

  async setKeepOffline(space: SpaceId, keepOffline: boolean): Promise<void> {
    await this.change(space, { keepOffline });
  }

  async answerBrake(space: SpaceId, choice: 'retry' | 'put-back'): Promise<void> {
    await this.connected(space).answerBrake(choice);
  }

  /** Bytes each second for all spaces together; null is without a limit. */
  limitBandwidth(bytesPerSecond: number | null): void {
    this.bytesPerSecond = bytesPerSecond;
  }

  /**
   * Brings one file here because somebody opens it. Errors: `space-not-shared` when no connected space has it, those of the transport,
   * `shared-file-…` when it is not there whole.
   */
  async fetchFile(hash: BlobHash): Promise<void> {
    for (const [id, space] of this.spaces) {
      if (this.options.library.space(id).missingBlob(hash) !== null) return space.fetchFile(hash);
    }
    throw new AppError('space-not-shared');
  }

  /**
   * Writes a bundle of a space: everything, or what the other devices were not seen to hold. Errors: `space-not-found`, those of
   * `makeBundle`.
   */
  async makeBundle(space: SpaceId, path: string, options: BundleOptions): Promise<BundleMade> {
    const made = await makeBundle(this.options.library.space(space), path, options);
    this.note(space, 'info', 'bundle-made', { files: made.files, sizeBytes: made.sizeBytes });
    return made;
  }

  /** Takes in a bundle, and brings what is new in it to the space's own folder: when `mayGoOn` says so, and otherwise when somebody goes on with sharing. Errors: those of `openBundle`. */
  async openBundle(
    path: string,
    mayGoOn: (opened: BundleOpened) => Promise<boolean> = () => Promise.resolve(true),
    signal = new AbortController().signal,
  ): Promise<BundleOpened> {
    const { library, clock } = this.options;
    const opened = await openBundle(path, {
      library,
      clock,
      signal,
      log: (level, code, params) => this.note(null, level, code, params),
    });
    const { space, changes, files, refused } = opened;
    this.note(space, 'info', 'bundle-opened', { changes, files, refused: refused.length });
    if (await mayGoOn(opened)) void this.spaces.get(space)?.sync();
    else if (this.spaces.has(space)) await this.setPaused(space, true);
    this.changed();
    return opened;
  }

  quarantine(space?: SpaceId): readonly QuarantinedFile[] {
    return [...this.spaces]
      .filter(([id]) => space === undefined || id === space)
      .map(([, one]) => one)
      .flatMap((one) => one.quarantined);
  }

  /** The newest lines of the log, newest first. */
  recentLog(limit: number): Promise<readonly SyncLogLine[]> {
    return this.log.recent(limit);
  }

  /** Breaks off what runs; resolves when nothing touches the library or a folder any more. */
  async close(): Promise<void> {
    this.closed = true;
    await this.queue(() => Promise.all([...this.spaces.values()].map((space) => space.stop())));
    this.spaces.clear();
    await this.log.settled();
  }

  private async opened(place: Place): Promise<Transport | AppError> {
    try {
      return await this.options.openPlace(place);
    } catch (error) {
      if (error instanceof AppError) return error;
      throw error;
    }
  }

  /** Takes the place of an earlier connection, of which nothing is known at the new place. */
  private async reconnect(space: SpaceId, place: Place): Promise<void> {
    const before = this.connections.all().get(space);
    const connection = { place, keepOffline: before?.keepOffline ?? true, paused: false };
    await this.detach(space);
    const password = place.kind === 'webdav' ? place.password : undefined;
    await this.options.passwords.set(space, password ?? null);
    await this.connections.set(space, connection);
    await this.connect(space, connection);
    this.changed();
  }

  private async detach(space: SpaceId): Promise<void> {
    await this.spaces.get(space)?.stop();
    this.spaces.delete(space);
  }

  private async connect(id: SpaceId, { place, keepOffline, paused }: Connection): Promise<void> {
    const { library, clock, timers, openPlace, passwords, keptItems = () => new Set() } = this.options;
    const space = new SpaceSync(
      {
        library,
        space: library.space(id),
        place,
        placeName: place.kind === 'folder' ? place.path : place.url,
        open: async () => openPlace(await withPassword(place, () => passwords.get(id))),
        statePath: this.statePath(id),
        clock,
        timers,
        pace: this.pace,
        wantsFiles: () => {
          const kept = keptItems();
          return ({ items }) => items.some((item) => kept.has(item));
        },
        log: (level, code, params) => this.note(id, level, code, params),
        changed: () => this.changed(),
      },
      { keepOffline, paused },
    );
    this.spaces.set(id, space);
    await space.start();
  }

  private async change(id: SpaceId, change: Partial<Pick<Connection, 'keepOffline' | 'paused'>>): Promise<void> {
    const space = this.connected(id);
    const connection = this.connections.all().get(id);
    if (connection === undefined) throw new AppError('space-not-shared');
    const next = { ...connection, ...change };
    await this.connections.set(id, next);
    await space.change(next);
  }

  private connected(id: SpaceId): SpaceSync {
    const space = this.spaces.get(id);
    if (space === undefined) throw new AppError('space-not-shared');
    return space;
  }

  private these(space: SpaceId | undefined): readonly SpaceSync[] {
    return space === undefined ? [...this.spaces.values()] : [this.connected(space)];
  }

  private statePath(space: SpaceId): string {
    return join(this.options.library.folder, 'device', 'remote', `${space}.json`);
  }

  private note(space: SpaceId | null, level: SyncLogLine['level'], code: string, params: ErrorParams = {}): void {
    this.log.write({ at: this.options.clock().toISOString(), space, level, code, params });
  }

  private changed(): void {
    if (!this.closed) this.options.onStatus?.(this.status());
  }

  private statusOf({ id, name, kind }: SpaceInfo): SpaceStatus {
    const { library } = this.options;
    return {
      id,
      name,
      kind,
      ...sharedStatus(this.spaces.get(id)),
      conflicts: library.conflicts(id).length,
      participants: library.participants(id).length,
    };
  }
}

/** A password is only looked for where somebody logs in: it may be asked of a person. */
async function withPassword(place: Place, find: () => Promise<string | null>): Promise<Place> {
  if (place.kind === 'folder' || place.user === undefined) return place;
  const password = await find();
  return password === null ? place : { ...place, password };
}
