import { createGunzip } from 'node:zlib';

/** The first line of a pack says whose it is: some 200 characters. */
const longestFirstLine = 4_096;

/**
 * Unpacks gzip (RFC 1952) whose text begins with a short line, and stops as soon as it turns out not to: a bomb costs the 16 KB that are unpacked at once, not what it would grow
 * to. Rejects when it is not whole, begins otherwise, or is more than `limitBytes`.
 */
export function unpackLines(compressed: Uint8Array, limitBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let sizeBytes = 0;
    let begun = false;
    const gunzip = createGunzip();
    gunzip.on('data', (part: Buffer) => {
      begun ||= part.subarray(0, longestFirstLine).includes(10);
      sizeBytes += part.length;
      parts.push(part);
      if (sizeBytes > limitBytes || (!begun && sizeBytes > longestFirstLine))
        gunzip.destroy(new RangeError('more than it may be'));
    });
    gunzip.on('end', () => resolve(Buffer.concat(parts, sizeBytes)));
    gunzip.on('error', reject);
    gunzip.end(compressed);
  });
}
