import { createCipheriv, createHash, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';

/** What stands in the file: how to make the key from a password, and what the key opens. All of it but the numbers is base64. */
export interface SealedPackage {
  readonly format: 1;
  readonly iterations: number;
  readonly salt: string;
  readonly nonce: string;
  /** SHA-256 of `data`: a file that was cut off or changed is told from a wrong password. */
  readonly digest: string;
  /** AES-256-GCM with its tag at the end. */
  readonly data: string;
}

/** Some half a second in a browser of today; 600,000 is the least that OWASP asks for (DECISIONS.md). */
const usualIterations = 1_000_000;

interface SealOptions {
  /** That many bytes from a cryptographic source. */
  readonly random: (sizeBytes: number) => Uint8Array;
  readonly iterations?: number;
}

/** Encrypts with what PBKDF2-HMAC-SHA-256 (RFC 8018) makes of a password: what WebCrypto can undo in any browser. */
export async function sealPackage(
  content: Uint8Array,
  password: string,
  { random, iterations = usualIterations }: SealOptions,
): Promise<SealedPackage> {
  const [salt, nonce] = [random(16), random(12)];
  const key = await promisify(pbkdf2)(plainPassword(password), salt, iterations, 32, 'sha256');
  const head = { format: 1, iterations, salt: base64(salt), nonce: base64(nonce) } as const;
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(boundTo(head)));
  const data = Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
  return { ...head, digest: createHash('sha256').update(data).digest('base64'), data: data.toString('base64') };
}

/** As it is typed on any keyboard: spaces around it and the way letters are put together do not count. The reader in the page does the same. */
function plainPassword(password: string): string {
  return password.normalize('NFKC').trim();
}

/** What the tag covers besides. */
function boundTo({ iterations, salt }: { readonly iterations: number; readonly salt: string }): string {
  return `raakvlak-package 1 ${iterations} ${salt}`;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
