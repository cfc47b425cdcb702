import { createCipheriv, createDecipheriv, getCiphers } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';

/** ChaCha20-Poly1305 (RFC 8439) with a nonce of 12 bytes; the tag is behind the text. */
export interface Aead {
  seal(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Uint8Array;
  /** null when it was not sealed with this key and nonce. */
  open(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Uint8Array | null;
}

export const tagBytes = 16;
const algorithm = 'chacha20-poly1305';
const options = { authTagLength: tagBytes };

export const nativeAead: Aead = {
  seal: (key, nonce, plain) => {
    const cipher = createCipheriv(algorithm, key, nonce, options);
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  },
  open: (key, nonce, sealed) => {
    const end = sealed.length - tagBytes;
    const decipher = createDecipheriv(algorithm, key, nonce, options);
    decipher.setAuthTag(sealed.subarray(end));
    const plain = decipher.update(sealed.subarray(0, end));
    try {
      decipher.final();
      return plain;
    } catch {
      return null;
    }
  },
};

export const scriptAead: Aead = {
  seal: (key, nonce, plain) => chacha20poly1305(key, nonce).encrypt(plain),
  open: (key, nonce, sealed) => {
    try {
      return chacha20poly1305(key, nonce).decrypt(sealed);
    } catch {
      return null;
    }
  },
};

/** OpenSSL has the cipher and BoringSSL, which Electron is built with, does not. */
export const aead: Aead = getCiphers().includes(algorithm) ? nativeAead : scriptAead;
