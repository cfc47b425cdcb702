import { safeStorage } from 'electron';
import type { Seal } from '../library/secret-key';

/** Whether the system keeps secrets here: on Linux only with a key ring that runs and is open. */
export function hasSecretStore(): boolean {
  return safeStorage.isEncryptionAvailable();
}

/** The system's store as a seal; null where there is none. */
export function systemSeal(): Seal | null {
  if (!hasSecretStore()) return null;
  return {
    seal: (text: string) => safeStorage.encryptString(text),
    open: (sealed: Uint8Array) => safeStorage.decryptString(Buffer.from(sealed)),
  };
}
