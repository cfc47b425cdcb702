import { enrolments, extensibleLists, instrumentKinds } from '../vocabulary/lists';
import type { ItemType } from './item-type';
import { confirmed, groups, link, moves, reasons, regions, source, summary, validity } from './shared-fields';

/** What projects and measures have in common: from where to where, for whom, why, with what and under which law. */
export const conceptTypes = [
  {
    name: 'transition',
    group: 'terms',
    hasFile: false,
    fields: [
      { key: 'code', kind: 'line' },
      summary,
      { key: 'origin', kind: 'line' },
      { key: 'destination', kind: 'line' },
      { key: 'risks', kind: 'text' },
      { key: 'lead', kind: 'text' },
      { key: 'handover', kind: 'text' },
      groups,
      reasons,
      source,
    ],
  },
  {
    name: 'targetGroup',
    group: 'terms',
    hasFile: false,
    fields: [
      { key: 'code', kind: 'line' },
      summary,
      { key: 'ages', kind: 'line' },
      { key: 'schoolKinds', kind: 'set' },
      { key: 'enrolment', kind: 'choice', choices: enrolments },
      { key: 'vulnerability', kind: 'text' },
      source,
    ],
  },
  {
    name: 'cause',
    group: 'terms',
    hasFile: false,
    fields: [{ key: 'code', kind: 'line' }, summary, { key: 'signs', kind: 'text' }, groups, moves, source],
  },
  {
    name: 'instrument',
    group: 'terms',
    hasFile: true,
    fields: [
      summary,
      { key: 'instrumentKind', kind: 'choice', choices: instrumentKinds, open: true, facet: true },
      { key: 'holdsPersonalData', kind: 'flag' },
      { key: 'supplier', kind: 'line' },
      regions,
      groups,
      moves,
      { key: 'note', kind: 'text' },
      link,
      confirmed,
      source,
    ],
  },
  {
    name: 'legalFrame',
    group: 'terms',
    hasFile: true,
    fields: [
      summary,
      { key: 'officialName', kind: 'line' },
      { key: 'ages', kind: 'line' },
      ...validity,
      regions,
      { key: 'note', kind: 'text' },
      link,
      source,
    ],
  },
  {
    name: 'question',
    group: 'terms',
    hasFile: false,
    fields: [
      summary,
      { key: 'answer', kind: 'markdown' },
      { key: 'owner', kind: 'line' },
      regions,
      groups,
      moves,
      { key: 'resolved', kind: 'flag' },
      source,
    ],
  },
  {
    name: 'listValue',
    group: 'terms',
    hasFile: false,
    fields: [
      { key: 'list', kind: 'choice', choices: extensibleLists },
      { key: 'note', kind: 'text' },
    ],
  },
] as const satisfies readonly ItemType[];
