import type { SpaceId } from '../../shared/base/ids';
import type { Role } from '../../shared/access/role';
import type { OwnRights } from '../../shared/model/access';
import { isOver } from '../access/members';
import { requestsOf } from '../access/requests';
import type { Library } from '../library/library-types';

/** What whoever works here may do in a space today; in one without members everything that an editor may. */
export function roleHere(library: Library, space: SpaceId, now: Date): Role {
  if (library.spaces().find(({ id }) => id === space)?.kind !== 'closed') return 'edit';
  const self = library.access(space).self();
  return self === null || isOver(self, now.toISOString().slice(0, 10)) ? 'none' : self.role;
}

/** The same of every closed space, and how many ask for access where this device can give it. */
export async function ownRights(library: Library, now: Date): Promise<readonly OwnRights[]> {
  const closed = library.spaces().filter(({ kind }) => kind === 'closed');
  return Promise.all(
    closed.map(async ({ id: space }) => {
      const role = roleHere(library, space, now);
      return { space, role, requests: role === 'coordinate' ? (await requestsOf(library, space)).length : 0 };
    }),
  );
}
