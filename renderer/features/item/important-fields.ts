import { fieldsOf, type ItemTypeName } from '../../../shared/model/types';
import type { FieldSpec } from '../../../shared/model/field';
import type { ItemState } from '../../../shared/revision/item-state';

/** What a record of each type needs before others can use it. */
const importantFields: Readonly<Record<ItemTypeName, readonly string[]>> = {
  project: ['summary', 'aim', 'phase', 'period', 'regions', 'targetGroups', 'transitions', 'parties', 'source'],
  study: ['abstract', 'authors', 'year', 'regions', 'transitions', 'findings'],
  draft: ['summary', 'status', 'owner'],
  document: ['summary', 'year', 'regions'],
  programme: ['objective', 'period', 'regions', 'commissioner', 'source'],
  measure: ['goal', 'measureStatus', 'targetGroups', 'parties', 'source'],
  organisation: ['organisationKind', 'place', 'regions'],
  person: ['roles', 'organisation', 'place', 'lastConfirmed'],
  term: ['definition', 'source'],
  collection: ['summary'],
};

/** The important fields of an item that are still empty. */
export function missingFields(type: string, { fields, sets }: ItemState): readonly FieldSpec[] {
  const important = (importantFields as Readonly<Record<string, readonly string[]>>)[type] ?? [];
  return fieldsOf(type).filter(
    ({ key }) => important.includes(key) && fields[key] === undefined && (sets[key]?.length ?? 0) === 0,
  );
}
