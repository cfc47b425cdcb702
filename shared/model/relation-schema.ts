import { z } from 'zod';
import type { ItemId } from '../base/ids';
import { relationKinds, type RelationKind } from './relation';

export const relationSchema = z.object({
  kind: z.enum(Object.keys(relationKinds) as [RelationKind, ...RelationKind[]]),
  target: z.string().transform((id) => id as ItemId),
  from: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .optional(),
  to: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .optional(),
});
/** An element of the set-valued field `relations`. */
export type Relation = z.infer<typeof relationSchema>;
