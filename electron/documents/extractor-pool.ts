import { setMaxListeners } from 'node:events';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/base/errors';
import type { DocumentText } from './document-text';
import type { Answer, Job, WorkerSetUp } from './extractor-messages';
import { type DocumentLimits, documentLimits } from './limits';

export interface ExtractorPoolOptions {
  readonly workers: number;
  /** Path of the built worker: an entry that calls `serveExtraction`. */
  readonly entry: string;
  /** What that entry needs besides; it is copied. */
  readonly entryData?: unknown;
  /** For one document. */
  readonly timeLimitMs: number;
  /** JavaScript heap of one worker. At least 256: readers keep single pieces of text well below that. */
  readonly memoryLimitMb: number;
  /** Of the whole process, bytes of files included: above it, what is being read is given up. */
  readonly processLimitMb?: number;
  readonly limits?: DocumentLimits;
  /** How long a worker without work is kept. */
  readonly idleMs?: number;
}

export interface ExtractorPool<Result = DocumentText> {
  /**
   * As `extractDocument`, in a worker, and then what that worker's entry prepares of it. `source` is the bytes, which are copied, or a path, better for large files.
   * Errors besides: `document-time-limit`, `document-memory-limit`, `document-unreadable` (path), `cancelled`.
   */
  extract(source: Uint8Array | string, name: string, signal?: AbortSignal): Promise<Result>;
  /** As `documentHtml`, in a worker, ahead of what waits: somebody is looking. Errors as `extract`. */
  html(source: Uint8Array | string, name: string, signal?: AbortSignal): Promise<string>;
  /** As `readAsides`, in a worker. Errors as `extract`. */
  asides(source: Uint8Array | string, name: string, signal?: AbortSignal): Promise<readonly string[]>;
  /** Ends the workers; what was not done is `cancelled`. */
  close(): Promise<void>;
}

/**
 * What a worker has beside the job in hand, so that it need not wait while this thread writes some hundreds of documents to the index: many small ones,
 * few large ones, because those are in memory twice and because somebody may be waiting for the next.
 */
const jobsAhead = 384;
const bytesAhead = 3 * 1024 * 1024;
const ticksPerLimit = 10;
/** How fast a document can outgrow the process limit before it is seen. */
const longestTickMs = 250;
const defaultProcessLimitMb = 1_500;
/** Texts do not live long: collecting them in small steps takes no more time, and 30 MB less than V8's own choice. */
const maxYoungGenerationSizeMb = 8;
const mebibyte = 1024 * 1024;

interface Task extends Job {
  resolve(value: never): void;
  reject(error: AppError): void;
}

/**
 * Workers that read documents. A document that takes too long or too much memory takes its worker with it, and nothing else: the worker is replaced,
 * and what it had not begun goes to another.
 */
export function createExtractorPool<Result = DocumentText>(options: ExtractorPoolOptions): ExtractorPool<Result> {
  const seats = Array.from({ length: options.workers }, () => new Seat(options, () => dispatch()));
  const queue: Task[] = [];
  let numbers = 0;
  let closed = false;

  const dispatch = (): void => {
    for (let seat = nextFree(seats, queue[0]); seat !== null; seat = nextFree(seats, queue[0])) {
      const task = queue.shift();
      if (task !== undefined) seat.give(task, (left) => queue.unshift(...left));
    }
  };

  const submit = <T>(task: Job['task'], source: Uint8Array | string, name: string, signal?: AbortSignal): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (closed || signal?.aborted === true) {
        reject(new AppError('cancelled'));
        return;
      }
      const settled = (): void => signal?.removeEventListener('abort', cancel);
      const entry: Task = {
        ...{ number: ++numbers, task, source, name },
        resolve: (value) => {
          settled();
          resolve(value);
        },
        reject: (error) => {
          settled();
          reject(error);
        },
      };
      const cancel = (): void => {
        const at = queue.indexOf(entry);
        if (at >= 0) queue.splice(at, 1);
        entry.reject(new AppError('cancelled'));
      };
      // One signal stops a whole import: thousands of listeners are no leak, each goes when its document is done.
      if (signal !== undefined) setMaxListeners(0, signal);
      signal?.addEventListener('abort', cancel);
      if (task === 'html') queue.unshift(entry);
      else queue.push(entry);
      dispatch();
    });

  return {
    extract: (source, name, signal) => submit<Result>('text', source, name, signal),
    html: (source, name, signal) => submit<string>('html', source, name, signal),
    asides: (source, name, signal) => submit<readonly string[]>('asides', source, name, signal),
    close: async () => {
      closed = true;
      for (const task of queue.splice(0)) task.reject(new AppError('cancelled'));
      await Promise.all(seats.map((seat) => seat.close()));
    },
  };
}

/** The seat with least to do that can take the task; null when there is none or nothing to take. */
function nextFree(seats: readonly Seat[], task: Task | undefined): Seat | null {
  if (task === undefined) return null;
  const [least] = [...seats].sort((a, b) => a.load - b.load);
  return least?.hasRoomFor(task) === true ? least : null;
}

/** A file that the worker reads itself may be of any size: a few of them fill a seat. */
function weightOf({ source }: Task): number {
  return typeof source === 'string' ? bytesAhead / 4 : source.length;
}

/** One place for a worker, which may be replaced while it is there. */
class Seat {
  private readonly current = new Int32Array(new SharedArrayBuffer(4));
  private readonly inHand = new Map<number, Task>();
  private worker: Worker | null = null;
  private watch: NodeJS.Timeout | null = null;
  private idle: NodeJS.Timeout | null = null;
  private giveBack: (left: Task[]) => void = () => undefined;
  private watched = 0;
  private ticks = 0;
  private verdict: 'document-time-limit' | 'document-memory-limit' | 'document-too-complex' | 'internal' = 'internal';

  constructor(
    private readonly options: ExtractorPoolOptions,
    private readonly freed: () => void,
  ) {}

  private get tickMs(): number {
    return Math.min(longestTickMs, this.options.timeLimitMs / ticksPerLimit);
  }

  get load(): number {
    return this.inHand.size;
  }

  hasRoomFor(task: Task): boolean {
    const held = [...this.inHand.values()].reduce((sum, job) => sum + weightOf(job), 0);
    return this.load === 0 || (this.load <= jobsAhead && held + weightOf(task) <= bytesAhead);
  }

  give(task: Task, giveBack: (left: Task[]) => void): void {
    this.giveBack = giveBack;
    this.inHand.set(task.number, task);
    if (this.idle !== null) clearTimeout(this.idle);
    this.worker ??= this.start();
    this.watch ??= setInterval(() => this.tick(), this.tickMs);
    const { number, task: kind, name } = task;
    // A copy of its own, so that it can be sent again to another worker, and a view does not take its whole buffer along.
    const source = typeof task.source === 'string' ? task.source : new Uint8Array(task.source);
    this.worker.postMessage(
      { number, task: kind, source, name } satisfies Job,
      typeof source === 'string' ? [] : [source.buffer as ArrayBuffer],
    );
  }

  async close(): Promise<void> {
    for (const task of this.inHand.values()) task.reject(new AppError('cancelled'));
    this.inHand.clear();
    this.rest();
    if (this.idle !== null) clearTimeout(this.idle);
    await this.worker?.terminate();
  }

  private start(): Worker {
    const { entry, entryData, memoryLimitMb, limits = documentLimits } = this.options;
    Atomics.store(this.current, 0, 0);
    this.verdict = 'internal';
    // stdout and stderr stay here, unread: what parsers have to say about a document is not for our own output.
    const worker = new Worker(entry, {
      workerData: { limits, current: this.current, entryData } satisfies WorkerSetUp,
      resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb, maxYoungGenerationSizeMb },
      stdout: true,
      stderr: true,
    });
    worker.stdout.resume();
    worker.stderr.resume();
    worker.unref();
    worker.on('message', (answer: Answer) => this.answered(answer));
    worker.on('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') this.verdict = 'document-memory-limit';
      // Nested so deep that not even its reader's own errors could be told any more.
      else if (error.name === 'RangeError') this.verdict = 'document-too-complex';
    });
    worker.on('exit', () => {
      if (this.worker === worker) this.ended();
    });
    return worker;
  }

  private answered(answer: Answer): void {
    const task = this.inHand.get(answer.number);
    this.inHand.delete(answer.number);
    if ('error' in answer) task?.reject(new AppError(answer.error.code, answer.error.params));
    else task?.resolve(answer.value as never);
    if (this.inHand.size === 0) this.rest();
    this.freed();
  }

  /** Counts ticks of one job rather than time: a thread that was itself busy, or asleep, counts too little and never blames wrongly. */
  private tick(): void {
    const number = Atomics.load(this.current, 0);
    this.ticks = number !== 0 && number === this.watched ? this.ticks + 1 : 0;
    this.watched = number;
    // A document may unpack to more bytes than its worker's heap limit knows of. Only one that has been in hand for a whole tick is blamed.
    const tooMuch =
      this.ticks > 0 && process.memoryUsage.rss() > (this.options.processLimitMb ?? defaultProcessLimitMb) * mebibyte;
    if (!tooMuch && this.ticks * this.tickMs < this.options.timeLimitMs) return;
    this.verdict = tooMuch ? 'document-memory-limit' : 'document-time-limit';
    void this.worker?.terminate();
  }

  private ended(): void {
    this.worker = null;
    this.ticks = 0;
    const number = Atomics.load(this.current, 0);
    const culprit = this.inHand.get(number) ?? [...this.inHand.values()][0];
    if (culprit !== undefined) {
      this.inHand.delete(culprit.number);
      const { name } = culprit;
      culprit.reject(
        new AppError(
          this.verdict,
          this.verdict === 'document-time-limit'
            ? { name, seconds: Math.round(this.options.timeLimitMs / 1000) }
            : { name },
        ),
      );
    }
    const left = [...this.inHand.values()];
    this.inHand.clear();
    this.rest();
    this.giveBack(left);
    this.freed();
  }

  /** At once, so that what comes while it ends goes to another. */
  private letGo(): void {
    const { worker } = this;
    this.worker = null;
    void worker?.terminate();
  }

  private rest(): void {
    if (this.watch !== null) clearInterval(this.watch);
    this.watch = null;
    if (this.idle !== null) clearTimeout(this.idle);
    this.idle = setTimeout(() => this.letGo(), this.options.idleMs ?? 30_000).unref();
  }
}
