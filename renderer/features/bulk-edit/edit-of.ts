import type { JsonValue } from '../../../shared/base/json';
import type { FieldSpec } from '../../../shared/model/field';
import { fieldSchema } from '../../../shared/model/field-schema';
import { fieldsOf } from '../../../shared/model/types';
import { readDraft } from '../../components/field-draft';

/** What can be done with a field of many items. */
export type BulkWay = 'set' | 'fill' | 'clear' | 'add' | 'remove' | 'replace';

export type BulkEdit =
  | { readonly kind: 'set' | 'fill'; readonly field: string; readonly value: JsonValue }
  | { readonly kind: 'add' | 'remove'; readonly field: string; readonly value: string }
  | { readonly kind: 'replace'; readonly field: string; readonly value: string; readonly by: string };

export function waysOf({ kind, required }: FieldSpec): readonly BulkWay[] {
  if (kind === 'set') return ['add', 'remove', 'replace'];
  return required === true ? ['set', 'fill'] : ['set', 'fill', 'clear'];
}

/** The fields that items of these types have together first, then those that only some have; titles are nobody else's. */
export function commonFields(types: ReadonlySet<string>): readonly FieldSpec[] {
  const byKey = new Map<string, { spec: FieldSpec; count: number }>();
  for (const type of types)
    for (const spec of fieldsOf(type)) {
      if (spec.key === 'title' || spec.key === 'body') continue;
      byKey.set(spec.key, { spec, count: (byKey.get(spec.key)?.count ?? 0) + 1 });
    }
  return [...byKey.values()].sort((a, b) => b.count - a.count).map(({ spec }) => spec);
}

/** What the dialog was filled in with. */
interface BulkForm {
  readonly spec: FieldSpec;
  readonly way: BulkWay;
  readonly texts: { readonly value: string; readonly by: string };
}

export function emptyForm(spec: FieldSpec): BulkForm {
  return { spec, way: waysOf(spec)[0] ?? 'set', texts: { value: '', by: '' } };
}

export function cleared({ key }: FieldSpec): BulkEdit {
  return { kind: 'set', field: key, value: null };
}

/** What was filled in as a change; null as long as something is missing, `wrong` when it does not fit the field. */
export function editOf(
  { spec, way, texts }: BulkForm,
  labelOf: (field: string, value: string) => string,
): BulkEdit | null | 'wrong' {
  const field = spec.key;
  if (way === 'clear') return cleared(spec);
  const [value, by] = [texts.value, texts.by].map((text) => listedValue(spec, text.trim(), labelOf)) as [
    string,
    string,
  ];
  if (value === '' || (way === 'replace' && by === '')) return null;
  if (way === 'add' || way === 'remove' || way === 'replace') {
    const fits = [value, ...(way === 'replace' ? [by] : [])].every((each) => fieldSchema(spec).safeParse(each).success);
    if (!fits) return 'wrong';
    return way === 'replace' ? { kind: way, field, value, by } : { kind: way, field, value };
  }
  if (spec.kind === 'flag') return { kind: way, field, value: value === 'yes' };
  const read = readDraft(spec, value);
  return read.ok ? { kind: way, field, value: read.value } : 'wrong';
}

/** A value of a list by its own name or by what it is called. */
function listedValue(
  { key, choices = [] }: FieldSpec,
  text: string,
  labelOf: (field: string, value: string) => string,
): string {
  return choices.find((choice) => labelOf(key, choice).toLowerCase() === text.toLowerCase()) ?? text;
}
