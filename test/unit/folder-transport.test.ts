import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Transport } from '../../electron/sync/transport';
import { folderTransport } from '../../electron/sync/transports/folder-transport';
import { remoteError } from '../../electron/sync/transports/remote-error';
import { makeFolderBelow, writeError } from '../../electron/library/write-file-atomic';

const limitBytes = 1e6;
let parent: string;
let root: string;
let transport: Transport;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'raakvlak-folder-'));
  root = join(parent, 'shared');
  await mkdir(root);
  transport = folderTransport(root);
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const put = (path: string, text: string) =>
  transport.write(path, { sizeBytes: Buffer.byteLength(text), content: Buffer.from(text) });
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing thrown',
    (error: unknown) => String((error as { code?: unknown }).code),
  );

describe.skipIf(process.platform === 'win32')('links', () => {
  let outside: string;
  beforeEach(async () => {
    outside = join(parent, 'outside');
    await mkdir(outside);
    await writeFile(join(outside, 'secret.json'), 'secret');
  });

  test('a folder that leads out of the root is not read, written or emptied', async () => {
    await symlink(outside, join(root, 'heads'));
    expect(await transport.list('heads')).toBeNull();
    expect(await transport.folders('')).toEqual([]);
    expect(await transport.read('heads/secret.json', { limitBytes })).toBeNull();
    expect(await transport.download('heads/secret.json', join(parent, 'target'), 0, { limitBytes })).toBe(false);
    expect(await codeOf(put('heads/new.json', 'x'))).toBe('remote-denied');
    expect(await codeOf(put('heads/deeper/new.json', 'x'))).toBe('remote-denied');
    expect(await codeOf(transport.remove('heads/secret.json'))).toBe('remote-denied');
    expect(await readdir(outside)).toEqual(['secret.json']);
  });

  test('a file that leads out is not listed or read, and is replaced, not followed', async () => {
    await mkdir(join(root, 'heads'));
    await symlink(join(outside, 'secret.json'), join(root, 'heads/link.json'));
    expect(await transport.list('heads')).toEqual([]);
    expect(await transport.read('heads/link.json', { limitBytes })).toBeNull();
    await put('heads/link.json', 'own');
    expect(await readFile(join(outside, 'secret.json'), 'utf8')).toBe('secret');
    expect(await readFile(join(root, 'heads/link.json'), 'utf8')).toBe('own');
  });

  test('a circle of links is an error, not a hang', async () => {
    await symlink(join(root, 'b'), join(root, 'a'));
    await symlink(join(root, 'a'), join(root, 'b'));
    expect(await codeOf(transport.list('a'))).toBe('remote-failed');
  });

  test('a pipe is no file', async () => {
    await mkdir(join(root, 'heads'));
    execFileSync('mkfifo', [join(root, 'heads/pipe.json')]);
    expect(await transport.list('heads')).toEqual([]);
    expect(await transport.read('heads/pipe.json', { limitBytes })).toBeNull();
  });
});

describe('what the system says', () => {
  test.each([
    ['ENOSPC', 'remote-full'],
    ['EDQUOT', 'remote-full'],
    ['EACCES', 'remote-denied'],
    ['EPERM', 'remote-denied'],
    ['EROFS', 'remote-read-only'],
    ['EBUSY', 'remote-busy'],
    ['EIO', 'remote-failed'],
    ['ESTALE', 'remote-unreachable'],
    ['EHOSTDOWN', 'remote-unreachable'],
  ])('%s is %s, also when it comes while writing', (code, expected) => {
    const error = Object.assign(new Error(code), { code });
    expect(remoteError(error, root, 'a').code).toBe(expected);
    expect(remoteError(writeError(error, '/x/a'), root, 'a').code).toBe(expected);
  });

  test('a file where a folder should be', async () => {
    await writeFile(join(root, 'heads'), 'x');
    expect(await codeOf(transport.list('heads'))).toBe('remote-failed');
    expect(await codeOf(put('heads/a.json', 'x'))).toBe('remote-failed');
    expect(await transport.read('heads/a.json', { limitBytes })).toBeNull();
  });

  test('a file as root is a folder that is missing', async () => {
    await writeFile(join(root, 'file'), 'x');
    expect(await codeOf(folderTransport(join(root, 'file')).list(''))).toBe('remote-missing-folder');
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('a folder that may only be read', async () => {
    execFileSync('chmod', ['0555', root]);
    expect(folderTransport(root).canWrite).toBe(false);
    expect(await codeOf(put('a.json', 'x'))).toBe('remote-denied');
  });
});

test('a root that goes away in the middle of a write is not made again', async () => {
  await rm(root, { recursive: true });
  await expect(makeFolderBelow(root, join(root, 'heads/deeper'))).rejects.toThrow('ENOENT');
  expect(existsSync(root)).toBe(false);
});

test('a write that fails leaves nothing behind', async () => {
  const upload = { sizeBytes: 5, content: { path: join(parent, 'not-there') } };
  expect(await codeOf(transport.write('heads/a.json', upload))).toBe('remote-failed');
  const stop = new AbortController();
  const pace = (): Promise<void> => Promise.resolve(stop.abort());
  const cancelled = { sizeBytes: 100_000, content: Buffer.alloc(100_000), pace };
  expect(await codeOf(transport.write('heads/a.json', cancelled, stop.signal))).toBe('cancelled');
  expect(existsSync(join(root, 'heads')) ? await readdir(join(root, 'heads')) : []).toEqual([]);
});

describe('watching', () => {
  /** Resolves at the next call; stays, so that later calls are not lost. */
  function watched(folder: string) {
    let calls = 0;
    let wake = (): void => undefined;
    const stop = transport.watch(folder, () => {
      calls += 1;
      wake();
    });
    const next = async (since: number): Promise<void> => {
      while (calls <= since) await new Promise<void>((resolve) => (wake = resolve));
    };
    return { stop: stop as () => void, next, count: () => calls };
  }

  test('a new file, a replaced file', async () => {
    await mkdir(join(root, 'heads'));
    const { next, stop, count } = watched('heads');
    await put('heads/a.json', 'one');
    await next(0);
    const before = count();
    await put('heads/a.json', 'two');
    await next(before);
    stop();
  });

  test('a folder that is made later, removed, and made again', async () => {
    const { next, stop, count } = watched('heads');
    await put('heads/a.json', 'one');
    await next(0);
    let before = count();
    await put('heads/b.json', 'two');
    await next(before);
    before = count();
    await rm(join(root, 'heads'), { recursive: true });
    await next(before);
    before = count();
    await put('heads/c.json', 'three');
    await next(before);
    before = count();
    await put('heads/d.json', 'four');
    await next(before);
    stop();
  });

  test('a root that is replaced by another', async () => {
    await mkdir(join(root, 'heads'));
    const { next, stop, count } = watched('heads');
    await rename(root, join(parent, 'old'));
    await next(0);
    const before = count();
    await mkdir(join(root, 'heads'), { recursive: true });
    await next(before);
    const later = count();
    await put('heads/a.json', 'one');
    await next(later);
    stop();
  });

  test('after stopping nothing is called', async () => {
    await mkdir(join(root, 'heads'));
    const first = watched('heads');
    const second = watched('heads');
    first.stop();
    await put('heads/a.json', 'one');
    await second.next(0);
    expect(first.count()).toBe(0);
    second.stop();
  });
});
