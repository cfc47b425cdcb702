import { AppError } from '../../shared/base/errors';
import type { LockStatus } from '../../shared/contract/lock-calls';
import type { KeyLock } from '../access/key-lock';

const shortest = 8;

/**
 * Whether the window may be answered. Locked from the start when a passphrase guards the keys: then the library opens when it was given. Locked later: the library
 * goes on, and nobody hears of it.
 */
export class AppLock {
  private locked: boolean;
  private readonly waiting: (() => void)[] = [];

  /** `turned`: it was locked or opened. */
  constructor(
    private readonly keys: KeyLock,
    private readonly turned: () => void,
  ) {
    this.locked = keys.isSet();
  }

  get isLocked(): boolean {
    return this.locked;
  }

  /** The library has not been opened, because its key has not. */
  get isHoldingUp(): boolean {
    return this.waiting.length > 0;
  }

  status(): LockStatus {
    return { isSet: this.keys.isSet(), isLocked: this.locked };
  }

  /** For the library; waits for the passphrase. */
  async secretKey(): Promise<string | null> {
    if (this.locked) await new Promise<void>((resolve) => this.waiting.push(resolve));
    return this.keys.key();
  }

  /** Error: `passphrase-wrong`. */
  async open(passphrase: string): Promise<void> {
    if (!this.locked) return;
    await this.keys.open(passphrase);
    this.locked = false;
    for (const go of this.waiting.splice(0)) go();
    this.turned();
  }

  /** Error: `passphrase-missing`. */
  close(): void {
    if (!this.keys.isSet()) throw new AppError('passphrase-missing');
    if (this.locked) return;
    this.locked = true;
    this.turned();
  }

  /** True when there is a key that was not there before: what it guards is to be sealed with it. Errors: `passphrase-wrong`, `passphrase-short`. */
  async change(current: string | null, next: string | null): Promise<boolean> {
    if (next !== null && next.length < shortest) throw new AppError('passphrase-short', { least: shortest });
    if (this.keys.isSet()) await this.keys.open(current ?? '');
    const had = (await this.keys.key()) !== null;
    if (next === null) await this.keys.remove();
    else await this.keys.set(next);
    return !had && next !== null;
  }
}
