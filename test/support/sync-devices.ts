import { join } from 'node:path';
import type { SpaceId } from '../../shared/base/ids';
import { markerName } from '../../electron/library/marker';
import type { Library } from '../../electron/library/library';
import { keepHouse } from '../../electron/sync/housekeeping';
import { RemoteState } from '../../electron/sync/remote-state';
import { runRound } from '../../electron/sync/round';
import {
  roundContext,
  everyFile,
  type RoundContext,
  type RoundMode,
  type RoundReport,
} from '../../electron/sync/round-context';
import type { Transport } from '../../electron/sync/transport';
import { grantAccess } from './let-in';
import { openTestLibrary, temporaryFolder, testClock } from './library-folders';

/** A library with what it knows of one shared folder, and rounds on command. */
export interface SyncDevice {
  readonly base: string;
  readonly library: Library;
  readonly transport: Transport;
  readonly state: RemoteState;
  readonly clock: ReturnType<typeof testClock>;
  readonly log: { readonly code: string; readonly params: unknown }[];
  round(mode?: Partial<RoundMode>): Promise<RoundReport>;
  tidy(): Promise<void>;
  context(mode?: Partial<RoundMode>): RoundContext;
}

export interface DeviceOptions {
  readonly base?: string;
  readonly machine?: string;
  readonly clock?: ReturnType<typeof testClock>;
  readonly library?: Library;
  /** What it knows of the shared folder. */
  readonly state?: RemoteState;
}

const idle: RoundMode = { readMarker: false, wantsFile: everyFile, eager: false, putBack: false };

/** `space` is asked for each time, because a device may join later. */
export async function syncDevice(
  transport: Transport,
  space: () => SpaceId,
  options: DeviceOptions = {},
): Promise<SyncDevice> {
  const base = options.base ?? temporaryFolder();
  const clock = options.clock ?? testClock();
  const library = options.library ?? (await openTestLibrary(base, { clock, machine: options.machine ?? base }));
  const state = options.state ?? new RemoteState(transport.place);
  const log: SyncDevice['log'] = [];
  const context = (mode: Partial<RoundMode> = {}): RoundContext =>
    roundContext(library, space(), {
      transport,
      state,
      mode: { ...idle, ...mode },
      clock,
      log: (_, code, params) => log.push({ code, params }),
    });
  return {
    base,
    library,
    transport,
    state,
    clock,
    log,
    context,
    round: (mode) => runRound(context(mode)),
    tidy: () =>
      keepHouse(
        context(),
        library.erasures().filter(({ space: its, done }) => done && its === space()),
      ),
  };
}

/** A founder whose space has its marker in the shared folder, and others who joined it. Each on a transport of its own. */
export async function sharedSpace(
  transports: readonly Transport[],
  clock?: ReturnType<typeof testClock>,
  closed = false,
): Promise<{ readonly space: SpaceId; readonly devices: readonly SyncDevice[] }> {
  let space = '' as SpaceId;
  const devices: SyncDevice[] = [];
  for (const transport of transports)
    devices.push(await syncDevice(transport, () => space, clock === undefined ? {} : { clock }));
  const [founder, ...others] = devices as [SyncDevice, ...SyncDevice[]];
  space = (await founder.library.createSpace({ name: 'Regio Noord', closed })).id;
  const marker = await founder.library.space(space).markerBytes();
  await founder.transport.write(markerName, { sizeBytes: marker.length, content: marker });
  for (const { library } of others) {
    await library.adoptSpace(marker);
    if (closed) await grantAccess(founder.library, space, library);
  }
  // In an open space there is nothing to wait for; in a closed one the others can write when their key has come.
  if (closed) for (const device of devices) await device.round();
  return { space, devices };
}

/** Rounds by turns until nobody has news; fails when that takes too long. */
export async function settle(devices: readonly SyncDevice[], mode: Partial<RoundMode> = {}, most = 8): Promise<void> {
  for (let turn = 0; turn < most; turn += 1) {
    let news = 0;
    for (const device of devices) {
      const { revisionsIn, filesIn, headsOut, filesOut } = await device.round({ eager: true, ...mode });
      news += revisionsIn + filesIn + headsOut + filesOut;
    }
    if (news === 0) return;
  }
  throw new Error(`not in step after ${most} turns`);
}

export interface Requests {
  readonly total: number;
  readonly calls: readonly string[];
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** Counts each call as the request it is on a server. */
export function counting(transport: Transport): Transport & { taken(): Requests } {
  let calls: string[] = [];
  let [bytesIn, bytesOut] = [0, 0];
  const count = <T>(name: string, path: string, result: T): T => {
    calls.push(`${name} ${path}`);
    return result;
  };
  return {
    place: transport.place,
    canWrite: transport.canWrite,
    list: (folder, signal) => count('list', folder, transport.list(folder, signal)),
    folders: (folder, signal) => count('folders', folder, transport.folders(folder, signal)),
    read: async (path, options) => {
      const bytes = await count('read', path, transport.read(path, options));
      bytesIn += bytes?.length ?? 0;
      return bytes;
    },
    download: (path, target, from, options) => count('download', path, transport.download(path, target, from, options)),
    write: (path, upload, signal) => {
      bytesOut += upload.sizeBytes;
      return count('write', path, transport.write(path, upload, signal));
    },
    remove: (path, signal) => count('remove', path, transport.remove(path, signal)),
    makeRoot: (signal) => transport.makeRoot(signal),
    watch: (folder, onChange) => transport.watch(folder, onChange),
    close: () => transport.close(),
    taken: () => {
      const taken = { total: calls.length, calls, bytesIn, bytesOut };
      calls = [];
      bytesIn = bytesOut = 0;
      return taken;
    },
  };
}

/** The folder of a space in a device's library. */
export function replicaFolder(device: Pick<SyncDevice, 'base'>, space: SpaceId): string {
  return join(device.base, 'library', 'spaces', space);
}
