import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { openLibrary, type Library, type LibraryOptions } from '../../electron/library/library';
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

/** For tests in which nothing needs to reach a disk: there a sync costs nothing. */
export const inMemory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A folder that is gone when the test is. */
export function temporaryFolder(parent = tmpdir()): string {
  const folder = mkdtempSync(join(parent, 'raakvlak-test-'));
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

/** Opens the library of `libraryOptions`; closed when the test ends, if the test did not. */
export async function openTestLibrary(base: string, more: Partial<LibraryOptions> = {}): Promise<Library> {
  const library = await openLibrary(libraryOptions(base, more));
  onTestFinished(() => library.close());
  return library;
}

/** All files below a folder, as paths inside it with `/`. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** Turns one bit of the byte in the middle of a file. */
export function damage(path: string): void {
  const bytes = readFileSync(path);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] as number) ^ 1;
  writeFileSync(path, bytes);
}

export function cutShort(path: string): void {
  truncateSync(path, Math.floor(statSync(path).size / 2));
}
