import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Transport } from '../../electron/sync/transport';

/** A storage under test, with two clients of it. */
export interface TransportSubject {
  readonly first: Transport;
  readonly second: Transport;
  /** False of a server that keeps what it got of an upload that was broken off. */
  readonly isAtomic?: boolean;
  /** Takes the root away, as unmounting does. */
  removeRoot(): Promise<void>;
  stop(): Promise<void>;
}

const limitBytes = 1e6;

/** What every transport must do that is read, those that cannot be written among them; `open` puts the files there first. */
export function readingContract(
  name: string,
  open: (files: ReadonlyMap<string, Uint8Array>) => Promise<{ transport: Transport; stop(): Promise<void> }>,
  skip = false,
): void {
  describe.skipIf(skip)(`${name}, reading`, () => {
    const large = Buffer.alloc(200_000).map((_, i) => (i * 31) % 251);
    const files = new Map<string, Uint8Array>([
      ['raakvlak.json', Buffer.from('{}')],
      ['heads/one.json', Buffer.from('one')],
      ['heads/two.json', Buffer.alloc(0)],
      ['log/device/1-ab.pack', Buffer.from('pack')],
      ['blobs/ab/large', large],
    ]);
    let transport: Transport;
    let stop: () => Promise<void>;
    let local: string;
    beforeAll(async () => {
      ({ transport, stop } = await open(files));
      local = await mkdtemp(join(tmpdir(), 'raakvlak-reading-'));
    });
    afterAll(async () => {
      await transport?.close();
      await stop?.();
      if (local !== undefined) await rm(local, { recursive: true, force: true });
    });
    const codeOf = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'nothing thrown',
        (error: unknown) => String((error as { code?: unknown }).code),
      );

    test('files and folders', async () => {
      const listed = async (folder: string) =>
        (await transport.list(folder))?.map(({ name: file, sizeBytes }) => [file, sizeBytes]).sort() ?? null;
      expect(await listed('')).toEqual([['raakvlak.json', 2]]);
      expect(await listed('heads')).toEqual([
        ['one.json', 3],
        ['two.json', 0],
      ]);
      expect(await listed('log')).toEqual([]);
      expect(await listed('keys')).toBeNull();
      expect([...(await transport.folders(''))].sort()).toEqual(['blobs', 'heads', 'log']);
      expect(await transport.folders('log')).toEqual(['device']);
      expect(await transport.folders('keys')).toEqual([]);
      const tags = (await transport.list('heads'))?.map(({ tag }) => tag);
      expect(tags).toEqual((await transport.list('heads'))?.map(({ tag }) => tag));
      expect(new Set(tags).size).toBe(2);
    });

    test('every file, whole and from any point', async () => {
      for (const [path, bytes] of files) {
        expect(Buffer.from((await transport.read(path, { limitBytes })) ?? 'null').equals(bytes)).toBe(true);
        for (const from of [0, bytes.length >> 1, bytes.length]) {
          const target = join(local, 'target');
          await writeFile(target, bytes.subarray(0, from));
          expect(await transport.download(path, target, from, { limitBytes })).toBe(true);
          expect((await readFile(target)).equals(bytes)).toBe(true);
        }
      }
      expect(await transport.read('heads/three.json', { limitBytes })).toBeNull();
      expect(await transport.read('heads', { limitBytes }).catch(() => null)).toBeNull();
      expect(await transport.download('heads/three.json', join(local, 'absent'), 0, { limitBytes })).toBe(false);
    });

    test('limits, cancelling, and paths that the format does not know', async () => {
      expect(await codeOf(transport.read('blobs/ab/large', { limitBytes: 199_999 }))).toBe('remote-too-large');
      const cancelled = { limitBytes, signal: AbortSignal.abort() };
      expect(await codeOf(transport.read('raakvlak.json', cancelled))).toBe('cancelled');
      expect(await codeOf(transport.list('', cancelled.signal))).toBe('cancelled');
      expect(await codeOf(transport.read('../raakvlak.json', { limitBytes }))).toBe('internal');
    });

    test('what cannot be written says so', async () => {
      if (transport.canWrite) return;
      const upload = { sizeBytes: 0, content: new Uint8Array() };
      expect(await codeOf(transport.write('heads/new.json', upload))).toBe('remote-read-only');
      expect(await codeOf(transport.remove('heads/one.json'))).toBe('remote-read-only');
      expect(await codeOf(transport.makeRoot())).toBe('remote-read-only');
    });
  });
}

/** What every transport that writes must do, whatever stands behind it. */
export function transportContract(name: string, open: () => Promise<TransportSubject>, skip = false): void {
  describe.skipIf(skip)(name, () => {
    let subject: TransportSubject;
    let first: Transport;
    let second: Transport;
    let local: string;

    beforeAll(async () => {
      subject = await open();
      ({ first, second } = subject);
      local = await mkdtemp(join(tmpdir(), 'raakvlak-contract-'));
    });
    afterAll(async () => {
      await first?.close();
      await second?.close();
      await subject?.stop();
      if (local !== undefined) await rm(local, { recursive: true, force: true });
    });

    const text = (value: string): Uint8Array => Buffer.from(value);
    const put = (path: string, bytes: Uint8Array, to = first): Promise<string | null> =>
      to.write(path, { sizeBytes: bytes.length, content: bytes });
    const get = async (path: string, from = second): Promise<string | null> => {
      const bytes = await from.read(path, { limitBytes });
      return bytes === null ? null : Buffer.from(bytes).toString();
    };
    const code = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'nothing thrown',
        (error: unknown) => String((error as { code?: unknown }).code),
      );

    test('what is not there: no files, no folders, null, false, and removing does nothing', async () => {
      expect(await first.list('absent')).toBeNull();
      expect(await first.list('absent/deeper')).toBeNull();
      expect(await first.folders('absent')).toEqual([]);
      expect(await first.read('absent/file', { limitBytes })).toBeNull();
      expect(await first.download('absent/file', join(local, 'absent'), 0, { limitBytes })).toBe(false);
      await first.remove('absent/file');
    });

    test('what one writes, folders and all, another reads; the tag is that of the listing', async () => {
      const tag = await put('log/device-1/1-ab.pack', text('hello'));
      expect(await get('log/device-1/1-ab.pack')).toBe('hello');
      const [file, ...others] = (await second.list('log/device-1')) ?? [];
      expect(others).toEqual([]);
      expect(file).toMatchObject({ name: '1-ab.pack', sizeBytes: 5 });
      if (tag !== null) expect(file?.tag).toBe(tag);
      expect((await first.list('log/device-1'))?.[0]?.tag).toBe(file?.tag);
    });

    test('a listing holds the files directly in a folder, `folders` the folders', async () => {
      await put('tree/a/deep/file.json', text('1'));
      await put('tree/a/file.json', text('22'));
      await put('tree/a/half.tmp', text('333'));
      expect((await first.list('tree/a'))?.map(({ name }) => name)).toEqual(['file.json']);
      expect(await first.list('tree')).toEqual([]);
      expect(await first.folders('tree')).toEqual(['a']);
      expect(await first.folders('tree/a')).toEqual(['deep']);
      expect(await first.folders('')).toContain('tree');
    });

    test('a file at the root', async () => {
      await put('raakvlak.json', text('{}'));
      expect((await second.list(''))?.map(({ name }) => name)).toContain('raakvlak.json');
      expect(await get('raakvlak.json')).toBe('{}');
    });

    test('a file is replaced whole, and its tag changes, also when its size does not', async () => {
      const tags = new Set<string | undefined>();
      for (const content of ['a long first text', 'four', 'five', '']) {
        await put('heads/one.json', text(content));
        expect(await get('heads/one.json')).toBe(content);
        tags.add((await second.list('heads'))?.find(({ name }) => name === 'one.json')?.tag);
      }
      expect(tags.size).toBe(4);
    });

    test('a tag stays as long as the file does', async () => {
      await put('still/one.json', text('one'));
      const before = await second.list('still');
      await put('still/two.json', text('two'));
      expect((await second.list('still'))?.filter(({ name }) => name === 'one.json')).toEqual(before);
    });

    test('a file is sent from disk, and comes back byte for byte', async () => {
      const bytes = Buffer.alloc(300_000).map((_, i) => (i * 31) % 251);
      await writeFile(join(local, 'upload'), bytes);
      await first.write('blobs/ab/large', { sizeBytes: bytes.length, content: { path: join(local, 'upload') } });
      expect(await second.download('blobs/ab/large', join(local, 'whole'), 0, { limitBytes })).toBe(true);
      expect((await readFile(join(local, 'whole'))).equals(bytes)).toBe(true);
    });

    test.each([0, 1, 65_536, 299_999, 300_000])('a download goes on from byte %i', async (from) => {
      const bytes = await readFile(join(local, 'upload'));
      const target = join(local, `from-${from}`);
      await writeFile(
        target,
        Buffer.concat([bytes.subarray(0, from), Buffer.from('what an earlier try wrote too much')]),
      );
      expect(await second.download('blobs/ab/large', target, from, { limitBytes })).toBe(true);
      expect((await readFile(target)).equals(bytes)).toBe(true);
    });

    test('nothing larger than the limit is read or downloaded', async () => {
      expect(await code(second.read('blobs/ab/large', { limitBytes: 299_999 }))).toBe('remote-too-large');
      const target = join(local, 'limited');
      await writeFile(target, '');
      expect(await code(second.download('blobs/ab/large', target, 0, { limitBytes: 299_999 }))).toBe(
        'remote-too-large',
      );
      expect((await readFile(target)).length).toBeLessThanOrEqual(299_999);
      expect(await second.read('blobs/ab/large', { limitBytes: 300_000 })).toHaveLength(300_000);
    });

    test('an upload that holds other than it says takes no place', async () => {
      await put('whole/file', text('before'));
      for (const sizeBytes of [3, 9])
        expect(await code(first.write('whole/file', { sizeBytes, content: text('after') }))).toMatch(/^remote-/);
      expect(await get('whole/file')).toBe('before');
    });

    test('removing, twice', async () => {
      await put('gone/file', text('x'));
      await first.remove('gone/file');
      await first.remove('gone/file');
      expect(await get('gone/file')).toBeNull();
      expect((await second.list('gone')) ?? []).toEqual([]);
    });

    test('many at once, into folders that are not there yet', async () => {
      const names = Array.from({ length: 24 }, (_, i) => `many/${(i % 6).toString(16)}/file-${i}.json`);
      await Promise.all(names.map((name) => put(name, text(name))));
      const found = await Promise.all(
        (await second.folders('many')).map(async (folder) =>
          ((await second.list(`many/${folder}`)) ?? []).map((file) => `many/${folder}/${file.name}`),
        ),
      );
      expect(found.flat().sort()).toEqual([...names].sort());
    });

    test('every piece sent and received is paced', async () => {
      let paced = 0;
      const pace = (sizeBytes: number): Promise<void> => {
        paced += sizeBytes;
        return Promise.resolve();
      };
      const bytes = Buffer.alloc(200_000, 1);
      await put('paced/other', text('makes the folder'));
      await first.write('paced/file', { sizeBytes: bytes.length, content: bytes, pace });
      expect(paced).toBe(200_000);
      await second.read('paced/file', { limitBytes, pace });
      expect(paced).toBe(400_000);
      await writeFile(join(local, 'paced'), bytes.subarray(0, 50_000));
      await second.download('paced/file', join(local, 'paced'), 50_000, { limitBytes, pace });
      expect(paced - 550_000).toBeGreaterThanOrEqual(0);
      expect(paced - 550_000).toBeLessThanOrEqual(1);
    });

    test('cancelled before and during: nothing takes its place', async () => {
      const before = AbortSignal.abort();
      expect(await code(first.list('', before))).toBe('cancelled');
      expect(await code(first.read('raakvlak.json', { limitBytes, signal: before }))).toBe('cancelled');
      const during = new AbortController();
      const pace = (): Promise<void> => {
        during.abort();
        return Promise.resolve();
      };
      const upload = { sizeBytes: 300_000, content: { path: join(local, 'upload') }, pace };
      expect(await code(first.write('cancelled/file', upload, during.signal))).toBe('cancelled');
      if (subject.isAtomic !== false) expect(await get('cancelled/file')).toBeNull();
    });

    test.each(['../outside', 'log/../../outside', '/etc/passwd', 'log//a', 'log/.', 'LOG', 'a b', 'log\\a', '.hidden'])(
      'a path that the format does not know is refused: %j',
      async (path) => {
        expect(await code(put(path, text('x')))).toBe('internal');
        expect(await code(first.read(path, { limitBytes }))).toBe('internal');
        expect(await code(first.list(path))).toBe('internal');
        expect(await code(first.remove(path))).toBe('internal');
      },
    );

    test('the root is not a file: it cannot be removed or written', async () => {
      expect(await code(first.remove(''))).toBe('internal');
      expect(await code(put('', text('x')))).toBe('internal');
    });

    test('a root that went away is said to be missing and is not made again, until a person asks for it', async () => {
      await subject.removeRoot();
      expect(await code(first.list(''))).toBe('remote-missing-folder');
      expect(await code(first.list('heads'))).toBe('remote-missing-folder');
      expect(await code(put('new/deeper/file', text('x')))).toBe('remote-missing-folder');
      expect(await code(first.list(''))).toBe('remote-missing-folder');
      await first.makeRoot();
      await first.makeRoot();
      expect(await first.list('')).not.toBeNull();
      await put('new/deeper/file', text('x'));
      expect(await get('new/deeper/file')).toBe('x');
    });
  });
}
