/**
 * R11, R12: bytes that somebody made or spoiled, for everything that reads what comes from a folder, a server or another person. Each is refused, or says what it said before; nothing hangs and
 * nothing grows. More of them: `npm run soak -- bytes`.
 */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { seal } from '../../electron/access/age/age';
import { identityOf } from '../../electron/access/age/x25519';
import { limits } from '../../electron/library/limits';
import { decodePack } from '../../electron/library/pack';
import { openLock } from '../../electron/library/space-lock';
import { attackSize, countAttacks } from '../support/attack-count';
import { seededRandom } from '../support/corpus';
import { decoders, type Decoder } from '../support/decoders';
import { mutatedBytes } from '../support/mutations';
import { must } from '../support/must';

const { seed, perDecoder, places } = attackSize;
const attacked = countAttacks('hostile bytes');
const all = await decoders();
/** No input of some kilobytes may keep anybody waiting for so long, on the slowest machine. */
const hangMs = 2_000;

/** What the sound file says. */
async function said({ sound, read, unproven }: Decoder): Promise<string | null> {
  const text = await read(sound);
  if (unproven === true) expect(text).toBeNull();
  else expect(text).not.toBeNull();
  return text;
}

async function refuses(decoder: Decoder, bytes: Uint8Array, whole: string | null): Promise<void> {
  const start = performance.now();
  const text = await decoder.read(bytes);
  attacked();
  if (text !== null && text !== whole) expect.fail(`taken: ${Buffer.from(bytes).toString('base64')}`);
  expect(performance.now() - start).toBeLessThan(hangMs);
}

describe(`R12: ${perDecoder} spoiled inputs each, seed ${seed}`, () => {
  test.each(all)('$name', { timeout: 60_000 + perDecoder * 5 }, async (decoder) => {
    const chance = seededRandom(seed);
    const whole = await said(decoder);
    const before = process.memoryUsage().rss;
    for (let i = 0; i < perDecoder; i += 1) {
      let bytes = mutatedBytes(chance, decoder.sound);
      for (let more = Math.floor(chance() * 3); more > 0 && bytes.length > 0; more -= 1)
        bytes = mutatedBytes(chance, bytes);
      await refuses(decoder, bytes, whole);
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(512 * 1024 * 1024);
  });

  test('a sound file of another kind is no more welcome than a spoiled one', async () => {
    const others = await decoders();
    for (const decoder of all) {
      const whole = await said(decoder);
      // A head is such an object as a notice is, and holds nothing that a card or request must have.
      const likely = decoder.reads === 'notice' ? ['notice', 'head'] : [decoder.reads];
      const foreign = [...others, ...all].filter(({ reads }) => !likely.includes(reads));
      expect(foreign.length).toBeGreaterThan(10);
      for (const { sound } of foreign) await refuses(decoder, sound, whole);
    }
  });
});

test(
  `R11: one byte changed anywhere, in ${places} places of a space (seed ${seed})`,
  { timeout: 60_000 + places * 5 },
  async () => {
    const chance = seededRandom(seed);
    const kinds = all.filter(({ unproven }) => unproven !== true);
    const texts = new Map(await Promise.all(kinds.map(async (kind) => [kind, await said(kind)] as const)));
    for (let i = 0; i < places; i += 1) {
      const kind = must(kinds[i % kinds.length]);
      const bytes = Buffer.from(kind.sound);
      const at = Math.floor(chance() * bytes.length);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 + Math.floor(chance() * 255)), at);
      await refuses(kind, bytes, texts.get(kind) ?? null);
    }
  },
);

describe('R12: a crafted file is refused within 20 ms of CPU and 1 MB', () => {
  const member = identityOf(Buffer.alloc(32, 7));
  const stanza = `-> X25519 ${'A'.repeat(43)}\n${'A'.repeat(43)}\n`;
  const recipients = Buffer.from(`age-encryption.org/v1\n${stanza.repeat(1_000)}--- ${'A'.repeat(43)}\n`);
  const deep = (open: string, times: number): Buffer => Buffer.from(open.repeat(times));
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024), { level: 9 });
  const gzipped = (text: string): Buffer => gzipSync(`{"format":1,"space":"x","device":"y","key":"z"}\n${text}`);
  const crafted: readonly (readonly [string, Uint8Array])[] = [
    ['1,000 recipients', recipients],
    ['JSON nested 30,000 deep in lists', deep('[', 30_000)],
    ['JSON nested 10,000 deep in objects', deep('{"a":', 10_000)],
    ['JSON nested deep behind a good beginning', Buffer.from(`{"format":1,"x":${'['.repeat(30_000)}`)],
    [
      '2,000 keys in JSON',
      Buffer.from(JSON.stringify(Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`k${i}`, i])))),
    ],
    ['200 MB of zeros in gzip', bomb],
    ['20 MB of spaces in gzip behind a quote', gzipSync(`"${' '.repeat(20_000_000)}`)],
    ['JSON nested 100,000 deep in gzip', gzipped('['.repeat(100_000))],
    ['more than a pack may be', Buffer.alloc(limits.pack + 1, 'A')],
    ['text that seems armor', Buffer.from(`-----BEGIN AGE ENCRYPTED FILE-----\n${`${'A'.repeat(64)}\n`.repeat(100)}`)],
    [
      'XML of ten entities in ten',
      Buffer.from(`<!DOCTYPE x [<!ENTITY a "${'b'.repeat(1_000)}">]><x>${'&a;'.repeat(1_000)}</x>`),
    ],
  ];
  // A listing comes in pieces, of which none is so large.
  const readers = all.filter(({ name }) => !/passphrase|what is wrong|named as it is/.test(name));
  const largestPiece = 64 * 1024;

  test.each(crafted)('%s', async (_, bytes) => {
    for (const { name, read } of readers) {
      // The least of some runs: others have this machine too.
      let [leastMs, leastBytes] = [Infinity, Infinity];
      for (let run = 0; run < 12 && (leastMs > 20 || leastBytes > 1_000_000); run += 1) {
        const [cpu, memory] = [process.cpuUsage(), process.memoryUsage()];
        expect(await read(name.startsWith('listing') ? bytes.subarray(0, largestPiece) : bytes), name).toBeNull();
        const { user, system } = process.cpuUsage(cpu);
        const { heapUsed, external } = process.memoryUsage();
        leastMs = Math.min(leastMs, (user + system) / 1_000);
        leastBytes = Math.min(leastBytes, heapUsed + external - memory.heapUsed - memory.external);
        attacked();
      }
      expect([name, leastMs < 20, leastMs]).toEqual([name, true, leastMs]);
      expect([name, leastBytes < 1_000_000, leastBytes]).toEqual([name, true, leastBytes]);
    }
  });

  test('what a member could make behind a good first line stops at the limit for a pack', async () => {
    const signed = gzipped(' '.repeat(limits.packText));
    for (const bytes of [signed, seal(signed, member.recipient, (n) => new Uint8Array(n))]) {
      const before = process.memoryUsage();
      expect(await decodePack(bytes, true, openLock)).toBeNull();
      const { heapUsed, external } = process.memoryUsage();
      expect(heapUsed + external - before.heapUsed - before.external).toBeLessThan(3 * limits.packText);
      attacked();
    }
  });
});
