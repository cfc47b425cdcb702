import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import { parseBoundedJson } from './bounded-json';
import { sha256 } from './hash';
import type { ListEntry } from './head';
import { limits } from './limits';
import { packEntrySchema, type PackEntry, type PackOwner } from './pack';
import type { SpaceLock } from './space-lock';

const [compress, decompress] = [promisify(gzip), promisify(gunzip)];

const schema = z.object({
  format: z.literal(1),
  space: z.string(),
  device: z.string(),
  packs: z.array(packEntrySchema).min(1),
});

export interface EncodedList {
  readonly entry: ListEntry;
  readonly bytes: Uint8Array;
}

export function listName({ to, hash }: ListEntry): string {
  return `${to}-${hash}.list`;
}

/** The older packs of a log in one file, so that its head stays small (FORMAT.md, F15). */
export async function encodeList(owner: PackOwner, packs: readonly PackEntry[], lock: SpaceLock): Promise<EncodedList> {
  const text = JSON.stringify({ format: 1, space: owner.space, device: owner.device, packs });
  const bytes = lock.seal(await compress(text));
  const to = (packs.at(-1) as PackEntry).to;
  return { bytes, entry: { to, hash: sha256(bytes), sizeBytes: bytes.length } };
}

/** null unless it is the list that a head of this owner names, with packs that follow each other. */
export async function decodeList(
  bytes: Uint8Array,
  owner: PackOwner,
  entry: ListEntry,
  lock: SpaceLock,
): Promise<readonly PackEntry[] | null> {
  if (bytes.length > limits.list || sha256(bytes) !== entry.hash) return null;
  try {
    const compressed = lock.open(bytes);
    if (compressed === null) return null;
    const text = await decompress(compressed, { maxOutputLength: limits.packText });
    const { space, device, packs } = schema.parse(parseBoundedJson(text.toString('utf8')));
    const inOrder = packs.every(({ from, to }, i) => from > (packs[i - 1]?.to ?? 0) && to >= from);
    const fits = space === owner.space && device === owner.device && packs.at(-1)?.to === entry.to;
    return fits && inOrder ? packs : null;
  } catch {
    return null;
  }
}
