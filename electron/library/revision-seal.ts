import type { RevisionId } from '../../shared/base/ids';
import { canonicalJson, type JsonValue } from '../../shared/base/json';
import type { Revision, RevisionBody, RevisionHeader } from '../../shared/revision/revision';
import { sha256 } from './hash';
import type { Signer, Verify } from './signing';

export type UnsignedHeader = Omit<RevisionHeader, 'id' | 'sig' | 'body'>;

function signedText({ item, parents, device, n, prev, at, body }: Omit<RevisionHeader, 'id' | 'sig'>): string {
  return canonicalJson({ item, parents: [...parents], device, n, prev, at, body });
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
