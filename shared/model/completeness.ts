import type { ItemState } from '../revision/item-state';
import type { FieldSpec } from './field';
import { fieldsOf, type ItemTypeName } from './types';

/** What a record of each type needs before others can use it. */
export const importantFields: Readonly<Record<ItemTypeName, readonly string[]>> = {
  project: ['summary', 'aim', 'phase', 'period', 'regions', 'targetGroups', 'transitions', 'parties', 'source'],
  study: ['abstract', 'authors', 'year', 'regions', 'transitions', 'findings'],
  draft: ['summary', 'status', 'owner'],
  document: ['summary', 'year', 'regions'],
  programme: ['objective', 'period', 'regions', 'commissioner', 'source'],
  measure: ['goal', 'measureStatus', 'targetGroups', 'parties', 'source'],
  policyPlan: ['objective', 'period', 'regions', 'source'],
  focusPoint: ['order', 'summary', 'principle', 'regions'],
  yearlyAction: ['year', 'summary', 'owner', 'actionStatus'],
  programmeLine: ['objective', 'reach', 'product', 'targetText', 'coordinator', 'period', 'regions', 'source'],
  funding: ['amountPerYear', 'period', 'funder', 'source'],
  meeting: ['date', 'summary', 'outcomes'],
  observation: ['indicator', 'value', 'unit', 'schoolYear', 'regions', 'observationKind', 'source'],
  organisation: ['organisationKind', 'place', 'regions'],
  region: ['regionKind', 'contactMunicipality', 'contactSchool', 'source'],
  site: ['organisation', 'place', 'attendanceContact', 'rmcContact'],
  governingBody: ['bodyTask', 'members', 'meetingsPerYear', 'regions'],
  person: ['roles', 'organisation', 'place', 'lastConfirmed'],
  term: ['definition', 'source'],
  transition: ['code', 'origin', 'destination', 'lead'],
  targetGroup: ['summary', 'ages'],
  cause: ['summary', 'signs'],
  instrument: ['summary', 'instrumentKind', 'source'],
  legalFrame: ['summary', 'validFrom', 'source'],
  question: ['summary'],
  listValue: ['list'],
  collection: ['summary'],
};

type Fields = Pick<ItemState, 'fields' | 'sets'>;

function isFilled({ fields, sets }: Fields, key: string): boolean {
  const value = fields[key];
  return (value !== undefined && value !== null && value !== '') || (sets[key]?.length ?? 0) > 0;
}

/** The important fields of an item that are still empty, in the order of its form. */
export function missingFields(type: string, state: Fields): readonly FieldSpec[] {
  const important = (importantFields as Readonly<Record<string, readonly string[]>>)[type] ?? [];
  return fieldsOf(type).filter(({ key }) => important.includes(key) && !isFilled(state, key));
}

/** The share of a type's important fields that are filled, 0 to 1; 1 for a type that asks nothing. */
export function completeness(type: string, state: Fields): number {
  const important = (importantFields as Readonly<Record<string, readonly string[]>>)[type] ?? [];
  return important.length === 0 ? 1 : 1 - missingFields(type, state).length / important.length;
}
