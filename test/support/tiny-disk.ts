import { execFileSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './library-folders';

/** A real file system of a size that is soon full. */
export interface TinyDisk {
  readonly folder: string;
  /** Gives it room, as somebody does who throws things away. */
  resize(sizeKb: number): void;
  setReadOnly(readOnly: boolean): void;
}

const sudo = ['sudo', '-n'];

function run([name = '', ...args]: readonly string[]): void {
  execFileSync(name, args, { stdio: 'pipe' });
}

/** Mounting needs root, or a `sudo` that asks nothing; elsewhere what is tested with it is left out, aloud. */
export function whyNoTinyDisk(): string | null {
  if (process.platform !== 'linux') return 'a small file system is mounted on Linux only';
  if (process.getuid?.() === 0) return null;
  try {
    run([...sudo, 'true']);
    return null;
  } catch {
    return 'mounting needs root';
  }
}

/** Unmounted when the test is over; what has files open there is to be closed before. */
export function tinyDisk(sizeKb: number): TinyDisk {
  const folder = temporaryFolder();
  const asRoot = (...command: readonly string[]): void =>
    run(process.getuid?.() === 0 ? command : [...sudo, ...command]);
  const owner = `uid=${process.getuid?.() ?? 0},gid=${process.getgid?.() ?? 0},mode=700`;
  asRoot('mount', '-t', 'tmpfs', '-o', `size=${sizeKb}k,${owner}`, 'raakvlak-test', folder);
  onTestFinished(() => asRoot('umount', '--lazy', folder));
  return {
    folder,
    resize: (newSizeKb) => asRoot('mount', '-o', `remount,size=${newSizeKb}k`, folder),
    setReadOnly: (readOnly) => asRoot('mount', '-o', `remount,${readOnly ? 'ro' : 'rw'}`, folder),
  };
}
