import { z } from 'zod';
import type { ErrorCode } from '../../shared/base/errors';
import type { DeviceId, SpaceId } from '../../shared/base/ids';
import type { QuarantinedFile } from '../../shared/model/sync';
import type { RefusalCode } from '../library/local-space';

/** Why a file of the shared folder is not taken: it is not there (yet), or it was refused. */
export type FaultCode = 'not-there' | 'too-large' | 'unreadable' | 'wrong-name' | RefusalCode;

export interface FileFault {
  readonly code: FaultCode;
  /** Whose log it belongs to; null for a file that documents name. */
  readonly device: DeviceId | null;
  readonly since: string;
  /** How often it was looked at in vain. */
  readonly tries: number;
  /** When it is looked at again by itself, in milliseconds since 1970. */
  readonly nextAt: number;
  /** Of a head: the tag it had. Another tag is another file. */
  readonly tag?: string | undefined;
}

export const faultsSchema = z.record(
  z.string(),
  z.object({
    code: z.string().transform((code) => code as FaultCode),
    device: z
      .string()
      .nullable()
      .transform((device) => device as DeviceId | null),
    since: z.string(),
    tries: z.number(),
    nextAt: z.number(),
    tag: z.string().optional(),
  }),
);

const firstWaitMs = 10_000;
const longestWaitMs = 3_600_000;
const mostNamedInHead = 100;

const errorCodes: Readonly<Record<FaultCode, ErrorCode>> = {
  'not-there': 'shared-file-missing',
  'too-large': 'shared-file-too-large',
  unreadable: 'shared-file-unreadable',
  'wrong-name': 'shared-file-wrong-name',
  damaged: 'shared-file-damaged',
  'bad-signature': 'shared-file-bad-signature',
  'foreign-space': 'shared-file-foreign',
  'newer-format': 'shared-file-newer',
  'erased-content': 'shared-file-erased',
  'contradicts-log': 'shared-file-contradicts',
};

/** A good copy of these may exist elsewhere, so they are asked for in our head (F17). */
const healable: ReadonlySet<FaultCode> = new Set<FaultCode>([
  'not-there',
  'too-large',
  'unreadable',
  'damaged',
  'bad-signature',
  'foreign-space',
]);

/**
 * The files that stop only themselves. Each is looked at again when its tag or its owner's head changes, and with ever longer pauses.
 * What is named and not there yet is waited for silently once; after that it is shown and asked for.
 */
export class Quarantine {
  constructor(private readonly faults = new Map<string, FileFault>()) {}

  add(path: string, code: FaultCode, device: DeviceId | null, now: Date, tag?: string): void {
    const before = this.faults.get(path);
    const tries = (before?.tries ?? 0) + 1;
    const waitMs = Math.min(firstWaitMs * 2 ** (tries - 1), longestWaitMs);
    const since = before?.since ?? now.toISOString();
    this.faults.set(path, { code, device, since, tries, nextAt: now.getTime() + waitMs, tag });
  }

  get(path: string): FileFault | undefined {
    return this.faults.get(path);
  }

  clear(path: string): void {
    this.faults.delete(path);
  }

  /** Those that are not faults any more. */
  clearWhere(healed: (path: string, fault: FileFault) => boolean): readonly string[] {
    const cleared = [...this.faults].filter(([path, fault]) => healed(path, fault)).map(([path]) => path);
    for (const path of cleared) this.faults.delete(path);
    return cleared;
  }

  isDue(path: string, now: Date): boolean {
    return (this.faults.get(path)?.nextAt ?? 0) <= now.getTime();
  }

  /** Devices whose log is worth another look. */
  devicesDue(now: Date): ReadonlySet<DeviceId> {
    const due = [...this.faults.values()].filter(({ nextAt }) => nextAt <= now.getTime());
    return new Set(due.map(({ device }) => device).filter((device) => device !== null));
  }

  /** Makes everything due: somebody asked, or the folder told that something came. */
  hasten(): void {
    for (const [path, fault] of this.faults) this.faults.set(path, { ...fault, nextAt: 0 });
  }

  /** Log files that are named and not there yet. */
  waitingLogFiles(): number {
    return [...this.faults].filter(([path, { code }]) => path.startsWith('log/') && code === 'not-there').length;
  }

  get size(): number {
    return this.faults.size;
  }

  /** For our head: at most 100 paths, in order. */
  missingNote(): readonly string[] {
    const asked = [...this.faults].filter(
      ([path, { code, tries }]) =>
        !path.startsWith('heads/') && healable.has(code) && (code !== 'not-there' || tries > 1),
    );
    return asked
      .map(([path]) => path)
      .sort()
      .slice(0, mostNamedInHead);
  }

  /** As people see them. */
  list(space: SpaceId): readonly QuarantinedFile[] {
    const shown = [...this.faults].filter(([, { code, tries }]) => code !== 'not-there' || tries > 1);
    return shown
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, { code, since }]) => ({ space, path, code: errorCodes[code], params: { file: path }, since }));
  }

  toJson(): Readonly<Record<string, FileFault>> {
    return Object.fromEntries(this.faults);
  }
}
