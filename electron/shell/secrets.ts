import { randomBytes } from 'node:crypto';
import { safeStorage } from 'electron';
import { secretKey } from '../library/secret-key';

/** Whether the system keeps secrets here: on Linux only with a key ring that runs and is open. */
export function hasSecretStore(): boolean {
  return safeStorage.isEncryptionAvailable();
}

/** The key that seals passwords, in base64; null where the system keeps no secrets. */
export async function systemSecretKey(configFolder: string): Promise<string | null> {
  if (!hasSecretStore()) return null;
  const seal = {
    seal: (text: string) => safeStorage.encryptString(text),
    open: (sealed: Uint8Array) => safeStorage.decryptString(Buffer.from(sealed)),
  };
  return secretKey(configFolder, seal, (sizeBytes) => randomBytes(sizeBytes));
}
