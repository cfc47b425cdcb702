/**
 * The documentation of the space format is enough to read it: a program that shares no code with the product, and was
 * written from electron/sync/FORMAT.md alone, gives the same for every fixture as the product does.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

interface Reading {
  marker: Record<string, unknown>;
  items: unknown[];
  refused: Record<string, string>;
}

const reader = path.resolve('test/support/independent-reader/read-space.mjs');
const fixtures = path.resolve('test/fixtures/space-format');
const expected = JSON.parse(readFileSync(path.join(fixtures, 'expected.json'), 'utf8')) as {
  spaces: Record<string, Reading>;
};
const run = promisify(execFile);
/** With the key of a member, which only the closed space has use for. */
const identity = /^AGE-SECRET-KEY-1\w+$/m.exec(readFileSync(path.join(fixtures, 'closed.key'), 'utf8'))?.[0] ?? '';
const read = async (folder: string): Promise<Reading> =>
  JSON.parse((await run(process.execPath, [reader, folder, identity], { maxBuffer: 16_777_216 })).stdout) as Reading;

/** One whole file of each class that a fixture has: `log.pack`, say. */
const oneOfEachClass = (name: string): Map<string, string> =>
  new Map(
    readdirSync(path.join(fixtures, name), { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => statSync(path.join(fixtures, name, file)).isFile() && /^[a-z0-9./-]+$/.test(file))
      // What opens nothing says so by what stays closed.
      .filter(
        (file) =>
          !file.endsWith('.tmp') && !file.startsWith('keys/') && expected.spaces[name]?.refused[file] === undefined,
      )
      .map((file) => [`${file.split('/')[0] ?? ''}${path.extname(file)}`, file]),
  );

describe('the independent reader', () => {
  const linesOf = (file: string): string[] => readFileSync(file, 'utf8').trimEnd().split('\n');
  const unsealer = path.join(path.dirname(reader), 'open-sealed.mjs');
  const lines = [...linesOf(reader), ...linesOf(unsealer)];

  test('is at most 100 lines of at most 120 characters, and half as much again for closed spaces', () => {
    expect(linesOf(reader).length).toBeLessThanOrEqual(100);
    expect(linesOf(unsealer).length).toBeLessThanOrEqual(50);
    expect(lines.filter((line) => line.length > 120)).toEqual([]);
  });

  test('uses nothing of the project', () => {
    const text = lines.join('\n');
    const imported = [...text.matchAll(/^import .* from '(.*)';$/gm)].map((match) => match[1] ?? '');
    const others = new Set(['canonicalize', 'age-encryption', './open-sealed.mjs']);
    expect(imported.filter((name) => !others.has(name) && !name.startsWith('node:'))).toEqual([]);
    expect(imported).toHaveLength(text.match(/\b(import|require)\b/g)?.length ?? 0);
  });

  test.each(Object.keys(expected.spaces))('reads the fixture %s as the product does', async (name) => {
    expect(await read(path.join(fixtures, name))).toEqual(expected.spaces[name]);
  });
});

describe('the independent reader reports a file in which one byte is not what it was', () => {
  let scratch = '';
  beforeAll(() => {
    scratch = mkdtempSync(path.join(tmpdir(), 'independent-reader-'));
    cpSync(fixtures, scratch, { recursive: true });
  });
  afterAll(() => {
    rmSync(scratch, { recursive: true, force: true });
  });

  /** What is refused of the space when one byte of the file is changed, for a while. */
  const refusedWithChange = async (name: string, file: string, at: number): Promise<string[]> => {
    const changed = path.join(scratch, name, file);
    const bytes = readFileSync(changed);
    const other = Buffer.from(bytes);
    other.writeUInt8(other.readUInt8(at) ^ 1, at);
    writeFileSync(changed, other);
    const reading = await read(path.join(scratch, name));
    writeFileSync(changed, bytes);
    return Object.keys(reading.refused);
  };

  test('there is a file of each class', () => {
    const classes = ['blobs', 'heads.json', 'log.list', 'log.pack', 'raakvlak.json.json'];
    expect([...oneOfEachClass('open').keys()].sort()).toEqual(classes);
  });

  test.each(
    Object.keys(expected.spaces).flatMap((name) => [...oneOfEachClass(name).values()].map((file) => [name, file])),
  )(
    '%s/%s',
    async (name = '', file = '') => {
      const { size } = statSync(path.join(fixtures, name, file));
      expect(await refusedWithChange(name, file, Math.floor(size / 2))).toContain(file);
    },
    30_000,
  );

  test('wherever in a head or a marker it is', async () => {
    for (const file of ['raakvlak.json', 'heads/f460d37e134fff38ab43be5ce1b6bba7.json']) {
      const bytes = readFileSync(path.join(fixtures, 'open', file));
      const places = [0, 12, bytes.indexOf('"sig"') + 1, bytes.lastIndexOf('"') - 1, bytes.lastIndexOf('}')];
      for (const at of places) expect(await refusedWithChange('open', file, at), `${file} at ${at}`).toContain(file);
    }
  }, 60_000);

  /** Why a pack is refused that was written anew, with other lines and a name that fits its bytes. */
  const reasonWithLines = async (change: (lines: string[]) => string[]): Promise<string | undefined> => {
    const folder = 'log/f460d37e134fff38ab43be5ce1b6bba7';
    const pack = readdirSync(path.join(fixtures, 'open', folder)).find((file) => file.startsWith('1-')) ?? '';
    const lines = gunzipSync(readFileSync(path.join(fixtures, 'open', folder, pack)))
      .toString()
      .split('\n');
    const bytes = gzipSync(change(lines).join('\n'));
    const file = `${folder}/1-${createHash('sha256').update(bytes).digest('hex')}.pack`;
    writeFileSync(path.join(scratch, 'open', file), bytes);
    const { refused } = await read(path.join(scratch, 'open'));
    rmSync(path.join(scratch, 'open', file));
    return refused[file];
  };

  test('also when the pack is written anew around it: hashes, chain and signatures are each looked at', async () => {
    const inLine = (at: number, from: string | RegExp, to: string) => (lines: string[]) =>
      lines.map((line, index) => (index === at ? line.replace(from, to) : line));
    expect(await reasonWithLines((lines) => lines)).toBeUndefined();
    expect(await reasonWithLines(inLine(1, 'Bram', 'Bert'))).toBe('damaged'); // the body's hash
    expect(await reasonWithLines(inLine(1, 'T09:02', 'T09:03'))).toBe('bad-signature'); // the header
    expect(await reasonWithLines(inLine(1, /"id":"../, '"id":"00'))).toBe('damaged'); // the revision's id
    expect(await reasonWithLines((lines) => lines.filter((_, index) => index !== 3))).toBe('damaged'); // the chain
    expect(await reasonWithLines((lines) => lines.slice(0, -2))).toBeUndefined(); // still whole, though shorter
  }, 60_000);
});
