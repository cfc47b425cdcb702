import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { DeviceId, ItemId, RevisionId, SpaceId } from '../../shared/base/ids';
import type { Revision } from '../../shared/revision/revision';
import { openLibrary, type Library } from '../../electron/library/library';
import { sha256 } from '../../electron/library/hash';
import { encodeHead, type Head } from '../../electron/library/head';
import { encodeMarker } from '../../electron/library/marker';
import { encodePack, type EncodedPack } from '../../electron/library/pack';
import { sealRevision } from '../../electron/library/revision-seal';
import { encodeSignedJson } from '../../electron/library/signed-json';
import { signerOf, type Signer } from '../../electron/library/signing';
import { openLock } from '../../electron/library/space-lock';
import type { JsonValue } from '../../shared/base/json';
import { keysOf } from '../../electron/library/device';
import { RemoteState } from '../../electron/sync/remote-state';
import { runRound } from '../../electron/sync/round';
import { everyFile, roundContext } from '../../electron/sync/round-context';
import { folderTransport } from '../../electron/sync/transports/folder-transport';
import { carry } from './carry-space';
import { grantAccess } from './let-in';

/** Bytes that look random and are the same every time. */
function stream(seed: string): (sizeBytes: number) => Uint8Array {
  let block = 0;
  return (sizeBytes) => {
    const parts: Buffer[] = [];
    for (let have = 0; have < sizeBytes; have += 32) {
      block += 1;
      parts.push(createHash('sha256').update(`${seed} ${block}`).digest());
    }
    return Buffer.concat(parts).subarray(0, sizeBytes);
  };
}

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
        random: stream(name),
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
async function openSpace(target: string): Promise<void> {
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
  const noise = stream('noise');
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
async function closedSpace(target: string, keyFile: string): Promise<void> {
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
  const noise = stream('closed noise');
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

const [carla, dirk] = [signerOf(stream('carla')(32)), signerOf(stream('dirk')(32))];
const at = (n: number): string => `2024-03-02T10:0${n}:00.000Z`;
const idOf = (seed: string): string =>
  Array.from(stream(seed)(26), (byte) => '0123456789abcdefghijklmnopqrstuv'[byte % 32]).join('');

interface Step {
  readonly item: string;
  readonly parents?: readonly string[];
  readonly body: object;
  readonly header?: object;
}

/** A device's log in a space, each step on the one before it; `prev` and `from` for one that goes on elsewhere. */
function logOf(signer: Signer, steps: readonly Step[], from = 1, before: string | null = null): readonly Revision[] {
  const revisions: Revision[] = [];
  steps.forEach(({ item, parents = [], body, header = {} }, i) => {
    const prev = (revisions.at(-1)?.header.id ?? before) as RevisionId | null;
    const plain = {
      item: idOf(item) as ItemId,
      parents: [...parents].sort() as RevisionId[],
      device: signer.device,
      n: from + i,
      prev,
      at: at(from + i),
      ...header,
    };
    revisions.push(sealRevision(plain, body, signer));
  });
  return revisions;
}

class Folder {
  readonly space: SpaceId;

  constructor(
    private readonly target: string,
    name: string,
    founder: Signer,
  ) {
    this.space = idOf(name) as SpaceId;
    const marker = { format: 1, space: this.space, name, kind: 'open', founder: founder.publicKey } as const;
    this.put('raakvlak.json', encodeMarker(marker, founder));
  }

  put(path: string, bytes: Uint8Array): void {
    mkdirSync(dirname(join(this.target, path)), { recursive: true });
    writeFileSync(join(this.target, path), bytes);
  }

  async pack(signer: Signer, revisions: readonly Revision[]): Promise<EncodedPack> {
    const pack = await encodePack(this.owner(signer), revisions, openLock);
    this.put(`log/${signer.device}/${pack.entry.from}-${pack.entry.hash}.pack`, pack.bytes);
    return pack;
  }

  head(signer: Signer, packs: readonly EncodedPack['entry'][], last: Revision, more: Partial<Head> = {}): Uint8Array {
    const head = {
      owner: this.owner(signer),
      edition: 1,
      last: { n: last.header.n, revision: last.header.id },
      packs,
      older: null,
      seen: {},
      missing: [],
      strays: [],
      ...more,
    };
    return encodeHead(head, signer);
  }

  owner(signer: Signer): { space: SpaceId; device: DeviceId; publicKey: string } {
    return { space: this.space, device: signer.device, publicKey: signer.publicKey };
  }
}

const packPath = (signer: Signer, { entry }: EncodedPack): string =>
  `log/${signer.device}/${entry.from}-${entry.hash}.pack`;

/** What a newer version writes: keys nobody knows in marker, head and revision; a head and a pack of a higher format. */
async function newerSpace(target: string): Promise<void> {
  const folder = new Folder(target, 'nieuwer', carla);
  const { format, space, name, kind, founder } = {
    format: 1,
    space: folder.space,
    name: 'Van een nieuwere versie',
    kind: 'open',
    founder: carla.publicKey,
  };
  folder.put('raakvlak.json', encodeSignedJson({ format, space, name, kind, founder, colour: 'blue' }, carla, 2));
  const revisions = logOf(carla, [
    { item: 'n1', body: { set: { type: 'term', title: 'Gewoon' } } },
    { item: 'n2', body: { set: { type: 'term', title: 'Met meer' }, mood: 'calm' }, header: { reviewed: true } },
  ]);
  const pack = await folder.pack(carla, revisions);
  const first = { format: 2, space: folder.space, device: carla.device, key: carla.publicKey };
  const bytes = gzipSync(`${JSON.stringify(first)}\n{"something":"else"}\n`);
  const entry = { from: 3, to: 3, hash: sha256(bytes), sizeBytes: bytes.length, textBytes: 200 };
  folder.put(`log/${carla.device}/3-${entry.hash}.pack`, bytes);
  const { sig, ...head } = JSON.parse(
    Buffer.from(folder.head(carla, [pack.entry, entry], revisions[1] as Revision)).toString('utf8'),
  ) as { sig: string };
  void sig;
  const last = { n: 3, revision: sha256('unread') };
  folder.put(`heads/${carla.device}.json`, encodeSignedJson({ ...head, last, weather: 'sunny' } as never, carla));
  const { publicKey: key, device } = dirk;
  folder.put(`heads/${device}.json`, encodeSignedJson({ format: 2, space, device, key, tree: ['anything'] }, dirk));
}

/** A pack with one bit turned, one that is missing with what waits for it, a forged head, a head of another space, and names that mean nothing. */
async function damagedSpace(target: string): Promise<void> {
  const folder = new Folder(target, 'beschadigd', carla);
  const whole = logOf(carla, [{ item: 'd1', body: { set: { type: 'term', title: 'Heel' } } }]);
  const harmed = logOf(
    carla,
    [{ item: 'd2', body: { set: { type: 'term', title: 'Beschadigd' } } }],
    2,
    whole[0]?.header.id,
  );
  const [one, two] = [await folder.pack(carla, whole), await folder.pack(carla, harmed)];
  const bytes = Buffer.from(two.bytes);
  bytes[20] = (bytes[20] as number) ^ 1;
  folder.put(packPath(carla, two), bytes);
  const head = folder.head(carla, [one.entry, two.entry], harmed[0] as Revision);
  folder.put(`heads/${carla.device}.json`, head);
  folder.put(`heads/${carla.device} (conflict copy 2024-03-02).json`, head);
  folder.put(`heads/${carla.device}.json.tmp`, head.subarray(0, 40));

  const start = logOf(dirk, [{ item: 'd3', body: { set: { type: 'term', title: 'Er is meer' } } }]);
  const gone = logOf(
    dirk,
    [{ item: 'd3', parents: [start[0]?.header.id as string], body: { set: { title: 'Weg' } } }],
    2,
    start[0]?.header.id,
  );
  const waits = logOf(
    dirk,
    [{ item: 'd3', parents: [gone[0]?.header.id as string], body: { set: { summary: 'Wacht' } } }],
    3,
    gone[0]?.header.id,
  );
  const [first, missing, last] = [
    await folder.pack(dirk, start),
    await folder.pack(dirk, gone),
    await folder.pack(dirk, waits),
  ];
  rmSync(join(target, packPath(dirk, missing)));
  folder.put(
    `heads/${dirk.device}.json`,
    folder.head(dirk, [first.entry, missing.entry, last.entry], waits[0] as Revision),
  );

  const eva = signerOf(stream('eva')(32));
  const own = logOf(eva, [{ item: 'd4', body: { set: { type: 'term', title: 'Vals' } } }]);
  const pack = await folder.pack(eva, own);
  const text = Buffer.from(folder.head(eva, [pack.entry], own[0] as Revision)).toString('utf8');
  folder.put(`heads/${eva.device}.json`, Buffer.from(text.replace('"edition":1', '"edition":9')));

  const finn = signerOf(stream('finn')(32));
  const elsewhere = { owner: { ...folder.owner(finn), space: idOf('elders') as SpaceId } };
  const theirs = logOf(finn, [{ item: 'd5', body: { set: { type: 'term', title: 'Elders' } } }]);
  folder.put(`heads/${finn.device}.json`, folder.head(finn, [], theirs[0] as Revision, { ...elsewhere, last: null }));
}

/** A device that was copied: two continuations of one log, each with its head. */
async function forkedSpace(target: string): Promise<void> {
  const folder = new Folder(target, 'gesplitst', carla);
  const trunk = logOf(carla, [{ item: 'f1', body: { set: { type: 'term', title: 'Samen' } } }]);
  const [root] = trunk.map(({ header }) => header.id);
  const goOn = (title: string, count: number): readonly Revision[] =>
    logOf(
      carla,
      Array.from({ length: count }, (_, i) => ({
        item: i === 0 ? 'f1' : `f-${title}`,
        parents: i === 0 ? [root as string] : [],
        body: { set: i === 0 ? { title } : { type: 'term', title } },
      })),
      2,
      root,
    );
  const [long, short] = [goOn('Lang', 2), goOn('Kort', 1)];
  const shared = await folder.pack(carla, trunk);
  const longer = await folder.pack(carla, long);
  const shorter = await folder.pack(carla, short);
  folder.put(`heads/${carla.device}.json`, folder.head(carla, [shared.entry, longer.entry], long[1] as Revision));
  const second = short[0] as Revision;
  folder.put(
    `heads/${carla.device}-${second.header.id.slice(0, 16)}.json`,
    folder.head(carla, [shared.entry, shorter.entry], second, { edition: 2 }),
  );
}

export const fixtureSpaces = ['open', 'newer', 'damaged', 'forked', 'closed'] as const;

/** Writes all example spaces below a folder. The same bytes each time with the same zlib. */
export async function writeSpaceFixtures(target: string): Promise<void> {
  await openSpace(join(target, 'open'));
  await newerSpace(join(target, 'newer'));
  await damagedSpace(join(target, 'damaged'));
  await forkedSpace(join(target, 'forked'));
  await closedSpace(join(target, 'closed'), join(target, 'closed.key'));
}

/** All files below a folder with the hash of each. */
export function hashesBelow(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  return Object.fromEntries(paths.map((path) => [path, sha256(readFileSync(join(folder, path)))]));
}

/** Of the device whose key lies beside the closed example space. */
export function memberSecret(target: string): Uint8Array {
  const [, hexadecimal = ''] = /^# .*: ([0-9a-f]{64})$/m.exec(readFileSync(join(target, 'closed.key'), 'utf8')) ?? [];
  return Buffer.from(hexadecimal, 'hex');
}
