import type { DeviceId, SpaceId } from '../base/ids';
import type { SpaceStatus } from './sync';

/** A space as a recovery sheet names it. */
export interface SheetSpace {
  readonly id: SpaceId;
  readonly name: string;
  readonly closed: boolean;
  /** A folder or an address, as it was when the sheet was made; null when it was only there. */
  readonly place: string | null;
  /** Of a closed space eight words, to compare with what is found at the place. */
  readonly words: readonly string[];
}

/** What is printed. Whoever has it is who it is of. */
export interface RecoverySheet {
  readonly madeAt: string;
  readonly name: string;
  readonly organisation: string;
  readonly words: readonly string[];
  readonly spaces: readonly SheetSpace[];
  /** The same as one text, which the QR code holds; of the spaces as many as fit in it. */
  readonly text: string;
  /** Closed spaces in which the sheet could not be made to count. */
  readonly leftOut: readonly string[];
}

/** What somebody has in hand: words only, or all that the text of the QR code says. */
export interface SheetRead {
  readonly madeAt: string | null;
  readonly name: string;
  readonly organisation: string;
  readonly spaces: readonly Omit<SheetSpace, 'words'>[];
}

export interface RecoveryStatus {
  /** The key of this device does not open: nothing can be written, but as a new device. */
  readonly isShut: boolean;
  /** When the sheet that counts was made from here; null when there is none. */
  readonly madeAt: string | null;
  /** Another one was made since, on another device: this one counts no more. */
  readonly replaced: boolean;
  /** Spaces whose place is not on it. Its words open them all the same. */
  readonly notOnSheet: readonly string[];
  /** Items that are only in the private space: a sheet does not bring them back. */
  readonly privateItems: number;
}

/**
 * `member`: here as who they were; `open`: there is nothing to prove; `unknown`: the sheet was never given access; `stopped`: it was, and another sheet took its place or a
 * coordinator took it away.
 */
export type RecoveryOutcome = 'member' | 'open' | 'unknown' | 'stopped';

export interface RestoredSpace {
  readonly status: SpaceStatus;
  readonly outcome: RecoveryOutcome;
  /** Of a closed space. */
  readonly words: readonly string[];
  /** null for a sheet that says nothing of its spaces. */
  readonly isOnSheet: boolean | null;
  /** Who the sheet is of, as this space knows them; empty where it does not say. */
  readonly name: string;
  readonly organisation: string;
}

/** What the second device shows, to be brought to the first. */
export interface DeviceInvitation {
  /** `raakvlak:apparaat#…`. */
  readonly code: string;
  /** Eight words that stand for this device. */
  readonly words: readonly string[];
}

/** What the first device sees of the second, before it says yes. */
export interface DeviceAsking {
  readonly name: string;
  readonly words: readonly string[];
  /** It speaks for who works here already, somewhere. */
  readonly isKnown: boolean;
}

/** What to open on the second device. */
export interface DeviceAdded {
  readonly spaces: readonly Pick<SheetSpace, 'name' | 'closed' | 'place'>[];
  /** Closed spaces in which it may not speak: it was dropped there, or is somebody else's. */
  readonly leftOut: readonly string[];
}

/** A device of this person, as the closed spaces know it. */
export interface OwnDevice {
  readonly device: DeviceId;
  readonly kind: 'this' | 'sheet' | 'other';
  /** When it last wrote something that is here. */
  readonly lastSeen: string | null;
  readonly spaces: readonly string[];
}
