import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { runCli } from '../../electron/service/cli/run';
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
  /** A command, all of it but the start of a process: that costs most of a second, and is the same each time. */
  run(...args: string[]): Promise<Ran>;
  /** What a command prints with `--json`; throws when it ends with another code than 0. */
  json<T>(...args: string[]): Promise<T>;
  /** A command as a program of its own, built when its sources are newer. */
  runApart(...args: string[]): Promise<Ran>;
  /** The same, of one that goes on until it is stopped. */
  start(...args: string[]): ChildProcess;
}

export interface PersonOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** What is typed when a secret is asked for, at a terminal; without one nobody can be asked. */
  readonly types?: (question: string) => string;
}

/** The command as a person types it from a clone, with settings of their own in `base/name`. `runApart` must have run before `run` reads documents. */
export function person(base: string, name: string, { env = {}, types }: PersonOptions = {}): Person {
  const config = join(base, name, 'config');
  const library = join(base, name, 'library');
  const profile = { name, organisation: `Organisatie van ${name}`, role: '' };
  mkdirSync(config, { recursive: true });
  writeFileSync(join(config, 'settings.json'), JSON.stringify({ ...defaultSettings, profile }));
  const environment = { ...process.env, RAAKVLAK_CONFIG: config, ...env };
  const full = (args: readonly string[]): string[] => [...args, '--library', library];
  const run = async (...args: string[]): Promise<Ran> => {
    const lines: { readonly out: string[]; readonly err: string[] } = { out: [], err: [] };
    const code = await runCli(full(args), {
      env: environment,
      platform: process.platform,
      out: (text) => void lines.out.push(text),
      err: (text) => void lines.err.push(text),
      askSecret: (question) => Promise.resolve(types?.(question) ?? null),
      untilStopped: () => Promise.resolve(),
      builtFolder: join(project, 'out/main'),
    });
    return { code, out: lines.out.join('\n'), err: lines.err.join('\n') };
  };
  return {
    library,
    run,
    json: async <T>(...args: string[]) => {
      const { code, out, err } = await run(...args, '--json');
      if (code !== 0) throw new Error(`raakvlak ${args.join(' ')} ended with ${code}: ${out} ${err}`);
      return JSON.parse(out) as T;
    },
    runApart: (...args) =>
      new Promise((done) => {
        const options = { env: environment, maxBuffer: 1e8 };
        const child = execFile(process.execPath, [script, ...full(args)], options, (error, out, err) =>
          done({ code: error === null ? 0 : Number(error.code), out, err }),
        );
        child.stdin?.end();
      }),
    start: (...args) =>
      spawn(process.execPath, [script, ...full(args)], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] }),
  };
}
