import type { ErrorCode, ErrorParams } from '../base/errors';
import type { SpaceId } from '../base/ids';

export interface AppInfo {
  readonly version: string;
  readonly platform: 'win32' | 'darwin' | 'linux';
  readonly electron: string;
  readonly chrome: string;
  readonly folders: { readonly config: string; readonly library: string };
  /** Where a damaged settings file was put aside at start, or null. */
  readonly damagedSettings: string | null;
}

export interface VerifyReport {
  readonly revisions: number;
  readonly blobs: number;
  readonly problems: readonly { readonly code: ErrorCode; readonly params: ErrorParams }[];
  /** Files that items name and that are not here, at most 500, with the participants who were seen to hold what names them. */
  readonly missing: readonly { readonly space: SpaceId; readonly path: string; readonly holders: readonly string[] }[];
  /** All that are missing. */
  readonly missingCount: number;
  /** Of what was damaged or missing: made whole again from the index or from shared folders. */
  readonly mended: number;
}

export interface SpaceState {
  readonly id: SpaceId;
  readonly name: string;
  readonly kind: 'private' | 'open' | 'closed';
  readonly items: number;
  readonly hash: string;
}

export interface DocumentView {
  readonly kind: string;
  readonly pages: readonly string[];
  readonly headings: readonly { readonly level: number; readonly text: string; readonly page: number }[];
}
