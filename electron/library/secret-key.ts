import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/base/errors';
import { writeFileAtomic } from './write-file-atomic';

/** The operating system's secret store. `open` throws on what was not sealed here. */
export interface Seal {
  seal(text: string): Uint8Array;
  open(sealed: Uint8Array): string;
}

/**
 * The key that seals passwords, in base64: itself sealed by the operating system in `secret.key` of the settings folder. One that cannot be opened
 * any more (another user, a new key ring) is put aside and a new one made: passwords are then asked again. Error: `passphrase-wrong`, where a passphrase seals it;
 * then nothing is put aside.
 */
export async function secretKey(
  configFolder: string,
  seal: Seal,
  random: (sizeBytes: number) => Uint8Array,
): Promise<string> {
  const path = join(configFolder, 'secret.key');
  const sealed = await readFile(path).catch(() => null);
  if (sealed !== null) {
    try {
      return seal.open(sealed);
    } catch (error) {
      if (error instanceof AppError && error.code === 'passphrase-wrong') throw error;
      await rename(path, `${path}.old`);
    }
  }
  const key = Buffer.from(random(32)).toString('base64');
  await writeFileAtomic(path, seal.seal(key), 0o600);
  return key;
}
