import { z } from 'zod';
import type { ItemId } from '../base/ids';

/** Kinds of relation, each kept on one item and shown on both; `symmetric` reads the same from either side. */
export const relationKinds = {
  partOf: {},
  inCollection: {},
  about: {},
  carriedOutBy: {},
  uses: {},
  follows: {},
  supports: {},
  recommends: {},
  basedOn: {},
  newVersionOf: {},
  replaces: {},
  worksAt: {},
  documentOf: {},
  contactOf: {},
  aimsAt: {},
  addresses: {},
  fundedBy: {},
  decidesOn: {},
  memberOf: {},
  discussedIn: {},
  knowsAbout: {},
  derivedFrom: {},
  nextTo: { symmetric: true },
  mergedFrom: {},
  related: { symmetric: true },
} as const satisfies Record<string, { symmetric?: boolean }>;

export type RelationKind = keyof typeof relationKinds;

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
