import type { DeviceId } from '../../shared/base/ids';

export type ProblemCode =
  | 'marker-damaged'
  | 'head-damaged'
  | 'head-went-back'
  | 'pack-damaged'
  | 'pack-missing'
  | 'newer-format'
  | 'log-gap'
  | 'log-forked'
  | 'blob-damaged'
  | 'blob-missing'
  | 'key-damaged'
  | 'index-damaged'
  | 'device-replaced'
  | 'witness-unwritable';

/** Something that stopped only itself. `keptAt` is where the damaged file was put, so that nothing is thrown away. */
export interface Problem {
  readonly code: ProblemCode;
  /** Path inside the library folder, with `/`. */
  readonly file: string;
  readonly device?: DeviceId;
  readonly keptAt?: string;
  /** Mended from another copy. */
  readonly mended?: boolean;
}
