import type { z } from 'zod';
import { pick } from './seeded';

type Chance = () => number;

/** What zod keeps of a schema that an input can be made from. */
interface Definition {
  readonly type: string;
  readonly shape?: Record<string, z.ZodType>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Record<string, string>;
  readonly values?: readonly unknown[];
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly getter?: () => z.ZodType;
  readonly checks?: readonly { readonly _zod: { readonly def: Record<string, unknown> } }[];
}

/** Words for the fields that inputs have; whatever is not here is drawn from `texts`. */
export interface Words {
  /** Where a person could have pointed: paths that may be read or written. */
  readonly paths: readonly string[];
  readonly ids: readonly string[];
  readonly hashes: readonly string[];
  readonly devices: readonly string[];
  readonly texts: readonly string[];
}

/** An input that fits the schema, as far as its shape goes: ids and paths are of things that there are. */
export function inputFor(schema: z.ZodType, words: Words, chance: Chance, field = ''): unknown {
  const def = (schema as unknown as { _zod: { def: Definition } })._zod.def;
  const inner = (each: z.ZodType | undefined): unknown =>
    each === undefined ? null : inputFor(each, words, chance, field);
  const few = (): number => Math.floor(chance() * 3);
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape ?? {}).flatMap(([key, each]) => {
          const value = inputFor(each, words, chance, key);
          return value === undefined ? [] : [[key, value]];
        }),
      );
    case 'array':
      return Array.from({ length: 1 + few() }, () => inner(def.element));
    case 'tuple':
      return (def.items ?? []).map(inner);
    case 'record':
      return Object.fromEntries(
        Array.from({ length: few() }, () => [String(inner(def.keyType)), inner(def.valueType)]),
      );
    case 'optional':
      return chance() < 0.5 ? undefined : inner(def.innerType);
    case 'nullable':
      return chance() < 0.4 ? null : inner(def.innerType);
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'catch':
      return inner(def.innerType);
    case 'pipe':
      return inner(def.in);
    case 'lazy':
      return chance() < 0.5 ? pick(chance, [null, 1, 'x', true]) : inner(def.getter?.());
    case 'union':
      return inner(pick(chance, def.options ?? []));
    case 'enum':
      return pick(chance, Object.values(def.entries ?? {}));
    case 'literal':
      return pick(chance, def.values ?? []);
    case 'string':
      return textFor(def, words, chance, field);
    case 'number':
    case 'int':
      return pick(chance, [0, 1, 2, 10, 50, 2024]);
    case 'boolean':
      return chance() < 0.5;
    case 'undefined':
    case 'void':
      return undefined;
    default:
      return pick(chance, [null, 0, 'x', [], {}]);
  }
}

function textFor({ checks = [] }: Definition, words: Words, chance: Chance, field: string): string {
  const pattern = checks.map((check) => String(check._zod.def['pattern'] ?? '')).join(' ');
  if (pattern.includes('[0-9a-z]{26}')) return pick(chance, words.ids);
  if (pattern.includes('[0-9a-f]{64}')) return pick(chance, words.hashes);
  if (pattern.includes('[0-9a-f]{32}')) return pick(chance, words.devices);
  if (pattern.includes('\\d{4}-\\d\\d-\\d\\d')) return '2025-06-01';
  if (/^(path|paths|folder|place|root)$/.test(field)) return pick(chance, words.paths);
  // None that could be reached: that is slow, and another test's.
  if (field === 'url') return pick(chance, ['file:///etc/passwd', 'https://', 'x', '//']);
  return pick(chance, words.texts);
}
