import { EventEmitter } from 'node:events';
import type { UtilityProcess } from 'electron';
import { AppError } from '../../shared/base/errors';
import type { Answer, EventName, Events } from '../../shared/contract';
import type { ServiceSettings } from '../../shared/model/settings';

/** A request to the library process. `internal` calls are for the shell only and are not in the window's contract. */
export interface LibraryRequest {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}
/** What the library process asks of the shell, by name. */
export interface ShellAnswers {
  /** The key that seals what is secret, in base64; null where the system keeps no secrets. */
  secretKey(): Promise<string | null>;
}
export type FromLibrary =
  | { readonly kind: 'ask'; readonly id: number; readonly what: keyof ShellAnswers }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer<unknown> }
  | { readonly kind: 'event'; readonly name: EventName; readonly payload: Events[EventName] };

export interface LibraryOptions {
  readonly folder: string;
  readonly configFolder: string;
  /** The app's own static files: sample library, word lists, help. */
  readonly resources: string;
  readonly settings: ServiceSettings;
}

/**
 * A process that ends this soon after its start, this many times in a row, will not do better the next time. The last try
 * throws the index away first: SQLite can abort on damage inside it, and it is only a cache.
 */
const soonMs = 5_000;
const maxQuickEnds = 3;

/** What the client needs of the process it started. */
export type LibraryChild = Pick<UtilityProcess, 'on' | 'once' | 'postMessage' | 'kill'>;

/** The library process as the shell sees it: requests with one answer each, and events. Restarted when it dies. */
export class LibraryClient {
  readonly events = new EventEmitter();
  private child: LibraryChild | null = null;
  private readonly waiting = new Map<number, (answer: Answer<unknown>) => void>();
  private nextId = 1;
  private closing = false;
  private startedAt = 0;
  private quickEnds = 0;

  constructor(
    private readonly fork: (env: NodeJS.ProcessEnv) => LibraryChild,
    private options: LibraryOptions,
    private readonly answers: ShellAnswers,
  ) {}

  start(): void {
    this.closing = false;
    const child = this.fork({
      ...process.env,
      RAAKVLAK_OPTIONS: JSON.stringify({ ...this.options, freshIndex: this.quickEnds === maxQuickEnds - 1 }),
    });
    child.on('message', (message: FromLibrary) => this.receive(message));
    child.on('exit', () => this.onExit(child));
    this.child = child;
    this.startedAt = Date.now();
  }

  async request(name: string, input: unknown): Promise<Answer<unknown>> {
    const child = this.child;
    if (child === null) return { ok: false, code: 'library-stopped', params: {} };
    const id = this.nextId++;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      child.postMessage({ id, name, input } satisfies LibraryRequest);
    });
  }

  /** Like `request`, for the shell's own use: gives the value or throws. */
  async call<T>(name: string, input: unknown): Promise<T> {
    const answer = await this.request(name, input);
    if (!answer.ok) throw new AppError(answer.code, answer.params);
    return answer.value as T;
  }

  /** Lets the library finish and close its files; resolves when the process is gone. */
  async stop(): Promise<void> {
    const child = this.child;
    if (child === null) return;
    this.closing = true;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    await this.request('internal.close', undefined);
    child.kill();
    await gone;
  }

  changeSettings(settings: ServiceSettings): void {
    this.options = { ...this.options, settings };
    void this.request('internal.settings', settings);
  }

  async restart(change: Partial<LibraryOptions>): Promise<void> {
    await this.stop();
    this.options = { ...this.options, ...change };
    this.start();
  }

  private receive(message: FromLibrary): void {
    if (message.kind === 'ask') {
      const { child } = this;
      void this.answers[message.what]().then((value) => child?.postMessage({ told: message.id, value }));
      return;
    }
    if (message.kind === 'event') {
      this.events.emit('event', message.name, message.payload);
      return;
    }
    const resolve = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    resolve?.(message.answer);
  }

  private onExit(child: LibraryChild): void {
    if (this.child !== child) return;
    this.child = null;
    for (const resolve of this.waiting.values()) resolve({ ok: false, code: 'library-stopped', params: {} });
    this.waiting.clear();
    if (this.closing) return;
    this.quickEnds = Date.now() - this.startedAt < soonMs ? this.quickEnds + 1 : 0;
    if (this.quickEnds < maxQuickEnds) this.start();
    else this.events.emit('event', 'library.status', this.stoppedStatus());
  }

  private stoppedStatus(): Events['library.status'] {
    return {
      state: 'failed',
      folder: this.options.folder,
      error: { code: 'library-stopped', params: {} },
      problems: [],
      spaces: [],
    };
  }
}
