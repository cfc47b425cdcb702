import { canonicalJson, type JsonValue } from '../../shared/base/json';
import { parseBoundedJson } from './bounded-json';
import { verifierOf, type Signer } from './signing';

/** A JSON object from a file with the signature in it; unknown keys are signed with the rest and stay. */
export interface SignedJson {
  readonly content: Readonly<Record<string, JsonValue>>;
  readonly sig: string;
}

/** null unless it is one JSON object of at most `limitBytes` with a text in `sig`. */
export function readSignedJson(bytes: Uint8Array, limitBytes: number): SignedJson | null {
  if (bytes.length > limitBytes) return null;
  try {
    const parsed = parseBoundedJson(Buffer.from(bytes).toString('utf8'));
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null;
    const { sig, ...content } = parsed as Record<string, JsonValue>;
    return typeof sig === 'string' ? { content, sig } : null;
  } catch {
    return null;
  }
}

export function isSignedBy({ content, sig }: SignedJson, publicKey: string): boolean {
  try {
    return verifierOf(publicKey)(canonicalJson({ ...content }), sig);
  } catch {
    return false;
  }
}

/** `indent` for a file that people look at. */
export function encodeSignedJson(content: Record<string, JsonValue>, signer: Signer, indent = 0): Uint8Array {
  return Buffer.from(`${JSON.stringify({ ...content, sig: signer.sign(canonicalJson(content)) }, null, indent)}\n`);
}
