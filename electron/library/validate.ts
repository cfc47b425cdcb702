import type { z } from 'zod';
import { AppError } from '../../shared/base/errors';
import type { JsonValue } from '../../shared/base/json';
import { fieldSchema } from '../../shared/model/field-schema';
import { fileRefSchema } from '../../shared/model/file-ref';
import { itemType, fieldsOf } from '../../shared/model/types';
import { relationSchema } from '../../shared/model/relation-schema';
import { structuredFields } from '../../shared/model/structured-fields';
import type { ItemState } from '../../shared/revision/item-state';
import type { RevisionBody } from '../../shared/revision/revision';
import type { NewItem } from './library-types';

type Schema = z.ZodType<JsonValue>;
type Elements = Readonly<Record<string, readonly JsonValue[]>>;

interface TypeRules {
  readonly fields: ReadonlyMap<string, Schema>;
  readonly sets: ReadonlyMap<string, Schema>;
  readonly required: readonly string[];
}

/** What may be written to items: the door that every change by people and importers goes through. Error: `field-invalid` (field). */
export interface Door {
  newItem(item: NewItem): RevisionBody;
  change(state: ItemState, change: RevisionBody): RevisionBody;
}

export function createDoor(): Door {
  const rules = new Map<string, TypeRules>();
  const rulesOf = (type: string): TypeRules => {
    const known = rules.get(type) ?? makeRules(type);
    rules.set(type, known);
    return known;
  };
  return {
    newItem: ({ type, set, add = {} }) => {
      if (itemType(type) === undefined) throw new AppError('field-invalid', { field: 'type' });
      const typeRules = rulesOf(type);
      const missing = typeRules.required.find((field) => set[field] == null || set[field] === '');
      if (missing !== undefined) throw new AppError('field-invalid', { field: missing });
      const filled = Object.fromEntries(
        Object.entries(checkFields(typeRules, set)).filter(([, value]) => value !== null),
      );
      return { set: { type, ...filled }, ...withElements('add', checkElements(typeRules, add)) };
    },
    change: (state, { set, add, remove }) => {
      const typeRules = rulesOf(String(state.fields['type']));
      return {
        ...(set === undefined ? {} : { set: checkFields(typeRules, set) }),
        ...withElements('add', checkElements(typeRules, add)),
        // Whatever is there may be taken away, also what a newer version of the app has put there.
        ...withElements('remove', remove ?? {}),
      };
    },
  };
}

function makeRules(type: string): TypeRules {
  const fields = new Map<string, Schema>();
  const sets = new Map<string, Schema>([['relations', relationSchema as unknown as Schema]]);
  for (const spec of fieldsOf(type)) (spec.kind === 'set' ? sets : fields).set(spec.key, fieldSchema(spec));
  if (itemType(type)?.hasFile === true) fields.set('file', fileRefSchema.nullable() as unknown as Schema);
  for (const [key, schema] of Object.entries(structuredFields[type] ?? {})) fields.set(key, schema);
  return {
    fields,
    sets,
    required: fieldsOf(type)
      .filter((spec) => spec.required === true)
      .map((spec) => spec.key),
  };
}

function checkFields({ fields }: TypeRules, set: Readonly<Record<string, JsonValue>>): Record<string, JsonValue> {
  // Empty is written as null, so that clearing a field and never having filled it are the same.
  return Object.fromEntries(
    Object.entries(set).map(([field, value]) => [field, check(fields, field, value === '' ? null : value)]),
  );
}

function checkElements({ sets }: TypeRules, elements: Elements = {}): Elements {
  return Object.fromEntries(
    Object.entries(elements).map(([field, values]) => [field, values.map((value) => check(sets, field, value))]),
  );
}

function check(schemas: ReadonlyMap<string, Schema>, field: string, value: JsonValue): JsonValue {
  const result = schemas.get(field)?.safeParse(value);
  if (result?.success !== true) throw new AppError('field-invalid', { field });
  return result.data;
}

function withElements(part: 'add' | 'remove', elements: Elements): Partial<Record<'add' | 'remove', Elements>> {
  const filled = Object.entries(elements).filter(([, values]) => values.length > 0);
  return filled.length === 0 ? {} : { [part]: Object.fromEntries(filled) };
}
