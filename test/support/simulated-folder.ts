import { AppError } from '../../shared/base/errors';
import type { ErrorCode } from '../../shared/base/errors';
import type { ListedFile, Transport, Upload } from '../../electron/sync/transport';
import { memoryTransport, type MemoryStorage } from './memory-transport';

/** What a storage may do wrong with one operation. */
export type StorageFault =
  'fails' | 'loses-write' | 'stores-half' | 'garbles' | 'hides' | 'shows-old-listing' | 'fails-after-writing';

export interface FaultSource {
  /** The fault of this operation, if any. `kind` and `path` say which operation it is. */
  (kind: 'list' | 'read' | 'write' | 'remove', path: string): StorageFault | null;
}

const failures: readonly ErrorCode[] = [
  'remote-unreachable',
  'remote-busy',
  'remote-full',
  'remote-denied',
  'remote-failed',
];

/**
 * A storage in memory as one device sees it, with faults. `told` hears of every operation; `next` gives whole numbers
 * below its argument.
 */
export function simulatedTransport(
  storage: MemoryStorage,
  options: {
    readonly place: string;
    readonly fault: FaultSource;
    readonly next: (below: number) => number;
    readonly told: (kind: string, path: string, outcome: string) => void;
  },
): Transport {
  const sound = memoryTransport(storage, options.place);
  const { fault, next, told } = options;
  const old = new Map<string, readonly ListedFile[] | null>();
  const fail = (): never => {
    throw new AppError(failures[next(failures.length)] as ErrorCode, { place: options.place, retryAfterMs: 0 });
  };
  const around = async <T>(
    kind: 'list' | 'read' | 'write' | 'remove',
    path: string,
    run: (wrong: StorageFault | null) => Promise<T>,
  ): Promise<T> => {
    const wrong = fault(kind, path);
    told(kind, path, wrong ?? 'done');
    if (wrong === 'fails') return fail();
    const result = await run(wrong);
    return wrong === 'fails-after-writing' ? fail() : result;
  };
  return {
    ...sound,
    list: (folder, signal) =>
      around('list', folder, async (wrong) => {
        const now = await sound.list(folder, signal);
        const before = old.get(folder);
        old.set(folder, now);
        if (wrong === 'shows-old-listing' && before !== undefined) return before;
        return wrong === 'hides' && now !== null && now.length > 1 ? now.filter((_, i) => i !== next(now.length)) : now;
      }),
    read: (path, readOptions) =>
      around('read', path, async (wrong) => {
        const bytes = await sound.read(path, readOptions);
        if (bytes === null || wrong === 'hides') return null;
        return wrong === 'garbles' && bytes.length > 0 ? garbled(bytes, next) : bytes;
      }),
    download: (path, target, from, readOptions) =>
      around('read', path, async (wrong) =>
        wrong === 'hides' ? false : sound.download(path, target, from, readOptions),
      ),
    write: (path, upload, signal) =>
      around('write', path, async (wrong) => {
        if (wrong === 'loses-write') return 'lost';
        if (wrong !== 'stores-half' && wrong !== 'garbles') return sound.write(path, upload, signal);
        const whole = await bytesOf(sound, path, upload, signal);
        const kept = wrong === 'garbles' ? garbled(whole, next) : whole.slice(0, Math.floor(whole.length / 2));
        return storage.put(path, kept);
      }),
    remove: (path, signal) => around('remove', path, () => sound.remove(path, signal)),
  };
}

async function bytesOf(sound: Transport, path: string, upload: Upload, signal?: AbortSignal): Promise<Uint8Array> {
  await sound.write(path, upload, signal);
  return (await sound.read(path, { limitBytes: Number.MAX_SAFE_INTEGER })) ?? new Uint8Array();
}

function garbled(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const at = next(copy.length);
  copy[at] = (copy[at] as number) ^ (1 << next(8));
  return copy;
}

/** The eight ways in which syncers name the copy that lost. */
const conflictNames: readonly ((stem: string, ending: string) => string)[] = [
  (stem, ending) => `${stem} (conflicted copy 2024-03-01 090000)${ending}`,
  (stem, ending) => `${stem} (Laptop van Anne's conflicted copy 2024-03-01)${ending}`,
  (stem, ending) => `${stem}.sync-conflict-20240301-090000-ABCDEFG${ending}`,
  (stem, ending) => `${stem} (1)${ending}`,
  (stem, ending) => `${stem}-LAPTOP${ending}`,
  (stem, ending) => `${stem} 2${ending}`,
  (stem, ending) => `${stem}_conflict-20240301${ending}`,
  (stem, ending) => `${stem}~HEAD${ending}`,
];

export type CarryFault = 'half' | 'empty' | 'old-version' | 'conflict-copy' | 'renamed' | 'duplicate' | null;

/**
 * A program that keeps the folders of several devices in step, file by file, in any order and without knowing what they mean: of two versions the one that it
 * saw later wins, and what can go wrong with such programs does, when asked.
 */
export class DumbSyncer {
  /** Of each file in each folder: its tag when it was last looked at, and when that version was written; 0 for one that a fault made. */
  private readonly known = new Map<MemoryStorage, Map<string, { readonly tag: string; readonly order: number }>>();
  private readonly versions = new Map<string, Uint8Array[]>();
  private writes = 0;
  readonly counts = new Map<string, number>();

  constructor(
    private readonly folders: readonly MemoryStorage[],
    private readonly next: (below: number) => number,
  ) {}

  /** Carries one file from one folder to another; false when there was nothing to carry between the two. */
  carryOne(fault: CarryFault): boolean {
    const from = this.folders[this.next(this.folders.length)] as MemoryStorage;
    const to = this.folders[this.next(this.folders.length)] as MemoryStorage;
    const paths = [...from.files.keys()].filter((path) => this.isNewer(from, to, path));
    const path = paths[this.next(Math.max(1, paths.length))];
    if (path === undefined) return false;
    const counted = fault ?? 'carried';
    this.counts.set(counted, (this.counts.get(counted) ?? 0) + 1);
    this.carry(from, to, path, fault);
    return true;
  }

  /** Everything everywhere, whole. */
  carryAll(): void {
    for (const from of this.folders)
      for (const to of this.folders)
        for (const path of [...from.files.keys()])
          if (this.isNewer(from, to, path)) this.put(to, path, bytesAt(from, path), this.orderOf(from, path));
  }

  private carry(from: MemoryStorage, to: MemoryStorage, path: string, fault: CarryFault): void {
    const bytes = bytesAt(from, path);
    const order = this.orderOf(from, path);
    if (fault === 'half') this.put(to, path, bytes.slice(0, Math.floor(bytes.length / 2)), 0);
    else if (fault === 'empty') this.put(to, path, new Uint8Array(), 0);
    else if (fault === 'old-version') this.put(to, path, this.versions.get(path)?.[0] ?? bytes, 0);
    else if (fault === 'conflict-copy') this.put(to, conflictCopy(path, this.next), bytes, 0);
    else if (fault === 'renamed') this.put(to, `${path}.1`, bytes, 0);
    else this.put(to, path, bytes, order);
    if (fault === 'duplicate') this.put(to, path, bytes, order);
  }

  private put(to: MemoryStorage, path: string, bytes: Uint8Array, order: number): void {
    this.knownIn(to).set(path, { tag: to.put(path, bytes), order });
  }

  private isNewer(from: MemoryStorage, to: MemoryStorage, path: string): boolean {
    if (from === to || isInCapitals(path)) return false;
    const there = to.files.get(path);
    if (there === undefined) return true;
    return this.orderOf(from, path) > this.orderOf(to, path) && Buffer.compare(bytesAt(from, path), there.bytes) !== 0;
  }

  /** What a device wrote since it was last looked at is newer than anything before. */
  private orderOf(folder: MemoryStorage, path: string): number {
    const { tag, bytes } = folder.files.get(path) as { tag: string; bytes: Uint8Array };
    const known = this.knownIn(folder).get(path);
    if (known?.tag === tag) return known.order;
    this.writes += 1;
    this.knownIn(folder).set(path, { tag, order: this.writes });
    this.versions.set(path, [...(this.versions.get(path) ?? []), bytes].slice(-4));
    return this.writes;
  }

  private knownIn(folder: MemoryStorage): Map<string, { readonly tag: string; readonly order: number }> {
    const known = this.known.get(folder) ?? new Map<string, { readonly tag: string; readonly order: number }>();
    this.known.set(folder, known);
    return known;
  }
}

/** As real ones do, it leaves alone what would be another file's name where capitals make no difference. */
function isInCapitals(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name === name.toUpperCase() && name !== name.toLowerCase();
}

function bytesAt(folder: MemoryStorage, path: string): Uint8Array {
  return (folder.files.get(path) as { bytes: Uint8Array }).bytes;
}

function conflictCopy(path: string, next: (below: number) => number): string {
  const dot = path.lastIndexOf('.');
  const [stem, ending] = dot > path.lastIndexOf('/') ? [path.slice(0, dot), path.slice(dot)] : [path, ''];
  return (conflictNames[next(conflictNames.length)] as (typeof conflictNames)[number])(stem, ending);
}
