/** The operating system's secret store where there is one; `protect` and `unprotect` undo each other on this machine only. */
export interface SecretBox {
  protect(bytes: Uint8Array): Uint8Array;
  unprotect(bytes: Uint8Array): Uint8Array;
}

/** For machines without a secret store: the key file's mode (0600) is all that guards it. */
export const plainSecretBox: SecretBox = { protect: (bytes) => bytes, unprotect: (bytes) => bytes };
