/** The age format (age-encryption.org/v1): against the test vectors of C2SP, the `age` command and the library of its author. */
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import * as cctv from 'cctv-age';
import { describe, expect, test } from 'vitest';
import { nativeAead, scriptAead } from '../../electron/access/age/aead';
import { isSealed, open, openStream, seal, sealStream, sealWithPassphrase } from '../../electron/access/age/age';
import { AgeError } from '../../electron/access/age/age-error';
import { decodeBech32, encodeBech32 } from '../../electron/access/age/bech32';
import { headerLimits, readHeader } from '../../electron/access/age/header';
import { sealedSize } from '../../electron/access/age/payload';
import { hybridIdentityOf, readHybridIdentity, readHybridRecipient } from '../../electron/access/age/hybrid';
import { identityOf, readIdentity, readRecipient } from '../../electron/access/age/x25519';
import { skipsProgram } from '../support/programs';
import { seededRandom } from '../support/corpus';
import { temporaryFolder } from '../support/library-folders';

type Key = Parameters<typeof open>[1][number];

interface Vector {
  readonly name: string;
  readonly meta: ReadonlyMap<string, string>;
  readonly keys: readonly Key[];
  readonly file: Uint8Array;
}

const vectors: readonly Vector[] = Object.entries(cctv).flatMap(([name, bytes]) => {
  if (!(bytes instanceof Uint8Array)) return [];
  const at = Buffer.from(bytes).indexOf('\n\n');
  const lines = Buffer.from(bytes.subarray(0, at))
    .toString()
    .split('\n')
    .map((line) => line.split(': ') as [string, string]);
  const meta = new Map(lines);
  const body = bytes.subarray(at + 2);
  return [{ name, meta, keys: keysOf(lines), file: meta.get('compressed') === 'zlib' ? inflateSync(body) : body }];
});

const faults: Readonly<Record<string, readonly string[]>> = {
  'header failure': ['header', 'too-large'],
  'armor failure': ['armor', 'header'],
  'no match': ['no-match'],
  'HMAC failure': ['mac'],
  'payload failure': ['payload'],
};

function keysOf(lines: readonly (readonly [string, string])[]): readonly Key[] {
  return lines.flatMap(([name, text]): Key[] => {
    if (name === 'passphrase') return [text];
    if (name !== 'identity') return [];
    const identity = readIdentity(text) ?? readHybridIdentity(text);
    if (identity === null) throw new Error(`no identity: ${text}`);
    return [identity];
  });
}

async function outcomeOf(work: () => Promise<Uint8Array> | Uint8Array): Promise<string> {
  try {
    return createHash('sha256')
      .update(await work())
      .digest('hex');
  } catch (error) {
    if (error instanceof AgeError) return error.fault;
    throw error;
  }
}

const random = seededRandom(7);
const bytes = (sizeBytes: number): Uint8Array => Uint8Array.from({ length: sizeBytes }, () => random() * 256);
const anna = identityOf(bytes(32));
const bram = identityOf(bytes(32));

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  return Buffer.concat(parts);
}

describe('the test vectors of C2SP', () => {
  test('are all there', () => {
    expect(vectors).toHaveLength(143);
  });

  test.each(vectors.map((vector) => [vector.name, vector] as const))('%s', async (_, { meta, keys, file }) => {
    const expected = meta.get('expect') ?? '';
    const found = await outcomeOf(() => open(file, keys));
    if (expected === 'success') expect(found).toBe(meta.get('payload'));
    else expect(faults[expected]).toContain(found);
    const identities = keys.filter((key) => typeof key !== 'string');
    if (meta.get('armored') !== 'yes' && !meta.has('passphrase'))
      expect(await outcomeOf(() => whole(openStream(halves(file), identities)))).toBe(found);
  });
});

function* halves(file: Uint8Array): Generator<Uint8Array> {
  yield file.subarray(0, file.length >> 1);
  yield file.subarray(file.length >> 1);
}

describe('what is sealed', () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 300_000])('opens again: %d bytes', async (sizeBytes) => {
    const plain = bytes(sizeBytes);
    const sealed = seal(plain, anna.recipient, bytes);
    expect(open(sealed, [bram, anna]).equals(plain)).toBe(true);
    expect(await outcomeOf(() => open(sealed, [bram]))).toBe('no-match');
    expect(sealed.length - readHeader(sealed).sizeBytes - 16).toBe(sealedSize(sizeBytes));
    const streamed = await whole(sealStream(halves(plain), anna.recipient, bytes));
    expect((await whole(openStream(halves(streamed), [anna]))).equals(plain)).toBe(true);
    expect(open(streamed, [anna]).equals(plain)).toBe(true);
  });

  test('opens with its passphrase only', async () => {
    const sealed = sealWithPassphrase(Buffer.from('geheim'), 'correct paard batterij', bytes, 10);
    expect(open(sealed, ['correct paard batterij']).toString()).toBe('geheim');
    expect(await outcomeOf(() => open(sealed, ['ander woord']))).toBe('no-match');
  });

  test('does not open with any one byte changed', async () => {
    const sealed = seal(bytes(100), anna.recipient, bytes);
    for (let at = 0; at < sealed.length; at += 1) {
      const other = Buffer.from(sealed);
      other.writeUInt8(other.readUInt8(at) ^ 1, at);
      expect(await outcomeOf(() => open(other, [anna])), `byte ${at}`).toMatch(/^(header|mac|payload|no-match)$/);
    }
  });

  test('keys are read back from their text, and nothing else is', () => {
    expect(readIdentity(anna.text)?.recipient.text).toBe(anna.recipient.text);
    expect(readRecipient(anna.recipient.text)?.bytes).toEqual(new Uint8Array(anna.recipient.bytes));
    const changed = anna.text.replace(/.$/, (last) => (last === 'Q' ? 'P' : 'Q'));
    for (const text of ['', 'age1', anna.text.toLowerCase(), anna.text.slice(0, -1), changed, bram.recipient.text])
      expect(readIdentity(text), text).toBe(null);
    expect(readRecipient(anna.recipient.text.replace('age1', 'agf1'))).toBe(null);
  });
});

test('the library of the author of age opens what is sealed here, and the other way round', async () => {
  const plain = bytes(70_000);
  const decrypter = new Decrypter();
  decrypter.addIdentity(anna.text);
  expect(Buffer.from(await decrypter.decrypt(seal(plain, anna.recipient, bytes))).equals(plain)).toBe(true);
  const encrypter = new Encrypter();
  encrypter.addRecipient(bram.recipient.text);
  encrypter.addRecipient(anna.recipient.text);
  expect(open(await encrypter.encrypt(plain), [anna]).equals(plain)).toBe(true);
});

describe('what is sealed so that a quantum computer does not open it', () => {
  const clara = hybridIdentityOf(bytes(32));
  const daan = hybridIdentityOf(bytes(32));
  const recipientWith = (change: (bytes: Uint8Array) => Uint8Array): string =>
    encodeBech32('age1pq', change(decodeBech32('age1pq', clara.recipient.text) as Uint8Array));

  test('opens for its recipient only, whole and in pieces', async () => {
    const plain = bytes(70_000);
    const sealed = seal(plain, clara.recipient, bytes);
    expect(open(sealed, [anna, 'woord', daan, clara]).equals(plain)).toBe(true);
    expect(await outcomeOf(() => open(sealed, [anna, 'woord', daan]))).toBe('no-match');
    const streamed = await whole(sealStream(halves(plain), clara.recipient, bytes));
    expect((await whole(openStream(halves(streamed), [clara]))).equals(plain)).toBe(true);
  });

  test('the library of the author of age opens, and the other way round', async () => {
    const plain = bytes(1000);
    expect(await identityToRecipient(clara.text)).toBe(clara.recipient.text);
    const decrypter = new Decrypter();
    decrypter.addIdentity(clara.text);
    expect(Buffer.from(await decrypter.decrypt(seal(plain, clara.recipient, bytes))).equals(plain)).toBe(true);
    const encrypter = new Encrypter();
    encrypter.addRecipient(daan.recipient.text);
    encrypter.addRecipient(clara.recipient.text);
    expect(open(await encrypter.encrypt(plain), [clara]).equals(plain)).toBe(true);
  });

  test('keys are read back from their text, and nothing else is', () => {
    expect(readHybridIdentity(clara.text)?.recipient.text).toBe(clara.recipient.text);
    expect(readHybridRecipient(clara.recipient.text)?.text).toBe(clara.recipient.text);
    const changed = clara.text.replace(/.$/, (last) => (last === 'Q' ? 'P' : 'Q'));
    const short = encodeBech32('age-secret-key-pq-', bytes(31)).toUpperCase();
    for (const text of ['', clara.text.toLowerCase(), clara.text.slice(0, -1), changed, short, anna.text])
      expect(readHybridIdentity(text), text).toBe(null);
    expect(readIdentity(clara.text)).toBe(null);
    expect(readRecipient(clara.recipient.text)).toBe(null);
    const { text } = clara.recipient;
    const [shorter, even, odd] = [
      recipientWith((all) => all.subarray(1)),
      recipientWith((all) => Uint8Array.of(0x01, 0x0d | (all[1] as number & 0xf0), ...all.subarray(2))),
      recipientWith((all) =>
        Uint8Array.of(...all.subarray(0, 1150), 0x10 | (all[1150] as number & 0x0f), 0xd0, ...all.subarray(1152)),
      ),
    ];
    for (const other of ['', text.toUpperCase(), text.slice(0, -1), shorter, even, odd])
      expect(readHybridRecipient(other), other).toBe(null);
  });

  test('to a point of low order is refused', async () => {
    const recipient = readHybridRecipient(recipientWith((all) => all.fill(0, 1184)));
    expect(recipient).not.toBe(null);
    expect(await outcomeOf(() => seal(bytes(1), recipient ?? anna.recipient, bytes))).toBe('header');
  });
});

test('the cipher that Electron lacks gives the same from script', () => {
  const [key, nonce] = [bytes(32), bytes(12)];
  for (const sizeBytes of [0, 1, 15, 16, 63, 64, 65, 1000, 65_536]) {
    const plain = bytes(sizeBytes);
    const sealed = nativeAead.seal(key, nonce, plain);
    expect(Buffer.from(scriptAead.seal(key, nonce, plain)).equals(sealed)).toBe(true);
    for (const one of [nativeAead, scriptAead]) {
      expect(Buffer.from(one.open(key, nonce, sealed) ?? []).equals(plain)).toBe(true);
      sealed[sizeBytes >> 1] = (sealed[sizeBytes >> 1] as number) ^ 1;
      expect(one.open(key, nonce, sealed)).toBe(null);
      sealed[sizeBytes >> 1] = (sealed[sizeBytes >> 1] as number) ^ 1;
    }
  }
});

describe('a crafted header', () => {
  const stanza = `-> X25519 ${'A'.repeat(43)}\n${'A'.repeat(43)}\n`;
  const files = [
    ['1,000 recipients', `age-encryption.org/v1\n${stanza.repeat(1000)}--- ${'A'.repeat(43)}\n`],
    ['a line of 16 MB', `age-encryption.org/v1\n-> ${'a'.repeat(16_000_000)}\n`],
    ['a body of 16 MB', `age-encryption.org/v1\n-> X25519 A\n${`${'A'.repeat(64)}\n`.repeat(250_000)}`],
    ['100,000 arguments', `age-encryption.org/v1\n->${' a'.repeat(100_000)}\n`],
  ] as const;

  test.each(files)('is refused within 20 ms of CPU and 1 MB: %s', async (_, text) => {
    const file = Buffer.from(text, 'latin1');
    await outcomeOf(() => open(file, [anna]));
    const [memory, cpu] = [process.memoryUsage(), process.cpuUsage()];
    expect(await outcomeOf(() => open(file, [anna]))).toBe('too-large');
    const { user, system } = process.cpuUsage(cpu);
    const now = process.memoryUsage();
    expect((user + system) / 1000).toBeLessThan(20);
    expect(now.heapUsed + now.external - memory.heapUsed - memory.external).toBeLessThan(1_000_000);
    expect(isSealed(file)).toBe(false);
  });

  test('within the limits is read', () => {
    expect(() => readHeader(Buffer.from(files[0][1].replace(/(-> .*\n.*\n){990}/, '')))).not.toThrow();
    expect(headerLimits.stanzas).toBe(20);
  });

  test('that asks for hours of work is refused', async () => {
    const sealed = sealWithPassphrase(bytes(5), 'woord', bytes, 10).toString('latin1');
    const costly = Buffer.from(sealed.replace(/(-> scrypt \S+) 10/, '$1 21'), 'latin1');
    expect(await outcomeOf(() => open(costly, ['woord']))).toBe('too-large');
  });
});

/** A run with a higher count: RAAKVLAK_AGE_FILES=100. */
const count = Number(process.env['RAAKVLAK_AGE_FILES'] ?? 25);

describe.skipIf(skipsProgram('age'))(`R16: the age command, ${count} files each way`, () => {
  const annasKey = (): string => {
    const keyFile = join(temporaryFolder(), 'anna.key');
    writeFileSync(keyFile, `${anna.text}\n`);
    return keyFile;
  };

  test('opens what is sealed here', () => {
    const keyFile = annasKey();
    for (let i = 0; i < count; i += 1) {
      const plain = randomBytes(Math.floor(random() ** 3 * 400_000));
      const out = execFileSync('age', ['-d', '-i', keyFile], { input: seal(plain, anna.recipient, randomBytes) });
      expect(out.equals(plain), `file ${i} of ${plain.length} bytes`).toBe(true);
    }
  });

  test('seals what opens here', () => {
    for (let i = 0; i < count; i += 1) {
      const plain = randomBytes(Math.floor(random() ** 3 * 400_000));
      const armor = i % 2 === 1 ? ['-a'] : [];
      const sealed = execFileSync('age', [...armor, '-r', anna.recipient.text, '-r', bram.recipient.text], {
        input: plain,
      });
      expect(open(sealed, [i % 3 === 0 ? bram : anna]).equals(plain), `file ${i}`).toBe(true);
    }
  });

  test('has the same keys', () => {
    const made = execFileSync('age-keygen', { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const [, recipient] = /public key: (age1\S+)/.exec(made) ?? [];
    const [secret = ''] = /AGE-SECRET-KEY-1\S+/.exec(made) ?? [];
    expect(readIdentity(secret)?.recipient.text).toBe(recipient);
    expect(execFileSync('age-keygen', ['-y', annasKey()], { encoding: 'utf8' }).trim()).toBe(anna.recipient.text);
  });
});
