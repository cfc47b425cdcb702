import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { GuardReport } from '../../shared/model/guard';
import { person, type Person } from '../support/command-line';
import { guardFiles } from '../support/guard-files';

let base: string;
let anna: Person;
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'raakvlak-guard-'));
  anna = person(base, 'Anna');
  await anna.run('--help');
}, 180_000);
afterAll(() => rmSync(base, { recursive: true, force: true }));

type Stopped = GuardReport & { readonly error: { readonly code: string } };

/** What a command says that ends with code 1. */
async function refused(...args: string[]): Promise<Stopped> {
  const { code, out, err } = await anna.run(...args, '--json');
  expect([code, err]).toEqual([1, '']);
  return JSON.parse(out) as Stopped;
}

it('refuses to publish and to bundle what holds a BSN, says where it stands, and goes on when it is told why', async () => {
  await anna.json('space', 'create', 'Regio Noord');
  const added = await anna.json<{ state: { id: string } }>(
    ...['add', 'study', '--set', 'title=Een studie', '--set', 'abstract=Het BSN van de student is 999990019.'],
  );
  const { id } = added.state;
  const stopped = await refused('publish-to', 'Regio Noord', id);
  expect(stopped).toMatchObject({ error: { code: 'guard-stopped' }, stops: 1 });
  expect(stopped.documents).toMatchObject([
    { item: id, hits: [{ kind: 'bsn', field: 'abstract', match: '999990019' }] },
  ]);
  expect(await anna.json('publish-to', 'Regio Noord', id, '--despite', 'een testnummer')).toHaveLength(1);

  const bundle = join(base, 'pakket.zip');
  expect(await refused('bundle', 'make', 'Regio Noord', bundle, '--all')).toMatchObject({ stops: 1 });
  expect(existsSync(bundle)).toBe(false);
  await anna.json('bundle', 'make', 'Regio Noord', bundle, '--all', '--despite', 'een testnummer');
  expect(existsSync(bundle)).toBe(true);
}, 60_000);

it('checks files and the library; findings end with code 1', async () => {
  const files = guardFiles();
  const paths = files.map(({ name }) => join(base, name));
  files.forEach(({ bytes }, at) => writeFileSync(paths[at] ?? '', bytes));
  const { code, out } = await anna.run('guard', ...paths, '--json');
  const { documents, checked, final } = JSON.parse(out) as GuardReport;
  expect([code, checked, final]).toEqual([1, 30, true]);
  const stopped = documents.filter(({ stops }) => stops > 0).map(({ title }) => title);
  expect(stopped.sort()).toEqual(paths.filter((_, at) => (files[at]?.expected.length ?? 0) > 0).sort());
  expect((await anna.run('guard', join(base, 'beleid.docx'))).code).toBe(0);
  expect((await refused('guard')).checked).toBeGreaterThan(0);
}, 60_000);
