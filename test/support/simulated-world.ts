import { createHash } from 'node:crypto';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { AppError } from '../../shared/base/errors';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import { seededRandom } from './corpus';
import { NewerDevice } from './newer-device';
import { putMarkerInto, SimulatedDevice, type SimulatedWorld } from './simulated-device';
import { Members } from './simulated-members';
import { Mischief } from './simulated-mischief';
import { Promises } from './simulated-promises';
import { DumbSyncer, simulatedTransport, type CarryFault, type StorageFault } from './simulated-folder';
import { memoryStorage, type MemoryStorage } from './memory-transport';
import { watchDisk } from './recorded-disk';

export interface Outcome {
  readonly steps: number;
  readonly counts: ReadonlyMap<string, number>;
  /** What happened, in an order that does not depend on how fast the disk was. */
  readonly trace: readonly string[];
}

const quietRounds = 5;
const yearMs = 365 * 24 * 3_600_000;

/** One seed: devices that write, sync, crash, are copied and restored over a storage that fails; then quiet, and everybody must agree. */
export async function runSimulation(seed: number, turns: number, base: string, closed = false): Promise<Outcome> {
  const simulation = new Simulation(seed, base, closed);
  await simulation.begin();
  for (let turn = 1; turn <= turns; turn += 1) await simulation.step(turn);
  await simulation.settle();
  const { counts, trace } = simulation;
  return { steps: simulation.steps, counts, trace };
}

function chooser(seed: number): (below: number) => number {
  const random = seededRandom(seed);
  return (below) => Math.floor(random() * below);
}

/** The same answer for the same question, whatever was asked before: parallel work may ask in any order. */
function oracle(...question: readonly unknown[]): number {
  return createHash('sha256').update(JSON.stringify(question)).digest().readUInt32BE(0);
}

class Simulation {
  steps = 0;
  readonly counts = new Map<string, number>();
  readonly trace: string[] = [];
  private readonly next: (below: number) => number;
  private readonly world: SimulatedWorld;
  private readonly devices: SimulatedDevice[] = [];
  private readonly storages: MemoryStorage[] = [];
  private readonly syncer: DumbSyncer | null;
  private readonly newer: NewerDevice;
  private space: SpaceId = '' as SpaceId;
  private readonly promises = new Promises();
  private readonly mischief: Mischief;
  /** null in an open space. */
  private readonly members: Members | null;
  private faultShare: number;
  private quiet = true;
  private machines = 0;
  private turn = 0;
  private backup: { readonly path: string; readonly device: SimulatedDevice } | null = null;

  constructor(
    private readonly seed: number,
    private readonly base: string,
    private readonly closed: boolean,
  ) {
    this.next = chooser(seed);
    const bytes = chooser(seed + 1_000_003);
    this.world = {
      now: Date.parse('2024-03-01T09:00:00.000Z'),
      next: this.next,
      random: (sizeBytes) => Uint8Array.from({ length: sizeBytes }, () => bytes(256)),
    };
    this.faultShare = [0, 5, 5, 30][this.next(4)] as number;
    const dumb = this.next(2) === 0;
    const people = 2 + (this.next(3) === 0 ? this.next(11) : this.next(3));
    for (let i = 0; i < (dumb ? people : 1); i += 1) {
      const folds = this.next(3) === 0;
      if (folds) this.count('folder that folds names');
      this.storages.push(memoryStorage(folds));
    }
    this.newer = new NewerDevice(this.storages[this.next(this.storages.length)] as MemoryStorage);
    this.mischief = new Mischief({ storages: this.storages, next: this.next, count: (what) => this.count(what) });
    this.members = closed ? new Members(() => this.space, this.next) : null;
    this.syncer = dumb ? new DumbSyncer(this.storages, this.next) : null;
    for (let i = 0; i < people; i += 1) this.devices.push(this.newDevice(join(base, `d${i}`), i));
  }

  async begin(): Promise<void> {
    const [founder] = this.devices as [SimulatedDevice];
    const library = await founder.open();
    this.space = (await library.createSpace({ name: 'Samen', closed: this.closed })).id;
    for (const storage of this.storages) await putMarkerInto(storage, library, this.space);
    for (const device of this.devices.slice(1)) await device.join();
    if (this.members !== null) await this.letEverybodyIn(this.members);
    this.quiet = false;
  }

  /** Nobody writes before they may: rights and keys come by the folder, while it still does what it should. */
  private async letEverybodyIn(members: Members): Promise<void> {
    await members.begin(this.devices);
    for (const device of this.devices) {
      await device.round(this.space);
      this.syncer?.carryAll();
    }
  }

  /** Chooses what happens next. */
  async step(turn: number): Promise<void> {
    this.turn = turn;
    this.steps += 1;
    this.world.now += this.next(120_000);
    const device = this.devices[this.next(this.devices.length)] as SimulatedDevice;
    const choice = this.next(100);
    if (this.syncer !== null && this.next(3) > 0) return this.carry();
    if (this.members !== null && (await this.meet(this.members))) return;
    if (choice < 40) return this.change(device);
    if (choice < 91) return this.round(device);
    if (choice < 94) return this.crash(device);
    if (choice < 95) return this.turnClock(device);
    if (choice < 96) return this.mischief.loseFiles();
    if (choice < 97) return this.mischief.damageFile();
    if (choice < 99) return this.copyOrRestore(device);
    return this.next(3) === 0 ? this.writeNewer() : this.mischief.leaveForeignFile();
  }

  /** In a closed space a coordinator lets somebody in, or makes a new key. Gives whether that was this step. */
  private async meet(members: Members): Promise<boolean> {
    const choice = this.next(100);
    if (choice < 6) {
      const guest = await members.letOneIn(this.devices);
      if (guest !== null) this.count('let in');
      return guest !== null;
    }
    if (choice > 6 || !(await members.renewKey(this.devices))) return false;
    this.count('new key');
    return true;
  }

  /** The faults end; after a few rounds all devices hold the same, and everything that was promised is in the history of all. */
  async settle(): Promise<void> {
    this.quiet = true;
    await this.members?.letAllIn(this.devices);
    const hashes = async (): Promise<string[]> =>
      Promise.all(this.devices.map(async (device) => (await device.open()).stateHash(this.space)));
    let rounds = 0;
    for (; rounds < quietRounds; rounds += 1) {
      for (const device of this.devices) {
        this.world.now += 2 * 3_600_000;
        this.newer.putAgain();
        this.syncer?.carryAll();
        // At the start of the quiet somebody has looked at what was wrong and chose to put everything back.
        const outcome = await device.round(this.space, { eager: true, putBack: rounds === 0 });
        expect(outcome, this.where(device)).toBe('done');
      }
      if (new Set(await hashes()).size === 1 && (await this.filesMissing()) === 0) break;
    }
    expect([...new Set(await hashes())], this.where(null)).toHaveLength(1);
    this.trace.push(...(await hashes()));
    await this.newer.expectKept(this.devices, this.storages, this.space, this.where(null));
    for (const device of this.devices) {
      await this.promises.expectKept(device, this.space, this.where(device));
      if ((await (await device.open()).space(this.space).strays()).length > 0) this.count('stray');
      await device.close();
    }
    this.count('quiet rounds', rounds + 1);
  }

  private async filesMissing(): Promise<number> {
    const missing = await Promise.all(this.devices.map((device) => this.promises.missingOn(device, this.space)));
    return missing.flat().length;
  }

  private async change(device: SimulatedDevice): Promise<void> {
    const library = await device.open();
    const ids = device.itemsIn(this.space);
    const value = `w${this.turn}x`;
    const act = async (): Promise<string> => {
      const choice = this.next(10);
      if (ids.length < 3 || choice === 0) {
        await library.createItem({ type: 'project', set: { title: value }, space: this.space });
        return 'made';
      }
      const id = ids[this.next(ids.length)] as ItemId;
      const conflict = library.get(id)?.conflicts[0];
      if (conflict !== undefined && choice < 5) {
        await library.resolveConflict(id, conflict.field, conflict.versions[0]?.value ?? value);
        this.count('resolved');
        return `resolved${conflict.field}`;
      }
      if (choice === 1) return this.makeDocument(device, value);
      if (choice === 2) {
        await library.bin([id]);
        return 'binned';
      }
      if (choice < 5) await library.change(id, { add: { tags: [value] } });
      else if (choice < 7) await library.change(id, { set: { summary: value } });
      else await library.change(id, { set: { title: value } });
      return 'changed';
    };
    await this.attempt(device, async () => {
      const what = await act();
      if (what === 'made' || what === 'changed') this.promises.keep(value, device);
      this.count('change');
      this.trace.push(`${device.name} ${what} ${value}`);
    });
  }

  private async makeDocument(device: SimulatedDevice, value: string): Promise<string> {
    const library = await device.open();
    const bytes = Buffer.from(`${value} `.repeat(1 + this.next(400)));
    const { hash, sizeBytes } = await library.putBlob({ bytes });
    const file = { hash, sizeBytes, name: 'stuk.txt', mediaType: 'text/plain' };
    await library.createItem({ type: 'document', set: { title: value, file }, space: this.space });
    this.promises.keepFile(hash);
    this.count('file');
    return 'made';
  }

  private async round(device: SimulatedDevice): Promise<void> {
    await this.attempt(device, async () => {
      const putBack = device.braked && this.next(3) === 0;
      const outcome = await device.round(this.space, { putBack, eager: this.next(4) === 0 });
      device.braked = outcome === 'braked';
      if (device.braked) this.count('brake');
      this.count('round');
      const library = await device.open();
      if (library.conflicts(this.space).length > 0) this.count('conflict');
      this.trace.push(`${device.name} round ${outcome} ${library.stateHash(this.space)}`);
    });
  }

  /** The power goes at some write of the next thing the device does. */
  private async crash(device: SimulatedDevice): Promise<void> {
    await device.open();
    let left = 1 + this.next(25);
    watchDisk({
      before: ({ kind, path }) => {
        if (kind === 'read' || !path.startsWith(device.base)) return;
        left -= 1;
        if (left <= 0) throw Object.assign(new Error('the power went'), { code: 'ECRASH' });
      },
      after: () => undefined,
    });
    await (this.next(2) === 0 ? this.change(device) : this.round(device));
    await device.close();
    watchDisk(null);
    await device.open();
    this.count('crash');
    this.trace.push(`${device.name} crashed`);
  }

  private turnClock(device: SimulatedDevice): Promise<void> {
    device.skewMs = (this.next(20) - 10) * yearMs;
    this.count('clock');
    return Promise.resolve();
  }

  /** Somebody has a version of the program that is not there yet. */
  private writeNewer(): Promise<void> {
    this.newer.write(this.space);
    this.count('newer version');
    return Promise.resolve();
  }

  /** A copied profile goes on as a device of its own; a restored backup takes the place of what came after it. */
  private async copyOrRestore(device: SimulatedDevice): Promise<void> {
    if (this.backup === null || this.next(3) === 0) {
      const path = join(this.base, `backup${this.turn}`);
      await device.copyTo(path);
      this.backup = { path, device };
      return;
    }
    const { path, device: owner } = this.backup;
    if (this.next(3) === 0 && this.devices.length < 12) {
      this.backup = null;
      const copy = this.newDevice(path, this.devices.length);
      this.devices.push(copy);
      await copy.open();
      this.members?.leaves(copy);
      this.count('copied profile');
    } else if (!this.quiet && (await this.mayLose(owner)) && existsSync(path)) {
      // Only what the shared folder was seen to hold, and somebody else took, may be expected to outlive two disks.
      this.backup = null;
      await this.promises.forgetWhatOnlyHas(owner, this.devices);
      await owner.close();
      // Whoever puts a backup over what is there leaves the files that came after it.
      const over = this.next(2) === 0;
      if (!over) rmSync(owner.base, { recursive: true });
      if (over) this.count('restored over');
      cpSync(path, owner.base, { recursive: true });
      owner.forget();
      await owner.open();
      this.members?.leaves(owner);
      this.count('restored backup');
    }
  }

  private async mayLose(owner: SimulatedDevice): Promise<boolean> {
    if (!(await owner.isShared(this.space))) return false;
    return this.members === null || this.members.hasCoordinatorBeside(owner, this.devices);
  }

  private carry(): Promise<void> {
    const faults: readonly CarryFault[] = ['half', 'empty', 'old-version', 'conflict-copy', 'renamed', 'duplicate'];
    const wrong = this.next(100) < this.faultShare ? (faults[this.next(faults.length)] ?? null) : null;
    if (this.syncer?.carryOne(wrong) === true) this.count(wrong === null ? 'carried' : `carried: ${wrong}`);
    return Promise.resolve();
  }

  /** What fails with a reason is no promise; anything else is a mistake of ours. */
  private async attempt(device: SimulatedDevice, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const { code } = error as { code?: string };
      if (!(error instanceof AppError) && code !== 'ECRASH') throw error;
      if (code === 'internal') throw error;
      this.count('failed');
      this.trace.push(`${device.name} failed`);
    }
  }

  private newDevice(base: string, number: number): SimulatedDevice {
    const storage = this.storages[this.syncer === null ? 0 : number % this.storages.length] as MemoryStorage;
    const name = `d${number}`;
    const transport = simulatedTransport(storage, {
      place: 'samen',
      fault: (kind, path) => this.faultOf(name, kind, path),
      next: (below) => oracle(this.seed, name, this.turn, below) % below,
      told: () => {
        this.steps += 1;
      },
    });
    this.machines += 1;
    return new SimulatedDevice(name, base, `machine-${this.machines}`, this.world, transport);
  }

  private faultOf(device: string, kind: 'list' | 'read' | 'write' | 'remove', path: string): StorageFault | null {
    if (this.quiet) return null;
    const answer = oracle(this.seed, this.turn, device, kind, path);
    if (answer % 100 >= this.faultShare) return null;
    const possible: Readonly<Record<typeof kind, readonly StorageFault[]>> = {
      list: ['fails', 'shows-old-listing', 'hides'],
      read: ['fails', 'garbles', 'hides'],
      write: ['fails', 'loses-write', 'stores-half', 'garbles', 'fails-after-writing'],
      remove: ['fails'],
    };
    const fault = possible[kind][Math.floor(answer / 100) % possible[kind].length] as StorageFault;
    this.count(`storage: ${fault}`);
    return fault;
  }

  private count(what: string, by = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + by);
  }

  private where(device: SimulatedDevice | null): string {
    return `seed ${this.seed}${device === null ? '' : `, ${device.name}`}`;
  }
}
