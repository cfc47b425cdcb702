import { measureFinancing, measureStatuses, organisationKinds, projectPhases, roles } from '../vocabulary/lists';
import { appTypes } from './app-types';
import { conceptTypes } from './concept-types';
import { citationStyles } from './draft';
import type { FieldSpec } from './field';
import { commonFields, type ItemType } from './item-type';
import { placeTypes } from './place-types';
import { policyTypes } from './policy-types';
import {
  confirmed,
  groups,
  instruments,
  link,
  moves,
  parties,
  period,
  place,
  qualityNote,
  reasons,
  regions,
  source,
  status,
  summary,
} from './shared-fields';

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

/** The types people make, in the order they are offered. Fields from the domain page, 1.3. Later types are added here and nowhere else. */
export const itemTypes = [
  {
    name: 'project',
    group: 'projects',
    hasFile: true,
    fields: [
      summary,
      { key: 'aim', kind: 'text' },
      { key: 'ambitions', kind: 'text' },
      { key: 'approach', kind: 'markdown' },
      { key: 'phase', kind: 'choice', choices: projectPhases, facet: true },
      period,
      regions,
      groups,
      moves,
      reasons,
      parties,
      instruments,
      { key: 'funding', kind: 'text' },
      { key: 'results', kind: 'markdown' },
      { key: 'contactRole', kind: 'line' },
      link,
      qualityNote,
      confirmed,
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
      reasons,
      { key: 'findings', kind: 'markdown' },
      { key: 'recommendations', kind: 'markdown' },
      { key: 'language', kind: 'line' },
      qualityNote,
      source,
    ],
  },
  {
    name: 'draft',
    group: 'drafts',
    hasFile: true,
    fields: [
      summary,
      { key: 'body', kind: 'markdown' },
      status,
      { key: 'doNotCite', kind: 'flag' },
      { key: 'commentsUntil', kind: 'date' },
      { key: 'owner', kind: 'line' },
      { key: 'reviewers', kind: 'set' },
      { key: 'audience', kind: 'line' },
      { key: 'citationStyle', kind: 'choice', choices: citationStyles },
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
      summary,
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
      summary,
      { key: 'objective', kind: 'text' },
      period,
      regions,
      groups,
      moves,
      { key: 'commissioner', kind: 'line' },
      { key: 'applicant', kind: 'line' },
      { key: 'funding', kind: 'text' },
      { key: 'evaluationMoments', kind: 'text' },
      { key: 'scenario', kind: 'text' },
      { key: 'readingGuide', kind: 'text' },
      qualityNote,
      confirmed,
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
      { key: 'measureStatus', kind: 'choice', choices: measureStatuses, open: true, facet: true },
      period,
      regions,
      groups,
      moves,
      reasons,
      parties,
      instruments,
      { key: 'parts', kind: 'list' },
      { key: 'partsAnnounced', kind: 'number' },
      { key: 'places', kind: 'set' },
      { key: 'financing', kind: 'choice', choices: measureFinancing },
      { key: 'monitored', kind: 'flag' },
      qualityNote,
      confirmed,
      source,
    ],
  },
  ...policyTypes,
  {
    name: 'organisation',
    group: 'people',
    hasFile: false,
    fields: [
      summary,
      { key: 'organisationKind', kind: 'choice', choices: organisationKinds, open: true, facet: true },
      place,
      regions,
      { key: 'email', kind: 'email' },
      { key: 'phone', kind: 'line' },
      link,
      confirmed,
    ],
  },
  ...placeTypes,
  {
    name: 'person',
    group: 'people',
    hasFile: false,
    fields: [
      { key: 'roles', kind: 'set', choices: roles, facet: true },
      { key: 'organisation', kind: 'line' },
      place,
      regions,
      { key: 'expertise', kind: 'text' },
      { key: 'consent', kind: 'flag' },
      { key: 'email', kind: 'email' },
      { key: 'phone', kind: 'line' },
      confirmed,
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
      { key: 'variants', kind: 'set' },
      { key: 'synonyms', kind: 'set' },
      { key: 'broaderTerms', kind: 'set' },
      { key: 'relatedTerms', kind: 'set' },
      { key: 'note', kind: 'text' },
      { key: 'validFrom', kind: 'date' },
      { key: 'validTo', kind: 'date' },
      { key: 'successor', kind: 'line' },
      { key: 'successorFrom', kind: 'date' },
      source,
    ],
  },
  ...conceptTypes,
  {
    name: 'collection',
    group: 'collections',
    hasFile: false,
    fields: [summary],
  },
] as const satisfies readonly ItemType[];

export type ItemTypeName = (typeof itemTypes)[number]['name'];

const byName = new Map<string, ItemType>([...itemTypes, ...appTypes].map((type) => [type.name, type]));
const appNames: ReadonlySet<string> = new Set(appTypes.map(({ name }) => name));

export function itemType(name: string): ItemType | undefined {
  return byName.get(name);
}

/** Made by the app for people: stands in no list and has no form. */
export function isAppType(name: string): boolean {
  return appNames.has(name);
}

/** Found when a search asks for its type, and in no list otherwise. */
export function isOnRequest(name: string): boolean {
  return byName.get(name)?.onRequest === true;
}

/** All fields of a type in the order they are shown, the common ones first. */
export function fieldsOf(name: string): readonly FieldSpec[] {
  return [...commonFields, ...(byName.get(name)?.fields ?? [])];
}

export function fieldOf(name: string, key: string): FieldSpec | undefined {
  return fieldsOf(name).find((field) => field.key === key);
}
