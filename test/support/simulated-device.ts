import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import { openLibrary, type Library } from '../../electron/library/library';
import { markerName } from '../../electron/library/marker';
import { Braked } from '../../electron/sync/brake';
import { keepHouse } from '../../electron/sync/housekeeping';
import { RemoteState } from '../../electron/sync/remote-state';
import { runRound } from '../../electron/sync/round';
import { everyFile, roundContext, type RoundMode } from '../../electron/sync/round-context';
import type { Transport } from '../../electron/sync/transport';
import type { MemoryStorage } from './memory-transport';

export interface SimulatedWorld {
  /** Milliseconds since 1970, the true time. */
  now: number;
  readonly next: (below: number) => number;
  readonly random: (sizeBytes: number) => Uint8Array;
}

/** A person's laptop: a real library on a real folder, a clock of its own, and a round that starts when the simulation says so. */
export class SimulatedDevice {
  library: Library | null = null;
  state: RemoteState;
  skewMs = 0;
  braked = false;
  readonly problems: string[] = [];

  constructor(
    readonly name: string,
    readonly base: string,
    private readonly machine: string,
    private readonly world: SimulatedWorld,
    readonly transport: Transport,
  ) {
    this.state = new RemoteState(transport.place);
    mkdirSync(base, { recursive: true });
  }

  clock = (): Date => new Date(this.world.now + this.skewMs);

  async open(): Promise<Library> {
    this.library ??= await openLibrary({
      folder: join(this.base, 'library'),
      witnessFolder: join(this.base, 'config'),
      clock: this.clock,
      random: this.world.random,
      machine: this.machine,
      onProblem: ({ code }) => this.problems.push(code),
    });
    return this.library;
  }

  async close(): Promise<void> {
    const library = this.library;
    this.library = null;
    await library?.close().catch(() => undefined);
  }

  /** Reads the marker that lies in the shared folder and joins the space. */
  async join(): Promise<void> {
    const library = await this.open();
    const bytes = await this.transport.read(markerName, { limitBytes: 65_536 });
    if (bytes !== null) await library.adoptSpace(bytes);
  }

  /** `braked` when it stood still; other failures are thrown. */
  async round(space: SpaceId, mode: Partial<RoundMode> = {}): Promise<'done' | 'braked'> {
    const library = await this.open();
    const context = roundContext(library, space, {
      transport: this.transport,
      state: this.state,
      mode: { readMarker: true, wantsFile: everyFile, eager: false, putBack: false, ...mode },
      clock: this.clock,
    });
    try {
      await runRound(context);
      await keepHouse(context, []);
      return 'done';
    } catch (error) {
      if (error instanceof Braked) return 'braked';
      throw error;
    }
  }

  /** True when the shared folder was seen to hold everything this device wrote. */
  isShared(space: SpaceId): Promise<boolean> {
    return this.open().then(async (library) => {
      const own = (await library.space(space).heads()).find((local) => local.own);
      return own === undefined || [...this.state.heads.values()].some(({ seen, hash }) => seen && hash === own.hash);
    });
  }

  /** What was known of the shared folder is gone with the disk. */
  forget(): void {
    this.state = new RemoteState(this.transport.place);
  }

  /** The folders as they are now, to be put back later or given to somebody else. */
  async copyTo(target: string): Promise<void> {
    await this.close();
    rmSync(target, { recursive: true, force: true });
    cpSync(this.base, target, { recursive: true });
  }

  itemsIn(space: SpaceId): readonly ItemId[] {
    return [...(this.library?.items() ?? [])].filter((item) => item.space === space).map(({ id }) => id);
  }
}

/** The space begins with its marker in the shared folder. */
export async function putMarkerInto(storage: MemoryStorage, library: Library, space: SpaceId): Promise<void> {
  storage.put(markerName, await library.space(space).markerBytes());
}
