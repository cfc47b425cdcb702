import { randomBytes } from 'node:crypto';
import { mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openService, type Service } from '../../electron/service/open-service';
import { builtFolderWith } from '../support/document-worker';
import { temporaryFolder, testClock } from '../support/library-folders';

const builtFolder = builtFolderWith('electron/service/extract-worker.ts');

async function openedIn(base: string, clock: () => Date = testClock()): Promise<Service> {
  const service = await openService({
    folder: join(base, 'library'),
    configFolder: join(base, 'config'),
    resources: 'resources',
    builtFolder: builtFolder(),
    clock,
    random: (sizeBytes) => randomBytes(sizeBytes),
    emit: () => undefined,
  });
  onTestFinished(() => service.close());
  return service;
}

/** Notes `0` to `count` - 1 in a folder; the same number is the same text. */
function writeNotes(folder: string, texts: readonly number[]): string {
  mkdirSync(folder, { recursive: true });
  texts.forEach((text, at) =>
    writeFileSync(
      join(folder, `${String(at).padStart(4, '0')}.md`),
      `# Notitie ${text}\n\nOver overstap nummer${text}.`,
    ),
  );
  return folder;
}

describe('importing more files than go to the disk at once', () => {
  it('keeps every file once, also when a later batch repeats one of an earlier that is still being stored', async () => {
    const base = temporaryFolder();
    const service = await openedIn(base);
    const texts = Array.from({ length: 900 }, (_, at) => (at % 150 === 149 ? 7 : at));
    const report = await service.call('import.paths', {
      job: 'test',
      paths: [writeNotes(join(base, 'notes'), texts)],
    });
    expect(report.failed).toEqual([]);
    expect(report.imported).toHaveLength(894);
    expect(report.known).toHaveLength(6);
    expect(new Set(report.known.map(({ title }) => title))).toEqual(new Set(['Notitie 7']));
  });

  it('makes each searchable by its own words, and undoes all of them at once', async () => {
    const base = temporaryFolder();
    const service = await openedIn(base);
    const texts = Array.from({ length: 450 }, (_, at) => at);
    await service.call('import.paths', { job: 'test', paths: [writeNotes(join(base, 'notes'), texts)] });
    for (const text of [0, 199, 200, 399, 400, 449])
      expect(await titlesFor(service, `nummer${text} `)).toEqual([`Notitie ${text}`]);
    await service.call('edits.undo', undefined);
    expect((await service.call('items.counts', undefined)).all).toBe(0);
  });
});

async function titlesFor(service: Service, text: string): Promise<string[]> {
  const { rows } = await service.call('items.query', {
    mode: 'full',
    query: {
      text,
      filters: {},
      group: null,
      collection: null,
      view: 'all',
      sort: 'relevance',
      descending: true,
      offset: 0,
      limit: 20,
    },
  });
  return rows.map(({ title }) => title);
}

describe('importing a folder that was imported before', () => {
  const inAnHour = (): Date => new Date(Date.now() + 3_600_000);

  it('recognises every file, and takes in the one that changed though its size and time did not', async () => {
    const base = temporaryFolder();
    const service = await openedIn(base, inAnHour);
    const folder = writeNotes(join(base, 'notes'), [1, 2, 3]);
    const again = (): ReturnType<typeof service.call<'import.paths'>> =>
      service.call('import.paths', { job: 'test', paths: [folder] });
    const first = await again();
    const second = await again();
    expect(second.imported).toEqual([]);
    expect(second.known).toEqual(first.imported);

    const path = join(folder, '0001.md');
    const { atime, mtime } = statSync(path);
    writeFileSync(path, '# Notitie 9\n\nOver overstap nummer9.');
    utimesSync(path, atime, mtime);
    const third = await again();
    expect(third.imported.map(({ title }) => title)).toEqual(['Notitie 9']);
    expect(third.known.map(({ title }) => title)).toEqual(['Notitie 1', 'Notitie 3']);
  });

  it('takes a file in again after its item went to the bin', async () => {
    const base = temporaryFolder();
    const service = await openedIn(base, inAnHour);
    const folder = writeNotes(join(base, 'notes'), [1, 2]);
    const { imported } = await service.call('import.paths', { job: 'test', paths: [folder] });
    await service.call('items.bin', { ids: [imported[0]?.id as never] });
    const again = await service.call('import.paths', { job: 'test', paths: [folder] });
    expect(again.imported.map(({ title }) => title)).toEqual(['Notitie 1']);
    expect(again.known.map(({ title }) => title)).toEqual(['Notitie 2']);
  });
});
