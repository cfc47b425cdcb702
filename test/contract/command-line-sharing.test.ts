import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person, type Person } from '../support/command-line';

let base: string;
let shared: string;
let anna: Person;
let bram: Person;
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'raakvlak-sharing-'));
  shared = join(base, 'gedeelde map');
  anna = person(base, 'Anna');
  bram = person(base, 'Bram');
  // Builds what reads documents, and shows that the program runs as one of its own.
  expect((await anna.runApart('state')).code).toBe(0);
}, 180_000);
afterAll(() => rmSync(base, { recursive: true, force: true }));

interface Status {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly state: string;
  readonly place: string | null;
  readonly conflicts: number;
}
interface Shown {
  readonly state: {
    readonly id: string;
    readonly fields: Record<string, unknown>;
    readonly sets: Record<string, unknown[]>;
    readonly deleted: boolean;
  };
}
interface State {
  readonly kind: string;
  readonly hash: string;
  readonly items: number;
}
interface Conflict {
  readonly item: string;
  readonly fields: readonly { readonly field: string; readonly versions: readonly { value: unknown; who: string }[] }[];
}

const space = 'Regio Noord';

async function add(who: Person, title: string, ...more: string[]): Promise<string> {
  return (await who.json<Shown>('add', 'study', '--set', `title=${title}`, '--space', space, ...more)).state.id;
}

/** The first brings and takes, the second takes and brings, the first takes. */
async function inStep(first: Person, second: Person): Promise<void> {
  for (const who of [first, second, first]) await who.json('sync', '--once');
}

async function hashOf(who: Person): Promise<readonly string[]> {
  return (await who.json<State[]>('state')).filter(({ kind }) => kind !== 'private').map(({ hash }) => hash);
}

describe('two people over one plain folder, by the command line', () => {
  it('make and open a space', async () => {
    const made = await anna.json<Status>('space', 'create', space, '--at', shared);
    expect(made).toMatchObject({ name: space, kind: 'open', state: 'idle', place: shared });
    const id = await add(
      anna,
      'Overstap vmbo-mbo',
      '--set',
      'year=2024',
      '--set',
      'tags=overstap',
      '--set',
      'tags=mbo',
    );
    await anna.json('sync');
    expect(await bram.json<Status>('space', 'open', shared)).toMatchObject({ id: made.id, name: space });
    const { state } = await bram.json<Shown>('show', id);
    expect(state.fields).toMatchObject({ title: 'Overstap vmbo-mbo', year: 2024 });
    expect(state.sets['tags']).toEqual(['mbo', 'overstap']);
    await inStep(anna, bram);
    expect(await hashOf(bram)).toEqual(await hashOf(anna));
    const statuses = await bram.json<Status[]>('space', 'list');
    expect(statuses.map(({ name }) => name)).toContain(space);
  }, 60_000);

  it('keep both versions of what both changed, and agree on the choice', async () => {
    const id = await add(anna, 'Begin');
    await inStep(anna, bram);
    await anna.json('edit', id, '--set', 'title=Van Anna', '--set', 'abstract=Samen');
    await bram.json('edit', id, '--set', 'title=Van Bram', '--set', 'method=Vragenlijst');
    await inStep(anna, bram);
    for (const who of [anna, bram]) {
      const [conflict] = await who.json<Conflict[]>('conflicts');
      expect(conflict).toMatchObject({ item: id, fields: [{ field: 'title' }] });
      expect(conflict?.fields[0]?.versions.map((version) => [version.who, version.value]).sort()).toEqual([
        ['Anna', 'Van Anna'],
        ['Bram', 'Van Bram'],
      ]);
    }
    const versions = (await bram.json<Conflict[]>('conflicts'))[0]?.fields[0]?.versions ?? [];
    const take = versions.findIndex(({ who }) => who === 'Anna') + 1;
    await bram.json('resolve', id, 'title', '--take', String(take));
    await inStep(bram, anna);
    const { state } = await anna.json<Shown>('show', id);
    expect(state.fields).toMatchObject({ title: 'Van Anna', abstract: 'Samen', method: 'Vragenlijst' });
    expect(await anna.json('conflicts')).toEqual([]);
    expect(await hashOf(anna)).toEqual(await hashOf(bram));
  }, 120_000);

  it('publish a file with its record, bin it, and hold the same', async () => {
    const path = join(base, 'notitie.md');
    writeFileSync(path, '# Verzuim\n\nEen kort stuk over verzuim en overstap.');
    const { imported } = await anna.json<{ imported: { id: string }[] }>('import', path);
    const [published] = await anna.json<{ to: string }[]>('publish-to', space, imported[0]?.id ?? '');
    const id = published?.to ?? '';
    await inStep(anna, bram);
    expect((await bram.json<{ pages: string[] }>('text', id)).pages.join('')).toContain('kort stuk');
    const hits = await bram.json<{ id: string }[]>('search', 'verzuim');
    expect(hits.map((hit) => hit.id)).toEqual([id]);
    await bram.json('bin', id);
    await inStep(bram, anna);
    expect((await anna.json<Shown>('show', id)).state.deleted).toBe(true);
    expect(await hashOf(anna)).toEqual(await hashOf(bram));
  }, 120_000);

  it('find back what one of them lost, from the shared folder and the other way round', async () => {
    const [id = ''] = readdirSync(join(bram.library, 'spaces')).filter((name) =>
      readFileSync(join(bram.library, 'spaces', name, 'raakvlak.json'), 'utf8').includes(space),
    );
    const blobs = (folder: string): string[] =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
    const mine = blobs(join(bram.library, 'spaces', id, 'blobs'));
    expect(mine).toHaveLength(1);
    rmSync(mine[0] as string);
    const report = await bram.json<{ mended: number; missing: unknown[] }>('verify');
    expect(report).toMatchObject({ missing: [], problems: [] });
    expect(report.mended).toBeGreaterThan(0);
    expect(existsSync(mine[0] as string)).toBe(true);
    const there = blobs(join(shared, 'blobs'));
    rmSync(there[0] as string);
    await anna.json('verify');
    expect(blobs(join(shared, 'blobs'))).toEqual(there);
  }, 120_000);

  it('hand a bundle to somebody without any folder, twice', async () => {
    const carla = person(base, 'Carla');
    const path = join(base, 'stick.raakvlak');
    await anna.json('bundle', 'make', space, path, '--all');
    expect(await carla.json('bundle', 'open', path)).toMatchObject({ name: space, refused: [] });
    expect(await hashOf(carla)).toEqual(await hashOf(anna));
    expect(await carla.json('bundle', 'open', path)).toMatchObject({ changes: 0, files: 0 });
  }, 60_000);

  it('see each other work while one watches', async () => {
    const watching = bram.start('sync', '--watch', '--json');
    const lines: string[] = [];
    const seen = new Promise<void>((resolve) => {
      watching.stdout?.on('data', (chunk: Buffer) => {
        lines.push(chunk.toString());
        if (lines.join('').includes('"state":"idle"')) resolve();
      });
    });
    await seen;
    const id = await add(anna, 'Terwijl Bram kijkt');
    await anna.json('sync');
    const log = join(bram.library, 'device', 'sync-log.jsonl');
    const rounds = (): number => (existsSync(log) ? readFileSync(log, 'utf8').split('"round"').length : 0);
    const before = rounds();
    await anna.json('edit', id, '--set', 'title=Gezien');
    await anna.json('sync');
    await expect.poll(rounds, { timeout: 20_000 }).toBeGreaterThan(before);
    expect((await bram.run('list')).err).toContain('al open');
    watching.kill('SIGINT');
    expect(await new Promise((resolve) => watching.once('exit', resolve))).toBe(0);
    expect((await bram.json<Shown>('show', id)).state.fields['title']).toBe('Gezien');
    await inStep(anna, bram);
    expect(await hashOf(bram)).toEqual(await hashOf(anna));
  }, 120_000);

  it('move the folder, and leave', async () => {
    const elsewhere = join(base, 'andere map');
    expect(await anna.json('space', 'move', space, elsewhere)).toMatchObject({ place: elsewhere, state: 'idle' });
    await bram.json('space', 'move', space, elsewhere);
    await add(bram, 'Op de nieuwe plek');
    await inStep(bram, anna);
    expect(await hashOf(bram)).toEqual(await hashOf(anna));
    const left = await bram.json<{ left: string }>('space', 'leave', space);
    expect((await bram.json<Status[]>('space', 'list')).map(({ id }) => id)).not.toContain(left.left);
    expect(readdirSync(join(elsewhere, 'heads')).length).toBeGreaterThanOrEqual(2);
  }, 120_000);

  it('make a snapshot, prove it, and restore it', async () => {
    const made = await anna.json<{ name: string }>('backup', 'make');
    expect(await anna.json('backup', 'list')).toMatchObject([{ name: made.name, damaged: 0 }]);
    expect(await anna.json('backup', 'prove')).toMatchObject({ sound: true, problems: [] });
    const restored = person(base, 'Terug');
    await anna.json('backup', 'restore', restored.library);
    expect(await hashOf(restored)).toEqual(await hashOf(anna));
  }, 60_000);

  it.each([
    [['space', 'fly']],
    [['space', 'create']],
    [['sync', '--once', '--watch']],
    [['resolve', 'x', 'title']],
    [['list', '--at', 'x']],
    [['add', 'study']],
  ])('refuses %j with exit code 2', async (args) => {
    expect((await anna.run(...args)).code).toBe(2);
  });

  it.each([
    [['space', 'open', '/nergens/te/vinden'], 'remote-missing-folder'],
    [['space', 'leave', 'Onbekend'], 'space-not-found'],
    [['show', '00000000000000000000000000'], 'item-not-found'],
    [['space', 'create', 'Op http', '--at', 'http://203.0.113.1/map', '--user', 'anna'], 'remote-insecure'],
  ])('says what is wrong with %j, and exits with 1', async (args, code) => {
    const ran = await person(base, 'Anna', { env: { RAAKVLAK_PASSWORD: 'geheim' } }).run(...args, '--json');
    expect(JSON.parse(ran.out)).toMatchObject({ error: { code } });
    expect(ran.code).toBe(1);
  });
});
