import { z } from 'zod';
import type { JsonValue } from '../base/json';
import { anchorSchema } from './anchor-schema';

/** The shapes of the fields that no form shows, by type and field; the types name them in `structured`. */
export const structuredFields: Readonly<Record<string, Readonly<Record<string, z.ZodType<JsonValue>>>>> = {
  annotation: { anchor: anchorSchema },
  takenOver: { ids: z.array(z.string().max(40)).max(20_000) },
};
