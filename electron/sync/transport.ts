/** A file as a listing shows it. `tag` changes when its content does: an ETag, or size and time. */
export interface ListedFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly tag: string;
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Stops and throws `remote-too-large` past this many bytes. */
  readonly limitBytes: number;
}

/** Bytes that may be asked for again from any point, so that an interrupted upload can be repeated. */
export interface Upload {
  readonly sizeBytes: number;
  /** The bytes, or the file that holds them. */
  readonly content: Uint8Array | { readonly path: string };
}

/**
 * A folder somewhere: on a disk, a share, a WebDAV server, inside a bundle. Paths are relative, with `/`, of names that are safe everywhere.
 * Each method is one attempt and, as a rule, one request; trying again is for `withRetries`. Nothing here knows what the files mean.
 * Errors: AppError with a `remote-` code (`remote-unreachable`, `remote-missing-folder`, `remote-denied`, `remote-read-only`, `remote-full`,
 * `remote-busy` with `retryAfterMs` in its params, `remote-garbled`, `remote-too-large`, `remote-failed`), and `cancelled`.
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
  /** Appends to `target`, a local file, from byte `from` on; false when the file is not there. Resumes what an earlier call left. */
  download(path: string, target: string, from: number, options: ReadOptions): Promise<boolean>;
  /** Puts a file in place, whole, over an older one; makes the folders on the way. Gives its new tag when the storage tells it. */
  write(path: string, upload: Upload, signal?: AbortSignal): Promise<string | null>;
  /** Nothing happens when it is not there. */
  remove(path: string, signal?: AbortSignal): Promise<void>;
  /** Calls when something in a folder may have changed; null when this storage cannot tell. Gives the way to stop. */
  watch(folder: string, onChange: () => void): (() => void) | null;
  close(): Promise<void>;
}
