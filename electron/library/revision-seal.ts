import type { RevisionId } from '../../shared/base/ids';
import { canonicalJson, type JsonValue } from '../../shared/base/json';
import type { Revision, RevisionBody, RevisionHeader } from '../../shared/revision/revision';
import { sha256 } from './hash';
import type { Signer, Verify } from './signing';

export type UnsignedHeader = Omit<RevisionHeader, 'id' | 'sig' | 'body'>;

/** All of the header but these two, what a newer version has put in it as well. */
function signedText(header: Omit<RevisionHeader, 'id' | 'sig'>): string {
  return canonicalJson({ ...header, id: undefined, sig: undefined } as unknown as JsonValue);
}

/** Names and signs a revision. */
export function sealRevision(header: UnsignedHeader, body: RevisionBody, signer: Signer): Revision {
  const full = { ...header, body: sha256(canonicalJson(body as JsonValue)) };
  const text = signedText(full);
  return { header: { ...full, id: sha256(text) as RevisionId, sig: signer.sign(text) }, body };
}

/** True when the header has the id it says, the body is the one that was signed (or erased), and the signature, if asked, holds. */
export function isIntact({ header, body }: Revision, verify?: Verify): boolean {
  const text = signedText(header);
  if (sha256(text) !== header.id) return false;
  if (body !== null && sha256(canonicalJson(body as JsonValue)) !== header.body) return false;
  return verify === undefined || verify(text, header.sig);
}
