import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../shared/base/errors';
import type { SpaceId } from '../../shared/base/ids';
import type { RecoverySheet } from '../../shared/model/recovery';
import type { Place } from '../../shared/model/sync';
import { openKeyLock } from '../../electron/access/key-lock';
import type { Service } from '../../electron/service/open-service';
import { person } from '../support/command-line';
import { inMemory, temporaryFolder, testClock } from '../support/library-folders';
import { must } from '../support/must';
import { titles, visit, type Desk } from '../support/sharing-desk';

const clock = testClock();

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
const write = (service: Service, space: SpaceId, title: string): Promise<unknown> =>
  service.call('items.create', { type: 'draft', space, change: { set: { title } } });
const lines = async (service: Service, id: SpaceId): Promise<unknown> =>
  (await service.call('access.members', { id })).map(({ name, role, devices }) => [name, role, devices.length]);

/** A space of Anna's own, one in which a coordinator let her in, an open one, and what is in them. */
async function twoPeople() {
  const folder = temporaryFolder(inMemory);
  const anna = { base: join(folder, 'laptop'), name: 'Anna Verzonnen', clock };
  const bram = { base: join(folder, 'bram'), name: 'Bram Bedacht', clock };
  for (const { base } of [anna, bram]) mkdirSync(base);
  const place = (name: string): Place => ({ kind: 'folder', path: join(folder, name) });
  const [own, other, open] = [place('Eigen'), place('Besloten'), place('Open')];
  const spaces = await visit(bram, async (service) => {
    const besloten = await service.call('spaces.create', { name: 'Besloten', place: other, closed: true });
    const samen = await service.call('spaces.create', { name: 'Open', place: open });
    await write(service, besloten.id, 'Bram, besloten');
    await write(service, samen.id, 'Bram, open');
    return { other: besloten.id, open: samen.id };
  });
  const eigen = await visit(anna, async (service) => {
    for (const at of [other, open]) await service.call('spaces.open', { place: at });
    await service.call('sync.now', { id: null });
    await service.call('access.ask', { id: spaces.other, role: 'edit', reason: 'graag' });
    const made = await service.call('spaces.create', { name: 'Eigen', place: own, closed: true });
    await write(service, made.id, 'Anna, eigen');
    await write(service, spaces.open, 'Anna, open');
    await service.call('items.create', { type: 'draft', change: { set: { title: 'Alleen hier' } } });
    return made.id;
  });
  await visit(bram, async (service) => {
    const [request] = await service.call('access.requests', { id: spaces.other });
    await service.call('access.grant', {
      ...{ id: spaces.other, device: must(request).device, role: 'edit' as const, until: null, reason: '' },
    });
  });
  await visit(anna, (service) => write(service, spaces.other, 'Anna, besloten'));
  return { folder, anna, bram, places: { own, other, open }, spaces: { ...spaces, own: eigen } };
}

const all = ['Anna, besloten', 'Anna, eigen', 'Anna, open', 'Bram, besloten', 'Bram, open', 'Bram, later'];

function desk(folder: string, name: string): Desk {
  mkdirSync(join(folder, name));
  return { base: join(folder, name), name: 'Anna Verzonnen', clock };
}

async function restoreAll(
  service: Service,
  sheet: RecoverySheet,
  places: readonly Place[],
): Promise<readonly string[]> {
  const outcomes: string[] = [];
  for (const place of places)
    outcomes.push((await service.call('recovery.restore', { text: sheet.words.join(' '), place })).outcome);
  return outcomes;
}

describe('the laptop is gone and the sheet is in hand', { timeout: 60_000 }, () => {
  test('words alone bring back who somebody was in every space, with nobody there; the lost device is dropped', async () => {
    const { folder, anna, bram, places, spaces } = await twoPeople();
    const sheet = await visit(anna, async (service) => {
      expect(await service.call('recovery.status', undefined)).toMatchObject({ madeAt: null, privateItems: 1 });
      const made = await service.call('recovery.make', undefined);
      expect(made).toMatchObject({ name: 'Anna Verzonnen', leftOut: [] });
      expect(made.spaces.map(({ name, closed, words }) => [name, closed, words.length]).sort()).toEqual([
        ['Besloten', true, 8],
        ['Eigen', true, 8],
        ['Open', false, 0],
      ]);
      expect((await service.recoveryPage('nl')).html).toContain(must(made.words[0]));
      await service.call('recovery.forget', undefined);
      expect(await codeOf(service.recoveryPage('nl'))).toBe('recovery-no-sheet');
      return made;
    });
    // A later key, and what is under it, are for the sheet too.
    await visit(bram, async (service) => {
      await service.call('spaces.open', { place: places.own });
      await service.call('sync.now', { id: spaces.own });
      await service.call('access.ask', { id: spaces.own, role: 'read', reason: 'ook graag' });
      expect(await lines(service, spaces.other)).toEqual([
        ['Anna Verzonnen', 'edit', 2],
        ['Bram Bedacht', 'coordinate', 1],
      ]);
    });
    await visit(anna, async (service) => {
      const [request] = await service.call('access.requests', { id: spaces.own });
      const grant = { id: spaces.own, device: must(request).device, until: null, reason: '' };
      await service.call('access.grant', { ...grant, role: 'edit' });
    });
    await visit(bram, (service) => write(service, spaces.own, 'Bram, later'));

    renameSync(anna.base, join(folder, 'gestolen'));
    const home = desk(folder, 'nieuw');
    await visit(home, async (service) => {
      const outcomes = await restoreAll(service, sheet, [places.own, places.other, places.open]);
      expect(outcomes).toEqual(['member', 'member', 'open']);
      await service.call('sync.now', { id: null });
      expect(await titles(service)).toEqual([...all].sort());
      expect(await service.call('access.look', { id: spaces.own })).toMatchObject({ role: 'coordinate' });
      expect(await service.call('access.look', { id: spaces.other })).toMatchObject({ role: 'edit' });
      for (const [name, id] of Object.entries(spaces)) await write(service, id, `Anna terug, ${name}`);
      const devices = await service.call('recovery.devices', undefined);
      expect(devices.map(({ kind, spaces: where }) => [kind, where.length])).toEqual([
        ['this', 2],
        ['other', 2],
        ['sheet', 2],
      ]);
      const lost = must(devices.find(({ kind }) => kind === 'other'));
      await service.call('recovery.dropDevice', { device: lost.device, reason: 'laptop gestolen' });
    });
    const back = ['Anna terug, open', 'Anna terug, other', 'Anna terug, own'];
    await visit(bram, async (service) => {
      await service.call('access.members', { id: spaces.other });
      await write(service, spaces.other, 'Na de diefstal');
      expect(await titles(service)).toEqual([...all, ...back, 'Na de diefstal'].sort());
      expect(await lines(service, spaces.other)).toEqual([
        ['Anna Verzonnen', 'edit', 2],
        ['Bram Bedacht', 'coordinate', 1],
      ]);
    });

    // Whoever has the laptop writes on, and reads nothing new.
    const thief = { base: join(folder, 'gestolen'), name: 'Anna Verzonnen', clock };
    await visit(thief, async (service) => {
      expect(await titles(service)).not.toContain('Na de diefstal');
      expect(await codeOf(write(service, spaces.other, 'Van de dief'))).toBe('access-denied');
    });
    // A sheet from who is no coordinator, with a key that a coordinator began: it is believed because the same person gives it.
    const next = await visit(home, async (service) => {
      expect(await titles(service)).toEqual([...all, ...back, 'Na de diefstal'].sort());
      return service.call('recovery.make', undefined);
    });
    await visit(desk(folder, 'daarna'), async (service) => {
      expect(await restoreAll(service, next, [places.other])).toEqual(['member']);
      expect(await titles(service)).toContain('Na de diefstal');
      const [self] = await service.call('recovery.devices', undefined);
      const keys = join(folder, 'Besloten', 'keys');
      const epochs = readdirSync(keys);
      expect(epochs.length).toBeGreaterThan(1);
      for (const epoch of epochs) expect(readdirSync(join(keys, epoch))).toContain(must(self).device);
    });
  });

  test('a sheet is good more than once, until there is a new one', async () => {
    const { folder, anna, bram, places, spaces } = await twoPeople();
    const sheet = await visit(anna, (service) => service.call('recovery.make', undefined));
    const closed = [places.own, places.other];
    for (const name of ['tweede', 'derde'])
      await visit(desk(folder, name), async (service) => {
        expect(await restoreAll(service, sheet, closed)).toEqual(['member', 'member']);
        await write(service, spaces.other, `Vanaf de ${name}`);
      });
    const next = await visit({ base: join(folder, 'derde'), name: 'Anna Verzonnen', clock }, async (service) => {
      expect(await titles(service)).toContain('Vanaf de tweede');
      return service.call('recovery.make', undefined);
    });
    expect(next.words).not.toEqual(sheet.words);
    await visit(anna, async (service) =>
      expect(await service.call('recovery.status', undefined)).toMatchObject({ replaced: true }),
    );
    // The coordinator's app begins a new key, for only those may.
    await visit(bram, async (service) => {
      await service.call('access.members', { id: spaces.other });
      await write(service, spaces.other, 'Na het nieuwe blad');
    });
    await visit(desk(folder, 'te laat'), async (service) => {
      expect(await restoreAll(service, sheet, closed)).toEqual(['stopped', 'stopped']);
      expect(await codeOf(write(service, spaces.other, 'Met het oude blad'))).not.toBe('done');
      expect(await titles(service)).not.toContain('Na het nieuwe blad');
    });
    await visit(desk(folder, 'op tijd'), async (service) => {
      expect(await restoreAll(service, next, closed)).toEqual(['member', 'member']);
      expect(await titles(service)).toContain('Na het nieuwe blad');
    });
  });

  test('a space that came after the sheet is opened by it too, and its absence from the sheet is told', async () => {
    const { folder, anna, places, spaces } = await twoPeople();
    const sheet = await visit(anna, (service) => service.call('recovery.make', undefined));
    const later: Place = { kind: 'folder', path: join(folder, 'Later') };
    const id = await visit(anna, async (service) => {
      const made = await service.call('spaces.create', { name: 'Later', place: later, closed: true });
      await write(service, made.id, 'Van na het blad');
      const status = await service.call('recovery.status', undefined);
      expect(status).toMatchObject({ notOnSheet: ['Later'], replaced: false });
      return made.id;
    });
    await visit(desk(folder, 'nieuw'), async (service) => {
      const found = await service.call('recovery.restore', { text: sheet.text, place: later });
      expect(found).toMatchObject({ outcome: 'member', isOnSheet: false, name: 'Anna Verzonnen' });
      const known = await service.call('recovery.restore', { text: sheet.text, place: places.other });
      expect(known).toMatchObject({ outcome: 'member', isOnSheet: true });
      expect(await titles(service)).toContain('Van na het blad');
      expect((await service.call('access.look', { id })).role).toBe('coordinate');
      expect((await service.call('access.look', { id: spaces.other })).role).toBe('edit');
    });
  });

  test('words of no sheet open nothing, and a wrong word changes nothing', async () => {
    const { folder, places, spaces } = await twoPeople();
    const stranger = await visit(desk(folder, 'vreemd'), (service) => service.call('recovery.make', undefined));
    await visit(desk(folder, 'ander'), async (service) => {
      const [first = '', ...others] = stranger.words;
      const wrong = [first === 'aap' ? 'bij' : 'aap', ...others].join(' ');
      const place = places.other;
      expect(await codeOf(service.call('recovery.restore', { text: wrong, place }))).toMatch(/^recovery-word/);
      expect(await service.call('spaces.list', undefined)).toHaveLength(1);
      expect(await restoreAll(service, stranger, [places.other])).toEqual(['unknown']);
      expect(await titles(service)).toEqual([]);
      expect((await service.call('access.look', { id: spaces.other })).role).toBeNull();
    });
  });
});

describe('a second device', { timeout: 60_000 }, () => {
  test('counts as the same person once the first says so, in spaces that come later too; nobody else is asked', async () => {
    const { folder, anna, bram, places, spaces } = await twoPeople();
    const second = desk(folder, 'tweede');
    const asked = await visit(second, (service) => service.call('recovery.deviceCode', undefined));
    expect(asked.words).toHaveLength(8);
    await visit(anna, async (service) => {
      const { code } = asked;
      expect(await codeOf(service.call('recovery.readDevice', { code: code.slice(0, -8) }))).toBe(
        'device-code-damaged',
      );
      const own = await service.call('recovery.deviceCode', undefined);
      expect(await codeOf(service.call('recovery.addDevice', { code: own.code }))).toBe('device-code-own');
      expect(await service.call('recovery.readDevice', { code })).toEqual({
        ...{ name: 'Anna Verzonnen', words: asked.words, isKnown: false },
      });
      const added = await service.call('recovery.addDevice', { code });
      expect(added.leftOut).toEqual([]);
      expect(added.spaces.map(({ name }) => name).sort()).toEqual(['Besloten', 'Eigen', 'Open']);
    });
    await visit(second, async (service) => {
      for (const place of [places.own, places.other]) await service.call('spaces.open', { place });
      await service.call('sync.now', { id: null });
      expect(await titles(service)).toEqual(['Anna, besloten', 'Anna, eigen', 'Bram, besloten']);
      expect((await service.call('access.look', { id: spaces.other })).role).toBe('edit');
      await write(service, spaces.other, 'Vanaf het tweede apparaat');
    });
    const later: Place = { kind: 'folder', path: join(folder, 'Later') };
    const id = await visit(anna, async (service) => {
      const made = await service.call('spaces.create', { name: 'Later', place: later, closed: true });
      await service.call('recovery.status', undefined);
      return made.id;
    });
    await visit(second, async (service) => {
      await service.call('spaces.open', { place: later });
      await service.call('sync.now', { id: null });
      expect((await service.call('access.look', { id })).role).toBe('coordinate');
    });
    // A coordinator may take it away again, and then it cannot be added anew.
    await visit(bram, async (service) => {
      const line = must(
        (await service.call('access.members', { id: spaces.other })).find(({ name }) => name === 'Anna Verzonnen'),
      );
      expect(await titles(service)).toContain('Vanaf het tweede apparaat');
      const device = must(line.devices.find(({ device: each }) => each !== line.id)).device;
      await service.call('access.dropDevice', { id: spaces.other, device, reason: 'verkocht' });
    });
    await visit(anna, async (service) => {
      expect((await service.call('recovery.addDevice', { code: asked.code })).leftOut).toEqual(['Besloten']);
    });
  });
});

test('the command line makes a sheet and uses it', async () => {
  const base = temporaryFolder(inMemory);
  const [anna, later] = [person(base, 'Anna'), person(base, 'Later')];
  await anna.json('space', 'create', 'Stukken', '--at', join(base, 'gedeeld'), '--closed');
  await anna.json('add', 'draft', '--set', 'title=Ontwerp', '--space', 'Stukken');
  const { out } = await anna.run('recovery', 'sheet');
  const file = join(base, 'blad.txt');
  writeFileSync(file, out.split('\n').slice(0, 20).join('\n'));
  expect(await later.json('recovery', 'restore', join(base, 'gedeeld'), file)).toMatchObject({ outcome: 'member' });
  expect((await later.run('list')).out).toContain('Ontwerp');
  writeFileSync(file, 'aap aarde');
  expect((await later.run('recovery', 'restore', join(base, 'gedeeld'), file)).err).toContain('20 woorden');
});

test('the command line asks for the passphrase of the app, and without it reads and does not write', async () => {
  const base = temporaryFolder(inMemory);
  const anna = person(base, 'Anna');
  await anna.json('add', 'draft', '--set', 'title=Ontwerp');
  const random = (sizeBytes: number): Uint8Array => randomBytes(sizeBytes);
  const configFolder = join(base, 'Anna', 'config');
  await openKeyLock({ configFolder, store: async () => null, random, work: 10 }).set('vier woorden op rij');
  const knows = person(base, 'Anna', { types: () => 'vier woorden op rij' });
  await knows.json('add', 'draft', '--set', 'title=Met de wachtzin');
  expect((await anna.run('list')).out).toContain('Met de wachtzin');
  expect((await anna.run('add', 'draft', '--set', 'title=Zonder')).err).toContain('schrijven niet');
  expect((await person(base, 'Anna', { types: () => 'mis' }).run('list')).err).toContain('niet de wachtzin');
});
