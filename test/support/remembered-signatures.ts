import type * as Signing from '../../electron/library/signing';

/** The same functions for `vi.mock`, that check each signature once: a simulation reads the same heads a thousand times over. */
export function rememberedSignatures(signing: typeof Signing): typeof Signing {
  const verifiers = new Map<string, Signing.Verify>();
  const verifierOf = (publicKey: string): Signing.Verify => {
    const known = verifiers.get(publicKey) ?? remembering(signing.verifierOf(publicKey));
    verifiers.set(publicKey, known);
    return known;
  };
  return { ...signing, verifierOf };
}

function remembering(verify: Signing.Verify): Signing.Verify {
  const outcomes = new Map<string, boolean>();
  return (text, signature) => {
    const key = `${signature} ${text}`;
    const known = outcomes.get(key) ?? verify(text, signature);
    outcomes.set(key, known);
    return known;
  };
}
