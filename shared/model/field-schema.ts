import { z } from 'zod';
import type { JsonValue } from '../base/json';
import type { FieldKind, FieldSpec } from './field';

export const yearSchema = z.number().int().min(1800).max(2200);
export const periodSchema = z
  .object({ from: yearSchema.nullable(), to: yearSchema.nullable() })
  .refine((p) => p.from === null || p.to === null || p.from <= p.to, 'period-reversed');

const schemas: Record<FieldKind, z.ZodType<JsonValue>> = {
  line: z.string().max(1_000),
  text: z.string().max(100_000),
  markdown: z.string().max(2_000_000),
  choice: z.string().max(100),
  set: z.string().trim().min(1).max(200),
  list: z.array(z.string().trim().min(1).max(300)).max(500),
  year: yearSchema,
  date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  period: periodSchema,
  number: z.number().finite(),
  url: z.url({ protocol: /^https?$/ }).max(2_000),
  email: z.email().max(300),
  flag: z.boolean(),
};

/** The schema of one value; for a `set`, of one element. Empty is written as null, never as ''. */
export function fieldSchema(spec: FieldSpec): z.ZodType<JsonValue> {
  const schema =
    spec.kind === 'choice' && spec.choices !== undefined && spec.open !== true
      ? z.enum(spec.choices as [string, ...string[]])
      : schemas[spec.kind];
  return spec.required === true || spec.kind === 'set' ? schema : schema.nullable();
}
