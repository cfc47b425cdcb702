import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { DeviceId, RevisionId, SpaceId } from '../../shared/base/ids';
import { isMissing, readLimited } from './files';
import { sha256 } from './hash';
import { limits } from './limits';
import { replaceFile, writeFileAtomic } from './write-file-atomic';

/** Where a log had come when this device last wrote it, kept outside the library: what a copied or restored folder cannot know. */
export interface Testimony {
  readonly device: DeviceId;
  /** This user's configuration on this computer. */
  readonly installation: string;
  /** Where the library was, and which file its key was in: a library that moved keeps the second, one on a USB stick the first. */
  readonly folder: string;
  readonly keyFile: string;
  readonly logs: Readonly<Record<SpaceId, { readonly n: number; readonly revision: RevisionId }>>;
}

export interface Witness {
  readonly installation: string;
  recall(device: DeviceId): Promise<Testimony | null>;
  record(testimony: Testimony): Promise<void>;
}

const schema = z.object({
  device: z.string(),
  installation: z.string(),
  folder: z.string(),
  keyFile: z.string(),
  logs: z.record(z.string(), z.object({ n: z.number(), revision: z.string() })),
}) as unknown as z.ZodType<Testimony>;

export async function openWitness(
  folder: string,
  machine: string,
  random: (sizeBytes: number) => Uint8Array,
): Promise<Witness> {
  const path = (device: DeviceId): string => join(folder, 'witness', `${device}.json`);
  return {
    installation: await installationIn(folder, machine, random),
    recall: async (device) => {
      const bytes = await readLimited(path(device), limits.marker);
      if (!(bytes instanceof Uint8Array)) return null;
      try {
        return schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
      } catch {
        return null;
      }
    },
    // Without a sync: after a power cut it may be gone or old, which costs a new device id or nothing.
    record: (testimony) => replaceFile(path(testimony.device), Buffer.from(JSON.stringify(testimony))),
  };
}

/** A copied profile has the same words in this file, but it is another file: its number or the computer differs. */
async function installationIn(
  folder: string,
  machine: string,
  random: (sizeBytes: number) => Uint8Array,
): Promise<string> {
  const path = join(folder, 'installation.json');
  if ((await readLimited(path, limits.marker)) === 'missing') {
    await writeFileAtomic(path, Buffer.from(JSON.stringify({ installation: Buffer.from(random(16)).toString('hex') })));
  }
  const words = await readLimited(path, limits.marker);
  return sha256(JSON.stringify([Buffer.from(words as Uint8Array).toString('utf8'), await fileNumber(path), machine]));
}

/** Tells a file from its copies; empty when it is not there. */
export async function fileNumber(path: string): Promise<string> {
  try {
    const { ino, birthtimeNs } = await stat(path, { bigint: true });
    return `${ino}-${birthtimeNs}`;
  } catch (error) {
    if (isMissing(error)) return '';
    throw error;
  }
}
