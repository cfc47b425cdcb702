import fc from 'fast-check';
import type { Revision, RevisionBody } from '../../shared/revision/revision';
import { revision } from './library-revisions';

/** What one of three people does: change the item as they know it, or take over all that another has. */
export type Act =
  { readonly who: number; readonly take: number } | { readonly who: number; readonly body: RevisionBody };

const people = 3;
const who = fc.nat({ max: people - 1 });
const word = fc.constantFrom('appel', 'boom', 'citroen');
const sentences = fc
  .array(fc.constantFrom('Een. ', 'Twee. ', 'Drie.\n', 'Vier.\n\n', 'Vijf. '), { maxLength: 5 })
  .map((list) => list.join(''));
const elements = fc.uniqueArray(word, { minLength: 1, maxLength: 2 });
const body: fc.Arbitrary<RevisionBody> = fc
  .record(
    {
      set: fc.record(
        { title: fc.option(word), summary: word, body: sentences, deleted: fc.boolean() },
        { requiredKeys: [] },
      ),
      add: fc.record({ tags: elements, relations: elements }, { requiredKeys: [] }),
      remove: fc.record({ tags: elements, relations: elements }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  )
  .map(dropEmpty);

export const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof({ weight: 3, arbitrary: fc.record({ who, body }) }, { weight: 2, arbitrary: fc.record({ who, take: who }) }),
  { minLength: 1, maxLength: 24 },
);

function dropEmpty(parts: { set?: object; add?: object; remove?: object }): RevisionBody {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => Object.keys(part as object).length > 0));
}

/** The revisions that these acts leave behind, after `start`, which everybody has seen. Ids do not follow the order of making. */
export function play(actList: readonly Act[], start: readonly Revision[] = [root]): readonly Revision[] {
  const all = [...start];
  const known = Array.from({ length: people }, () => new Set(start));
  actList.forEach((act, i) => {
    const mine = known[act.who] as Set<Revision>;
    if ('take' in act) {
      for (const other of known[act.take] as Set<Revision>) mine.add(other);
      return;
    }
    const made = revision(`${(i * 7919 + start.length * 31) % 97}-${start.length}-${i}`, headsOf([...mine]), act.body, {
      device: `device-${act.who}`,
    });
    mine.add(made);
    all.push(made);
  });
  return all;
}

const root = revision('root', [], {
  set: { type: 'draft', title: 'appel', body: 'Een. Twee. Drie.\nVier.\n\nVijf. ' },
  add: { tags: ['appel'] },
});

export function headsOf(revisions: readonly Revision[]): readonly string[] {
  const parents = new Set(revisions.flatMap(({ header }) => header.parents));
  return revisions.map(({ header }) => header.id).filter((id) => !parents.has(id));
}

/** All that a revision descends from, the slow and plain way: to hold the quick way against. */
export function ancestorsIn(revisions: readonly Revision[]): (id: string) => ReadonlySet<string> {
  const byId = new Map(revisions.map((item) => [item.header.id as string, item]));
  const known = new Map<string, ReadonlySet<string>>();
  const of = (id: string): ReadonlySet<string> => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const parents = byId.get(id)?.header.parents ?? [];
    const result = new Set<string>(parents.flatMap((parent) => [parent, ...of(parent)]));
    known.set(id, result);
    return result;
  };
  return of;
}
