import { createHmac, hkdfSync } from 'node:crypto';
import { isSealed, open, openStream, seal, sealedFileSize, sealStream, type Bytes } from '../access/age/age';
import type { Identity } from '../access/age/x25519';
import type { BlobHash } from '../../shared/base/ids';
import { AppError } from '../../shared/base/errors';
import { epochName, type EpochKey } from './epoch-key';
import { sha256 } from './hash';
import { sizeClass } from './size-class';

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A file as it is, and the name that it is to have in the folder. */
export interface PlainBlob {
  readonly hash: BlobHash;
  readonly name: string;
  readonly sizeBytes: number;
}

/** What stands between the files of a space and its folder: nothing in an open space, encryption in a closed one (FORMAT.md, F12, F19). */
export interface SpaceLock {
  /** False as long as a closed space has no key here: then nothing can be written in it. */
  readonly canWrite: boolean;
  /** A pack or list, compressed, as it lies in the folder. Error: `space-locked`. */
  seal(compressed: Uint8Array): Uint8Array;
  /** The other way; null when no key here opens it. */
  open(file: Uint8Array): Uint8Array | null;
  /** It is sealed with the key that would be used now. */
  isOfNewest(file: Uint8Array): boolean;
  /** It is sealed, and not for a key that is here. */
  isLocked(file: Uint8Array): boolean;
  /** What a head says of a size. */
  told(sizeBytes: number): number;
  /** Names under which the folder may have a file, the one that a writer uses first. */
  blobNames(hash: BlobHash): readonly string[];
  /** What a file of this size takes in the folder. */
  blobSize(sizeBytes: number): number;
  /** A file's bytes as the folder has them, under the key that the name is of; null where that is as they are. The same bytes from every device, so that whoever puts them changes nothing. */
  sealBlob: ((blob: PlainBlob, chunks: Chunks) => AsyncIterable<Uint8Array>) | null;
  /** The same in memory, which is three times as quick for a small file. */
  sealWhole(blob: PlainBlob, bytes: Uint8Array): Uint8Array;
  /** The other way, with what it was filled up with behind it. Error: AgeError. */
  openBlob(sealed: Chunks): AsyncIterable<Uint8Array>;
}

export const openLock: SpaceLock = {
  canWrite: true,
  seal: (compressed) => compressed,
  open: (file) => file,
  isOfNewest: () => true,
  isLocked: isSealed,
  told: (sizeBytes) => sizeBytes,
  blobNames: (hash) => [hash],
  blobSize: (sizeBytes) => sizeBytes,
  sealBlob: null,
  sealWhole: (_, bytes) => bytes,
  openBlob: (sealed) => pass(sealed),
};

/** The keys of a closed space that are here, newest first. */
export class EpochLock implements SpaceLock {
  private known: readonly EpochKey[] = [];
  private forReading: readonly EpochKey[] = [];
  /** Packs of one time come together, so the key that opened the last one is tried first. */
  private last: Identity | null = null;

  get keys(): readonly EpochKey[] {
    return this.known;
  }

  get canWrite(): boolean {
    return this.known.length > 0;
  }

  add(key: EpochKey): void {
    if (this.known.some((other) => epochName(other) === epochName(key))) return;
    this.forReading = this.forReading.filter((other) => epochName(other) !== epochName(key));
    this.known = [...this.known, key].sort((a, b) => b.number - a.number || (epochName(a) < epochName(b) ? 1 : -1));
  }

  /** Opens packs and lists; nothing is ever written with it, and no file put under a name that it makes. */
  addForReading(key: EpochKey): void {
    this.forReading = [...this.forReading, key];
  }

  remove(key: EpochKey): void {
    this.known = this.known.filter((other) => epochName(other) !== epochName(key));
    this.last = null;
  }

  seal(compressed: Uint8Array): Uint8Array {
    const { identity } = this.newest;
    const bytes = derivedBytes(identity, sha256(compressed));
    return seal(Buffer.concat([compressed, fill(compressed.length)]), identity.recipient, bytes);
  }

  open(file: Uint8Array): Uint8Array | null {
    const identities = [...this.known, ...this.forReading].map(({ identity }) => identity);
    const inTurn = this.last === null ? identities : [this.last, ...identities.filter((one) => one !== this.last)];
    for (const identity of inTurn) {
      const plain = opened(file, identity);
      if (plain === null) continue;
      this.last = identity;
      return plain;
    }
    return null;
  }

  isOfNewest(file: Uint8Array): boolean {
    return this.known.length === 1 || opened(file, this.newest.identity) !== null;
  }

  isLocked(file: Uint8Array): boolean {
    return isSealed(file) && this.open(file) === null;
  }

  told(sizeBytes: number): number {
    return sizeClass(sizeBytes);
  }

  blobNames(hash: BlobHash): readonly string[] {
    return this.known.map(({ identity }) => createHmac('sha256', identity.text).update(hash).digest('hex'));
  }

  blobSize(sizeBytes: number): number {
    return sealedFileSize(sizeClass(sizeBytes));
  }

  sealBlob = (blob: PlainBlob, chunks: Chunks): AsyncIterable<Uint8Array> => {
    const identity = this.keyOf(blob);
    return sealStream(filledUp(chunks, blob.sizeBytes), identity.recipient, derivedBytes(identity, blob.hash));
  };

  sealWhole(blob: PlainBlob, bytes: Uint8Array): Uint8Array {
    const identity = this.keyOf(blob);
    const filled = Buffer.concat([bytes, fill(bytes.length)]);
    return seal(filled, identity.recipient, derivedBytes(identity, blob.hash));
  }

  openBlob(sealed: Chunks): AsyncIterable<Uint8Array> {
    return openStream(
      sealed,
      this.known.map(({ identity }) => identity),
    );
  }

  private keyOf({ hash, name }: PlainBlob): Identity {
    return (this.known[this.blobNames(hash).indexOf(name)] ?? this.newest).identity;
  }

  private get newest(): EpochKey {
    const [key] = this.known;
    if (key === undefined) throw new AppError('space-locked');
    return key;
  }
}

function opened(file: Uint8Array, identity: Identity): Uint8Array | null {
  try {
    return open(file, [identity]);
  } catch {
    return null;
  }
}

/**
 * What else would be chance, from the epoch's key and the hash of what is encrypted (HKDF, RFC 5869): other bytes for other contents, so no key or nonce is used twice,
 * and the same for the same, so two devices that put one file put the same bytes.
 */
function derivedBytes({ secret }: Identity, hash: string): Bytes {
  const derived = Buffer.from(hkdfSync('sha256', secret, '', `raakvlak/1/${hash}`, 64));
  let at = 0;
  return (sizeBytes) => {
    at += sizeBytes;
    if (at > derived.length) throw new RangeError('more bytes than an age file takes');
    return derived.subarray(at - sizeBytes, at);
  };
}

function fill(sizeBytes: number): Uint8Array {
  return Buffer.alloc(sizeClass(sizeBytes) - sizeBytes);
}

async function* filledUp(plain: Chunks, sizeBytes: number): AsyncGenerator<Uint8Array> {
  yield* plain;
  yield fill(sizeBytes);
}

async function* pass(chunks: Chunks): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
