import type { SpaceId } from '../../shared/base/ids';
import type { SpaceStatus, SyncAttention } from '../../shared/model/sync';

/** These are tried again by themselves, and are no reason to call somebody. */
const passing = new Set(['remote-unreachable', 'remote-busy', 'cancelled']);

/** What became worth a person's attention between two statuses: more conflicts, a stop, a fault that needs a hand. */
export function attentionFor(before: readonly SpaceStatus[], now: readonly SpaceStatus[]): readonly SyncAttention[] {
  const earlier = new Map<SpaceId, SpaceStatus>(before.map((status) => [status.id, status]));
  return now.flatMap((status) => {
    const was = earlier.get(status.id);
    if (was === undefined) return [];
    const { id: space, name, conflicts, brake, fault } = status;
    const found: SyncAttention[] = [];
    if (conflicts > was.conflicts) found.push({ kind: 'conflict', space, name, count: conflicts - was.conflicts });
    if (brake !== null && was.brake === null) found.push({ kind: 'braked', space, name, count: brake.gone });
    if (fault !== null && !passing.has(fault.code) && was.fault?.code !== fault.code)
      found.push({ kind: 'fault', space, name, count: 1 });
    return found;
  });
}
