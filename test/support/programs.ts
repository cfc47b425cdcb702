import { spawnSync } from 'node:child_process';

/** True where a program that tests compare with is not installed: said aloud, and never on CI, where it has to be there. */
export function skipsProgram(name: string): boolean {
  if (spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined || process.env['CI'] !== undefined)
    return false;
  console.warn(`Left out: tests against ${name}. To run them: sudo apt-get install -y --no-install-recommends ${name}`);
  return true;
}
