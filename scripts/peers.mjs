import { existsSync } from 'node:fs';
import { apt } from './prepare.mjs';
import { hasCommand, say } from './process.mjs';

/** Real programs that tests meet, and the Debian package of each. apache2-bin brings the server without starting a service. */
const PEERS = {
  rclone: 'rclone',
  apache2: 'apache2-bin',
  openssl: 'openssl',
  syncthing: 'syncthing',
  age: 'age',
  pdftotext: 'poppler-utils',
};

/**
 * Brings the programs that tests run against, when that is ours to do (apt, as root); otherwise says which command does. Tests whose peer stays
 * missing say so and are left out, but in CI they fail.
 */
export async function preparePeers(signal) {
  const missing = missingPeers();
  if (missing.length === 0) return;
  if (process.platform !== 'linux' || !hasCommand('apt-get') || process.getuid() !== 0) {
    say(
      `Tests against these programs are left out, because they are not here: ${missing.join(' ')}.` +
        (hasCommand('apt-get')
          ? ` To have them run:\n\n  sudo apt-get install -y --no-install-recommends ${missing.join(' ')}\n`
          : ''),
    );
    return;
  }
  say(`Installing programs that tests run against: ${missing.join(' ')} …`);
  try {
    await apt(['update'], signal);
    await apt(['install', '-y', '--no-install-recommends', ...missing], signal);
  } catch (error) {
    say(`${error.message}\nThe tests against ${missing.join(', ')} cannot run.`);
  }
}

function missingPeers() {
  return Object.keys(PEERS)
    .filter((name) => !hasCommand(name) && !existsSync(`/usr/sbin/${name}`))
    .map((name) => PEERS[name]);
}
