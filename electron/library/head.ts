import { z } from 'zod';
import type { DeviceId, RevisionId, SpaceId } from '../../shared/base/ids';
import { canonicalJson, type JsonValue } from '../../shared/base/json';
import { limits } from './limits';
import type { PackEntry, PackOwner } from './pack';
import { deviceOf, verifierOf, type Signer } from './signing';

/** How far a device's log goes in one space, and the packs it is in, in order. */
export interface Head {
  readonly owner: PackOwner;
  readonly last: { readonly n: number; readonly revision: RevisionId };
  readonly packs: readonly PackEntry[];
  /** False when it was put together from the packs because the file was gone or damaged: then each revision must prove itself. */
  readonly signed: boolean;
}

const count = z.number().int().min(1);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const fileSchema = z.strictObject({
  format: z.literal(1),
  space: z
    .string()
    .max(64)
    .transform((id) => id as SpaceId),
  device: z.string().transform((id) => id as DeviceId),
  key: z.string().max(64),
  last: z.strictObject({ n: count, revision: hash.transform((id) => id as RevisionId) }),
  packs: z.array(z.strictObject({ from: count, to: count, hash, sizeBytes: count, textBytes: count })),
  sig: z.string(),
});

function unsigned({ owner, last, packs }: Head): JsonValue {
  const entries = packs.map((pack) => ({ ...pack }));
  return {
    format: 1,
    space: owner.space,
    device: owner.device,
    key: owner.publicKey,
    last: { ...last },
    packs: entries,
  };
}

export function encodeHead(head: Head, signer: Signer): Uint8Array {
  const content = unsigned(head) as Record<string, JsonValue>;
  return Buffer.from(`${JSON.stringify({ ...content, sig: signer.sign(canonicalJson(content)) })}\n`);
}

/** Reads anybody's head; null unless size, shape, name and signature hold. */
export function decodeHead(bytes: Uint8Array): Head | null {
  if (bytes.length > limits.head) return null;
  try {
    const file = fileSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    const head = {
      owner: { space: file.space, device: file.device, publicKey: file.key },
      last: file.last,
      packs: file.packs,
      signed: true,
    };
    const genuine = deviceOf(file.key) === file.device && verifierOf(file.key)(canonicalJson(unsigned(head)), file.sig);
    return genuine ? head : null;
  } catch {
    return null;
  }
}
