import { createHash } from 'node:crypto';

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** Proves who asks, by Basic (RFC 7617) or, when the server asks for it, Digest (RFC 7616). */
export interface HttpLogin {
  /** The Authorization header of one request; each call counts in a digest. */
  header(method: string, target: string): string | undefined;
  /** Takes in the `WWW-Authenticate` of a 401 to a request with the header `sent`; true when asking once more makes sense. */
  challenged(challenge: string, sent: string | undefined): boolean;
}

interface Digest {
  readonly realm: string;
  readonly nonce: string;
  readonly algorithm: string;
  readonly opaque: string | undefined;
  readonly hasQop: boolean;
  count: number;
}

const hashes: Readonly<Record<string, string>> = { MD5: 'md5', 'SHA-256': 'sha256' };

/** Basic goes along from the first request: it is only made for connections on which a password may travel. */
export function httpLogin(credentials: Credentials | null, newNonce: () => string): HttpLogin {
  let digest: Digest | null = null;
  return {
    header: (method, target) => {
      if (credentials === null) return undefined;
      if (digest === null) return basicHeader(credentials);
      digest.count += 1;
      return digestHeader(digest, credentials, method, target, newNonce());
    },
    challenged: (challenge, sent) => {
      const asked = digestIn(challenge);
      if (credentials === null || asked === null) return false;
      // The same nonce again, unless another request brought it in meanwhile: the password is wrong, not the nonce too old.
      if (sent?.includes(`nonce="${asked.nonce}"`) === true) return false;
      if (digest?.nonce !== asked.nonce) digest = asked;
      return sent?.startsWith('Digest') !== true || asked.isStale;
    },
  };
}

export function basicHeader({ user, password }: Credentials): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

function digestHeader(digest: Digest, { user, password }: Credentials, method: string, target: string, cnonce: string) {
  const { realm, nonce, algorithm, opaque, hasQop, count } = digest;
  const hash = (...parts: readonly string[]): string =>
    createHash(hashes[algorithm.replace(/-sess$/, '')] ?? 'md5')
      .update(parts.join(':'))
      .digest('hex');
  const plain = hash(user, realm, password);
  const who = algorithm.endsWith('-sess') ? hash(plain, nonce, cnonce) : plain;
  const what = hash(method, target);
  const nc = count.toString(16).padStart(8, '0');
  const response = hasQop ? hash(who, nonce, nc, cnonce, 'auth', what) : hash(who, nonce, what);
  const quoted = { username: user, realm, nonce, uri: target, response, ...(opaque === undefined ? {} : { opaque }) };
  const fields = Object.entries(quoted).map(([name, value]) => `${name}="${value.replace(/["\\]/g, '\\$&')}"`);
  const session = hasQop || algorithm.endsWith('-sess') ? [`qop=auth`, `nc=${nc}`, `cnonce="${cnonce}"`] : [];
  return `Digest ${[...fields, `algorithm=${algorithm}`, ...session].join(', ')}`;
}

/** The first digest in a challenge that can be answered. */
function digestIn(challenge: string): (Digest & { isStale: boolean }) | null {
  for (const start of challenge.matchAll(/\bDigest\s+/gi)) {
    const fields = fieldsAt(challenge, start.index + start[0].length);
    const algorithm = fields.get('algorithm') ?? 'MD5';
    const name = algorithm.replace(/-sess$/i, '').toUpperCase();
    const realm = fields.get('realm');
    const nonce = fields.get('nonce');
    const qop = fields.get('qop');
    if (realm === undefined || nonce === undefined || hashes[name] === undefined) continue;
    if (qop !== undefined && !qop.split(',').some((value) => value.trim() === 'auth')) continue;
    return {
      realm,
      nonce,
      algorithm: /-sess$/i.test(algorithm) ? `${name}-sess` : name,
      opaque: fields.get('opaque'),
      hasQop: qop !== undefined,
      count: 0,
      isStale: fields.get('stale')?.toLowerCase() === 'true',
    };
  }
  return null;
}

/** `name=value` pairs up to where the next scheme begins, which is a word without an equals sign. */
function fieldsAt(text: string, start: number): Map<string, string> {
  const field = /([\w-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))[\s,]*/y;
  const fields = new Map<string, string>();
  field.lastIndex = start;
  for (let match = field.exec(text); match !== null; match = field.exec(text))
    fields.set((match[1] ?? '').toLowerCase(), match[2]?.replace(/\\(.)/g, '$1') ?? match[3] ?? '');
  return fields;
}
