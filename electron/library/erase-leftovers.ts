import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobHash, DeviceId } from '../../shared/base/ids';
import type { Core } from './core';
import { namesIn } from './files';
import type { Replica } from './replica';

/**
 * Removes what is neither log nor file of a space and may hold the same bytes: files that were being fetched, damaged ones that were moved aside, and damaged packs that
 * begin before the last of the revisions that go. What such a pack held else comes back from who has it whole.
 */
export async function eraseLeftovers(
  { desk }: Pick<Core, 'desk'>,
  replica: Replica,
  numbers: ReadonlyMap<DeviceId, readonly number[]>,
  blobs: readonly BlobHash[],
): Promise<void> {
  for (const [device, all] of numbers) {
    const last = Math.max(...all);
    await desk.discard(`${replica.folder}/log/${device}`, (name) => Number.parseInt(name, 10) <= last);
  }
  const names = new Set(blobs.flatMap((hash) => [hash, ...replica.lock.blobNames(hash)]));
  for (const hash of blobs)
    await desk.discard(`${replica.folder}/blobs/${hash.slice(0, 2)}`, (name) => name.startsWith(hash));
  const partial = replica.absolute('partial');
  for (const name of await namesIn(partial))
    if ([...names].some((blob) => name.includes(blob))) await rm(join(partial, name), { force: true });
}
