import { bodyTasks, regionKinds } from '../vocabulary/lists';
import type { ItemType } from './item-type';
import { confirmed, link, place, regions, source, summary, validity } from './shared-fields';

/** Where things happen and who decides there. */
export const placeTypes = [
  {
    name: 'region',
    group: 'people',
    hasFile: false,
    fields: [
      summary,
      { key: 'regionKind', kind: 'choice', choices: regionKinds, facet: true },
      { key: 'regionNumber', kind: 'line' },
      { key: 'municipalities', kind: 'set' },
      { key: 'contactMunicipality', kind: 'line' },
      { key: 'contactSchool', kind: 'line' },
      { key: 'mission', kind: 'text' },
      ...validity,
      link,
      confirmed,
      source,
    ],
  },
  {
    name: 'site',
    group: 'people',
    hasFile: false,
    fields: [
      summary,
      { key: 'organisation', kind: 'line' },
      place,
      regions,
      { key: 'attendanceContact', kind: 'line' },
      { key: 'rmcContact', kind: 'line' },
      link,
      confirmed,
      source,
    ],
  },
  {
    name: 'governingBody',
    group: 'people',
    hasFile: false,
    fields: [
      summary,
      { key: 'bodyTask', kind: 'choice', choices: bodyTasks, facet: true },
      { key: 'mandate', kind: 'text' },
      { key: 'members', kind: 'set' },
      { key: 'meetingsPerYear', kind: 'line' },
      { key: 'standingItems', kind: 'set' },
      place,
      regions,
      confirmed,
      source,
    ],
  },
] as const satisfies readonly ItemType[];
