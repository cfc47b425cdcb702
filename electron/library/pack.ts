import { promisify } from 'node:util';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { gzip, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { DeviceId, SpaceId } from '../../shared/base/ids';
import type { Revision } from '../../shared/revision/revision';
import { revisionSchema } from '../../shared/revision/revision-schema';
import { parseBoundedJson } from './bounded-json';
import { sha256 } from './hash';
import { limits } from './limits';
import { isIntact } from './revision-seal';
import { deviceOf, verifierOf, type Verify } from './signing';
import type { SpaceLock } from './space-lock';
import { unpackLines } from './unpack';

/** Whose log it is and the key to check it with: a pack proves itself, also when its head is gone. */
export interface PackOwner {
  readonly space: SpaceId;
  readonly device: DeviceId;
  readonly publicKey: string;
}

/** A pack as a head names it. `from` and `to` are the first and last `n` in it. */
export interface PackEntry {
  readonly from: number;
  readonly to: number;
  readonly hash: string;
  readonly sizeBytes: number;
  readonly textBytes: number;
}

const count = z.number().int().min(1);
export const packEntrySchema = z.object({
  from: count,
  to: count,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  sizeBytes: count,
  textBytes: count,
});

export interface EncodedPack {
  readonly entry: PackEntry;
  readonly bytes: Uint8Array;
}

export interface DecodedPack {
  readonly owner: PackOwner;
  readonly entry: PackEntry;
  readonly revisions: readonly Revision[];
}

const firstLineSchema = z.object({
  format: count,
  space: z.string().max(64),
  device: z.string(),
  key: z.string().max(64),
});
const compress = promisify(gzip);
/** As much is compressed in some 10 ms, and would else wait for all that has been handed to the system's threads before it. */
const compressedAtOnceBytes = 512 * 1024;

export function packName(entry: Pick<PackEntry, 'from' | 'hash'>): string {
  return `${entry.from}-${entry.hash}.pack`;
}

/** JSON lines, gzip: a first line that says whose it is, then one revision a line, in order of `n`, without gaps; sealed in a closed space. Error: `space-locked`. */
export async function encodePack(
  owner: PackOwner,
  revisions: readonly Revision[],
  lock: SpaceLock,
): Promise<EncodedPack> {
  const first = { format: 1, space: owner.space, device: owner.device, key: owner.publicKey };
  const text = Buffer.from([first, ...revisions].map((line) => `${JSON.stringify(line)}\n`).join(''));
  const bytes = lock.seal(text.length <= compressedAtOnceBytes ? gzipSync(text) : await compress(text));
  const from = (revisions[0] as Revision).header.n;
  const hash = sha256(bytes);
  return {
    bytes,
    entry: { from, to: from + revisions.length - 1, hash, sizeBytes: bytes.length, textBytes: lock.told(text.length) },
  };
}

/**
 * Reads a pack from anybody. Gives null unless everything holds: size, shape, one owner named by its key, an unbroken chain, every
 * hash, and, when `signatures` is asked for because no signed head vouches for the pack's hash, every signature. Large packs are read bit by
 * bit, so that nothing else waits for long.
 */
export async function decodePack(bytes: Uint8Array, signatures: boolean, lock: SpaceLock): Promise<DecodedPack | null> {
  try {
    const text = await textOf(bytes, lock);
    const lines = linesOf(text);
    const first = firstLineSchema.parse(parseBoundedJson(lines.next().value ?? ''));
    const owner = { space: first.space as SpaceId, device: first.device as DeviceId, publicKey: first.key };
    if (first.format !== 1 || deviceOf(owner.publicKey) !== owner.device) return null;
    const revisions = await readRevisions(lines, owner, signatures ? verifierOf(owner.publicKey) : undefined);
    const [from, to] = [revisions[0]?.header.n, revisions.at(-1)?.header.n];
    if (from === undefined || to === undefined) return null;
    const entry = { from, to, hash: sha256(bytes), sizeBytes: bytes.length, textBytes: lock.told(text.length) };
    return { owner, entry, revisions };
  } catch {
    return null;
  }
}

/** Why `decodePack` gave nothing: a newer version wrote it, or no key here opens it; both are sound as far as anybody can tell, and are kept unread. */
export type PackFault = 'newer-format' | 'locked' | 'damaged';

export async function packFault(bytes: Uint8Array, lock: SpaceLock): Promise<PackFault> {
  if (bytes.length > limits.pack) return 'damaged';
  if (lock.isLocked(bytes)) return 'locked';
  try {
    const first = firstLineSchema.parse(parseBoundedJson(linesOf(await textOf(bytes, lock)).next().value ?? ''));
    return first.format > 1 ? 'newer-format' : 'damaged';
  } catch {
    return 'damaged';
  }
}

async function textOf(bytes: Uint8Array, lock: SpaceLock): Promise<Buffer> {
  const compressed = bytes.length > limits.pack ? null : lock.open(bytes);
  if (compressed === null) throw new Error('too large, or not ours');
  return unpackLines(compressed, limits.packText);
}

function* linesOf(text: Buffer): Generator<string, undefined> {
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf(10, start);
    const end = newline < 0 ? text.length : newline;
    yield text.toString('utf8', start, end);
    start = end + 1;
  }
}

/** About 10 ms of reading and hashing. */
const charactersPerTurn = 256 * 1024;
/** A signature takes about 0.1 ms to check. */
const signaturesPerTurn = 100;

async function readRevisions(lines: Iterable<string>, owner: PackOwner, verify?: Verify): Promise<readonly Revision[]> {
  const revisions: Revision[] = [];
  let characters = 0;
  for (const line of lines) {
    const revision = revisionSchema.parse(parseBoundedJson(line));
    const before = revisions.at(-1)?.header;
    const { device, n, prev } = revision.header;
    const follows = before === undefined || (n === before.n + 1 && prev === before.id);
    if (device !== owner.device || !follows || !isIntact(revision, verify)) throw new Error('not one sound chain');
    revisions.push(revision);
    characters += line.length;
    if (characters < charactersPerTurn && (verify === undefined || revisions.length % signaturesPerTurn > 0)) continue;
    characters = 0;
    await nextTurn();
  }
  return revisions;
}
