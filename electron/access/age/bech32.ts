const characters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const checksumLength = 6;

/** Bytes as age writes its keys: Bech32 (BIP 173), without its limit of 90 characters. Lower case. */
export function encodeBech32(prefix: string, bytes: Uint8Array): string {
  const data = regroup(bytes, 8, 5, true) as number[];
  const values = [...expanded(prefix), ...data, ...Array.from({ length: checksumLength }, () => 0)];
  const sum = polymod(values) ^ 1;
  const checksum = Array.from({ length: checksumLength }, (_, i) => (sum >> (5 * (checksumLength - 1 - i))) & 31);
  return `${prefix}1${[...data, ...checksum].map((value) => characters[value]).join('')}`;
}

/** The bytes behind this prefix; null when the text is anything else. Of one case throughout, as the standard asks. */
export function decodeBech32(prefix: string, text: string): Uint8Array | null {
  const lower = text.toLowerCase();
  if ((text !== lower && text !== text.toUpperCase()) || !lower.startsWith(`${prefix}1`)) return null;
  const values = [...lower.slice(prefix.length + 1)].map((character) => characters.indexOf(character));
  if (values.length < checksumLength || values.includes(-1)) return null;
  if (polymod([...expanded(prefix), ...values]) !== 1) return null;
  const bytes = regroup(values.slice(0, -checksumLength), 5, 8, false);
  return bytes === null ? null : Uint8Array.from(bytes);
}

function expanded(prefix: string): readonly number[] {
  const codes = [...prefix].map((character) => character.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    generators.forEach((generator, i) => {
      if (((top >> i) & 1) === 1) sum ^= generator;
    });
  }
  return sum >>> 0;
}

/** Bits that are left over are zeros, and fewer than would make another group; null otherwise. */
function regroup(values: Iterable<number>, from: number, to: number, pad: boolean): number[] | null {
  const groups: number[] = [];
  let [rest, bits] = [0, 0];
  for (const value of values) {
    rest = (rest << from) | value;
    bits += from;
    while (bits >= to) {
      bits -= to;
      groups.push((rest >> bits) & ((1 << to) - 1));
    }
    rest &= (1 << bits) - 1;
  }
  if (pad) return bits > 0 ? [...groups, (rest << (to - bits)) & ((1 << to) - 1)] : groups;
  return bits >= from || rest !== 0 ? null : groups;
}
