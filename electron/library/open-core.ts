import { AppError } from '../../shared/base/errors';
import type { DeviceId, SpaceId } from '../../shared/base/ids';
import { fieldOf } from '../../shared/model/types';
import type { MergePolicy } from '../../shared/revision/state';
import { catchUp, lostTail, takeInStrays } from './catch-up';
import { notePacks, recordLogEnds, type Core } from './core';
import { openDevice, readDeviceKeys } from './device';
import { carryOutPending, rememberErasures } from './erase';
import { condemnIndexFile, openIndexFile } from './index-file';
import { noItemIndex } from './item-index';
import { ItemStore } from './item-store';
import { Judges } from './judges';
import type { LibraryOptions } from './library-types';
import type { Log } from './log';
import { appendToLog, settleLog } from './log-writer';
import { thisMachine } from './machine';
import type { Marker } from './marker';
import { RevisionStore } from './revision-store';
import { plainSecretBox } from './secret-box';
import { openProblemDesk } from './set-aside';
import { handOver } from './space-keys';
import { deviceOf } from './signing';
import { createPrivateSpace, forgetSpacesLeft, mendPrivateMarker, openSpaces } from './spaces';
import { openWitness } from './witness';

const policy: MergePolicy = { mergesText: (type, field) => fieldOf(type, field)?.kind === 'markdown' };

/** Opens or makes the library in a folder that nobody else has open. Order matters: read everything first, then see whether this device may go on writing its log. */
export async function openCore(options: LibraryOptions, unlock: () => void): Promise<Core> {
  const { folder, random } = options;
  const desk = openProblemDesk(folder, options.onProblem ?? (() => undefined));
  const { database, index } = await openIndexFile(folder, options.index ?? noItemIndex, desk);
  try {
    const secretBox = (await options.secretBox?.()) ?? plainSecretBox;
    const found = await readDeviceKeys({ libraryFolder: folder, secretBox, desk });
    const spaces = new Map((await openSpaces(folder, desk, found.keys)).map((space) => [space.replica.space, space]));
    const replicas = new Map([...spaces].map(([id, { replica }]) => [id, replica]));
    const revisions = new RevisionStore(
      database,
      (space, hash) => replicas.get(space)?.blobs.has(hash) === true,
      (hash) => [...replicas.values()].some(({ blobs }) => blobs.has(hash)),
      (space) => spaces.get(space)?.marker.kind === 'private',
    );
    const judges = new Judges(revisions, (space) => founderOf(spaces.get(space)?.marker));
    const items = new ItemStore(database, revisions, index, policy, judges);
    const tell = options.onProgress ?? (() => undefined);
    await forgetSpacesLeft({ database, revisions, items }, folder);
    await catchUp({ database, desk, revisions, items, judges, replicas }, tell);
    const device = await openDevice({
      libraryFolder: folder,
      witness: await openWitness(options.witnessFolder, options.machine ?? thisMachine(), random),
      secretBox,
      random,
      desk,
      found,
      handOver: (next) => handOver(replicas.values(), next, random),
      hasRevision: (space, id, n, revision) => {
        const known = revisions.find(revision);
        return known?.space === space && known.device === id && known.n === n;
      },
    });
    const core: Core = {
      database,
      desk,
      device,
      revisions,
      items,
      judges,
      spaces,
      replicas,
      ownLogs: new Map<SpaceId, Log>(),
      written: new Set(),
      policy,
      clock: options.clock,
      unlock,
      condemnIndex: () => condemnIndexFile(folder),
      carriedOut: new Set(),
      onErased: options.onErased ?? (() => undefined),
      indexState: 'current',
    };
    await takeUp(core, options, tell);
    return core;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Who is a member of a closed space is said by revisions, beginning with those of the device that made it. */
function founderOf(marker: Marker | undefined): DeviceId | null {
  return marker?.kind === 'closed' && marker.founder !== '' ? deviceOf(marker.founder) : null;
}

async function takeUp(
  core: Core,
  { folder, random }: LibraryOptions,
  tell: Parameters<typeof catchUp>[1],
): Promise<void> {
  if (core.spaces.size === 0) {
    const made = await createPrivateSpace(folder, random, await core.device.ensure(), core.desk);
    core.spaces.set(made.replica.space, made);
    core.replicas.set(made.replica.space, made.replica);
  }
  await takeUpOwnLogs(core, tell);
  const signer = core.device.current();
  await takeInStrays(core, signer?.device ?? null);
  if (signer !== null) await mendPrivateMarker(folder, core.spaces, signer);
  await rememberErasures(core);
  await carryOutPending(core);
}

/** Goes on where this device's logs ended, after taking in what a crash or an older copy left out of step. */
async function takeUpOwnLogs(core: Core, tell: Parameters<typeof catchUp>[1]): Promise<void> {
  const signer = core.device.current();
  if (signer === null) return;
  let changed = false;
  for (const replica of core.replicas.values()) {
    if (replica.newer.has(signer.device)) throw new AppError('library-newer');
    const before = await replica.log(signer.device);
    const end = before?.head.last?.n;
    let log = await settleLog(replica, signer, before);
    const tail = lostTail(core, replica, log, signer.device);
    if (tail.length > 0) {
      log = await appendToLog(replica, signer, log, tail);
      const appended = log;
      core.database.transaction(() => notePacks(core, replica.space, appended));
    }
    if (log !== null) core.ownLogs.set(replica.space, log);
    changed ||= log?.head.last?.n !== end;
  }
  if (!changed) return;
  await catchUp(core, tell);
  await recordLogEnds(core);
}
