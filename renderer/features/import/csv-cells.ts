import type { FieldSpec } from '../../../shared/model/field';
import { fieldOf } from '../../../shared/model/types';
import type { CsvPreview } from '../../../shared/model/views';
import { readDraft } from '../../components/field-draft';

/** Column index to field key. */
export type Mapping = Readonly<Record<string, string>>;

export interface PreviewCell {
  readonly column: string;
  readonly field: FieldSpec;
  readonly text: string;
  readonly fits: boolean;
}

export interface PreviewRow {
  readonly cells: readonly PreviewCell[];
  readonly hasTitle: boolean;
}

/** What the first rows become under a mapping, and which cells look wrong. A forecast: the import itself decides. */
export function previewRows(
  { columns, rows }: CsvPreview,
  type: string,
  mapping: Mapping,
  labelOf: (field: string, value: string) => string,
): readonly PreviewRow[] {
  const mapped = columns.flatMap((column, index) => {
    const field = fieldOf(type, mapping[String(index)] ?? '');
    return field === undefined ? [] : [{ column, field, index }];
  });
  return rows.map((row) => {
    const cells = mapped.map(({ column, field, index }) => {
      const text = row[index] ?? '';
      return { column, field, text, fits: cellFits(field, text, labelOf) };
    });
    return { cells, hasTitle: cells.some(({ field, text }) => field.key === 'title' && text.trim() !== '') };
  });
}

function cellFits(field: FieldSpec, text: string, labelOf: (field: string, value: string) => string): boolean {
  const typed = text.trim();
  // A missing title is told about the row; sets are cut into values by the import.
  if (typed === '' || field.kind === 'set' || field.kind === 'list' || field.kind === 'flag') return true;
  if (field.kind === 'choice')
    return (field.choices ?? []).some((choice) =>
      [choice, labelOf(field.key, choice)].some((name) => name.toLowerCase() === typed.toLowerCase()),
    );
  const draft =
    field.kind !== 'period' ? typed : /^\d{4}$/.test(typed) ? `${typed}/${typed}` : typed.replace(/\s*[-–—]\s*/, '/');
  return readDraft(field, draft).ok;
}

/** A field that more than one column was given to. */
export function doubleField(mapping: Mapping): string | null {
  const fields = Object.values(mapping);
  return fields.find((field, index) => fields.indexOf(field) !== index) ?? null;
}
