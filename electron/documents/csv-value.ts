import type { JsonValue } from '../../shared/base/json';
import type { FieldSpec } from '../../shared/model/field';

/** The parts of a cell with more than one value. A comma does not part: it stands inside names and titles. */
export function splitValues(cell: string): string[] {
  return cell
    .split(/[;|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** What people write in a cell, as the field keeps it. What cannot be read is given as it stands, and the field's schema refuses it. */
export function fieldValue(cell: string, spec: FieldSpec): JsonValue {
  switch (spec.kind) {
    case 'year':
      return /^\d{4}$/.test(cell) ? Number(cell) : cell;
    case 'number':
      return numberOf(cell);
    case 'date':
      return dateOf(cell);
    case 'period':
      return periodOf(cell);
    case 'flag':
      return flagOf(cell);
    case 'list':
      return splitValues(cell);
    case 'url':
      return /^www\./i.test(cell) ? `https://${cell}` : cell;
    case 'choice':
      return spec.choices?.find((choice) => folded(choice) === folded(cell)) ?? cell;
    case 'line':
      return cell.replace(/\s+/g, ' ');
    case 'text':
    case 'markdown':
    case 'email':
    case 'set':
      return cell;
  }
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, '-');
}

/** `1.234,5` as the Dutch write it, or `1234.5`. */
function numberOf(cell: string): JsonValue {
  const dutch = /^-?\d{1,3}(\.\d{3})*(,\d+)?$|^-?\d+,\d+$/.test(cell);
  const text = dutch ? cell.replace(/\./g, '').replace(',', '.') : cell;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : cell;
}

/** `17-5-2023`, `17/05/2023` or `17.5.2023` (day first, as in Dutch); ISO dates stay. */
function dateOf(cell: string): string {
  const [, day, month, year] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(cell) ?? [];
  if (day === undefined || month === undefined || year === undefined) return cell;
  const isDate = Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
  return isDate ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : cell;
}

/** `2021-2024`, `2021 t/m 2024`, `2021-` (still running) or `2021` (that year). */
function periodOf(cell: string): JsonValue {
  const [, from, , to] = /^(\d{4})?\s*(-|–|t\/m|tot en met|tot|to|until)?\s*(\d{4})?$/i.exec(cell) ?? [];
  if (from === undefined && to === undefined) return cell;
  const isOneYear = from !== undefined && /^\d{4}$/.test(cell);
  return {
    from: from === undefined ? null : Number(from),
    to: isOneYear ? Number(from) : to === undefined ? null : Number(to),
  };
}

function flagOf(cell: string): JsonValue {
  if (/^(ja|j|yes|y|true|waar|x|1)$/i.test(cell)) return true;
  return /^(nee|n|no|false|onwaar|0|-)$/i.test(cell) ? false : cell;
}
