import { membershipType } from '../../shared/access/change';
import { erasureType } from '../../shared/revision/erasure';

/** Who takes part in a space: an item that a device writes about itself (FORMAT.md, F26). */
export const participantType = 'participant';

/** Items that the library writes for itself: shared and merged like any other, and in nobody's list. */
export const hiddenTypes = [erasureType, participantType, membershipType] as const;
