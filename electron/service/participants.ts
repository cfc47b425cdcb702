import type { SpaceId } from '../../shared/base/ids';
import type { Participant } from '../../shared/model/sync';
import type { Library } from '../library/library-types';

/** Who works on which device, as far as a space tells. */
export function participantsOf(library: Library, space: SpaceId): ReadonlyMap<string, Participant> {
  return new Map(library.participants(space).map((participant) => [participant.device as string, participant]));
}
