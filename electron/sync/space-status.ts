import type { SpaceStatus } from '../../shared/model/sync';
import type { SpaceSync } from './space-sync';

/** What sync knows of a space; the library knows the rest. */
export type SharedStatus = Omit<SpaceStatus, 'id' | 'name' | 'kind' | 'conflicts' | 'participants'>;

/** The place cannot be reached now and is tried again by itself. Other faults may need a person. */
const offlineCodes: ReadonlySet<string> = new Set(['remote-unreachable', 'remote-missing-folder', 'remote-busy']);

/** Of a space that is only here. */
export const unshared: SharedStatus = {
  place: null,
  state: 'local',
  progress: null,
  syncedAt: null,
  toSend: { changes: 0, files: 0 },
  toReceive: { files: 0, held: 0 },
  brake: null,
  quarantined: 0,
  fault: null,
  keepOffline: true,
};

export function sharedStatus(sync: SpaceSync | undefined): SharedStatus {
  if (sync === undefined) return unshared;
  const { changesOut, filesOut, filesIn, logFilesIn } = sync.counts;
  return {
    place: sync.place,
    state: stateOf(sync),
    progress: sync.progress,
    syncedAt: sync.syncedAt,
    toSend: { changes: changesOut, files: filesOut },
    toReceive: { files: filesIn, held: logFilesIn },
    brake: sync.brake,
    quarantined: sync.quarantined.length,
    fault: sync.fault,
    keepOffline: sync.keepOffline,
  };
}

/** A look that finds nothing is not shown as work. */
function stateOf({ brake, paused, progress, fault }: SpaceSync): SpaceStatus['state'] {
  if (brake !== null) return 'braked';
  if (paused) return 'paused';
  if (progress !== null && progress.phase !== 'looking') return 'syncing';
  return fault !== null && offlineCodes.has(fault.code) ? 'offline' : 'idle';
}
