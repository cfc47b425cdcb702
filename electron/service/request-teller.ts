import type { SpaceId } from '../../shared/base/ids';
import { requestsOf } from '../access/requests';
import type { Library } from '../library/library-types';
import { ownRights } from './own-rights';
import type { ServiceOptions } from './service-options';

/** Tells when somebody asks for access where this device can give it. What is there at the first look is no news. */
export interface RequestTeller {
  look(): void;
}

export function createRequestTeller({
  library,
  clock,
  emit,
}: Pick<ServiceOptions, 'clock' | 'emit'> & { readonly library: Library }): RequestTeller {
  const known = new Map<SpaceId, ReadonlySet<string>>();
  let running = false;
  const lookAt = async (): Promise<void> => {
    for (const { space, role } of await ownRights(library, clock())) {
      if (role !== 'coordinate') continue;
      const now = new Set((await requestsOf(library, space)).map(({ device, edition }) => `${device} ${edition}`));
      const before = known.get(space);
      known.set(space, now);
      const count = before === undefined ? 0 : [...now].filter((request) => !before.has(request)).length;
      const name = library.spaces().find(({ id }) => id === space)?.name ?? '';
      if (count > 0) emit('sync.attention', { kind: 'request', space, name, count });
    }
  };
  return {
    look: () => {
      if (running) return;
      running = true;
      lookAt()
        // A library that is being closed or left has nobody to tell.
        .catch(() => undefined)
        .finally(() => {
          running = false;
        });
    },
  };
}
