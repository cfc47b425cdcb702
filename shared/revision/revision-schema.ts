import { z } from 'zod';
import type { DeviceId, ItemId, RevisionId } from '../base/ids';
import type { JsonValue } from '../base/json';
import type { Revision } from './revision';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const revisionId = hash.transform((id) => id as RevisionId);
const fieldName = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,63}$/);
const value = z.custom<JsonValue>((v) => v !== undefined);
const elements = z.record(fieldName, z.array(value));

const headerSchema = z.looseObject({
  id: revisionId,
  item: z
    .string()
    .regex(/^[0-9a-z]{26}$/)
    .transform((id) => id as ItemId),
  parents: z.array(revisionId).max(1_000),
  device: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .transform((id) => id as DeviceId),
  n: z.number().int().min(1),
  prev: revisionId.nullable(),
  at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  body: hash,
  sig: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
});

const bodySchema = z.looseObject({
  set: z.record(fieldName, value).optional(),
  add: elements.optional(),
  remove: elements.optional(),
});

/** The shape of a revision that comes from a file, with whatever else a newer version put in header and body. Whether its hashes and signature hold is another question. */
export const revisionSchema = z.object({
  header: headerSchema,
  body: bodySchema.nullable(),
}) as unknown as z.ZodType<Revision>;
