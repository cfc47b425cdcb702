import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { defaultSettings } from '../../shared/model/settings';
import { mkdirSync, writeFileSync } from 'node:fs';

const project = resolve(import.meta.dirname, '../..');
const script = join(project, 'scripts/raakvlak.mjs');

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Somebody with a library of their own who types commands. */
export interface Person {
  readonly library: string;
  run(...args: string[]): Promise<Ran>;
  /** What a command prints with `--json`; throws when it ends with another code than `code`. */
  json<T>(...args: string[]): Promise<T>;
  /** A command that goes on until it is stopped. */
  start(...args: string[]): ChildProcess;
}

/** The command as a person types it from a clone, with settings of their own in `base/name`. */
export function person(base: string, name: string, env: NodeJS.ProcessEnv = {}): Person {
  const config = join(base, name, 'config');
  const library = join(base, name, 'library');
  const profile = { name, organisation: `Organisatie van ${name}`, role: '' };
  mkdirSync(config, { recursive: true });
  writeFileSync(join(config, 'settings.json'), JSON.stringify({ ...defaultSettings, profile }));
  const environment = { ...process.env, RAAKVLAK_CONFIG: config, ...env };
  const full = (args: readonly string[]): string[] => [script, ...args, '--library', library];
  const run = (...args: string[]): Promise<Ran> =>
    new Promise((done) => {
      const options = { env: environment, maxBuffer: 1e8 };
      const child = execFile(process.execPath, full(args), options, (error, out, err) =>
        done({ code: error === null ? 0 : Number(error.code), out, err }),
      );
      child.stdin?.end();
    });
  return {
    library,
    run,
    json: async <T>(...args: string[]) => {
      const { code, out, err } = await run(...args, '--json');
      if (code !== 0) throw new Error(`raakvlak ${args.join(' ')} ended with ${code}: ${out} ${err}`);
      return JSON.parse(out) as T;
    },
    start: (...args) => spawn(process.execPath, full(args), { env: environment, stdio: ['ignore', 'pipe', 'inherit'] }),
  };
}
