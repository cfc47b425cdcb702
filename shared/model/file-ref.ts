import { z } from 'zod';
import type { BlobHash } from '../base/ids';

/** The file of an item: bytes by hash, with the name people know it by. */
export const fileRefSchema = z.object({
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .transform((h) => h as BlobHash),
  name: z.string().min(1).max(255),
  mediaType: z.string().max(200),
  sizeBytes: z.number().int().nonnegative(),
});
export type FileRef = z.infer<typeof fileRefSchema>;
