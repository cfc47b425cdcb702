import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';

/**
 * The certificate authorities to trust, as PEM: those Node brings, those of the system where this Node can read them (22.15 and later), and the ones given.
 * Organisations that inspect traffic put their own in the system.
 */
export function trustedCertificates(extra: readonly string[]): string[] {
  const { getCACertificates } = tls as { getCACertificates?: (type: 'system') => string[] };
  return [...tls.rootCertificates, ...(getCACertificates?.('system') ?? []), ...extra];
}

/** Those in the file that NODE_EXTRA_CA_CERTS names, as Node itself would trust them if it were not told whom to trust. */
export function extraCertificates({ NODE_EXTRA_CA_CERTS: file }: NodeJS.ProcessEnv): readonly string[] {
  if (file === undefined) return [];
  try {
    return [readFileSync(file, 'utf8')];
  } catch {
    return [];
  }
}

/** True for what Node says when it does not trust a server's certificate. */
export function isAboutCertificate(error: unknown): boolean {
  const code = String((error as NodeJS.ErrnoException).code ?? '');
  return /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH/.test(code);
}
