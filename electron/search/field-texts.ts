import type { JsonValue } from '../../shared/base/json';
import { fileRefSchema } from '../../shared/model/file-ref';
import type { ItemState } from '../../shared/revision/item-state';
import type { FieldText } from './explain-hit';
import { plainMarkdown } from './plain-markdown';

const notText: ReadonlySet<string> = new Set(['type', 'relations', 'deleted', 'file']);

function strings(value: JsonValue): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  return Array.isArray(value) ? value.flatMap(strings) : [];
}

/** Every text of a record with the field it is in, as `describeItem` gives it to the index: the title first, the name of its file last. */
export function fieldTexts(state: ItemState): FieldText[] {
  const keys = [...new Set(['title', ...Object.keys(state.fields), ...Object.keys(state.sets)])];
  const texts = keys
    .filter((field) => !notText.has(field))
    .flatMap((field) =>
      strings((state.sets[field] as JsonValue | undefined) ?? state.fields[field] ?? null).map((text) => ({
        field,
        text: plainMarkdown(text),
      })),
    );
  const file = fileRefSchema.safeParse(state.fields['file']);
  return file.success ? [...texts, { field: 'file', text: file.data.name }] : texts;
}
