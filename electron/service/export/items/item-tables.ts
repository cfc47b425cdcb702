import type { JsonValue } from '../../../../shared/base/json';
import { fieldLabels, type FieldKey } from '../../../../shared/messages/fields';
import type { Language } from '../../../../shared/messages/text';
import { typeLabels } from '../../../../shared/messages/types';
import { choiceLabel } from '../../../../shared/messages/vocabulary';
import type { FieldSpec } from '../../../../shared/model/field';
import { fieldsOf, itemTypes } from '../../../../shared/model/types';
import type { ItemState } from '../../../../shared/revision/item-state';
import { typeOf } from '../../../insight/item-fields';

/** Items of one type as people fill in a table: a column for each field that any of them has, named as in the form. */
export interface ItemTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table for each type, in the order of the types. What is read in again by the same names gives the same fields; relations and files stay out. */
export function itemTables(items: readonly ItemState[], language: Language): readonly ItemTable[] {
  return itemTypes.flatMap(({ name }) => {
    const own = items.filter((state) => typeOf(state) === name);
    if (own.length === 0) return [];
    const fields = fieldsOf(name).filter((spec) => spec.key === 'title' || own.some((state) => has(state, spec)));
    return [
      {
        name: typeLabels[name].many[language],
        columns: fields.map(({ key }) => fieldLabels[key as FieldKey][language]),
        rows: own.map((state) => fields.map((spec) => cellOf(state, spec, language))),
      },
    ];
  });
}

function has({ fields, sets }: ItemState, { key }: FieldSpec): boolean {
  return (fields[key] !== undefined && fields[key] !== null) || (sets[key] ?? []).length > 0;
}

function cellOf({ fields, sets }: ItemState, { key, kind }: FieldSpec, language: Language): string {
  if (kind === 'set') return (sets[key] ?? []).map((value) => choiceLabel(key, String(value), language)).join('; ');
  const value = fields[key] ?? null;
  if (value === null) return '';
  if (kind === 'list' && Array.isArray(value)) return value.map(String).join('; ');
  if (kind === 'period') return periodText(value);
  if (kind === 'flag') return value === true ? (language === 'nl' ? 'ja' : 'yes') : language === 'nl' ? 'nee' : 'no';
  return kind === 'choice' ? choiceLabel(key, String(value), language) : String(value);
}

function periodText(value: JsonValue): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const [from, to] = [value['from'] ?? null, value['to'] ?? null].map((year) => (year === null ? '' : String(year)));
  return from === to ? (from ?? '') : `${from ?? ''}-${to ?? ''}`;
}
