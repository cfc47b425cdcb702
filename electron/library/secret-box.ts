import { createCipheriv, createDecipheriv } from 'node:crypto';

/** The operating system's secret store where there is one; `protect` and `unprotect` undo each other on this machine only. */
export interface SecretBox {
  protect(bytes: Uint8Array): Uint8Array;
  unprotect(bytes: Uint8Array): Uint8Array;
}

/** For machines without a secret store: the key file's mode (0600) is all that guards it. */
export const plainSecretBox: SecretBox = { protect: (bytes) => bytes, unprotect: (bytes) => bytes };

/** `key` in base64, as the app's lock keeps it; null where nothing guards it. */
export function secretBoxOf(key: string | null, random: (sizeBytes: number) => Uint8Array): SecretBox {
  return key === null ? plainSecretBox : keyedSecretBox(Buffer.from(key, 'base64'), random);
}

const nonceBytes = 12;
const tagBytes = 16;

/** Seals with AES-256-GCM under a key of 32 bytes that the operating system's secret store keeps. `unprotect` throws on what was not sealed with this key. */
export function keyedSecretBox(key: Uint8Array, random: (sizeBytes: number) => Uint8Array): SecretBox {
  return {
    protect: (bytes) => {
      const nonce = random(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    },
    unprotect: (sealed) => {
      const end = sealed.length - tagBytes;
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes));
      decipher.setAuthTag(sealed.subarray(Math.max(end, 0)));
      return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, end)), decipher.final()]);
    },
  };
}
