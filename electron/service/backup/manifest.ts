import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomic } from '../../library/write-file-atomic';

const manifestName = 'snapshot.json';
const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  files: z.number(),
  sizeBytes: z.number(),
  /** Files of the library that were not what their name says, and are not in the snapshot. */
  damaged: z.number(),
  /** Space to the hash over the state of all its items. */
  states: z.record(z.string(), z.string()),
  /** Erasures that were known. A snapshot from before one still has the words that had to go. */
  erasures: z.array(z.string()),
});
export type Manifest = z.infer<typeof manifestSchema>;

export async function writeManifest(snapshot: string, manifest: Manifest): Promise<void> {
  await writeFileAtomic(join(snapshot, manifestName), Buffer.from(JSON.stringify(manifest, null, 2)));
}

/** Null when the folder is not a snapshot. */
export async function readManifest(snapshot: string): Promise<Manifest | null> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(snapshot, manifestName), 'utf8')));
  } catch {
    return null;
  }
}
