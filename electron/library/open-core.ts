import type { SpaceId } from '../../shared/base/ids';
import { fieldOf } from '../../shared/model/types';
import type { MergePolicy } from '../../shared/revision/state';
import { catchUp, lostTail } from './catch-up';
import { recordLogEnds, type Core } from './core';
import { openDevice } from './device';
import { carryOutPending, rememberErasures } from './erase';
import type { Head } from './head';
import { condemnIndexFile, openIndexFile } from './index-file';
import { noItemIndex } from './item-index';
import { ItemStore } from './item-store';
import type { LibraryOptions, SpaceInfo } from './library-types';
import { appendToLog, settleLog } from './log-writer';
import { thisMachine } from './machine';
import { RevisionStore } from './revision-store';
import { plainSecretBox } from './secret-box';
import { openProblemDesk } from './set-aside';
import { createPrivateSpace, mendMarker, openSpaces } from './spaces';
import { openWitness } from './witness';

const policy: MergePolicy = { mergesText: (type, field) => fieldOf(type, field)?.kind === 'markdown' };

export interface OpenedCore {
  readonly core: Core;
  readonly spaces: readonly SpaceInfo[];
}

/** Opens or makes the library in a folder that nobody else has open. Order matters: read everything first, then see whether this device may go on writing its log. */
export async function openCore(options: LibraryOptions, unlock: () => void): Promise<OpenedCore> {
  const { folder, random } = options;
  const desk = openProblemDesk(folder, options.onProblem ?? (() => undefined));
  const { database, index } = await openIndexFile(folder, options.index ?? noItemIndex, desk);
  try {
    const found = await openSpaces(folder, desk);
    const revisions = new RevisionStore(database);
    const items = new ItemStore(database, revisions, index, policy);
    const replicas = new Map(found.map(({ replica }) => [replica.space, replica]));
    const tell = options.onProgress ?? (() => undefined);
    await catchUp({ database, desk, revisions, items, replicas }, tell);
    const witness = await openWitness(options.witnessFolder, options.machine ?? thisMachine(), random);
    const device = await openDevice({
      libraryFolder: folder,
      witness,
      secretBox: options.secretBox ?? plainSecretBox,
      random,
      desk,
      hasRevision: (space, id, n, revision) => {
        const known = revisions.find(revision);
        return known?.space === space && known.device === id && known.n === n;
      },
    });
    const ownHeads = new Map<SpaceId, Head>();
    const condemnIndex = (): Promise<void> => condemnIndexFile(folder);
    const core: Core = {
      database,
      desk,
      device,
      revisions,
      items,
      replicas,
      ownHeads,
      policy,
      clock: options.clock,
      unlock,
      condemnIndex,
      indexBehind: false,
    };
    const spaces = found.length > 0 ? found : [await createPrivateSpace(folder, random, await device.ensure(), desk)];
    for (const { replica } of spaces) replicas.set(replica.space, replica);
    await takeUpOwnLogs(core, tell);
    const signer = device.current();
    if (signer !== null) for (const space of found) await mendMarker(folder, space, signer);
    rememberErasures(core);
    await carryOutPending(core);
    return { core, spaces: spaces.map(({ marker: { space, name, kind } }) => ({ id: space, name, kind })) };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Goes on where this device's logs ended, after taking in what a crash or an older copy left out of step. */
async function takeUpOwnLogs(core: Core, tell: Parameters<typeof catchUp>[1]): Promise<void> {
  const signer = core.device.current();
  if (signer === null) return;
  let changed = false;
  for (const replica of core.replicas.values()) {
    const before = await replica.head(signer.device);
    let head = await settleLog(replica, signer, before);
    const tail = lostTail(core, replica, head, signer.device);
    if (tail.length > 0) head = await appendToLog(replica, signer, head, tail);
    if (head !== null) core.ownHeads.set(replica.space, head);
    changed ||= head?.last.n !== before?.last.n;
  }
  if (!changed) return;
  await catchUp(core, tell);
  await recordLogEnds(core);
}
