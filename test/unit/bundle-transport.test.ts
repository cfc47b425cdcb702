import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBundle } from '../../electron/sync/transports/bundle-transport';
import { writeBundle } from '../../electron/sync/transports/write-bundle';

const limitBytes = 1e6;
let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'raakvlak-bundle-'));
  path = join(folder, 'samen.zip');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing thrown',
    (error: unknown) => String((error as { code?: unknown }).code),
  );

interface Part {
  readonly name: string;
  readonly bytes: Buffer;
  /** What the ZIP file says of it. */
  readonly claimedBytes?: number;
  readonly deflated?: boolean;
  readonly flags?: number;
}

/** A ZIP file as a hostile program could write it: local headers, entries, end record (APPNOTE 6.3). */
function zip(parts: readonly Part[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, claimedBytes = bytes.length, deflated = false, flags = 0 } of parts) {
    const data = deflated ? deflateRawSync(bytes) : bytes;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(deflated ? 8 : 0, 4);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(claimedBytes, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name)]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, tail, Buffer.from(name)]));
    local.push(head, data);
    offset += head.length + data.length;
  }
  const entries = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, entries, Buffer.from('PK\x05\x06'), end]);
}

async function opened(parts: readonly Part[]) {
  await writeFile(path, zip(parts));
  return openBundle(path);
}

describe('writing', () => {
  const files = [
    { path: 'raakvlak.json', content: Buffer.from('{}') },
    { path: 'heads/a.json', content: Buffer.alloc(70_000, 1) },
  ];

  test('any unzip reads it, and the same files make the same bytes', async () => {
    await writeFile(join(folder, 'blob'), 'from disk');
    const all = [...files, { path: 'blobs/ab/x', content: { path: join(folder, 'blob') } }];
    const sizeBytes = await writeBundle(path, all);
    const first = await readFile(path);
    expect(first.length).toBe(sizeBytes);
    const found = unzipSync(first);
    expect(Object.keys(found)).toEqual(['raakvlak.json', 'heads/a.json', 'blobs/ab/x']);
    expect(Buffer.from(found['blobs/ab/x'] ?? []).toString()).toBe('from disk');
    await writeBundle(path, all);
    expect((await readFile(path)).equals(first)).toBe(true);
    expect((await readdir(folder)).sort()).toEqual(['blob', 'samen.zip']);
  });

  test('what fails or is cancelled leaves what was there', async () => {
    await writeBundle(path, files);
    const before = await readFile(path);
    const gone = [...files, { path: 'blobs/ab/x', content: { path: join(folder, 'gone') } }];
    expect(await codeOf(writeBundle(path, gone))).toBe('write-failed');
    const stop = new AbortController();
    const pace = (): Promise<void> => Promise.resolve(stop.abort());
    expect(await codeOf(writeBundle(path, files, { signal: stop.signal, pace }))).toBe('cancelled');
    expect((await readFile(path)).equals(before)).toBe(true);
    expect(await readdir(folder)).toEqual(['samen.zip']);
  });
});

describe('reading what others wrote', () => {
  test.each(['/etc/passwd', '../outside', 'heads/../../x', 'C:/x', 'heads\\x'])(
    'a name like %j: the file is refused or passed by',
    async (name) => {
      const code = await codeOf(
        opened([{ name, bytes: Buffer.from('x') }]).then(async (bundle) => {
          expect(await bundle.list('')).toEqual([]);
          expect(await bundle.folders('')).toEqual([]);
          await bundle.close();
        }),
      );
      expect(['nothing thrown', 'bundle-damaged']).toContain(code);
    },
  );

  test('names that the format does not know are passed by, of two with one name the first counts', async () => {
    const bundle = await opened([
      { name: 'Heads/A.json', bytes: Buffer.from('x') },
      { name: '__MACOSX/._a.json', bytes: Buffer.from('x') },
      { name: 'heads/', bytes: Buffer.alloc(0) },
      { name: 'heads/a.json', bytes: Buffer.from('first') },
      { name: 'heads/a.json', bytes: Buffer.from('second') },
      { name: 'heads/a.json.tmp', bytes: Buffer.from('x') },
    ]);
    expect(await bundle.folders('')).toEqual(['heads']);
    expect((await bundle.list('heads'))?.map(({ name }) => name)).toEqual(['a.json']);
    expect(Buffer.from((await bundle.read('heads/a.json', { limitBytes })) ?? '').toString()).toBe('first');
    await bundle.close();
  });

  test('a bomb is not unpacked: 100 MB that says so, and 100 MB that says it is 10 bytes', async () => {
    const bytes = Buffer.alloc(100_000_000);
    const bundle = await opened([
      { name: 'heads/a.json', bytes, deflated: true },
      { name: 'heads/b.json', bytes, deflated: true, claimedBytes: 10 },
      { name: 'heads/c.json', bytes: Buffer.from('good') },
    ]);
    expect(await codeOf(bundle.read('heads/a.json', { limitBytes }))).toBe('remote-too-large');
    expect(await codeOf(bundle.read('heads/b.json', { limitBytes }))).toBe('remote-garbled');
    const target = join(folder, 'target');
    expect(await codeOf(bundle.download('heads/b.json', target, 0, { limitBytes }))).toBe('remote-garbled');
    expect((await readFile(target)).length).toBeLessThanOrEqual(limitBytes);
    expect(Buffer.from((await bundle.read('heads/c.json', { limitBytes })) ?? '').toString()).toBe('good');
    await bundle.close();
  });

  test('an encrypted file is passed by', async () => {
    const bundle = await opened([{ name: 'heads/a.json', bytes: Buffer.from('x'), deflated: true, flags: 1 }]);
    expect(await bundle.list('')).toEqual([]);
    await bundle.close();
  });

  test('no file, an empty one, another kind, and one cut off at every 7th byte', async () => {
    expect(await codeOf(openBundle(path))).toBe('file-missing');
    for (const content of ['', 'not a zip file', '%PDF-1.7']) {
      await writeFile(path, content);
      expect(await codeOf(openBundle(path))).toBe('bundle-damaged');
    }
    const whole = zip([{ name: 'heads/a.json', bytes: Buffer.alloc(100, 1) }]);
    for (let end = 0; end < whole.length; end += 7) {
      await writeFile(path, whole.subarray(0, end));
      expect(await codeOf(openBundle(path))).toBe('bundle-damaged');
    }
  });
});
