/** A file as a listing shows it. `tag` changes when its content does: an ETag, or size and time. */
export interface ListedFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly tag: string;
}

/** Awaited for every piece that is sent or received, with its size: where a limit on bandwidth waits and progress is counted. */
export type Pace = (sizeBytes: number, signal?: AbortSignal) => Promise<void>;

export interface ReadOptions {
  readonly signal?: AbortSignal;
  readonly pace?: Pace;
  /** Stops and throws `remote-too-large` past this many bytes. */
  readonly limitBytes: number;
}

/** Bytes that may be asked for again from any point, so that an interrupted upload can be repeated. */
export interface Upload {
  readonly sizeBytes: number;
  /** The bytes, or the file that holds them. */
  readonly content: Uint8Array | { readonly path: string };
  readonly pace?: Pace;
}

export interface NamedUpload {
  readonly path: string;
  readonly upload: Upload;
}

/**
 * A folder somewhere: on a disk, a share, a WebDAV server, inside a bundle. Paths are relative, with `/`, of names that are safe everywhere.
 * Each method is one attempt and, as a rule, one request; trying again is for `withRetries`. Nothing here knows what the files mean.
 * Errors: AppError with a `remote-` code and the `place` in its params. Worth another try: `remote-unreachable`, `remote-busy` (with `retryAfterMs`,
 * 0 when the storage did not say), `remote-garbled`, `remote-failed`. Not: `remote-missing-folder` (the root is not there), `remote-login`,
 * `remote-denied`, `remote-read-only`, `remote-full`, `remote-too-large`, `remote-crowded`, `remote-insecure`, `remote-certificate`, `remote-moved`,
 * `remote-address`; and `cancelled`.
 */
export interface Transport {
  /** As people know it: a path or an address without password. */
  readonly place: string;
  readonly canWrite: boolean;
  /** The files, not the folders, directly in a folder; null when the folder is not there. Names that end in `.tmp` are left out. */
  list(folder: string, signal?: AbortSignal): Promise<readonly ListedFile[] | null>;
  /** The names of the folders directly in a folder; empty when it is not there. */
  folders(folder: string, signal?: AbortSignal): Promise<readonly string[]>;
  /** The whole file, or null when it is not there. */
  read(path: string, options: ReadOptions): Promise<Uint8Array | null>;
  /**
   * Brings `target`, a local file, from its first `from` bytes to the whole; false when the file is not there. Past `from` the target is
   * written over, so what an earlier call left is taken up by giving its size. `limitBytes` is of the whole.
   */
  download(path: string, target: string, from: number, options: ReadOptions): Promise<boolean>;
  /** Puts a file in place, whole, over an older one; makes the folders on the way, never the root. Gives its new tag when the storage tells it. */
  write(path: string, upload: Upload, signal?: AbortSignal): Promise<string | null>;
  /**
   * The same for many small files, where putting them together is much quicker; all are kept when it resolves, and any of them may be when it fails. Absent
   * where it is not quicker.
   */
  writeMany?(files: readonly NamedUpload[], signal?: AbortSignal): Promise<void>;
  /** Nothing happens when it is not there. */
  remove(path: string, signal?: AbortSignal): Promise<void>;
  /** Makes the root itself, for a place that a person just named. Nothing else does: a root that went away is an unmounted disk, not an empty one. */
  makeRoot(signal?: AbortSignal): Promise<void>;
  /** Calls when something in a folder, which need not exist yet, may have changed; null when this storage cannot tell. Gives the way to stop. */
  watch(folder: string, onChange: () => void): (() => void) | null;
  close(): Promise<void>;
}
