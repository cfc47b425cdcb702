import { z } from 'zod';
import type { BlobHash, DeviceId, ItemId, RevisionId, SpaceId } from '../base/ids';
import type { JsonValue } from '../base/json';
import { filePath } from '../model/file-path';

/* The pieces that the inputs of several calls are made of. */

export const nothing = z.undefined();
export const itemId = z
  .string()
  .regex(/^[0-9a-z]{26}$/)
  .transform((id) => id as ItemId);
export const place = z.number().int().min(0).max(10_000_000);
export const spaceId = z
  .string()
  .regex(/^[0-9a-z]{26}$/)
  .transform((id) => id as SpaceId);
export const spaceName = z.string().trim().min(1).max(120);
export const revisionId = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((id) => id as RevisionId);
export const blobHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((hash) => hash as BlobHash);
/** Devices of participants. */
export const readers = z
  .array(
    z
      .string()
      .regex(/^[0-9a-f]{32}$/)
      .transform((device) => device as DeviceId),
  )
  .min(1)
  .max(1_000)
  .optional();
export const json: z.ZodType<JsonValue> = z.json();
export const itemIds = z.array(itemId).min(1).max(100_000);
export const change = z.object({
  set: z.record(z.string(), json).optional(),
  add: z.record(z.string(), z.array(json)).optional(),
  remove: z.record(z.string(), z.array(json)).optional(),
});
/** Why somebody shares something in which the guard found data of persons. */
export const despite = z.string().trim().min(3).max(1_000).optional();
export const paths = z.array(filePath).min(1).max(100_000);
export const editKey = z.enum([
  'create',
  'change',
  'tag',
  'collect',
  'bin',
  'restore',
  'relate',
  'restoreVersion',
  'resolve',
  'import',
  'publish',
  'merge',
  'judge',
  'annotate',
  'place',
]);
export const draftText = z.string().max(2_000_000);
export const language = z.enum(['nl', 'en']);
export const pageLimit = z.number().int().min(1).max(1_000);
const fieldName = z.string().min(1).max(60);
export const bulkEdit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), field: fieldName, value: json }),
  z.object({ kind: z.literal('fill'), field: fieldName, value: json }),
  z.object({ kind: z.literal('add'), field: fieldName, value: z.string().max(200) }),
  z.object({ kind: z.literal('remove'), field: fieldName, value: z.string().max(200) }),
  z.object({ kind: z.literal('replace'), field: fieldName, value: z.string().max(200), by: z.string().max(200) }),
]);
