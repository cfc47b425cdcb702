import { fold } from '../../../shared/search/fold';
import type { Annotation } from '../../../shared/model/annotation';
import { byMaking, byPlace, threadsOf, type Thread } from '../../../shared/annotations/order';

/** What is shown of the annotations of a document, and in which order. Empty texts ask for nothing. */
export interface PaneFilter {
  readonly text: string;
  readonly mine: boolean;
  readonly colour: string;
  readonly space: string;
  readonly tag: string;
  readonly unresolved: boolean;
  readonly sort: 'place' | 'newest' | 'colour';
}

export const noFilter: PaneFilter = {
  text: '',
  mine: false,
  colour: '',
  space: '',
  tag: '',
  unresolved: false,
  sort: 'place',
};

/** Threads that pass. A thread is found by what is said anywhere in it. */
export function filteredThreads(annotations: readonly Annotation[], filter: PaneFilter): readonly Thread[] {
  const words = fold(filter.text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const passes = ({ annotation, replies }: Thread): boolean => {
    const all = [annotation, ...replies];
    const text = fold(all.map(textOf).join(' '));
    return (
      words.every((word) => text.includes(word)) &&
      (!filter.mine || all.some(({ mine }) => mine)) &&
      (filter.colour === '' || annotation.colour === filter.colour) &&
      (filter.space === '' || annotation.space.id === filter.space) &&
      (filter.tag === '' || annotation.tags.includes(filter.tag)) &&
      (!filter.unresolved || !annotation.resolved)
    );
  };
  return threadsOf(annotations).filter(passes).sort(orders[filter.sort]);
}

const textOf = ({ anchor, comment, author, tags }: Annotation): string =>
  [anchor.quote?.exact ?? '', comment, author, ...tags].join(' ');

const newestIn = ({ annotation, replies }: Thread): string =>
  [annotation, ...replies].reduce((newest, { changedAt }) => (changedAt > newest ? changedAt : newest), '');

const orders: Readonly<Record<PaneFilter['sort'], (a: Thread, b: Thread) => number>> = {
  place: (a, b) => byPlace(a.annotation, b.annotation),
  newest: (a, b) =>
    newestIn(a) < newestIn(b) ? 1 : newestIn(a) > newestIn(b) ? -1 : byMaking(a.annotation, b.annotation),
  colour: (a, b) => a.annotation.colour.localeCompare(b.annotation.colour) || byPlace(a.annotation, b.annotation),
};
