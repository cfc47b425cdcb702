import { readFile } from 'node:fs/promises';
import { AppError } from '../../../shared/base/errors';
import type { PasswordStore } from '../../sync/password-store';

export interface SecretSource {
  readonly env: NodeJS.ProcessEnv;
  /** Asks without showing what is typed; null when there is no terminal. */
  readonly askSecret: (question: string) => Promise<string | null>;
}

/**
 * The password for a server: RAAKVLAK_PASSWORD, the first line of the file that RAAKVLAK_PASSWORD_FILE names, or what is typed. Never an argument, which
 * others on the same computer can read. Null when nobody can say it. Error: `file-missing` for the file.
 */
export async function passwordFor(place: string, { env, askSecret }: SecretSource): Promise<string | null> {
  const { RAAKVLAK_PASSWORD: given, RAAKVLAK_PASSWORD_FILE: file } = env;
  if (given !== undefined) return given;
  return file === undefined ? askSecret(`Password for ${place}: `) : firstLine(file);
}

/** What is typed or in the environment is asked for once, and kept no longer than this run: the window has its own, in the system's secret store. */
export function passwordsOfRun(source: SecretSource): PasswordStore {
  const known = new Map<string, string | null>();
  return {
    get: async (space) => {
      const password = known.get(space) ?? (await passwordFor('the shared folder', source));
      known.set(space, password);
      return password;
    },
    set: (space, password) => {
      known.set(space, password);
      return Promise.resolve();
    },
  };
}

async function firstLine(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new AppError('file-missing', { name: file }, { cause: error });
  });
  return text.split(/\r?\n/, 1)[0] ?? '';
}
