import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where a new library goes unless the person chose another place. */
export function defaultLibraryFolder(): string {
  return join(homedir(), 'Raakvlak');
}

/** The folder of settings and witness when no Electron shell tells it: the same place the shell uses. */
export function defaultConfigFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const own = env['RAAKVLAK_CONFIG'];
  if (own !== undefined) return own;
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Raakvlak');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Raakvlak');
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Raakvlak');
}
