import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { BlobHash, ItemId } from '../../../shared/base/ids';
import { readLimited } from '../../library/files';
import { limits } from '../../library/limits';
import { writeFileAtomic } from '../../library/write-file-atomic';

/** A working copy as it is remembered. */
export interface CopyEntry {
  readonly item: ItemId;
  readonly path: string;
  /** What the copy held when it last became, or was made from, a version. */
  readonly hash: BlobHash;
  readonly savedAt: string | null;
  /** A version by others was there when this copy became one. */
  readonly others: boolean;
}

export interface Registry {
  readonly entries: readonly CopyEntry[];
  write(entries: readonly CopyEntry[]): Promise<void>;
}

const schema = z.object({
  format: z.literal(1),
  copies: z.array(
    z.object({
      item: z.string().transform((id) => id as ItemId),
      path: z.string(),
      hash: z.string().transform((hash) => hash as BlobHash),
      savedAt: z.string().nullable(),
      others: z.boolean(),
    }),
  ),
});

/**
 * `device/working-copies.json`: which files in the folder of working copies are watched. When it is damaged or gone the copies stay where they are, and are
 * no longer watched.
 */
export async function openRegistry(libraryFolder: string): Promise<Registry> {
  const folder = join(libraryFolder, 'device');
  const path = join(folder, 'working-copies.json');
  let entries = await readEntries(path);
  return {
    get entries() {
      return entries;
    },
    write: async (next) => {
      await mkdir(folder, { recursive: true });
      await writeFileAtomic(path, Buffer.from(JSON.stringify({ format: 1, copies: next })));
      entries = next;
    },
  };
}

async function readEntries(path: string): Promise<readonly CopyEntry[]> {
  const bytes = await readLimited(path, limits.marker);
  if (!(bytes instanceof Uint8Array)) return [];
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).copies;
  } catch {
    return [];
  }
}
