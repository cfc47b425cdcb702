import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { DeviceId, ItemId, RevisionId, SpaceId } from '../../shared/base/ids';
import type { Revision } from '../../shared/revision/revision';
import { sha256 } from '../../electron/library/hash';
import { encodeHead, type Head } from '../../electron/library/head';
import { encodeMarker } from '../../electron/library/marker';
import { encodePack, type EncodedPack } from '../../electron/library/pack';
import { sealRevision } from '../../electron/library/revision-seal';
import { encodeSignedJson } from '../../electron/library/signed-json';
import { signerOf, type Signer } from '../../electron/library/signing';
import { openLock } from '../../electron/library/space-lock';
import { fixedRandom } from './fixed-random';

const [carla, dirk] = [signerOf(fixedRandom('carla')(32)), signerOf(fixedRandom('dirk')(32))];
const at = (n: number): string => `2024-03-02T10:0${n}:00.000Z`;
const idOf = (seed: string): string =>
  Array.from(fixedRandom(seed)(26), (byte) => '0123456789abcdefghijklmnopqrstuv'[byte % 32]).join('');

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
export async function newerSpace(target: string): Promise<void> {
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
export async function damagedSpace(target: string): Promise<void> {
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

  const eva = signerOf(fixedRandom('eva')(32));
  const own = logOf(eva, [{ item: 'd4', body: { set: { type: 'term', title: 'Vals' } } }]);
  const pack = await folder.pack(eva, own);
  const text = Buffer.from(folder.head(eva, [pack.entry], own[0] as Revision)).toString('utf8');
  folder.put(`heads/${eva.device}.json`, Buffer.from(text.replace('"edition":1', '"edition":9')));

  const finn = signerOf(fixedRandom('finn')(32));
  const elsewhere = { owner: { ...folder.owner(finn), space: idOf('elders') as SpaceId } };
  const theirs = logOf(finn, [{ item: 'd5', body: { set: { type: 'term', title: 'Elders' } } }]);
  folder.put(`heads/${finn.device}.json`, folder.head(finn, [], theirs[0] as Revision, { ...elsewhere, last: null }));
}

/** A device that was copied: two continuations of one log, each with its head. */
export async function forkedSpace(target: string): Promise<void> {
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
