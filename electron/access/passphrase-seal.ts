import type { Seal } from '../library/secret-key';
import { AppError } from '../../shared/base/errors';
import { open, sealWithPassphrase, type Bytes } from './age/age';
import { AgeError } from './age/age-error';

/**
 * Protects this device's keys where the operating system has no secret store: an age file to a passphrase, of which each guess takes a second (scrypt, RFC 7914), that
 * `age --decrypt` opens too. Error of `open`: `passphrase-wrong`.
 */
export function passphraseSeal(passphrase: string, random: Bytes, work?: number): Seal {
  return {
    seal: (text) => sealWithPassphrase(Buffer.from(text), passphrase, random, work),
    open: (sealed) => {
      try {
        return open(sealed, [passphrase]).toString('utf8');
      } catch (error) {
        if (error instanceof AgeError && error.fault === 'no-match') throw new AppError('passphrase-wrong');
        throw error;
      }
    },
  };
}
