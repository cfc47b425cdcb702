import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { AppError } from '../../../shared/base/errors';
import { openKeyLock } from '../../access/key-lock';
import { plainSecretBox, secretBoxOf, type SecretBox } from '../../library/secret-box';
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

/**
 * What guards the keys of this device, where that is a passphrase: RAAKVLAK_PASSPHRASE, or what is typed. What the system's secret store guards only the window can open:
 * then, and when nobody says the passphrase, everything can be read and nothing written. Error: `passphrase-wrong`.
 */
export async function boxOfRun(configFolder: string, { env, askSecret }: SecretSource): Promise<SecretBox> {
  const random = (sizeBytes: number): Uint8Array => randomBytes(sizeBytes);
  const keys = openKeyLock({ configFolder, store: () => Promise.resolve(null), random });
  if (!keys.isSet()) return secretBoxOf(await keys.key(), random);
  const passphrase = env['RAAKVLAK_PASSPHRASE'] ?? (await askSecret('Passphrase: '));
  if (passphrase === null) return plainSecretBox;
  await keys.open(passphrase);
  return secretBoxOf(await keys.key(), random);
}

/** Error: `file-missing`. */
export async function firstLine(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new AppError('file-missing', { name: file }, { cause: error });
  });
  return text.split(/\r?\n/, 1)[0] ?? '';
}
