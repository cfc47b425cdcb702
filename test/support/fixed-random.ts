import { createHash } from 'node:crypto';

/** Bytes that look random and are the same every time. */
export function fixedRandom(seed: string): (sizeBytes: number) => Uint8Array {
  let block = 0;
  return (sizeBytes) => {
    const parts: Buffer[] = [];
    for (let have = 0; have < sizeBytes; have += 32) {
      block += 1;
      parts.push(createHash('sha256').update(`${seed} ${block}`).digest());
    }
    return Buffer.concat(parts).subarray(0, sizeBytes);
  };
}
