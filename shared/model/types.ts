import {
  documentStatuses,
  organisationKinds,
  projectPhases,
  roles,
  targetGroups,
  transitions,
} from '../vocabulary/lists';
import type { FieldSpec } from './field';
import { commonFields, type ItemType } from './item-type';

const regions = { key: 'regions', kind: 'set', facet: true } as const satisfies FieldSpec;
const groups = { key: 'targetGroups', kind: 'set', facet: true, choices: targetGroups } as const satisfies FieldSpec;
const moves = { key: 'transitions', kind: 'set', facet: true, choices: transitions } as const satisfies FieldSpec;
const period = { key: 'period', kind: 'period' } as const satisfies FieldSpec;
const source = { key: 'source', kind: 'line' } as const satisfies FieldSpec;
const status = { key: 'status', kind: 'choice', choices: documentStatuses, facet: true } as const satisfies FieldSpec;
const link = { key: 'url', kind: 'url' } as const satisfies FieldSpec;

const citation = [
  { key: 'authors', kind: 'list', facet: true },
  { key: 'year', kind: 'year', facet: true },
  { key: 'publication', kind: 'line' },
  { key: 'publisher', kind: 'line' },
  { key: 'volume', kind: 'line' },
  { key: 'issue', kind: 'line' },
  { key: 'pageRange', kind: 'line' },
  { key: 'doi', kind: 'line' },
  { key: 'isbn', kind: 'line' },
  link,
] as const satisfies readonly FieldSpec[];

/** The types a library starts with. Fields from the domain page, 1.3. Later types are added here and nowhere else. */
export const itemTypes = [
  {
    name: 'project',
    group: 'projects',
    hasFile: true,
    fields: [
      { key: 'summary', kind: 'text' },
      { key: 'aim', kind: 'text' },
      { key: 'ambitions', kind: 'text' },
      { key: 'approach', kind: 'markdown' },
      { key: 'phase', kind: 'choice', choices: projectPhases, facet: true },
      period,
      regions,
      groups,
      moves,
      { key: 'parties', kind: 'set', facet: true },
      { key: 'instruments', kind: 'set' },
      { key: 'funding', kind: 'text' },
      { key: 'results', kind: 'markdown' },
      { key: 'contactRole', kind: 'line' },
      link,
      source,
    ],
  },
  {
    name: 'study',
    group: 'studies',
    hasFile: true,
    fields: [
      { key: 'abstract', kind: 'text' },
      ...citation,
      { key: 'angle', kind: 'text' },
      { key: 'criteria', kind: 'text' },
      { key: 'method', kind: 'text' },
      { key: 'population', kind: 'line' },
      period,
      regions,
      groups,
      moves,
      { key: 'findings', kind: 'markdown' },
      { key: 'recommendations', kind: 'markdown' },
      { key: 'language', kind: 'line' },
      source,
    ],
  },
  {
    name: 'draft',
    group: 'drafts',
    hasFile: true,
    fields: [
      { key: 'summary', kind: 'text' },
      { key: 'body', kind: 'markdown' },
      status,
      { key: 'doNotCite', kind: 'flag' },
      { key: 'commentsUntil', kind: 'date' },
      { key: 'owner', kind: 'line' },
      { key: 'audience', kind: 'line' },
      regions,
      groups,
      moves,
    ],
  },
  {
    name: 'document',
    group: 'documents',
    hasFile: true,
    fields: [
      { key: 'summary', kind: 'text' },
      { key: 'authors', kind: 'list', facet: true },
      { key: 'year', kind: 'year', facet: true },
      { key: 'date', kind: 'date' },
      status,
      { key: 'owner', kind: 'line' },
      { key: 'language', kind: 'line' },
      regions,
      groups,
      moves,
      source,
    ],
  },
  {
    name: 'programme',
    group: 'programmes',
    hasFile: true,
    fields: [
      { key: 'summary', kind: 'text' },
      { key: 'objective', kind: 'text' },
      period,
      regions,
      groups,
      moves,
      { key: 'commissioner', kind: 'line' },
      { key: 'applicant', kind: 'line' },
      { key: 'funding', kind: 'text' },
      { key: 'evaluationMoments', kind: 'text' },
      source,
    ],
  },
  {
    name: 'measure',
    group: 'programmes',
    hasFile: true,
    fields: [
      { key: 'goal', kind: 'text' },
      { key: 'approach', kind: 'markdown' },
      {
        key: 'measureStatus',
        kind: 'choice',
        choices: ['nieuw', 'gecontinueerd', 'verbreed', 'geborgd', 'doorontwikkeld', 'onderzoeksidee', 'gestopt'],
        facet: true,
      },
      period,
      regions,
      groups,
      moves,
      { key: 'parties', kind: 'set', facet: true },
      { key: 'instruments', kind: 'set' },
      { key: 'qualityNote', kind: 'text' },
      source,
    ],
  },
  {
    name: 'organisation',
    group: 'people',
    hasFile: false,
    fields: [
      { key: 'summary', kind: 'text' },
      { key: 'organisationKind', kind: 'choice', choices: organisationKinds, facet: true },
      { key: 'place', kind: 'line', facet: true },
      regions,
      { key: 'email', kind: 'email' },
      { key: 'phone', kind: 'line' },
      link,
    ],
  },
  {
    name: 'person',
    group: 'people',
    hasFile: false,
    fields: [
      { key: 'roles', kind: 'set', choices: roles, facet: true },
      { key: 'organisation', kind: 'line' },
      { key: 'place', kind: 'line', facet: true },
      regions,
      { key: 'expertise', kind: 'text' },
      { key: 'email', kind: 'email' },
      { key: 'phone', kind: 'line' },
      { key: 'lastConfirmed', kind: 'date' },
    ],
  },
  {
    name: 'term',
    group: 'terms',
    hasFile: false,
    fields: [
      { key: 'abbreviation', kind: 'line' },
      { key: 'longForm', kind: 'line' },
      { key: 'definition', kind: 'text' },
      { key: 'synonyms', kind: 'set' },
      { key: 'note', kind: 'text' },
      { key: 'validFrom', kind: 'date' },
      { key: 'validTo', kind: 'date' },
      source,
    ],
  },
  {
    name: 'collection',
    group: 'collections',
    hasFile: false,
    fields: [{ key: 'summary', kind: 'text' }],
  },
] as const satisfies readonly ItemType[];

export type ItemTypeName = (typeof itemTypes)[number]['name'];

const byName = new Map<string, ItemType>(itemTypes.map((type) => [type.name, type]));

export function itemType(name: string): ItemType | undefined {
  return byName.get(name);
}

/** All fields of a type in the order they are shown, the common ones first. */
export function fieldsOf(name: string): readonly FieldSpec[] {
  return [...commonFields, ...(byName.get(name)?.fields ?? [])];
}

export function fieldOf(name: string, key: string): FieldSpec | undefined {
  return fieldsOf(name).find((field) => field.key === key);
}
