import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LibraryOptions } from '../../electron/library/library';
import { onTestFinished } from 'vitest';

/** A clock that stands still until it is told to go on. */
export function testClock(start = '2024-03-01T09:00:00.000Z'): (() => Date) & { forward(minutes: number): void } {
  let time = Date.parse(start);
  return Object.assign(() => new Date(time), {
    forward: (minutes: number) => {
      time += minutes * 60_000;
    },
  });
}

/** A folder that is gone when the test is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'raakvlak-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function libraryOptions(base: string, more: Partial<LibraryOptions> = {}): LibraryOptions {
  return {
    folder: join(base, 'library'),
    witnessFolder: join(base, 'config'),
    clock: testClock(),
    random: (sizeBytes) => randomBytes(sizeBytes),
    machine: 'machine-1',
    ...more,
  };
}
