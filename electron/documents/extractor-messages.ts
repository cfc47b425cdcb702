import type { ErrorCode, ErrorParams } from '../../shared/base/errors';
import type { DocumentLimits } from './limits';

/** What the pool hands a worker when it starts. */
export interface WorkerSetUp {
  readonly limits: DocumentLimits;
  /** Shared: the number of the job in hand, 0 when there is none. */
  readonly current: Int32Array;
  /** For the entry's own use. */
  readonly entryData: unknown;
}

export interface Job {
  /** From 1, never used twice in one pool. */
  readonly number: number;
  readonly task: 'text' | 'html' | 'asides';
  /** Bytes, or the path of a file. */
  readonly source: Uint8Array | string;
  readonly name: string;
}

export type Answer =
  | { readonly number: number; readonly value: unknown }
  | { readonly number: number; readonly error: { readonly code: ErrorCode; readonly params: ErrorParams } };
