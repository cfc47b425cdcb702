import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { AppError, type ErrorCode, type ErrorParams } from '../../../shared/base/errors';
import { errorMessages } from '../../../shared/messages/errors';
import { fillText } from '../../../shared/messages/fill';
import { defaultConfigFolder, defaultLibraryFolder } from '../../library/library-folder';
import { openSettings } from '../../library/settings';
import { openService, type Service } from '../open-service';
import { readArguments, type CommandLine } from './arguments';
import { runCommand } from './run-command';
import { helpText } from './commands';

export interface CliWorld {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Where the built workers are. */
  readonly builtFolder: string;
}

/** Exit codes. */
export const done = 0;
export const someFailed = 1;
const wrongUse = 2;

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
  let service: Service | null = null;
  try {
    service = await open(parsed.line, world);
    return await runCommand(service, parsed.line, world);
  } catch (error) {
    return reportFailure(error, parsed.line, world);
  } finally {
    await service?.close();
  }
}

async function open(line: CommandLine, world: CliWorld): Promise<Service> {
  const configFolder = defaultConfigFolder(world.env, world.platform);
  const settings = (await openSettings(configFolder, () => new Date())).get();
  const folder = line.library ?? world.env['RAAKVLAK_LIBRARY'] ?? settings.libraryFolder ?? defaultLibraryFolder();
  return openService({
    folder: resolve(folder),
    configFolder,
    resources: join(world.builtFolder, '../../resources'),
    builtFolder: world.builtFolder,
    clock: () => new Date(),
    random: (sizeBytes) => randomBytes(sizeBytes),
    emit: () => undefined,
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

export function messageOf(code: ErrorCode, params: ErrorParams): string {
  return fillText(errorMessages[code].nl, params);
}
