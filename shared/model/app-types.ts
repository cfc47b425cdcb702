import { judgementAspects, verdicts } from '../vocabulary/lists';
import type { ItemType } from './item-type';

/**
 * Items that the app makes for people: they are kept, merged and shared as all others are, but have no form and stand in no list.
 * `judgement`: what somebody decided about two items. Its id follows from the pair, so two people who judge the same pair write
 * the same item, and what they disagree on is an ordinary conflict.
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
] as const satisfies readonly ItemType[];
