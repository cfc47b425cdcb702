import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import type { DeviceId, SpaceId } from '../../shared/base/ids';
import type { Revision } from '../../shared/revision/revision';
import { revisionSchema } from '../../shared/revision/revision-schema';
import { sha256 } from './hash';
import { limits } from './limits';
import { isIntact } from './revision-seal';
import { deviceOf, verifierOf } from './signing';

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

export interface EncodedPack {
  readonly entry: PackEntry;
  readonly bytes: Uint8Array;
}

export interface DecodedPack {
  readonly owner: PackOwner;
  readonly entry: PackEntry;
  readonly revisions: readonly Revision[];
}

const firstLineSchema = z.strictObject({
  format: z.literal(1),
  space: z.string().max(64),
  device: z.string(),
  key: z.string().max(64),
});
const [compress, decompress] = [promisify(gzip), promisify(gunzip)];

export function packName(entry: Pick<PackEntry, 'from' | 'hash'>): string {
  return `${entry.from}-${entry.hash}.pack`;
}

/** JSON lines, gzip: a first line that says whose it is, then one revision a line, in order of `n`, without gaps. */
export async function encodePack(owner: PackOwner, revisions: readonly Revision[]): Promise<EncodedPack> {
  const first = { format: 1, space: owner.space, device: owner.device, key: owner.publicKey };
  const text = Buffer.from([first, ...revisions].map((line) => `${JSON.stringify(line)}\n`).join(''));
  const bytes = await compress(text);
  const from = (revisions[0] as Revision).header.n;
  const hash = sha256(bytes);
  return {
    bytes,
    entry: { from, to: from + revisions.length - 1, hash, sizeBytes: bytes.length, textBytes: text.length },
  };
}

/**
 * Reads a pack from anybody. Gives null unless everything holds: size, shape, one owner named by its key, an unbroken chain, every
 * hash, and, when `signatures` is asked for because no signed head vouches for the pack's hash, every signature.
 */
export async function decodePack(bytes: Uint8Array, signatures: boolean): Promise<DecodedPack | null> {
  if (bytes.length > limits.pack) return null;
  try {
    const text = await decompress(bytes, { maxOutputLength: limits.packText });
    const [firstLine, ...lines] = text.toString('utf8').trimEnd().split('\n');
    const first = firstLineSchema.parse(JSON.parse(firstLine ?? ''));
    const owner = { space: first.space as SpaceId, device: first.device as DeviceId, publicKey: first.key };
    const revisions = lines.map((line) => revisionSchema.parse(JSON.parse(line)));
    if (!isOneChain(owner, revisions) || !areIntact(owner, revisions, signatures)) return null;
    const from = (revisions[0] as Revision).header.n;
    const entry = {
      from,
      to: from + revisions.length - 1,
      hash: sha256(bytes),
      sizeBytes: bytes.length,
      textBytes: text.length,
    };
    return { owner, entry, revisions };
  } catch {
    return null;
  }
}

function isOneChain(owner: PackOwner, revisions: readonly Revision[]): boolean {
  if (revisions.length === 0 || deviceOf(owner.publicKey) !== owner.device) return false;
  return revisions.every(({ header }, i) => {
    const before = revisions[i - 1]?.header;
    return (
      header.device === owner.device &&
      (before === undefined || (header.n === before.n + 1 && header.prev === before.id))
    );
  });
}

function areIntact(owner: PackOwner, revisions: readonly Revision[], signatures: boolean): boolean {
  const verify = signatures ? verifierOf(owner.publicKey) : undefined;
  return revisions.every((revision) => isIntact(revision, verify));
}
