import { membershipType } from '../../shared/access/change';
import { participantType } from '../../shared/access/judge';
import { erasureType } from '../../shared/revision/erasure';

/** Items that the library writes for itself: shared and merged like any other, and in nobody's list. */
export const hiddenTypes = [erasureType, participantType, membershipType] as const;
