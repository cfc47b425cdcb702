import { join } from 'node:path';
import { z } from 'zod';
import { keyedDeviceSchema, type KeyedDevice } from '../../shared/access/change';
import { readLimited } from '../library/files';
import { limits } from '../library/limits';
import { writeFileAtomic } from '../library/write-file-atomic';

const schema = z.object({ format: z.literal(1), devices: z.array(keyedDeviceSchema).max(100) });

const pathIn = (libraryFolder: string): string => join(libraryFolder, 'device', 'own-devices.json');

/**
 * Devices that somebody here said are theirs too. Only of these is it believed in spaces that come later: what a space says of who speaks for whom is said by its
 * coordinators, and holds there alone.
 */
export async function approvedDevices(libraryFolder: string): Promise<readonly KeyedDevice[]> {
  const bytes = await readLimited(pathIn(libraryFolder), limits.head);
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes as Uint8Array).toString('utf8'))).devices;
  } catch {
    return [];
  }
}

export async function approveDevice(libraryFolder: string, device: KeyedDevice): Promise<void> {
  const others = (await approvedDevices(libraryFolder)).filter((each) => each.device !== device.device);
  await writeFileAtomic(
    pathIn(libraryFolder),
    Buffer.from(JSON.stringify({ format: 1, devices: [...others, device].slice(-100) })),
  );
}
