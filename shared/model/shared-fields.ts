import { causes, documentStatuses, targetGroups, transitions } from '../vocabulary/lists';
import type { FieldSpec } from './field';

/** Fields that several types have, each with one meaning wherever it stands. */
export const regions = { key: 'regions', kind: 'set', facet: true } as const satisfies FieldSpec;
export const groups = {
  key: 'targetGroups',
  kind: 'set',
  facet: true,
  choices: targetGroups,
} as const satisfies FieldSpec;
export const moves = {
  key: 'transitions',
  kind: 'set',
  facet: true,
  choices: transitions,
} as const satisfies FieldSpec;
export const reasons = { key: 'causes', kind: 'set', facet: true, choices: causes } as const satisfies FieldSpec;
export const parties = { key: 'parties', kind: 'set', facet: true } as const satisfies FieldSpec;
export const instruments = { key: 'instruments', kind: 'set' } as const satisfies FieldSpec;
export const period = { key: 'period', kind: 'period' } as const satisfies FieldSpec;
export const validity = [
  { key: 'validFrom', kind: 'date' },
  { key: 'validTo', kind: 'date' },
] as const satisfies readonly FieldSpec[];
export const source = { key: 'source', kind: 'line' } as const satisfies FieldSpec;
export const qualityNote = { key: 'qualityNote', kind: 'text' } as const satisfies FieldSpec;
/** When somebody last said that this still holds: what is not confirmed for a year is stale. */
export const confirmed = { key: 'lastConfirmed', kind: 'date' } as const satisfies FieldSpec;
export const status = {
  key: 'status',
  kind: 'choice',
  choices: documentStatuses,
  open: true,
  facet: true,
} as const satisfies FieldSpec;
export const link = { key: 'url', kind: 'url' } as const satisfies FieldSpec;
export const summary = { key: 'summary', kind: 'text' } as const satisfies FieldSpec;
export const place = { key: 'place', kind: 'line', facet: true } as const satisfies FieldSpec;
