/** That many bytes by chance. */
export function bytesBy(chance: () => number): (sizeBytes: number) => Uint8Array {
  return (sizeBytes) => Uint8Array.from({ length: sizeBytes }, () => Math.floor(chance() * 256));
}

/** Bits turned, parts cut out, repeated, put elsewhere or replaced, by chance. */
export function mutatedBytes(chance: () => number, whole: Uint8Array): Buffer {
  const below = (limit: number): number => Math.floor(chance() * limit);
  const bytes = bytesBy(chance);
  const other = Buffer.from(whole);
  const [at, length] = [below(other.length), 1 + below(64)];
  switch (below(6)) {
    case 0:
      return other.subarray(0, at);
    case 1:
      return Buffer.concat([other.subarray(0, at), other.subarray(at + length)]);
    case 2:
      return Buffer.concat([other.subarray(0, at), bytes(length), other.subarray(at)]);
    case 3:
      return Buffer.concat([other.subarray(0, at + length), other.subarray(at)]);
    case 4:
      bytes(length).forEach((byte, i) => at + i < other.length && other.writeUInt8(byte, at + i));
      return other;
    default:
      if (other.length > 0) other.writeUInt8(other.readUInt8(at) ^ (1 << below(8)), at);
      return other;
  }
}

const oddValues: readonly unknown[] = [
  ...[
    null,
    true,
    0,
    -1,
    0.5,
    1e308,
    2 ** 53,
    -(2 ** 53),
    '',
    ' ',
    '0',
    '../../x',
    '\u0000',
    '\ud800',
    '__proto__',
    'a'.repeat(5_000),
  ],
  ...[[], {}, [[]], [null], { length: 1e9 }, { toJSON: 1 }, Array(200).fill(0), { constructor: { prototype: {} } }],
];

/** JSON with one value in it replaced, taken away, doubled or put under another name, by chance. */
export function mutatedJson(chance: () => number, value: unknown): unknown {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  const isNest = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (!isNest || chance() < 0.15) return pick(oddValues);
  if (Array.isArray(value)) {
    const at = Math.floor(chance() * value.length);
    if (chance() < 0.2) return [...value, ...value];
    return value.map((each, i) => (i === at ? mutatedJson(chance, each) : each)) as unknown;
  }
  const entries = Object.entries(value);
  const at = Math.floor(chance() * entries.length);
  const way = chance();
  return Object.fromEntries(
    entries.flatMap(([key, each], i) => {
      if (i !== at) return [[key, each]];
      if (way < 0.15) return [];
      if (way < 0.25) return [[pick(['__proto__', 'constructor', `${key} `, key.toUpperCase()]), each]];
      return [[key, mutatedJson(chance, each)]];
    }),
  );
}
