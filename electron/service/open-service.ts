import { join } from 'node:path';
import { AppError } from '../../shared/base/errors';
import { contract, type CallInput, type CallName, type CallOutput, type EventName, type Events } from '../../shared/contract';
import type { LibraryStatus } from '../../shared/model/views';
import { openLibrary } from '../library/library';
import { createJobs } from './jobs';
import { libraryHandlers } from './handlers';
import type { Parts } from './service';

export interface ServiceOptions {
  readonly folder: string;
  readonly configFolder: string;
  /** The app's static files. */
  readonly resources: string;
  /** Where the built workers are. */
  readonly builtFolder: string;
  readonly clock: () => Date;
  readonly random: (sizeBytes: number) => Uint8Array;
  emit<Name extends EventName>(name: Name, payload: Events[Name]): void;
}

/** The library with everything around it, as the window, the command line, the tests and the benchmarks use it. */
export interface Service {
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  /** The bytes of an item's file, or null when it has none here. */
  locateFile(item: string): { path: string; mediaType: string } | null;
  close(): Promise<void>;
}
