import { join } from 'node:path';
import { z } from 'zod';
import { keyedDeviceSchema } from '../../shared/access/change';
import { readLimited } from '../library/files';
import { limits } from '../library/limits';
import { writeFileAtomic } from '../library/write-file-atomic';

/** What a library keeps of its recovery sheet: whom to give access, and nothing that would open anything. */
export type SheetNote = z.output<typeof schema>;

const schema = z.object({
  format: z.literal(1),
  device: keyedDeviceSchema,
  madeAt: z.string(),
  /** Spaces whose place is on it; null when that is not known. */
  spaces: z.array(z.string()).nullable(),
});

const pathIn = (libraryFolder: string): string => join(libraryFolder, 'device', 'recovery.json');

/** null when there is none, or it is damaged: then a new sheet is asked for. */
export async function readSheetNote(libraryFolder: string): Promise<SheetNote | null> {
  const bytes = await readLimited(pathIn(libraryFolder), limits.marker);
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes as Uint8Array).toString('utf8')));
  } catch {
    return null;
  }
}

export function writeSheetNote(libraryFolder: string, note: SheetNote): Promise<void> {
  return writeFileAtomic(pathIn(libraryFolder), Buffer.from(JSON.stringify(note)));
}
