import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docxOfText } from '../bench/docx-file';
import { pdfOfText } from '../bench/pdf-file';

const project = resolve(__dirname, '../..');
const samples = join(project, 'resources/sample/files');
const seeds = resolve(project, '../shared/seeds');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'raakvlak-cli-'));
  await raakvlak('--help');
}, 180_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command as a person types it from a clone. */
function raakvlak(...args: string[]): Promise<Ran> {
  const env = { ...process.env, RAAKVLAK_CONFIG: join(folder, 'config') };
  return new Promise((done) => {
    execFile(
      process.execPath,
      [join(project, 'scripts/raakvlak.mjs'), ...args],
      { env, maxBuffer: 1e8 },
      (error, out, err) => done({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

async function json<T>(...args: string[]): Promise<T> {
  return JSON.parse((await raakvlak(...args, '--json')).out) as T;
}

interface Report {
  readonly imported: { id: string; path: string; title: string }[];
  readonly known: { id: string; path: string; title: string }[];
  readonly failed: { path: string; code: string; message: string }[];
}
type Hits = {
  id: string;
  type: string;
  title: string;
  page: number | null;
  snippet: string | null;
  score: number | null;
}[];

describe('the command line', () => {
  it('imports good files beside a broken one, names it, and exits with 1', async () => {
    const incoming = join(folder, 'incoming');
    await cp(samples, incoming, { recursive: true });
    const pdf = await readFile(join(samples, 'thuis-is-geen-lokaal.pdf'));
    await writeFile(join(incoming, 'half.pdf'), pdf.subarray(0, pdf.length / 2));
    const ran = await raakvlak('import', incoming, '--library', join(folder, 'library'), '--json');
    const report = JSON.parse(ran.out) as Report;
    expect(report.imported).toHaveLength((await readdir(samples)).length);
    expect(report.failed).toMatchObject([{ code: 'pdf-truncated', path: join(incoming, 'half.pdf') }]);
    expect(report.failed[0]?.message).toContain('half.pdf');
    expect(ran.code).toBe(1);
  });

  it('knows bytes that are there already, and exits with 0', async () => {
    const report = await json<Report>(
      'import',
      join(samples, 'infokaart-verzuim.md'),
      '--library',
      join(folder, 'library'),
    );
    expect(report).toMatchObject({ imported: [], failed: [], known: [{ title: 'Infokaart verzuim voor docenten' }] });
  });

  it('finds text with its page, best first, and no more than asked', async () => {
    const hits = await json<Hits>('search', '"112 professionals"', '--library', join(folder, 'library'));
    expect(hits[0]).toMatchObject({ type: 'document', page: 3 });
    expect(hits[0]?.snippet).toContain('112 professionals');
    const many = await json<Hits>('search', 'school', '--limit', '3', '--library', join(folder, 'library'));
    expect(many).toHaveLength(3);
    expect(many.map(({ score }) => score ?? 0)).toEqual([...many.map(({ score }) => score ?? 0)].sort((a, b) => b - a));
  });

  it('reads a table with a column named by hand, names what does not fit, and writes items for other programs', async () => {
    const library = ['--library', join(folder, 'table')];
    const path = join(folder, 'projecten.csv');
    await writeFile(path, 'Naam;Wanneer\nEen;2021-2024\nTwee;ooit\n');
    const ran = await raakvlak('import-table', path, '--map', 'Wanneer=period', ...library, '--json');
    expect(ran.code).toBe(1);
    const report = JSON.parse(ran.out) as Report;
    expect(report.imported).toMatchObject([{ title: 'Een' }]);
    expect(report.failed).toMatchObject([{ code: 'cell-invalid', params: { row: 3, column: 'Wanneer' } }]);
    const out = join(folder, 'uit.csv');
    expect((await raakvlak('export', out, '--format', 'csv', ...library)).code).toBe(0);
    expect(await readFile(out, 'utf8')).toContain('Een;2021-2024');
    expect((await raakvlak('export', out, '--format', 'pdf', ...library)).code).toBe(2);
    expect((await raakvlak('import-table', path, '--map', 'Bestaatniet=period', ...library)).code).toBe(1);
  });

  it('lists, shows, prints text, exports, verifies and rebuilds', async () => {
    const library = ['--library', join(folder, 'library')];
    const [first] = await json<Hits>('list', ...library);
    const shown = await json<{ state: { fields: { title: string } } }>('show', first?.id ?? '', ...library);
    expect(shown.state.fields.title).toBe(first?.title);
    expect(
      (await json<{ pages: string[] }>('text', first?.id ?? '', ...library)).pages.join('').length,
    ).toBeGreaterThan(100);
    expect((await raakvlak('export', join(folder, 'all.json'), ...library)).code).toBe(0);
    const exported = JSON.parse(await readFile(join(folder, 'all.json'), 'utf8')) as {
      items: unknown[];
      revisions: unknown[];
    };
    expect(exported.items).toHaveLength((await readdir(samples)).length);
    expect(exported.revisions.length).toBeGreaterThanOrEqual(exported.items.length);
    expect(await json('verify', ...library)).toMatchObject({ problems: [] });
    expect((await raakvlak('rebuild', ...library)).code).toBe(0);
    expect(await json<Hits>('search', '"112 professionals"', ...library)).toHaveLength(1);
  });

  it.each([[[]], [['--help']], [['import', '--help']]])('shows help for %j', async (args) => {
    const ran = await raakvlak(...args);
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.out).toContain('Usage: raakvlak');
  });

  it.each([[['fly']], [['show']], [['list', '--limit', '0']], [['search', 'x', '--nonsense']]])(
    'refuses %j with exit code 2',
    async (args) => {
      const ran = await raakvlak(...args);
      expect(ran.code).toBe(2);
      expect(ran.err).toContain('raakvlak:');
    },
  );

  it.skipIf(!existsSync(seeds))('finds in the source texts, as text, PDF and Word, what they hold', async () => {
    const library = ['--library', join(folder, 'seeds')];
    const printed = join(folder, 'printed');
    await mkdir(printed);
    const names = await readdir(seeds);
    for (const name of names) {
      const text = await readFile(join(seeds, name), 'utf8');
      await writeFile(join(printed, name.replace(/\.txt$/, '.pdf')), pdfOfText(text));
      await writeFile(join(printed, name.replace(/\.txt$/, '.docx')), docxOfText(text));
    }
    expect((await json<Report>('import', seeds, printed, ...library)).imported).toHaveLength(3 * names.length);
    expect((await json<Hits>('search', 'startkwalificatie', ...library)).length).toBeGreaterThanOrEqual(6);
    expect((await json<Hits>('search', 'thuiszitters', ...library)).length).toBeGreaterThanOrEqual(3);
    const vangnet = await json<Hits>('search', '"sluitend vangnet"', ...library);
    expect(vangnet).toHaveLength(3);
    expect(vangnet.filter(({ page }) => page === 1)).not.toHaveLength(0);
    expect((await json<Hits>('search', '"belangrijk"', ...library)).length).toBeGreaterThanOrEqual(3);
    expect((await json<Hits>('search', 'type:document jaar', ...library)).length).toBeGreaterThanOrEqual(9);
    expect(await json<Hits>('search', 'type:study jaar', ...library)).toHaveLength(0);
  });
});
