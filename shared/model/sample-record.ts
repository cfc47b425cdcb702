import { z } from 'zod';
import { fieldSchema } from './field-schema';
import { relationSchema } from './relation-schema';
import { fieldOf, itemType, itemTypes, type ItemTypeName } from './types';

const typeNames = itemTypes.map((type) => type.name) as [ItemTypeName, ...ItemTypeName[]];

/**
 * An item of the sample library before it has an id: relations point at the `key` of another record,
 * and `file` is the name of a file beside the records.
 */
const sampleRecordSchema = z
  .object({
    key: z.string().regex(/^[a-z0-9-]+$/),
    type: z.enum(typeNames),
    fields: z.record(z.string(), z.json()),
    sets: z.record(z.string(), z.array(z.json())).default({}),
    relations: z.array(relationSchema.extend({ target: z.string() })).default([]),
    file: z
      .string()
      .regex(/^[a-z0-9-]+\.[a-z]+$/)
      .optional(),
  })
  .strict()
  .superRefine((record, context) => {
    const problem = (where: string, message: string) => {
      context.addIssue({ code: 'custom', message: `${record.key} ${where}: ${message}` });
    };
    if (record.fields['title'] === undefined) problem('title', 'missing');
    if (record.file !== undefined && itemType(record.type)?.hasFile !== true) problem('file', 'this type has no file');
    for (const [key, value] of Object.entries(record.fields)) {
      const spec = fieldOf(record.type, key);
      if (spec === undefined || spec.kind === 'set') problem(key, 'not a single field of this type');
      else if (!fieldSchema(spec).safeParse(value).success) problem(key, 'value does not fit');
    }
    for (const [key, values] of Object.entries(record.sets)) {
      const spec = fieldOf(record.type, key);
      if (spec?.kind !== 'set') problem(key, 'not a set field of this type');
      else if (!values.every((value) => fieldSchema(spec).safeParse(value).success)) problem(key, 'value does not fit');
    }
  });

export type SampleRecord = z.infer<typeof sampleRecordSchema>;

const sampleLibrarySchema = z.array(sampleRecordSchema).superRefine((records, context) => {
  const keys = new Set(records.map((record) => record.key));
  if (keys.size !== records.length) context.addIssue({ code: 'custom', message: 'a key is used twice' });
  for (const { key, relations } of records)
    for (const { target } of relations)
      if (!keys.has(target))
        context.addIssue({ code: 'custom', message: `${key} points at ${target}, which is not there` });
});

/**
 * The records of a sample library, from its parsed JSON. Every field fits its type and every relation has its target.
 * Throws a ZodError naming each record and field that does not.
 */
export function readSampleLibrary(json: unknown): readonly SampleRecord[] {
  return sampleLibrarySchema.parse(json);
}
