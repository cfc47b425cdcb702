import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openKeyLock, type KeyLock } from '../../electron/access/key-lock';
import type { Seal } from '../../electron/library/secret-key';
import { answerCall } from '../../electron/shell/answer-call';
import { AppLock } from '../../electron/shell/app-lock';
import { contract } from '../../shared/contract';
import { callsWhileLocked } from '../../shared/contract/lock-calls';
import { AppError } from '../../shared/base/errors';
import { filesIn, temporaryFolder } from '../support/library-folders';

const random = (sizeBytes: number): Uint8Array => randomBytes(sizeBytes);
/** A secret store that tells its own from others. */
const storeOf = (mark: string): Seal => ({
  seal: (text) => Buffer.from(`${mark}${text}`).map((byte) => byte ^ 0x5a),
  open: (sealed) => {
    const text = Buffer.from(sealed.map((byte) => byte ^ 0x5a)).toString('utf8');
    if (!text.startsWith(mark)) throw new Error('not ours');
    return text.slice(mark.length);
  },
});
const lockIn = (configFolder: string, store: Seal | null = null): KeyLock =>
  openKeyLock({ configFolder, store: async () => store, random, work: 10 });
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
const phrase = 'vier woorden op rij';

describe.each([
  ['no secret store', null],
  ['a secret store', storeOf('ring ')],
] as const)('the key of a device with %s', (_, store) => {
  test('is behind the passphrase, which is asked again at the next start', async () => {
    const folder = temporaryFolder();
    const first = lockIn(folder, store);
    const before = await first.key();
    expect(before === null).toBe(store === null);
    await first.set(phrase);
    const key = await first.key();
    if (before !== null) expect(key).toBe(before);
    expect(filesIn(folder)).toEqual(['secret.lock']);
    expect(readFileSync(join(folder, 'secret.lock')).includes(key ?? '?')).toBe(false);

    const next = lockIn(folder, store);
    expect([next.isSet(), await codeOf(next.key())]).toEqual([true, 'app-locked']);
    expect(await codeOf(next.open('vier woorden op een rij'))).toBe('passphrase-wrong');
    expect(await codeOf(next.key())).toBe('app-locked');
    await next.open(phrase);
    expect(await next.key()).toBe(key);
  });

  test('stays the same when the passphrase changes or goes', async () => {
    const folder = temporaryFolder();
    const lock = lockIn(folder, store);
    await lock.set(phrase);
    const key = await lock.key();
    await lock.set('een andere zin');
    const next = lockIn(folder, store);
    expect(await codeOf(next.open(phrase))).toBe('passphrase-wrong');
    await next.open('een andere zin');
    await next.remove();
    expect([next.isSet(), existsSync(join(folder, 'secret.lock'))]).toEqual([false, false]);
    expect(await lockIn(folder, store).key()).toBe(key);
  });
});

test('a file that another key ring sealed does not open with the right passphrase', async () => {
  const folder = temporaryFolder();
  await lockIn(folder, storeOf('mine ')).set(phrase);
  expect(await codeOf(lockIn(folder, storeOf('yours ')).open(phrase))).toBe('passphrase-wrong');
});

describe('the app', () => {
  test('is locked from the start where there is a passphrase, and the library gets its key when it was given', async () => {
    const folder = temporaryFolder();
    await lockIn(folder).set(phrase);
    let turns = 0;
    const lock = new AppLock(lockIn(folder), () => (turns += 1));
    const asked = lock.secretKey();
    expect([lock.isLocked, lock.isHoldingUp]).toEqual([true, true]);
    expect(await codeOf(lock.open('mis'))).toBe('passphrase-wrong');
    expect([lock.isLocked, turns]).toEqual([true, 0]);
    await lock.open(phrase);
    expect(await asked).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    expect([lock.isLocked, lock.isHoldingUp, turns]).toEqual([false, false, 1]);
  });

  test('is not locked without a passphrase, and changes it only for who knows it', async () => {
    const lock = new AppLock(lockIn(temporaryFolder()), () => undefined);
    expect(() => lock.close()).toThrow('passphrase-missing');
    expect(await codeOf(lock.change(null, 'kort'))).toBe('passphrase-short');
    expect(await lock.change(null, phrase)).toBe(true);
    expect(await codeOf(lock.change('mis', 'een andere zin'))).toBe('passphrase-wrong');
    expect(await codeOf(lock.change(null, null))).toBe('passphrase-wrong');
    expect(await lock.change(phrase, 'een andere zin')).toBe(false);
    lock.close();
    expect(lock.status()).toEqual({ isSet: true, isLocked: true });
  });

  test('answers nothing of the library while it is locked, whatever is asked', async () => {
    const folder = temporaryFolder();
    await lockIn(folder).set(phrase);
    const lock = new AppLock(lockIn(folder), () => undefined);
    const reached: string[] = [];
    const handlers = Object.fromEntries(Object.keys(contract).map((name) => [name, () => void reached.push(name)]));
    const ask = (name: string, input: unknown): ReturnType<typeof answerCall> =>
      answerCall(
        name,
        input,
        handlers,
        async (called) => ({ ok: true, value: reached.push(called) }),
        () => lock.isLocked,
      );
    for (const name of Object.keys(contract)) {
      const answer = await ask(name, undefined);
      if (!callsWhileLocked.includes(name))
        expect([name, answer]).toEqual([name, { ok: false, code: 'app-locked', params: {} }]);
    }
    expect(reached.filter((name) => !callsWhileLocked.includes(name))).toEqual([]);
    await lock.open(phrase);
    expect(await ask('items.counts', undefined)).toMatchObject({ ok: true });
  });
});
