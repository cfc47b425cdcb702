import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

const programs = ['dbus-daemon', 'dbus-send', 'gnome-keyring-daemon'];

/** True when tests that need a key ring are to be left out: there is none for this system, or it is not installed. Says so. */
export function skipsKeyRing(): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const missing = programs.filter((name) => !folders.some((folder) => existsSync(join(folder, name))));
  if (process.platform === 'linux' && missing.length === 0) return false;
  console.warn(
    `Left out: tests of the password store with a real key ring (not here: ${missing.join(', ')}). ` +
      'To run them on Linux: sudo apt-get install -y --no-install-recommends dbus gnome-keyring',
  );
  return true;
}

export interface KeyRing {
  /** What a program needs to find it. */
  readonly env: Record<string, string>;
  stop(): Promise<void>;
}

/** A session bus of our own with an open key ring on it, which keeps its files in a folder of its own. */
export async function startKeyRing(): Promise<KeyRing> {
  // Short: the name of a socket in it is at most 107 bytes.
  const home = await mkdtemp(join(tmpdir(), 'raakvlak-ring-'));
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await firstLine(bus);
  const env = { DBUS_SESSION_BUS_ADDRESS: address, XDG_CURRENT_DESKTOP: 'GNOME', HOME: home, XDG_RUNTIME_DIR: home };
  const ring = spawn('gnome-keyring-daemon', ['--unlock', '--foreground', '--components=secrets'], {
    env: { ...process.env, ...env, XDG_DATA_HOME: home },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  ring.stdin.end('sleutel van een test\n');
  await secretsOn(env, ring);
  return {
    env,
    stop: async () => {
      for (const child of [ring, bus]) await ended(child);
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Resolves when the key ring answers on the bus. */
async function secretsOn(env: Record<string, string>, ring: ChildProcess): Promise<void> {
  const asked = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.NameHasOwner'];
  for (;;) {
    if (ring.exitCode !== null) throw new Error(`The key ring ended with ${ring.exitCode}`);
    const { stdout } = await execute('dbus-send', [...asked, 'string:org.freedesktop.secrets'], {
      env: { ...process.env, ...env },
    });
    if (stdout.includes('boolean true')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end));
    });
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exit;
}
