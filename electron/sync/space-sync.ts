import { AppError, type ErrorParams } from '../../shared/base/errors';
import type { BlobHash } from '../../shared/base/ids';
import type { Brake, Fault, Place, QuarantinedFile, SyncLogLine, SyncProgress } from '../../shared/model/sync';
import { Alarm } from './alarm';
import { Braked } from './brake';
import { fetchFile, type FileFetches } from './fetch-files';
import { keepHouse } from './housekeeping';
import { loadRemoteState, RemoteState, saveRemoteState } from './remote-state';
import { runRound } from './round';
import { emptyReport, everyFile, noFile, ownHeadPath, type RoundContext, type RoundMode } from './round-context';
import { countWork, nothingToDo } from './space-counts';
import type { Erased, SyncLibrary } from './sync-library';
import type { Timers } from './timers';
import type { Pace, Transport } from './transport';
import type { LocalSpace } from '../library/local-space';

const writtenDelayMs = 200;
const seenDelayMs = 50;
const folderPollMs = 10_000;
const slowPollMs = 60_000;
const waitingPollMs = 1_000;
const longestPauseMs = 600_000;
const tellEveryMs = 100;

export interface SpaceSyncParts {
  readonly library: SyncLibrary;
  readonly space: LocalSpace;
  readonly place: Place;
  /** The place as people know it. */
  readonly placeName: string;
  readonly open: () => Promise<Transport>;
  readonly statePath: string;
  readonly clock: () => Date;
  readonly timers: Timers;
  readonly pace: Pace;
  /** Which files are fetched when not all are kept here. */
  readonly wantsFiles: () => RoundMode['wantsFile'];
  readonly log: (level: SyncLogLine['level'], code: string, params?: ErrorParams) => void;
  /** Something that people see has changed. */
  readonly changed: () => void;
}

/** What the next round is for; what several ask for is done in one. */
interface Wanted {
  /** Look again at what went wrong. */
  readonly eager: boolean;
  readonly putBack: boolean;
  /** Only our own news is to be sent. */
  readonly sendOnly: boolean;
}

const justLook: Wanted = { eager: false, putBack: false, sendOnly: false };

/** One space and its shared folder: when to look, one round at a time, and how it goes. */
export class SpaceSync {
  brake: Brake | null = null;
  fault: Fault | null = null;
  progress: SyncProgress | null = null;
  counts = nothingToDo;

  private transport: Transport | null = null;
  private state: RemoteState;
  private abort = new AbortController();
  private running: Promise<void> | null = null;
  /** Another round is asked for; `eager` when it is to look again at what went wrong. */
  private wanted: Wanted | null = null;
  private failures = 0;
  private lookedAt = 0;
  private toldAt = 0;
  private stopped = false;
  private readonly alarm: Alarm;
  private readonly stops: (() => void)[] = [];
  private stopWatch: (() => void) | null = null;
  private readonly fetches: FileFetches = new Map();

  constructor(
    private readonly parts: SpaceSyncParts,
    private settings: { readonly keepOffline: boolean; readonly paused: boolean },
  ) {
    this.state = new RemoteState(parts.placeName);
    this.alarm = new Alarm(parts.timers, parts.clock, () => void this.sync(this.wanted ?? justLook));
  }

  get place(): string {
    return this.parts.placeName;
  }

  get paused(): boolean {
    return this.settings.paused;
  }

  get keepOffline(): boolean {
    return this.settings.keepOffline;
  }

  get syncedAt(): string | null {
    return this.state.syncedAt;
  }

  get quarantined(): readonly QuarantinedFile[] {
    return this.state.quarantine.list(this.parts.space.id);
  }

  async start(): Promise<void> {
    this.state = await loadRemoteState(this.parts.statePath, this.parts.placeName);
    this.stops.push(this.parts.space.onWritten(() => this.later(writtenDelayMs, { sendOnly: true })));
    await this.count();
    this.schedule(0);
  }

  /** Breaks off what runs, and resolves when it has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.alarm.off();
    for (const stop of this.stops) stop();
    this.abort.abort();
    await this.running;
    await this.disconnect();
  }

  /** A round that starts after this; resolves when all is done that can be done now. What went wrong is in `fault` and `brake`. */
  sync(asked: Partial<Wanted> = {}): Promise<void> {
    this.want(asked);
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /** A round that looks for every file, not only once a week. */
  check(): Promise<void> {
    this.state.checkedAt = 1;
    return this.sync({ eager: true });
  }

  /** Breaks off the round that runs. It goes on by itself after a while, after the next change here, or when it is asked. */
  async cancel(): Promise<void> {
    this.wanted = null;
    this.abort.abort();
    await this.running;
  }

  async change(settings: { readonly keepOffline: boolean; readonly paused: boolean }): Promise<void> {
    this.settings = settings;
    if (settings.paused) {
      this.alarm.off();
      await this.cancel();
    } else this.schedule(0);
    this.parts.changed();
  }

  /** `retry` looks again; `put-back` puts everything that is here into the folder. */
  async answerBrake(choice: 'retry' | 'put-back'): Promise<void> {
    const putBack = choice === 'put-back' && this.brake !== null && this.brake.reason !== 'wrong-space';
    this.parts.log('info', 'brake-answered', { choice });
    this.brake = null;
    await this.sync({ eager: true, putBack });
  }

  /** Fetches one file now, beside whatever runs. Errors: those of the transport; `shared-file-…` when it is not there whole. */
  async fetchFile(hash: BlobHash): Promise<void> {
    const wanted = this.parts.space.missingBlob(hash);
    if (wanted === null) return;
    const context = await this.context({ readMarker: false, wantsFile: noFile, eager: false, putBack: false });
    if (!(await fetchFile(context, wanted))) {
      const found = this.quarantined.find(({ path }) => path.endsWith(hash));
      throw new AppError(found?.code ?? 'shared-file-missing', { file: hash });
    }
    await this.count();
    this.parts.changed();
  }

  private async run(): Promise<void> {
    this.alarm.off();
    while (this.wanted !== null && !this.stopped && !this.paused && this.brake === null) {
      const wanted = this.wanted;
      this.wanted = null;
      this.abort = new AbortController();
      await this.attempt(wanted);
    }
    this.progress = null;
    this.schedule(this.pauseMs());
    this.parts.changed();
  }

  private async attempt({ eager, putBack, sendOnly }: Wanted): Promise<void> {
    try {
      const context = await this.context({
        readMarker: this.parts.place.kind === 'folder' || this.failures > 0 || this.fault !== null,
        wantsFile: this.keepOffline ? everyFile : this.parts.wantsFiles(),
        eager,
        putBack,
        sendOnly: sendOnly && this.lookedJustNow(),
      });
      await this.round(context);
      if (context.mode.sendOnly !== true) this.lookedAt = this.parts.clock().getTime();
      this.failures = 0;
      this.fault = null;
      if (!context.transport.canWrite) await this.askAgainToWrite(context.transport);
    } catch (error) {
      await this.fail(error);
    }
    await this.count();
  }

  /** Who may only read there is told when something waits, and the next round finds out whether that is still so. */
  private async askAgainToWrite({ place }: Transport): Promise<void> {
    await this.count();
    if (this.counts.changesOut + this.counts.filesOut > 0) this.fault = { code: 'remote-read-only', params: { place } };
    await this.disconnect();
  }

  /** On a server a look costs a request, and one between two polls tells little. */
  private lookedJustNow(): boolean {
    const { place, clock } = this.parts;
    const calm = this.transport !== null && this.fault === null && this.state.quarantine.size === 0;
    return place.kind === 'webdav' && calm && clock().getTime() - this.lookedAt < slowPollMs;
  }

  private async round(context: RoundContext): Promise<void> {
    try {
      const report = await runRound(context);
      const { revisionsIn, filesIn, headsOut, filesOut } = report;
      if (revisionsIn + filesIn + headsOut + filesOut > 0)
        this.parts.log('info', 'round', { revisionsIn, filesIn, headsOut, filesOut });
      if (report.unfinished) this.wanted ??= justLook;
      else if (this.wanted === null && context.mode.sendOnly !== true && context.transport.canWrite)
        await keepHouse(context, this.erasures());
    } finally {
      await saveRemoteState(this.parts.statePath, this.state);
    }
  }

  private async fail(error: unknown): Promise<void> {
    if (error instanceof Braked) {
      this.brake = error.brake;
      this.parts.log('error', 'braked', { ...error.brake });
      return;
    }
    this.failures += 1;
    const { code, params } = error instanceof AppError ? error : new AppError('internal', {}, { cause: error });
    if (code !== 'cancelled') {
      this.fault = { code, params };
      this.parts.log('warning', code, { ...params, ...(code === 'internal' ? { reason: String(error) } : {}) });
    }
    await this.disconnect();
  }

  private async context(mode: RoundMode): Promise<RoundContext> {
    const { library, space, clock, pace, log } = this.parts;
    const fresh = this.transport === null;
    const transport = await this.connect();
    const startedAt = clock().getTime();
    return {
      space,
      transport,
      state: this.state,
      mode: { ...mode, readMarker: mode.readMarker || fresh },
      clock,
      signal: this.abort.signal,
      pace,
      self: () => library.device(),
      renewDevice: () => library.renewDevice(),
      takeMarker: (marker) => library.adoptSpace(marker),
      // Fetching files may take hours; what others write meanwhile should not wait for that.
      interrupted: () => this.wanted !== null || clock().getTime() - startedAt >= slowPollMs,
      fetches: this.fetches,
      tell: (progress) => this.tell(progress),
      log,
      report: emptyReport(),
    };
  }

  private async connect(): Promise<Transport> {
    this.transport ??= await this.parts.open();
    this.stopWatch ??= this.transport.watch('heads', () => this.later(seenDelayMs, { eager: true }));
    return this.transport;
  }

  private async disconnect(): Promise<void> {
    this.stopWatch?.();
    this.stopWatch = null;
    const { transport } = this;
    this.transport = null;
    await transport?.close().catch(() => undefined);
  }

  private want(asked: Partial<Wanted>): void {
    const { eager, putBack, sendOnly } = { ...justLook, ...asked };
    this.wanted = {
      eager: eager || this.wanted?.eager === true,
      putBack: putBack || this.wanted?.putBack === true,
      sendOnly: sendOnly && this.wanted?.sendOnly !== false,
    };
  }

  /** Soon, once for all that happens until then. While a round runs, right after it. */
  private later(ms: number, asked: Partial<Wanted>): void {
    if (this.stopped || this.paused) return;
    this.want(asked);
    if (this.running === null && this.alarm.soon(ms)) void this.count().then(this.parts.changed);
  }

  private schedule(ms: number): void {
    if (this.stopped || this.paused || this.brake !== null) this.alarm.off();
    else this.alarm.in(ms);
  }

  /** Longer and longer as long as it fails; short when the folder cannot tell that a file which is waited for has come. */
  private pauseMs(): number {
    if (this.abort.signal.aborted) return longestPauseMs;
    if (this.failures > 0) return Math.min(folderPollMs * 2 ** (this.failures - 1), longestPauseMs);
    if (this.parts.place.kind === 'webdav') return this.untilNextLookMs();
    if (this.state.quarantine.waitingLogFiles() > 0) return waitingPollMs;
    return this.stopWatch === null ? folderPollMs : slowPollMs;
  }

  /** Sending does not put off the look, so that it need not look first. A clock that was set back does not either. */
  private untilNextLookMs(): number {
    const passed = this.parts.clock().getTime() - this.lookedAt;
    return Math.min(Math.max(slowPollMs - passed, 0), slowPollMs);
  }

  private tell(progress: SyncProgress): void {
    const changed = this.progress?.phase !== progress.phase;
    this.progress = progress;
    const now = this.parts.clock().getTime();
    if (!changed && now - this.toldAt < tellEveryMs) return;
    this.toldAt = now;
    if (progress.phase !== 'looking') this.parts.changed();
  }

  private async count(): Promise<void> {
    const { space, library } = this.parts;
    this.counts = await countWork(space, this.state, ownHeadPath({ self: () => library.device() }));
  }

  private erasures(): readonly Erased[] {
    return this.parts.library.erasures().filter(({ space, done }) => done && space === this.parts.space.id);
  }
}
