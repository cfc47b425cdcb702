import { join } from 'node:path';
import type { DeviceId, SpaceId } from '../../shared/base/ids';
import { namesIn, readLimited, removeUnfinished } from './files';
import { sha256 } from './hash';
import { headFormat, headPath, readHead, type Head } from './head';
import { inParallel } from './in-parallel';
import { limits } from './limits';
import { isSigned, listPath, type Log } from './log';
import { endsOf, joinPacks, type PackEnds } from './loose-packs';
import type { NewerHeads } from './newer-heads';
import { decodePack, packFault, packName, type DecodedPack, type PackEntry } from './pack';
import { decodeList } from './pack-list';
import type { ProblemDesk } from './set-aside';
import type { SpaceLock } from './space-lock';

const headName = /^([0-9a-f]{32})(-[0-9a-f]{16})?\.json$/;
const deviceName = /^[0-9a-f]{32}$/;
const devicesAtOnce = 8;

/** Reads the heads, lists and packs of one space on disk. What is damaged is put aside, and what can be told without it is. */
export class LogReader {
  /** The packs of each list that is known, by the list's hash. */
  readonly lists = new Map<string, readonly PackEntry[]>();

  /** `folder` inside `libraryFolder`, with `/`, as problems name it. */
  constructor(
    private readonly libraryFolder: string,
    private readonly folder: string,
    private readonly space: SpaceId,
    private readonly newer: NewerHeads,
    private readonly desk: ProblemDesk,
    private readonly lock: SpaceLock,
  ) {}

  /** The logs of each device, the one that stands first. Clears what crashes left half written. */
  async logs(): Promise<Map<DeviceId, readonly Log[]>> {
    await removeUnfinished(this.absolute('heads'));
    const heads = (await namesIn(this.absolute('heads'))).filter((name) => headName.test(name));
    const devices = new Set([...heads.map((name) => name.slice(0, 32)), ...(await namesIn(this.absolute('log')))]);
    const named = [...devices].filter((name) => deviceName.test(name)).sort() as DeviceId[];
    const found = await inParallel(named, devicesAtOnce, async (device) => {
      await removeUnfinished(this.absolute(`log/${device}`));
      const branches = heads.filter((name) => name.startsWith(`${device}-`));
      return [device, await this.logsOf(device, branches)] as const;
    });
    return new Map(found.filter(([, logs]) => logs.length > 0));
  }

  /** Packs in a device's folder that its logs do not name, in order of `n`; each has proved itself, and what could not is put aside. */
  async *strayPacks(logs: readonly Pick<Log, 'packs'>[], device: DeviceId): AsyncIterableIterator<DecodedPack> {
    const named = new Set(logs.flatMap(({ packs }) => packs.map(packName)));
    const names = [...(await namesIn(this.absolute(`log/${device}`)))].sort(
      (a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10),
    );
    for (const name of names) {
      if (named.has(name) || !name.endsWith('.pack')) continue;
      const path = `log/${device}/${name}`;
      const bytes = await readLimited(this.absolute(path), limits.pack);
      const pack = bytes instanceof Uint8Array ? await decodePack(bytes, true, this.lock) : null;
      if (pack !== null && packName(pack.entry) === name && this.belongs(pack, device)) yield pack;
      else if (bytes instanceof Uint8Array && (await packFault(bytes, this.lock)) !== 'damaged') continue;
      else await this.desk.setAside('pack-damaged', `${this.folder}/${path}`, device);
    }
  }

  private async logsOf(device: DeviceId, branches: readonly string[]): Promise<readonly Log[]> {
    const first = await this.loadLog(device, headPath(device));
    const others: Log[] = [];
    for (const name of branches) {
      const log = await this.loadLog(device, `heads/${name}`);
      if (log !== null && isSigned(log)) others.push(log);
    }
    return first === null ? others : [first, ...others];
  }

  private async loadLog(device: DeviceId, path: string): Promise<Log | null> {
    const bytes = await readLimited(this.absolute(path), limits.head);
    if (bytes === 'missing') return this.logFromPacks(device);
    const head = bytes === 'too-large' ? 'damaged' : readHead(bytes);
    if (typeof head === 'string' || head.owner.device !== device || head.owner.space !== this.space) {
      await this.desk.setAside('head-damaged', `${this.folder}/${path}`, device);
      return this.logFromPacks(device);
    }
    if (head.format > headFormat) {
      await this.newer.keep(head, bytes as Uint8Array);
      return this.logFromPacks(device);
    }
    const listed = await this.loadList(head);
    const older = listed.length > 0 || head.older === null ? listed : await this.packsBefore(head);
    return { head, bytes: bytes as Uint8Array, packs: [...older, ...head.packs], listed };
  }

  private async loadList({ owner, older }: Head): Promise<readonly PackEntry[]> {
    if (older === null) return [];
    const path = listPath(owner.device, older);
    const bytes = await readLimited(this.absolute(path), limits.list);
    const packs = bytes instanceof Uint8Array ? await decodeList(bytes, owner, older, this.lock) : null;
    if (packs !== null) {
      this.lists.set(older.hash, packs);
      return packs;
    }
    const file = `${this.folder}/${path}`;
    if (bytes === 'missing') this.desk.report({ code: 'pack-missing', file, device: owner.device });
    else if (bytes instanceof Uint8Array && sha256(bytes) === older.hash && this.lock.isLocked(bytes)) return [];
    else await this.desk.setAside('pack-damaged', file, owner.device);
    return [];
  }

  /** The packs before those in a head whose list is gone, as far as they lie here. */
  private async packsBefore({ owner, packs, older }: Head): Promise<readonly PackEntry[]> {
    const found = (await this.looseEnds(owner.device, [{ packs }])).filter(({ entry }) => entry.to <= (older?.to ?? 0));
    return joinPacks(found)?.packs ?? [];
  }

  /** From the pack that goes furthest back along the chain, so that a pack of a failed write cannot take the place of a real one. */
  private async logFromPacks(device: DeviceId): Promise<Log | null> {
    const joined = joinPacks(await this.looseEnds(device, []));
    if (joined === null) return null;
    const { tip, packs } = joined;
    const last = { n: tip.entry.to, revision: tip.last };
    const head = { format: headFormat, owner: tip.owner, edition: 1, last, packs, older: null };
    return { head: { ...head, seen: {}, missing: [], strays: [], sig: '' }, bytes: null, packs, listed: [] };
  }

  private async looseEnds(device: DeviceId, logs: readonly Pick<Log, 'packs'>[]): Promise<readonly PackEnds[]> {
    const found: PackEnds[] = [];
    for await (const pack of this.strayPacks(logs, device)) found.push(endsOf(pack));
    return found;
  }

  private belongs({ owner }: DecodedPack, device: DeviceId): boolean {
    return owner.device === device && owner.space === this.space;
  }

  private absolute(path: string): string {
    return join(this.libraryFolder, this.folder, path);
  }
}
