import { appendFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SyncLogLine } from '../../shared/model/sync';
import { readLimited } from '../library/files';
import { createQueue } from '../library/in-parallel';
import { replaceFile } from '../library/write-file-atomic';

const largestBytes = 1024 * 1024;

/** What sync did and what went wrong, as JSON lines that a helpdesk can read: no titles, no texts, no passwords. */
export interface SyncLog {
  write(line: SyncLogLine): void;
  /** The newest, newest first. */
  recent(limit: number): Promise<readonly SyncLogLine[]>;
  /** Resolves when all that was written is in the file. */
  settled(): Promise<void>;
}

/** `device/sync-log.jsonl` in the library; the older half goes when it passes 1 MiB. A log that cannot be written stops nothing. */
export function openSyncLog(libraryFolder: string): SyncLog {
  const path = join(libraryFolder, 'device', 'sync-log.jsonl');
  const queue = createQueue();
  let sizeBytes: number | null = null;
  const read = async (): Promise<string> => {
    const bytes = await readLimited(path, 4 * largestBytes);
    return bytes instanceof Uint8Array ? Buffer.from(bytes).toString('utf8') : '';
  };
  const append = async (text: string): Promise<void> => {
    sizeBytes ??= (await read()).length;
    await mkdir(dirname(path), { recursive: true });
    await appendFile(path, text);
    sizeBytes += text.length;
    if (sizeBytes <= largestBytes) return;
    const all = await read();
    const newest = all.slice(all.indexOf('\n', all.length / 2) + 1);
    await replaceFile(path, Buffer.from(newest));
    sizeBytes = newest.length;
  };
  return {
    write: (line) => {
      void queue(() => append(`${JSON.stringify(line)}\n`)).catch(() => undefined);
    },
    recent: (limit) => queue(async () => (await read()).split('\n').filter(isLine).slice(-limit).reverse().map(parsed)),
    settled: () => queue(() => Promise.resolve()),
  };
}

function isLine(text: string): boolean {
  return text.startsWith('{') && text.endsWith('}');
}

function parsed(text: string): SyncLogLine {
  return JSON.parse(text) as SyncLogLine;
}
