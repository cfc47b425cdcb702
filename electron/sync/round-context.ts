import type { ErrorCode, ErrorParams } from '../../shared/base/errors';
import { AppError } from '../../shared/base/errors';
import type { DeviceId, ItemId, SpaceId } from '../../shared/base/ids';
import type { SyncLogLine, SyncProgress } from '../../shared/model/sync';
import { headPath } from '../library/head';
import type { LocalSpace, MissingBlob } from '../library/local-space';
import type { FileFetches } from './fetch-files';
import type { RemoteState } from './remote-state';
import type { SyncLibrary } from './sync-library';
import type { Pace, Transport } from './transport';

export const everyFile = (): boolean => true;
export const noFile = (): boolean => false;

/** How a round goes about it. */
export interface RoundMode {
  /** Read the marker before anything else: at connecting, and on storage where that is free. */
  readonly readMarker: boolean;
  /** Which of the files that documents name and that are not here are fetched; the others when somebody opens one. */
  readonly wantsFile: (file: MissingBlob) => boolean;
  /** Look again at everything that went wrong, also what is not due. */
  readonly eager: boolean;
  /** Somebody chose to put everything back: no brake, and all that is here and not there is put. */
  readonly putBack: boolean;
  /** Only send our own news: the folder was looked at a moment ago. */
  readonly sendOnly?: boolean;
}

/** What a round works with. Everything that waits, tells time or touches the storage is handed in, so that a simulation can drive it. */
export interface RoundContext {
  readonly space: LocalSpace;
  readonly transport: Transport;
  readonly state: RemoteState;
  readonly mode: RoundMode;
  readonly clock: () => Date;
  readonly signal: AbortSignal;
  readonly pace: Pace;
  /** Who signs here; null before anything was written. */
  readonly self: () => DeviceId | null;
  /** Somebody else writes under our name: from its return on, another device signs here. */
  readonly renewDevice: () => Promise<unknown>;
  /** The founder gave the space another name. */
  readonly takeMarker: (marker: Uint8Array) => Promise<unknown>;
  /** True when something more urgent than fetching files waits. */
  readonly interrupted: () => boolean;
  readonly fetches: FileFetches;
  readonly tell: (progress: SyncProgress) => void;
  readonly log: (level: SyncLogLine['level'], code: string, params?: ErrorParams) => void;
  readonly report: RoundReport;
}

type Given = Pick<RoundContext, 'transport' | 'state' | 'clock'> & Partial<RoundContext>;

/** Of one round by itself: all files, and nobody who waits for it, watches it or is more urgent, unless it is given. */
export function roundContext(library: SyncLibrary, space: SpaceId, given: Given): RoundContext {
  return {
    space: library.space(space),
    mode: { readMarker: true, wantsFile: everyFile, eager: false, putBack: false },
    signal: new AbortController().signal,
    pace: () => Promise.resolve(),
    self: () => library.device(),
    renewDevice: () => library.renewDevice(),
    takeMarker: (marker) => library.adoptSpace(marker),
    interrupted: () => false,
    fetches: new Map(),
    tell: () => undefined,
    log: () => undefined,
    report: emptyReport(),
    ...given,
  };
}

/** What a round did. */
export interface RoundReport {
  items: Set<ItemId>;
  revisionsIn: number;
  filesIn: number;
  /** Heads that were put, ours and others'. */
  headsOut: number;
  filesOut: number;
  /** Files that are wanted and not here. */
  filesWanted: number;
  /** Log files that heads name and that are not here. */
  logFilesMissing: number;
  /** Files that the storage would not give. */
  unreadable: number;
  /** It stopped before all files were fetched because `interrupted` said so. */
  unfinished: boolean;
}

export function emptyReport(): RoundReport {
  return {
    items: new Set(),
    revisionsIn: 0,
    filesIn: 0,
    headsOut: 0,
    filesOut: 0,
    filesWanted: 0,
    logFilesMissing: 0,
    unreadable: 0,
    unfinished: false,
  };
}

/** Sizes of the files in a folder of the shared folder, by name. */
export async function sizesIn(
  { transport, signal }: RoundContext,
  folder: string,
): Promise<ReadonlyMap<string, number>> {
  const files = (await transport.list(folder, signal)) ?? [];
  return new Map(files.map(({ name, sizeBytes }) => [name, sizeBytes]));
}

/** Error: `cancelled`. Between two files, so that what was done stays done. */
export function stopIfCancelled({ signal }: Pick<RoundContext, 'signal'>): void {
  if (signal.aborted) throw new AppError('cancelled');
}

/** Where our own head is; null before there is one. */
export function ownHeadPath({ self }: Pick<RoundContext, 'self'>): string | null {
  const device = self();
  return device === null ? null : headPath(device);
}

const unreadableCodes: readonly ErrorCode[] = ['remote-garbled', 'remote-failed', 'remote-denied'];
const mostUnreadable = 3;

/**
 * What is wrong with one file when reading it failed. Throws the error when it is not about that file alone: also when several cannot be
 * read, for then it is the storage.
 */
export function faultOfFile({ report }: RoundContext, error: unknown): 'too-large' | 'unreadable' {
  if (!(error instanceof AppError)) throw error;
  if (error.code === 'remote-too-large') return 'too-large';
  report.unreadable += 1;
  if (!unreadableCodes.includes(error.code) || report.unreadable > mostUnreadable) throw error;
  return 'unreadable';
}

/** The whole file within its limit, `null` when it is not there, or what is wrong with it. */
export async function readRemote(
  context: RoundContext,
  path: string,
  limitBytes: number,
): Promise<Uint8Array | null | 'too-large' | 'unreadable'> {
  const { transport, signal, pace } = context;
  try {
    return await transport.read(path, { limitBytes, signal, pace });
  } catch (error) {
    return faultOfFile(context, error);
  }
}
