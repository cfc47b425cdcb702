/*
 * Stands in for `detect-libc` and `@neon-rs/load` where libsql is built into the program (electron.vite.config.ts): which of its binaries fits this system.
 */

export const GLIBC = 'glibc';
export const MUSL = 'musl';

export function familySync(): string | null {
  if (process.platform !== 'linux') return null;
  // There is no Electron for musl.
  if (process.versions['electron'] !== undefined) return GLIBC;
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime === undefined ? MUSL : GLIBC;
}

/** As libsql names its binaries: `linux-x64-gnu`. */
export function currentTarget(): string {
  const { platform, arch } = process;
  if (platform === 'win32') return `win32-${arch}-msvc`;
  if (platform === 'darwin') return `darwin-${arch}`;
  if (arch === 'arm') return 'linux-arm-gnueabihf';
  return `linux-${arch}-${familySync() === MUSL ? 'musl' : 'gnu'}`;
}

/** Of use to those who develop libsql alone. */
export function load(): null {
  return null;
}
