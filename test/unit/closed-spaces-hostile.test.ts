/** R12: bytes from the folder of a closed space that somebody tampered with are refused, within limits, and harm nothing else. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { BlobHash } from '../../shared/base/ids';
import { open } from '../../electron/access/age/age';
import { AgeError } from '../../electron/access/age/age-error';
import { identityOf } from '../../electron/access/age/x25519';
import { newEpochKey, unwrapEpochKey, wrapEpochKey } from '../../electron/library/epoch-key';
import { limits } from '../../electron/library/limits';
import { decodePack, packFault } from '../../electron/library/pack';
import { openBlobs } from '../../electron/library/sealed-blobs';
import { signerOf } from '../../electron/library/signing';
import { EpochLock } from '../../electron/library/space-lock';
import { folderTransport } from '../../electron/sync/transports/folder-transport';
import { seededRandom } from '../support/corpus';
import { filesIn, temporaryFolder } from '../support/library-folders';
import { bytesBy, mutatedBytes } from '../support/mutations';
import { settle, sharedSpace, type SyncDevice } from '../support/sync-devices';

const seed = Number(process.env['RAAKVLAK_SEED'] ?? 1);
const count = Number(process.env['RAAKVLAK_HOSTILE_INPUTS'] ?? 2_000);
const chance = seededRandom(seed);
const bytes = bytesBy(chance);
const mutated = (whole: Uint8Array): Buffer => mutatedBytes(chance, whole);

const key = newEpochKey(1, bytes);
const lock = new EpochLock();
lock.add(key);
const signer = signerOf(bytes(32));
const member = identityOf(bytes(32));
const space = '0'.repeat(26);

describe(`${count} tampered inputs from seed ${seed}`, { timeout: 60_000 + count * 5 }, () => {
  test('no age file, pack, file or key but the whole one is taken', async () => {
    const plain = bytes(300);
    const holder = { space, member: signer.device, recipient: member.recipient } as Parameters<typeof wrapEpochKey>[1];
    const wrapped = wrapEpochKey(key, holder, signer, bytes);
    const pack = lock.seal(gzipSync('{"format":1}\n'));
    const hash = 'a'.repeat(64) as BlobHash;
    const counts = { refused: 0, same: 0 };
    const note = (taken: boolean, same: boolean): void => {
      expect(taken && !same).toBe(false);
      counts[same ? 'same' : 'refused'] += 1;
    };
    for (let i = 0; i < count; i += 1) {
      const [file, packed] = [mutated(wrapped), mutated(pack)];
      note(unwrapEpochKey(file, member) !== null, Buffer.from(file).equals(wrapped));
      note(lock.open(packed) !== null, Buffer.from(packed).equals(pack));
      const [opened] = await openBlobs(lock, [{ hash, bytes: packed }], () => plain.length);
      note((opened?.bytes.length ?? 0) > 0, Buffer.from(packed).equals(pack));
      if (i % 10 > 0) continue;
      expect(['locked', 'damaged']).toContain(await packFault(packed, lock));
      expect(await decodePack(packed, true, lock)).toBe(null);
    }
    expect(counts.refused).toBeGreaterThan(count * 2.8);
  });

  test('what a member could make: bombs behind a good key stop at their limits', async () => {
    const bombs = [
      gzipSync(Buffer.alloc(limits.packText + 1)),
      gzipSync(Buffer.alloc(200 * 1024 * 1024)),
      Buffer.alloc(9),
    ];
    for (const bomb of bombs) {
      const before = process.memoryUsage().external;
      expect(await decodePack(lock.seal(bomb), true, lock)).toBe(null);
      expect(process.memoryUsage().external - before).toBeLessThan(3 * limits.packText);
    }
    expect(await decodePack(new Uint8Array(limits.pack + 1), true, lock)).toBe(null);
    expect(() => open(new Uint8Array(limits.pack + 1), [member])).toThrow(AgeError);
  });
});

test('a folder in which every file was tampered with stops nobody, and heals', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  const made = await sharedSpace([folderTransport(folder), folderTransport(folder)], undefined, true);
  const [anna, bram] = made.devices as [SyncDevice, SyncDevice];
  const blob = await anna.library.putBlob({ bytes: bytes(9_000) });
  const file = { ...blob, name: 'a.pdf', mediaType: 'application/pdf' };
  for (let i = 0; i < 5; i += 1)
    await anna.library.createItem({ type: 'document', space: made.space, set: { title: `Stuk ${i}`, file } });
  await anna.round();
  for (const path of filesIn(folder).filter((name) => /^(log|blobs|keys)\//.test(name)))
    writeFileSync(join(folder, path), mutated(readFileSync(join(folder, path))));
  for (const epoch of readdirSync(join(folder, 'keys'))) writeFileSync(join(folder, 'keys', epoch, 'x'), 'y');
  await bram.round({ eager: true });
  expect(bram.library.problems().filter(({ code }) => code !== 'pack-missing')).toEqual([]);
  await anna.round({ putBack: true });
  await settle(made.devices, { eager: true });
  expect(bram.library.stateHash(made.space)).toBe(anna.library.stateHash(made.space));
  expect(bram.library.hasBlob(blob.hash)).toBe(true);
});
