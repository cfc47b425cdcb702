import { AppError } from '../../shared/base/errors';
import type { SpaceId } from '../../shared/base/ids';
import type { Place, SpaceStatus } from '../../shared/model/sync';
import type { Library, NewSpace } from '../library/library-types';
import type { SyncEngine, SyncOptions } from '../sync/engine';
import { unshared } from '../sync/space-status';

export interface SharingParts extends Pick<SyncOptions, 'clock' | 'timers' | 'openPlace' | 'passwords' | 'keptItems'> {
  readonly library: Library;
  /** Who works here, as other participants see it. */
  readonly profile: () => { readonly name: string; readonly organisation: string };
  readonly onStatus: (status: readonly SpaceStatus[]) => void;
}

/** The shared folders of a library, begun when somebody asks for them or when the window has its first page: whichever is first. */
export interface Sharing {
  /** Resolves when it looks after the shared folders. */
  engine(): Promise<SyncEngine>;
  /** What is known so far; complete once the engine runs. */
  statuses(): readonly SpaceStatus[];
  create(space: NewSpace, place: Place | null): Promise<SpaceId>;
  open(place: Place): Promise<SpaceId>;
  connect(space: SpaceId, place: Place): Promise<void>;
  rename(space: SpaceId, name: string): Promise<void>;
  leave(space: SpaceId): Promise<void>;
  /** Tells all spaces who works here, when that changed. */
  introduce(): Promise<void>;
  limitBandwidth(kbPerSecond: number | null): void;
  /** Items changed: tells how the spaces are doing when that adds or ends a conflict, also where nothing is sent or received. */
  itemsChanged(): void;
  close(): Promise<void>;
}

export function createSharing(parts: SharingParts): Sharing {
  const { library } = parts;
  let running: SyncEngine | null = null;
  let limitKb: number | null = null;
  let closed = false;
  const introductions = createIntroductions(parts);
  const statuses = (): readonly SpaceStatus[] => running?.status() ?? library.spaces().map(localStatus(library));
  let conflicts = '';
  const tell = (): void => {
    const now = statuses();
    conflicts = countsOf(now.map((status) => status.conflicts));
    if (!closed) parts.onStatus(now);
  };
  const start = once(async () => {
    // Loaded when it is needed: the first list is on the screen before that.
    const sync = await import('../sync/engine');
    running = await sync.SyncEngine.start({ ...parts, onStatus: tell });
    running.limitBandwidth(inBytes(limitKb));
    tell();
    return running;
  });
  const engine = (): Promise<SyncEngine> => (closed ? Promise.reject(new AppError('cancelled')) : start());
  return {
    engine,
    statuses,
    create: async (space, place) => {
      const id = await createSpace(parts, engine, space, place);
      tell();
      return id;
    },
    open: async (place) => {
      const { id } = await (await engine()).openFrom(place);
      await introductions.make(id);
      return id;
    },
    connect: async (space, place) => (await engine()).share(space, place),
    rename: async (space, name) => {
      await library.renameSpace(space, name);
      tell();
    },
    leave: async (space) => (await engine()).leave(space),
    introduce: async () => {
      for (const { id, kind } of library.spaces()) if (kind !== 'private') await introduce(parts, id);
    },
    limitBandwidth: (kbPerSecond) => {
      limitKb = kbPerSecond;
      running?.limitBandwidth(inBytes(kbPerSecond));
    },
    itemsChanged: () => {
      introductions.catchUp();
      if (countsOf(library.spaces().map(({ id }) => library.conflicts(id).length)) !== conflicts) tell();
    },
    close: async () => {
      closed = true;
      await start.begun()?.catch(() => null);
      await running?.close();
    },
  };
}

async function createSpace(
  parts: SharingParts,
  engine: Sharing['engine'],
  space: NewSpace,
  place: Place | null,
): Promise<SpaceId> {
  const { id } = await parts.library.createSpace(space);
  await introduce(parts, id);
  // Nothing is in it yet: a space that could not get its folder would only be in the way.
  if (place !== null) {
    const sync = await engine();
    await orUndo(sync.share(id, place), () => sync.leave(id));
  }
  return id;
}

interface Once<T> {
  (): Promise<T>;
  /** What has been begun, if anything. */
  begun(): Promise<T> | null;
}

/** Does the work the first time it is asked, and again only when it failed. */
function once<T>(work: () => Promise<T>): Once<T> {
  let begun: Promise<T> | null = null;
  const run = (): Promise<T> => {
    begun ??= work().catch((error: unknown) => {
      begun = null;
      throw error;
    });
    return begun;
  };
  return Object.assign(run, { begun: () => begun });
}

const countsOf = (counts: readonly number[]): string => counts.join(' ');

/** Nobody is introduced without a name, or where they may not write: that follows when they were let in. */
async function introduce({ library, profile }: SharingParts, space: SpaceId): Promise<void> {
  const { name, organisation } = profile();
  if (name === '' || isWaiting(library, space)) return;
  await library.introduce(space, { name, organisation }).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== 'access-denied') throw error;
  });
}

/** Who joins a closed space is introduced once somebody has let them in. */
function createIntroductions(parts: SharingParts): { make(space: SpaceId): Promise<void>; catchUp(): void } {
  const { library } = parts;
  const waiting = new Set(library.spaces().flatMap(({ id }) => (isWaiting(library, id) ? [id] : [])));
  const make = async (space: SpaceId): Promise<void> => {
    waiting.delete(space);
    if (isWaiting(library, space)) waiting.add(space);
    else await introduce(parts, space);
  };
  return {
    make,
    catchUp: () => {
      for (const space of [...waiting].filter((id) => !isWaiting(library, id)))
        void make(space).catch(() => waiting.add(space));
    },
  };
}

/** For a key of a closed space. */
function isWaiting(library: Library, space: SpaceId): boolean {
  return library.space(space).needsKeys();
}

async function orUndo(work: Promise<void>, undo: () => Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    await undo();
    throw error;
  }
}

function inBytes(kb: number | null): number | null {
  return kb === null ? null : kb * 1024;
}

/** A space before its folder has been looked at. */
function localStatus(library: Library): (space: ReturnType<Library['spaces']>[number]) => SpaceStatus {
  return ({ id, name, kind }) => ({
    ...{ id, name, kind },
    ...unshared,
    conflicts: library.conflicts(id).length,
    participants: library.participants(id).length,
  });
}
