/** Erasing for good in a closed space: afterwards nothing that can be decrypted, unpacked or read anywhere holds a byte of it, and every chain still verifies. */
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openLibrary } from '../../electron/library/library';
import type { Service } from '../../electron/service/open-service';
import type { CallInput } from '../../shared/contract';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import type { GrantableRole } from '../../shared/access/role';
import { builtFolderWith } from '../support/document-worker';
import { filesIn, temporaryFolder, testClock } from '../support/library-folders';
import { must } from '../support/must';
import { openTestService } from '../support/service-folders';
import { allKeysIn, freePagesOf, whereTextsAre } from '../support/space-secrets';
import { exchange } from '../support/shared-pair';

const names = ['Anna', 'Bram', 'Carla'] as const;
type Name = (typeof names)[number];

/** Words that occur nowhere else: of a text, of the title and the file of a document, in a file, and in a remark by somebody else. */
const secrets = {
  text: 'zwanenhalskraagje',
  older: 'paardenbloempluis',
  title: 'Kanteldeurscharnier',
  fileName: 'boterhamtrommel-plan.txt',
  file: 'regenpijpafdekkap',
  remark: 'tulpenbollenveldje',
} as const;

const builtFolder = builtFolderWith('electron/service/extract-worker.ts');

interface Team {
  readonly base: string;
  readonly space: SpaceId;
  readonly clock: ReturnType<typeof testClock>;
  readonly services: Readonly<Record<Name, Service>>;
  readonly all: readonly Service[];
}

const change = (id: ItemId, set: Record<string, unknown>): CallInput<'items.change'> =>
  ({ id, change: { set }, label: 'change' }) as CallInput<'items.change'>;

async function team(): Promise<Team> {
  const base = temporaryFolder();
  const clock = testClock();
  const opened = await Promise.all(
    names.map((name) => openTestService(base, name, { clock, builtFolder: builtFolder() })),
  );
  const [anna, bram, carla] = opened.map(({ service }) => service) as [Service, Service, Service];
  const place = { kind: 'folder' as const, path: join(base, 'gedeeld') };
  const { id: space } = await anna.call('spaces.create', { name: 'Besloten', place, closed: true, owner: 'Noord' });
  const all = [anna, bram, carla];
  await anna.call('sync.now', { id: null });
  for (const [service, role] of [
    [bram, 'edit'],
    [carla, 'annotate'],
  ] as const) {
    await service.call('spaces.open', { place });
    await exchange(service);
    await service.call('access.ask', { id: space, role, reason: 'graag' });
    await exchange(service, anna);
    await letIn(anna, space, role);
  }
  await exchange(...all);
  return { base, space, clock, services: { Anna: anna, Bram: bram, Carla: carla }, all };
}

async function letIn(by: Service, space: SpaceId, role: GrantableRole): Promise<void> {
  const [request] = await by.call('access.requests', { id: space });
  await by.call('access.grant', { id: space, device: must(request).device, role, until: null, reason: '' });
}

/** A new key of the space: somebody goes and comes back, and what was written lies under two keys from then on. */
async function nextEpoch({ services: { Anna: anna }, space, all }: Team): Promise<void> {
  const carla = must((await anna.call('access.members', { id: space })).find(({ name }) => name === 'Carla'));
  for (const role of ['none', 'annotate'] as const)
    await anna.call('access.change', { id: space, member: carla.id, role, until: null, reason: '' });
  await exchange(...all);
}

interface Made {
  readonly draft: ItemId;
  readonly document: ItemId;
  /** From which the document was published, in the private space of its author. */
  readonly original: ItemId;
  readonly remark: ItemId;
}

async function written(working: Team): Promise<Made> {
  const { space, services, all, base } = working;
  const long = (word: string): string => `Over ${word} en verder. `.repeat(400);
  const made = await services.Anna.call('items.create', {
    ...{ type: 'draft', space, change: { set: { title: 'Concept', body: long(secrets.older) } } },
  });
  const path = join(base, secrets.fileName);
  writeFileSync(path, `Hier staat ${secrets.file}.\n`.repeat(500));
  const { imported } = await services.Bram.call('import.paths', { job: 'import', paths: [path] });
  rmSync(path);
  const original = must(imported[0]).id;
  const published = await services.Bram.call('spaces.publish', { ids: [original], space, move: true });
  const document = must(published[0]).to;
  await exchange(...all);
  await nextEpoch(working);
  await services.Bram.call('items.change', change(made.state.id, { body: long(secrets.text) }));
  await services.Bram.call('items.change', change(document, { title: secrets.title }));
  await exchange(...all);
  const anchor = { hash: null, page: null, quote: null, position: null, rects: [] };
  const remark = await services.Carla.call('annotations.create', {
    ...{ item: made.state.id, space, kind: 'page', colour: 'yellow', comment: `Zie ${secrets.remark}.`, anchor },
  });
  await exchange(...all);
  return { draft: made.state.id, document, original, remark: remark.id };
}

/** Everything that this program makes beside the replicas: texts of files, snapshots, working copies, and what went wrong on the way. */
async function usedDaily({ base, space, clock, services, all }: Team, { document }: Made): Promise<void> {
  for (const service of all) {
    await service.call('files.fetch', { id: document });
    await service.settled();
    await service.openCopy(document);
    await service.call('backup.make', undefined);
  }
  clock.forward(10);
  // Packs of another that a disk spoiled: what is left of them was moved aside.
  const replica = join(base, 'Carla/library/spaces', space);
  const { id: author } = must((await services.Anna.call('access.members', { id: space })).find(({ self }) => self));
  const aside = join(base, 'Carla/library/set-aside/spaces', space, 'log', author);
  mkdirSync(aside, { recursive: true });
  for (const name of filesIn(join(replica, 'log', author)))
    copyFileSync(join(replica, 'log', author, name), join(aside, name));
  // A file of which the first part had come.
  const { file } = await services.Carla.call('items.get', { id: document });
  const partial = join(replica, 'partial', `blobs-${must(file).hash.slice(0, 2)}-${must(file).hash}`);
  mkdirSync(dirname(partial), { recursive: true });
  writeFileSync(partial, secrets.file);
}

async function erase(service: Service, ids: readonly ItemId[]): Promise<void> {
  await service.call('items.bin', { ids: [...ids] });
  await service.call('items.erase', { ids: [...ids] });
}

const places = ['gedeeld', 'set-aside', 'snapshots', 'werkkopieën', 'partial', 'index.sqlite', 'spaces'];
const placesOf = (found: readonly string[], secret: string): readonly string[] => [
  ...new Set(
    found
      .filter((line) => line.startsWith(`${secret} in `))
      .map((line) => line.slice(secret.length + 4))
      .map((path) => places.find((place) => path.includes(place)) ?? path),
  ),
];

test(
  'an author erases a file, a coordinator another’s texts: nothing here or in the folder holds a byte of them',
  { timeout: 120_000 },
  async () => {
    const working = await team();
    const made = await written(working);
    await usedDaily(working, made);
    const { base, clock, services, all } = working;
    const texts = Object.values(secrets);

    // The look for them finds all of them first, wherever they can be.
    const before = whereTextsAre(base, texts, allKeysIn(base));
    expect([...placesOf(before, secrets.file)].sort()).toEqual(
      ['gedeeld', 'index.sqlite', 'partial', 'snapshots', 'spaces', 'werkkopieën'].sort(),
    );
    for (const secret of [secrets.text, secrets.older, secrets.remark])
      expect(placesOf(before, secret)).toEqual(
        expect.arrayContaining(['gedeeld', 'index.sqlite', 'snapshots', 'spaces']),
      );
    expect(before.some((line) => line.includes('set-aside'))).toBe(true);
    expect(placesOf(before, secrets.fileName)).toContain('werkkopieën');

    // Its author the document, its private original too; the coordinator a text of both and the remark of somebody else.
    await erase(services.Bram, [made.document]);
    await erase(services.Bram, [made.original]);
    await exchange(...all);
    clock.forward(10);
    await erase(services.Anna, [made.remark]);
    await erase(services.Anna, [made.draft]);
    await exchange(...all);
    clock.forward(10);
    await exchange(...all);
    for (const service of all) {
      expect(await service.call('library.verify', undefined)).toMatchObject({ problems: [], missing: [] });
      await service.close();
    }
    const keys = allKeysIn(base);
    expect(keys.length).toBeGreaterThanOrEqual(5);
    expect(whereTextsAre(base, texts, keys)).toEqual([]);
    for (const name of names) {
      expect(freePagesOf(join(base, name, 'library/index.sqlite'))).toBe(0);
      await reads(working, name, made);
    }
  },
);

/** All three said that they did it; and what a new index makes of the logs is that it is gone. */
async function reads({ base, space, clock }: Team, name: Name, made: Made): Promise<void> {
  rmSync(join(base, name, 'library/index.sqlite'));
  const library = await openLibrary({
    ...{ folder: join(base, name, 'library'), witnessFolder: join(base, name, 'config'), clock },
    random: (sizeBytes) => randomBytes(sizeBytes),
  });
  onTestFinished(() => library.close());
  const erasures = library.erasures().filter((erasure) => erasure.space === space);
  expect(erasures.map(({ confirmedBy }) => confirmedBy.length)).toEqual([3, 3, 3]);
  expect([made.draft, made.document, made.remark].map((id) => library.get(id))).toEqual([null, null, null]);
  expect(library.history(made.draft).every(({ erased }) => erased)).toBe(true);
  expect((await library.verify()).problems).toEqual([]);
  await library.close();
}
