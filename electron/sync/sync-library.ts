import type { BlobHash, DeviceId, SpaceId } from '../../shared/base/ids';
import type { Participant } from '../../shared/model/sync';
import type { LocalSpace } from '../library/local-space';
import type { SpaceInfo } from '../library/library-types';

/** What an erasure asks for, in its space. */
export interface Erased {
  readonly id: string;
  readonly space: SpaceId;
  /** Carried out here. */
  readonly done: boolean;
  readonly blobs: readonly BlobHash[];
}

/** What sync asks of an open library. */
export interface SyncLibrary {
  readonly folder: string;
  device(): DeviceId | null;
  spaces(): readonly SpaceInfo[];
  space(id: SpaceId): LocalSpace;
  adoptSpace(marker: Uint8Array): Promise<SpaceInfo>;
  removeSpace(id: SpaceId): Promise<void>;
  renewDevice(): Promise<DeviceId>;
  participants(space: SpaceId): readonly Participant[];
  conflicts(space?: SpaceId): readonly unknown[];
  erasures(): readonly Erased[];
}
