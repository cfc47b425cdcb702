import type { CallName, CallOutput, CheckedInput, Contract, EventName, Events } from '../../shared/contract';
import type { Library } from '../library/library-types';
import type { DocumentReader } from './document-reader';
import type { Extractor } from './extractor';
import type { FullSearch } from './full-search';
import type { Guard } from './guard';
import type { Insight } from './insight';
import type { Jobs } from './jobs';
import type { WorkingCopies } from './working-copies/working-copies';
import type { Backups } from './backup/backups';
import type { KeptCollections } from './kept-collections';
import type { News } from './news';
import type { Recovery } from './recovery/recovery';
import type { Sharing } from './sharing';
import type { ServiceSettings } from '../../shared/model/settings';
import type { Search } from '../search/search';

type LibraryCall = { [Name in CallName]: Contract[Name]['side'] extends 'library' ? Name : never }[CallName];

/** What the handlers work with: the library, its search, the workers that read documents, and a way to tell the window. */
export interface Parts {
  readonly library: Library;
  readonly search: Search;
  readonly fullSearch: FullSearch;
  readonly extractor: Extractor;
  readonly reader: DocumentReader;
  readonly jobs: Jobs;
  readonly sharing: Sharing;
  readonly news: News;
  readonly keptCollections: KeptCollections;
  readonly backups: Backups;
  readonly insight: Insight;
  readonly guard: Guard;
  readonly recovery: Recovery;
  readonly clock: () => Date;
  /** That many bytes from a cryptographic source. */
  readonly random: (sizeBytes: number) => Uint8Array;
  readonly settings: () => ServiceSettings;
  readonly resources: string;
  /** Where the built workers are. */
  readonly builtFolder: string;
  readonly copies: WorkingCopies;
  emit<Name extends EventName>(name: Name, payload: Events[Name]): void;
}

export type LibraryHandlers = {
  readonly [Name in LibraryCall]: (input: CheckedInput<Name>) => Promise<CallOutput<Name>> | CallOutput<Name>;
};
