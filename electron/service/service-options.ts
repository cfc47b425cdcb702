import type { EventName, Events } from '../../shared/contract';
import type { ServiceSettings } from '../../shared/model/settings';
import type { SecretBox } from '../library/secret-box';
import type { PasswordStore } from '../sync/password-store';
import type { Timers } from '../sync/timers';

export interface ServiceOptions {
  readonly folder: string;
  readonly configFolder: string;
  /** The app's static files. */
  readonly resources: string;
  /** Where the built workers are. */
  readonly builtFolder: string;
  /** Makes the search index again from the replicas, when it may be what keeps the library from opening. */
  readonly freshIndex?: boolean;
  readonly settings?: ServiceSettings;
  /** False: shared folders are looked at when somebody asks, and no snapshots are made by themselves. */
  readonly background?: boolean;
  readonly timers?: Timers;
  /** Where a proxy is looked up. */
  readonly env?: NodeJS.ProcessEnv;
  /** Where the passwords of shared folders are kept; asked for when the first is needed. */
  readonly passwords?: () => Promise<PasswordStore>;
  /** What guards the keys of this device. */
  readonly secretBox?: () => Promise<SecretBox>;
  readonly clock: () => Date;
  readonly random: (sizeBytes: number) => Uint8Array;
  emit<Name extends EventName>(name: Name, payload: Events[Name]): void;
}
