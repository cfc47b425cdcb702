import { z } from 'zod';
import type { JsonValue } from '../base/json';
import { anchorSchema } from './anchor-schema';

/** Annotations by their numbers in a PDF; `item`: what holds the place of a drawing, which is shown until that is deleted. */
export const takenSchema = z
  .array(z.object({ id: z.string().max(40), item: z.string().max(40).nullable() }))
  .max(20_000);

/** The shapes of the fields that no form shows, by type and field; the types name them in `structured`. */
export const structuredFields: Readonly<Record<string, Readonly<Record<string, z.ZodType<JsonValue>>>>> = {
  annotation: { anchor: anchorSchema },
  takenOver: { taken: takenSchema },
};
