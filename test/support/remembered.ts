import { createHash } from 'node:crypto';
import type * as Heads from '../../electron/library/head';
import type * as Packs from '../../electron/library/pack';
import type * as Signing from '../../electron/library/signing';

/**
 * The same functions for `vi.mock`, that do once for the same bytes what gives the same for the same bytes: in a simulation a dozen devices read
 * the same packs and heads, over and over. Everything is really read and verified the first time; what is given is frozen, because others get it too.
 */
export function rememberedSignatures(signing: typeof Signing): typeof Signing {
  const verifiers = new Memory<Signing.Verify>();
  const verifierOf = (publicKey: string): Signing.Verify =>
    verifiers.get(publicKey, () => {
      const verify = signing.verifierOf(publicKey);
      const outcomes = new Memory<boolean>();
      return (text, signature) => outcomes.get(`${signature} ${text}`, () => verify(text, signature));
    });
  return { ...signing, verifierOf };
}

export function rememberedHeads(heads: typeof Heads): typeof Heads {
  const read = new Memory<Heads.Head | Heads.HeadFault>();
  const readHead = (bytes: Uint8Array): Heads.Head | Heads.HeadFault =>
    read.get(digestOf(bytes), () => frozen(heads.readHead(bytes)));
  return { ...heads, readHead };
}

/** What a lock gives depends on its keys, so only open packs are remembered. */
export function rememberedPacks(packs: typeof Packs): typeof Packs {
  const decoded = new Memory<Promise<Packs.DecodedPack | null>>();
  const decodePack: typeof Packs.decodePack = (bytes, signatures, lock) =>
    lock.sealBlob === null
      ? decoded.get(`${signatures} ${digestOf(bytes)}`, async () =>
          frozen(await packs.decodePack(bytes, signatures, lock)),
        )
      : packs.decodePack(bytes, signatures, lock);
  return { ...packs, decodePack };
}

const mostRemembered = 5_000;

/** Begins anew when it is full: what one history needs fits, and what another needed is never asked for again. */
class Memory<T> {
  private readonly known = new Map<string, T>();

  get(key: string, make: () => T): T {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    if (this.known.size >= mostRemembered) this.known.clear();
    const made = make();
    this.known.set(key, made);
    return made;
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
  return value;
}
