import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeviceId, SpaceId } from '../../shared/base/ids';
import { openLibrary, type Library } from '../../electron/library/library';
import type { JsonValue } from '../../shared/base/json';
import { keysOf } from '../../electron/library/device';
import { RemoteState } from '../../electron/sync/remote-state';
import { runRound } from '../../electron/sync/round';
import { everyFile, roundContext } from '../../electron/sync/round-context';
import { folderTransport } from '../../electron/sync/transports/folder-transport';
import { carry } from './carry-space';
import { grantAccess } from './let-in';
import { fixedRandom } from './fixed-random';

interface Maker {
  open(name: string): Promise<Library>;
  close(): Promise<void>;
}

function makerOf(): Maker {
  const base = mkdtempSync(join(tmpdir(), 'raakvlak-fixtures-'));
  const libraries: Library[] = [];
  let minutes = 0;
  const clock = (): Date => new Date(Date.parse('2024-03-01T09:00:00.000Z') + (minutes += 1) * 60_000);
  return {
    open: async (name) => {
      const library = await openLibrary({
        folder: join(base, name),
        witnessFolder: join(base, `${name}-config`),
        clock,
        random: fixedRandom(name),
        machine: 'fixture',
      });
      libraries.push(library);
      return library;
    },
    close: async () => {
      for (const library of libraries) await library.close();
      rmSync(base, { recursive: true });
    },
  };
}

/** What belongs in a shared folder of a library's copy of a space. */
function copySpace(library: Library, space: SpaceId, target: string): void {
  for (const name of ['raakvlak.json', 'heads', 'log', 'blobs'])
    cpSync(join(library.folder, 'spaces', space, name), join(target, name), { recursive: true, force: true });
}

/** Two organisations: a list, a conflict, one that was settled, a set changed from both sides, the bin, an erased revision, a file. */
export async function openSpace(target: string): Promise<void> {
  const maker = makerOf();
  const [anna, bram] = [await maker.open('anna'), await maker.open('bram')];
  const { id } = await anna.createSpace({ name: 'Regio Zuid' });
  const mine = anna.space(id);
  await bram.adoptSpace(await mine.markerBytes());
  const theirs = bram.space(id);
  const exchange = async (): Promise<void> => {
    await carry(mine, theirs);
    await carry(theirs, mine);
  };
  await anna.introduce(id, { name: 'Anna de Vries', organisation: 'Doorstroompunt Zuid' });
  await bram.introduce(id, { name: 'Bram Jansen', organisation: 'Mbo Noord' });
  const blob = await anna.putBlob({ bytes: Buffer.from('Verslag van de startbijeenkomst.\n') });
  const file = { ...blob, name: 'verslag.txt', mediaType: 'text/plain' };
  const project = await anna.createItem({
    type: 'project',
    space: id,
    set: { title: 'Sluitend vangnet', summary: 'Samen bellen na twee weken verzuim.' },
    add: { tags: ['verzuim', 'bellen'] },
  });
  const document = await anna.createItem({ type: 'document', space: id, set: { title: 'Verslag', file } });
  const term = await anna.createItem({
    type: 'term',
    space: id,
    set: { title: 'VSV', definition: 'Voortijdig schoolverlaten.' },
  });
  await exchange();
  await anna.change(project.id, {
    set: { title: 'Sluitend vangnet Zuid' },
    add: { tags: ['zuid'] },
    remove: { tags: ['bellen'] },
  });
  await bram.change(project.id, { set: { title: 'Vangnet dat sluit' }, add: { tags: ['bellen', 'noord'] } });
  await anna.change(document.id, { set: { title: 'Verslag van maart' } });
  await bram.change(document.id, { set: { title: 'Verslag startbijeenkomst' } });
  await anna.bin([term.id]);
  await bram.change(term.id, { set: { abbreviation: 'vsv' } });
  const secret = await bram.createItem({ type: 'term', space: id, set: { title: 'Iets wat weg moet' } });
  await exchange();
  await anna.resolveConflict(document.id, 'title', 'Verslag startbijeenkomst, maart');
  const binned = await bram.createItem({ type: 'term', space: id, set: { title: 'Dubbel' } });
  await bram.bin([binned.id]);
  await bram.erase({ items: [secret.id] });
  await exchange();
  const noise = fixedRandom('noise');
  for (let i = 1; i <= 108; i += 1)
    await anna.change(project.id, { set: { aim: `Doel ${i} ${Buffer.from(noise(600)).toString('base64')}` } });
  await anna.change(project.id, { set: { aim: 'Geen jongere uit beeld' } });
  await exchange();
  await mine.noteInHead({ seen: { [bram.device() as DeviceId]: 6 }, missing: [], strays: [] });
  copySpace(anna, id, target);
  copySpace(bram, id, target);
  copySpace(anna, id, target);
  await maker.close();
}

/** Two members, two keys, a file under each, a list, and somebody who was given the first key alone. `keyFile` gets the secret of a member's device. */
export async function closedSpace(target: string, keyFile: string): Promise<void> {
  const maker = makerOf();
  const [anna, bram, eva] = [await maker.open('anna'), await maker.open('bram'), await maker.open('eva')];
  const { id } = await anna.createSpace({ name: 'Stukken in bewerking', closed: true, owner: 'Doorstroompunt Zuid' });
  mkdirSync(target, { recursive: true });
  const share = (library: Library): Promise<void> => shareInto(library, id, target);
  await share(anna);
  for (const library of [bram, eva]) {
    await library.adoptSpace(await anna.space(id).markerBytes());
    await grantAccess(anna, id, library);
  }
  const fileOf = async (text: string, name: string): Promise<JsonValue> => ({
    ...(await anna.putBlob({ bytes: Buffer.from(text.repeat(400)) })),
    name,
    mediaType: 'text/plain',
  });
  const before = await fileOf('Eerste bijlage.\n', 'eerste.txt');
  const draft = await anna.createItem({
    type: 'draft',
    space: id,
    set: { title: 'Ontwerp', body: 'Nog niet delen.', file: before },
  });
  await share(anna);
  await share(bram);
  await bram.introduce(id, { name: 'Bram Jansen', organisation: 'Mbo Noord' });
  await bram.change(draft.id, { set: { title: 'Ontwerp van twee' } });
  await share(bram);
  await share(anna);
  await anna.space(id).renewKey([await bram.access(id).ownDevice()]);
  const after = await fileOf('Tweede bijlage, na de wissel.\n', 'tweede.txt');
  await anna.createItem({ type: 'document', space: id, set: { title: 'Alleen voor wie bleef', file: after } });
  const noise = fixedRandom('closed noise');
  for (let i = 1; i <= 100; i += 1)
    await anna.change(draft.id, { set: { summary: `${i} ${Buffer.from(noise(5000)).toString('base64')}` } });
  await anna.change(draft.id, { set: { summary: 'Klaar om te lezen' } });
  await share(anna);
  await share(bram);
  const { secret } = JSON.parse(readFileSync(join(bram.folder, 'device/device.json'), 'utf8')) as { secret: string };
  const { identity } = keysOf(Buffer.from(secret, 'base64'));
  const hexadecimal = Buffer.from(secret, 'base64').toString('hex');
  writeFileSync(keyFile, `# The device of a member, its secret in hexadecimal: ${hexadecimal}\n${identity.text}\n`);
  await maker.close();
}

/** A round with a folder. */
async function shareInto(library: Library, id: SpaceId, target: string): Promise<void> {
  await runRound(
    roundContext(library, id, {
      transport: folderTransport(target),
      state: new RemoteState(target),
      mode: { readMarker: false, wantsFile: everyFile, eager: true, putBack: true },
      clock: () => new Date(0),
    }),
  );
}
