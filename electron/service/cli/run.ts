import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { AppError, type ErrorCode } from '../../../shared/base/errors';
import { serviceSettings } from '../../../shared/model/settings';
import { defaultConfigFolder, defaultLibraryFolder } from '../../library/library-folder';
import { openSettings } from '../../library/settings';
import type { Timers } from '../../sync/timers';
import { openService, type Service } from '../open-service';
import { readArguments, type CommandLine } from './arguments';
import { helpText } from './commands';
import { done, messageOf, someFailed, wrongUse, type Run } from './output';
import { boxOfRun, passwordFor, passwordsOfRun } from './passwords';
import { runCommand } from './run-command';

export interface CliWorld {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Asks without showing what is typed; null when there is no terminal. */
  readonly askSecret: (question: string) => Promise<string | null>;
  /** Resolves when somebody stops the command; who asks sees to it that it ends. */
  readonly untilStopped: () => Promise<void>;
  /** Where the built workers are. */
  readonly builtFolder: string;
}

/** These keep the program going: what waits for another try is not done. */
const timers: Timers = {
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** Runs one command line on the same core as the window, without a window. Gives the exit code. */
export async function runCli(args: readonly string[], world: CliWorld): Promise<number> {
  const parsed = readArguments(args);
  if (parsed.kind === 'help') {
    world.out(helpText(parsed.command));
    return done;
  }
  if (parsed.kind === 'wrong') {
    world.err(`raakvlak: ${parsed.reason}\n\n${helpText(null)}`);
    return wrongUse;
  }
  const { line } = parsed;
  const listeners: (() => void)[] = [];
  let service: Service | null = null;
  try {
    service = await open(line, world, () => listeners.forEach((listener) => listener()));
    return await runCommand(runOf(service, line, world, listeners));
  } catch (error) {
    return reportFailure(error, line, world);
  } finally {
    await service?.close();
  }
}

function runOf(service: Service, line: CommandLine, world: CliWorld, listeners: (() => void)[]): Run {
  return {
    service,
    line,
    print: (json, text) => world.out(line.json ? JSON.stringify(json) : text()),
    password: (place) => passwordFor(place, world),
    untilStopped: world.untilStopped,
    onSpaces: (listener) => void listeners.push(listener),
  };
}

async function open(line: CommandLine, world: CliWorld, spacesChanged: () => void): Promise<Service> {
  const configFolder = defaultConfigFolder(world.env, world.platform);
  const settings = openSettings(configFolder, () => new Date()).get();
  const folder = line.library ?? world.env['RAAKVLAK_LIBRARY'] ?? settings.libraryFolder ?? defaultLibraryFolder();
  return openService({
    folder: resolve(folder),
    configFolder,
    resources: join(world.builtFolder, '../../resources'),
    builtFolder: world.builtFolder,
    settings: serviceSettings(settings),
    background: line.options.watch,
    timers,
    env: world.env,
    passwords: () => Promise.resolve(passwordsOfRun(world)),
    secretBox: () => boxOfRun(configFolder, world),
    clock: () => new Date(),
    random: (sizeBytes) => randomBytes(sizeBytes),
    emit: (name) => {
      if (name === 'spaces.changed') spacesChanged();
    },
  });
}

function reportFailure(error: unknown, line: CommandLine, world: CliWorld): number {
  const known = error instanceof AppError;
  const code: ErrorCode = known ? error.code : 'internal';
  const message = messageOf(code, known ? error.params : {});
  if (line.json) world.out(JSON.stringify({ error: { code, message } }));
  world.err(`raakvlak: ${message}`);
  if (!known) world.err(String(error instanceof Error ? error.stack : error));
  return someFailed;
}
