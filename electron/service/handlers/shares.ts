import type { MembershipChange } from '../../../shared/access/change';
import { accessLimits } from '../../../shared/access/change';
import type { SpaceId } from '../../../shared/base/ids';
import type { ItemState } from '../../../shared/revision/item-state';
import { beginMembership } from '../../access/members';
import type { Parts } from '../service';
import { personOf, send } from './access';

type Share = Extract<MembershipChange, { kind: 'share' }>;

/**
 * Writes in the log of each closed space what of it is about to be shown to people outside, before it is. To show something outside is to give access, so a
 * coordinator does it (shared/access/RULES.md, A6). Error: `access-denied`, before anything was written.
 */
export async function logShares(
  parts: Parts,
  items: readonly Pick<ItemState, 'space' | 'fields'>[],
  what: Share['what'],
  to: string,
): Promise<void> {
  const { library } = parts;
  for (const { id, kind } of library.spaces()) {
    const changes = items
      .filter(({ space }) => space === id)
      .map(({ fields }): Share => ({ kind: 'share', what, title: titleOf(fields['title']), to }));
    if (kind !== 'closed' || changes.length === 0) continue;
    await beginMembership(library, id, personOf(parts));
    await writeAll(parts, id, changes);
  }
}

async function writeAll(parts: Parts, id: SpaceId, changes: readonly Share[]): Promise<void> {
  for (let at = 0; at < changes.length; at += accessLimits.changes)
    await parts.library.access(id).change(changes.slice(at, at + accessLimits.changes));
  send(parts, id);
}

function titleOf(title: unknown): string {
  return String(title ?? '').slice(0, accessLimits.name);
}
