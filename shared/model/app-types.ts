import { judgementAspects, verdicts } from '../vocabulary/lists';
import { annotationColours, annotationKinds } from './annotation';
import { guardedActions } from './guard';
import type { ItemType } from './item-type';

/**
 * Items that the app makes for people: they are kept, merged and shared as all others are, but have no form and stand in no list.
 * `judgement`: what somebody decided about two items. Its id follows from the pair, so two people who judge the same pair write
 * the same item, and what they disagree on is an ordinary conflict.
 * `annotation`: what somebody marked or wrote in a document. It points at its document by a relation `annotates`, a reply also at
 * what it answers. Its place is one value: two people who place it anew at the same time choose between two whole places.
 * `takenOver`: that the annotations of a PDF itself, by the numbers they have in it, became items; undoing the one undoes the other.
 * `guardOverride`: what was shared although the guard found data of persons in it, by whom and why.
 * `attachment`: a picture in a text, part of the draft that shows it. `versionName`: what somebody calls a version of a draft.
 */
export const appTypes = [
  {
    name: 'judgement',
    group: 'terms',
    hasFile: false,
    fields: [
      { key: 'aspect', kind: 'choice', choices: judgementAspects },
      { key: 'pair', kind: 'list' },
      { key: 'verdict', kind: 'choice', choices: verdicts },
      { key: 'note', kind: 'text' },
    ],
  },
  {
    name: 'annotation',
    group: 'documents',
    hasFile: false,
    onRequest: true,
    fields: [
      { key: 'annotationKind', kind: 'choice', choices: annotationKinds },
      { key: 'colour', kind: 'choice', choices: annotationColours, facet: true },
      { key: 'comment', kind: 'markdown' },
      { key: 'resolved', kind: 'flag' },
      { key: 'author', kind: 'line' },
    ],
    structured: ['anchor'],
  },
  {
    name: 'takenOver',
    group: 'documents',
    hasFile: false,
    fields: [{ key: 'hash', kind: 'line' }],
    structured: ['taken'],
  },
  {
    name: 'guardOverride',
    group: 'documents',
    hasFile: false,
    fields: [
      { key: 'action', kind: 'choice', choices: guardedActions },
      { key: 'note', kind: 'text' },
      { key: 'by', kind: 'line' },
      { key: 'titles', kind: 'list' },
      { key: 'counts', kind: 'line' },
    ],
  },
  { name: 'attachment', group: 'drafts', hasFile: true, fields: [] },
  {
    name: 'versionName',
    group: 'drafts',
    hasFile: false,
    fields: [
      { key: 'target', kind: 'line' },
      { key: 'revision', kind: 'line' },
    ],
  },
] as const satisfies readonly ItemType[];
