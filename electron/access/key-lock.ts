import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/base/errors';
import { secretKey, type Seal } from '../library/secret-key';
import { writeFileAtomic } from '../library/write-file-atomic';
import type { Bytes } from './age/age';

/** The key that seals the device's secret and passwords, and who may have it. */
export interface KeyLock {
  /** A passphrase guards it. */
  isSet(): boolean;
  /** Null where nothing guards it: there is no secret store and never was a passphrase. Error: `app-locked` as long as the passphrase has not been given. */
  key(): Promise<string | null>;
  /** Error: `passphrase-wrong`. */
  open(passphrase: string): Promise<void>;
  /** From now on this one. The one before it must have been given. Error: `app-locked`. */
  set(passphrase: string): Promise<void>;
  /** No passphrase from now on. Error: `app-locked`. */
  remove(): Promise<void>;
}

export interface KeyLockParts {
  readonly configFolder: string;
  /** The system's secret store; null where there is none. */
  readonly store: () => Promise<Seal | null>;
  readonly random: Bytes;
  /** Of a guess, as a power of two; that of the age command when left out. */
  readonly work?: number;
}

/**
 * With a passphrase the key is in `secret.lock`, an age file, which the system's store seals once more where there is one. Without, the store alone guards it
 * (`secret.key`); where there is no store either, a key that a passphrase once guarded stays in `secret.plain`, and only the file's mode (0600) guards it.
 */
export function openKeyLock({ configFolder, store, random, work }: KeyLockParts): KeyLock {
  const locked = join(configFolder, 'secret.lock');
  const plain = join(configFolder, 'secret.plain');
  let known: string | null = null;
  const isSet = (): boolean => existsSync(locked);
  const sealOf = async (passphrase: string): Promise<Seal> => {
    // Loaded when somebody has a passphrase: the start does not wait for it.
    const { passphraseSeal } = await import('./passphrase-seal');
    return oneInAnother(passphraseSeal(passphrase, random, work), await store());
  };
  const key = async (): Promise<string | null> => {
    if (known !== null) return known;
    if (isSet()) throw new AppError('app-locked');
    const sealed = await store();
    known = await readFile(plain, 'utf8').catch(() => null);
    if (known === null && sealed !== null) known = await secretKey(configFolder, sealed, random);
    return known;
  };
  return {
    isSet,
    key,
    open: async (passphrase) => {
      const seal = await sealOf(passphrase);
      known = seal.open(await readFile(locked));
    },
    set: async (passphrase) => {
      const now = (await key()) ?? Buffer.from(random(32)).toString('base64');
      const seal = await sealOf(passphrase);
      await writeFileAtomic(locked, seal.seal(now), 0o600);
      for (const path of [plain, join(configFolder, 'secret.key')]) await rm(path, { force: true });
      known = now;
    },
    remove: async () => {
      const now = await key();
      if (now === null) return;
      const sealed = await store();
      if (sealed === null) await writeFileAtomic(plain, Buffer.from(now), 0o600);
      else await writeFileAtomic(join(configFolder, 'secret.key'), sealed.seal(now), 0o600);
      await rm(locked, { force: true });
    },
  };
}

/** What another user or key ring sealed is as good as a wrong passphrase: neither opens here. */
function oneInAnother(inner: Seal, outer: Seal | null): Seal {
  if (outer === null) return inner;
  return {
    seal: (text) => outer.seal(Buffer.from(inner.seal(text)).toString('base64')),
    open: (sealed) => {
      let opened: string;
      try {
        opened = outer.open(sealed);
      } catch {
        throw new AppError('passphrase-wrong');
      }
      return inner.open(Buffer.from(opened, 'base64'));
    },
  };
}
