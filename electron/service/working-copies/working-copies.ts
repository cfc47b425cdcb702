import { existsSync, watch, type FSWatcher } from 'node:fs';
import { mkdir, readFile, unlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../shared/base/errors';
import type { BlobHash, ItemId } from '../../../shared/base/ids';
import type { WorkingCopy } from '../../../shared/model/draft';
import type { RevisionBody } from '../../../shared/revision/revision';
import { sha256 } from '../../library/hash';
import { createQueue } from '../../library/in-parallel';
import type { Library } from '../../library/library-types';
import { writeError, writeFileAtomic } from '../../library/write-file-atomic';
import type { Timers } from '../../sync/timers';
import { existing, fileOf } from '../handlers/items';
import { freePath, isOpenElsewhere, readCopy, stampOf, type Stamp } from './copy-file';
import { openRegistry, type CopyEntry, type Registry } from './registry';

/**
 * Files of items that lie in a visible folder to be changed with Word or LibreOffice. Every save that is whole becomes a version; what was changed while
 * the app was closed becomes one at the next start. A copy goes only when somebody says so and its bytes are in the library.
 */
export interface WorkingCopies {
  /** Makes the copy, or finds it; brings it up to date when only the library's file was changed. Errors: `item-not-found`, `blob-missing`, `disk-full`. */
  open(id: ItemId): Promise<WorkingCopy>;
  list(): readonly WorkingCopy[];
  /** Error: `working-copy-open`, or what keeps the last changes from being stored. */
  finish(id: ItemId): Promise<void>;
  /** Looks at every copy. `settled`: what is there now counts, without waiting whether more is written. */
  look(options?: { readonly settled?: boolean }): Promise<void>;
  /** Removes copies of what has been erased for good. One that was changed since it was last stored stays: those changes are nowhere else. */
  forgetErased(): Promise<void>;
  close(): Promise<void>;
}

interface Parts {
  readonly library: Library;
  readonly folder: string;
  readonly clock: () => Date;
  readonly timers: Timers;
  readonly tell: (copies: readonly WorkingCopy[]) => void;
  /** Asks the guard, where the item leaves this computer by itself. Errors: those of the guard. */
  readonly allow?: (id: ItemId, change: RevisionBody) => Promise<void>;
  /** A version was stored. */
  readonly stored: () => void;
}

interface Sight {
  /** Seen and dealt with. */
  readonly done: Stamp | null;
  /** Seen once: dealt with when it is still so at the next look. */
  readonly seen: Stamp | null;
  readonly state: WorkingCopy['state'];
  readonly error: WorkingCopy['error'];
}

/** A file that did not change for so long is written. */
const quietMs = 700;
/** Where the system does not tell of changes, as on network drives. */
const pollMs = 4_000;
const unseen: Sight = { done: null, seen: null, state: 'ready', error: null };

export async function openWorkingCopies(parts: Parts): Promise<WorkingCopies> {
  const copies = new Copies(parts, await openRegistry(parts.library.folder));
  if (copies.list().length > 0) await copies.look({ settled: true });
  copies.watch();
  return copies;
}

class Copies implements WorkingCopies {
  private readonly queue = createQueue();
  private readonly sights = new Map<ItemId, Sight>();
  private watcher: FSWatcher | null = null;
  private callOff: (() => void) | null = null;
  private told = '';

  constructor(
    private readonly parts: Parts,
    private readonly registry: Registry,
  ) {}

  list(): readonly WorkingCopy[] {
    return this.registry.entries.map((entry) => this.viewOf(entry));
  }

  open(id: ItemId): Promise<WorkingCopy> {
    return this.queue(async () => {
      const { library, folder } = this.parts;
      const file = fileOf(existing(library, id));
      if (file === null || !library.hasBlob(file.hash)) throw new AppError('blob-missing', { file: file?.name ?? '' });
      await mkdir(folder, { recursive: true }).catch((error: unknown) => {
        throw writeError(error, folder);
      });
      const known = this.entryOf(id);
      if (known !== undefined) await this.lookAt(known, true);
      const now = this.entryOf(id);
      const path =
        now?.path ??
        freePath(folder, file.name, (at) => existsSync(at) || this.registry.entries.some((e) => e.path === at));
      const isStale = now !== undefined && now.hash !== file.hash && this.sights.get(id)?.state === 'ready';
      if (now === undefined || !existsSync(path) || (isStale && !isOpenElsewhere(path)))
        await this.make({ item: id, path, hash: file.hash, savedAt: now?.savedAt ?? null, others: false });
      this.watch();
      this.tell();
      return this.viewOf(this.entryOf(id) as CopyEntry);
    });
  }

  finish(id: ItemId): Promise<void> {
    return this.queue(async () => {
      const entry = this.entryOf(id);
      if (entry === undefined) return;
      if (isOpenElsewhere(entry.path)) throw new AppError('working-copy-open', { name: basename(entry.path) });
      await this.lookAt(entry, true);
      const { state, error } = this.sights.get(id) ?? unseen;
      if (error !== null) throw new AppError(error.code, error.params);
      if (state === 'waiting') throw new AppError('working-copy-unfinished', { name: basename(entry.path) });
      await unlink(entry.path).catch(() => undefined);
      await this.forget(id);
      this.tell();
    });
  }

  look({ settled = false } = {}): Promise<void> {
    return this.queue(async () => {
      for (const entry of this.registry.entries) await this.lookAt(entry, settled);
      this.tell();
    });
  }

  forgetErased(): Promise<void> {
    return this.queue(async () => {
      const { library } = this.parts;
      const erased = new Set<string>(library.erasures().flatMap(({ blobs }) => blobs));
      for (const entry of this.registry.entries) {
        if (!erased.has(entry.hash) || library.hasBlob(entry.hash)) continue;
        const bytes = await readFile(entry.path).catch(() => null);
        if (bytes !== null && sha256(bytes) !== entry.hash) continue;
        await unlink(entry.path).catch(() => undefined);
        await this.forget(entry.item);
      }
      this.tell();
    });
  }

  async close(): Promise<void> {
    this.callOff?.();
    this.callOff = null;
    this.watcher?.close();
    this.watcher = null;
    await this.look({ settled: true });
  }

  /** Begins or goes on; there is nothing to watch while there are no copies. */
  watch(): void {
    if (this.registry.entries.length === 0) return;
    try {
      this.watcher ??= watch(this.parts.folder, { persistent: false }, () => this.lookIn(quietMs)).on('error', () => {
        this.watcher = null;
      });
    } catch {
      this.watcher = null;
    }
    this.callOff ??= this.parts.timers.after(pollMs, () => this.lookAgain());
  }

  private lookIn(ms: number): void {
    this.callOff?.();
    this.callOff = this.parts.timers.after(ms, () => this.lookAgain());
  }

  private lookAgain(): void {
    this.look()
      .catch((error: unknown) => console.error(error))
      .finally(() => {
        if (this.callOff === null) return;
        const isBusy = [...this.sights.values()].some(({ seen }) => seen !== null);
        this.callOff = null;
        if (isBusy) this.lookIn(quietMs);
        else this.watch();
      });
  }

  /** The entry first: a copy that is there and not remembered would be a copy whose changes are lost. */
  private async make(entry: CopyEntry): Promise<void> {
    await this.remember(entry);
    await writeFileAtomic(entry.path, await readFile(this.parts.library.blobPath(entry.hash)));
    this.sights.set(entry.item, { ...unseen, done: await stampOf(entry.path) });
  }

  private async lookAt(entry: CopyEntry, settled: boolean): Promise<void> {
    const sight = this.sights.get(entry.item) ?? unseen;
    try {
      this.sights.set(entry.item, await this.nextSight(entry, sight, settled));
    } catch (error) {
      const { code, params } = error instanceof AppError ? error : writeError(error, entry.path);
      this.sights.set(entry.item, { ...sight, seen: null, state: 'failed', error: { code, params } });
    }
  }

  private async nextSight(entry: CopyEntry, sight: Sight, settled: boolean): Promise<Sight> {
    const stamp = await stampOf(entry.path);
    if (stamp === null) return { ...unseen, state: 'missing' };
    if (stamp === sight.done && sight.state === 'ready') return { ...sight, seen: null };
    if (!settled && stamp !== sight.seen) return { ...sight, seen: stamp, state: 'waiting', error: null };
    const reading = await readCopy(entry.path);
    if (reading.kind === 'missing') return { ...unseen, state: 'missing' };
    if (reading.kind === 'busy') return { ...sight, seen: stamp, state: 'waiting', error: null };
    // Nothing more is coming until it is written again: said once, and looked at when the file changes.
    if (reading.kind === 'unfinished') return { done: sight.done, seen: null, state: 'waiting', error: null };
    await this.take(entry, reading.bytes);
    return { done: reading.stamp, seen: null, state: 'ready', error: null };
  }

  /** Makes what the copy holds a version, unless it is one already: so a stop at any moment between these steps does no harm. */
  private async take(entry: CopyEntry, bytes: Buffer): Promise<void> {
    const { library, clock, stored } = this.parts;
    const hash = sha256(bytes) as BlobHash;
    if (hash === entry.hash) return;
    const file = fileOf(existing(library, entry.item));
    if (file?.hash === hash) return this.remember({ ...entry, hash });
    const { sizeBytes } = await library.putBlob({ bytes });
    const name = file?.name ?? basename(entry.path);
    const mediaType = file?.mediaType ?? 'application/octet-stream';
    const change = { set: { file: { hash, sizeBytes, name, mediaType } } };
    await this.parts.allow?.(entry.item, change);
    await library.change(entry.item, change, { label: 'change:1' });
    const others = entry.others || (file !== null && file.hash !== entry.hash);
    await this.remember({ ...entry, hash, savedAt: clock().toISOString(), others });
    stored();
  }

  private remember(entry: CopyEntry): Promise<void> {
    return this.registry.write([...this.registry.entries.filter(({ item }) => item !== entry.item), entry]);
  }

  private async forget(id: ItemId): Promise<void> {
    await this.registry.write(this.registry.entries.filter(({ item }) => item !== id));
    this.sights.delete(id);
  }

  private entryOf(id: ItemId): CopyEntry | undefined {
    return this.registry.entries.find(({ item }) => item === id);
  }

  private viewOf({ item, path, savedAt, others }: CopyEntry): WorkingCopy {
    const { state, error } = this.sights.get(item) ?? unseen;
    const title = String(this.parts.library.get(item)?.fields['title'] ?? '');
    return { item, title, path, state, error, isOpen: isOpenElsewhere(path), savedAt, others };
  }

  private tell(): void {
    const copies = this.list();
    const now = JSON.stringify(copies);
    if (now === this.told) return;
    this.told = now;
    this.parts.tell(copies);
  }
}
