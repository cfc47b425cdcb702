import { describe, expect, it } from 'vitest';
import { hasLeftovers, mergeFields, mergePlan } from '../../electron/insight/merge';
import { createRedirects } from '../../electron/insight/redirects';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import type { JsonValue } from '../../shared/base/json';
import type { ItemState } from '../../shared/revision/item-state';
import type { Revision, RevisionBody } from '../../shared/revision/revision';
import { itemState } from '../../shared/revision/state';
import { item } from '../support/insight-items';
import { policy, revision } from '../support/library-revisions';
import { pick, seeded } from '../support/seeded';
import { openTestLibrary, temporaryFolder } from '../support/library-folders';

const id = (name: string): ItemId => name as ItemId;

describe('merging field by field', () => {
  const winner = item(
    'w',
    'study',
    { title: 'Thuiszitters', year: 2020, abstract: 'Kort.', authors: ['Peters, J.'] },
    { tags: ['a'] },
  );
  const loser = item(
    'l',
    'study',
    {
      title: 'Thuiszitters in beeld',
      year: null,
      doi: '10.1/x',
      abstract: 'Iets anders.',
      authors: ['Peters, J.', 'Bos, K.'],
    },
    {
      tags: ['b'],
      relations: [
        { kind: 'about', target: 't' },
        { kind: 'related', target: 'w' },
      ],
    },
  );

  it('names what differs, with a suggestion that throws nothing away', () => {
    expect(Object.fromEntries(mergeFields(winner, loser).map(({ key, suggestion }) => [key, suggestion]))).toEqual({
      title: 'winner',
      doi: 'loser',
      abstract: 'both',
      authors: 'both',
    });
  });

  it('writes what is chosen, all sets, and where it came from', () => {
    const { changes } = mergePlan(winner, loser, [], { title: 'loser', abstract: 'winner' });
    expect(changes).toEqual([
      {
        id: 'w',
        change: {
          set: { title: 'Thuiszitters in beeld', doi: '10.1/x', authors: ['Peters, J.', 'Bos, K.'] },
          add: {
            tags: ['b'],
            relations: [
              { kind: 'about', target: 't' },
              { kind: 'mergedFrom', target: 'l' },
            ],
          },
        },
      },
    ]);
  });

  it('turns the relations of others', () => {
    const { changes } = mergePlan(winner, loser, [
      { from: id('x'), relation: { kind: 'supports', target: id('l'), from: '2020' } },
    ]);
    expect(changes[1]).toEqual({
      id: 'x',
      change: {
        remove: { relations: [{ kind: 'supports', target: 'l', from: '2020' }] },
        add: { relations: [{ kind: 'supports', target: 'w', from: '2020' }] },
      },
    });
  });
});

describe('in a library', () => {
  it('is one step to undo, and the old id leads on', async () => {
    const library = await openTestLibrary(temporaryFolder());
    const made = await library.createItems([
      { type: 'study', set: { title: 'Een', abstract: 'Kort.' } },
      { type: 'study', set: { title: 'Eén', doi: '10.1/x' } },
      { type: 'project', set: { title: 'P' } },
    ]);
    const [one, two, project] = made as [ItemState, ItemState, ItemState];
    await library.change(project.id, { add: { relations: [{ kind: 'uses', target: two.id }] } });
    const plan = mergePlan(one, two, library.relationsTo(two.id));
    const options = { label: 'merge:2', group: `merge:${two.id}` };
    await library.changeMany(plan.changes, options);
    await library.bin([two.id], options);
    const redirects = createRedirects();
    for (const state of library.items()) redirects.put(state);
    expect(redirects.resolve(two.id)).toBe(one.id);
    expect(library.get(one.id)?.fields['doi']).toBe('10.1/x');
    expect(library.relationsTo(one.id).map(({ from }) => from)).toEqual([project.id]);
    await library.undo();
    expect(library.get(two.id)?.deleted).toBe(false);
    expect(library.get(one.id)?.fields['doi']).toBeUndefined();
    expect(library.relationsTo(two.id).map(({ from }) => from)).toEqual([project.id]);
    for (const state of library.items()) redirects.put(state);
    expect(redirects.resolve(two.id)).toBe(two.id);
  });
});

/** One replica's view: the revisions of each item it has. Two of them exchange by union, as sync does. */
class Replica {
  constructor(readonly revisions = new Map<string, Revision>()) {}
  private count = 0;

  fork(): Replica {
    return new Replica(new Map(this.revisions));
  }

  take(other: Replica): void {
    for (const [key, each] of other.revisions) this.revisions.set(key, each);
  }

  state(name: string): ItemState {
    const own = [...this.revisions.values()].filter(({ header }) => header.item === name);
    const state = itemState({ id: id(name), space: 'space' as SpaceId }, own, policy);
    if (state === null) throw new Error(`no ${name}`);
    return state;
  }

  write(device: string, name: string, body: RevisionBody): void {
    const own = [...this.revisions.values()].filter(({ header }) => header.item === name);
    const heads = own.length === 0 ? [] : this.state(name).heads;
    this.count += 1;
    const made = revision(`${device}-${name}-${this.revisions.size}-${this.count}`, heads, body, { device });
    const header = { ...made.header, item: id(name) };
    this.revisions.set(header.id, { ...made, header });
  }

  merge(device: string, winner: string, loser: string): void {
    const plan = mergePlan(this.state(winner), this.state(loser), []);
    for (const { id: changed, change } of plan.changes) this.write(device, changed, change);
    this.write(device, loser, { set: { deleted: true } });
  }
}

function twins(): Replica {
  const start = new Replica();
  start.write('start', 'a', { set: { type: 'study', title: 'A', abstract: 'Van a.' }, add: { tags: ['een'] } });
  start.write('start', 'b', { set: { type: 'study', title: 'B', findings: 'Van b.' }, add: { tags: ['twee'] } });
  return start;
}

const everything = (replica: Replica): { visible: ItemState[]; redirects: ReturnType<typeof createRedirects> } => {
  const states = ['a', 'b'].map((name) => replica.state(name));
  const redirects = createRedirects();
  for (const state of states) redirects.put(state);
  return { visible: states.filter(({ deleted }) => !deleted), redirects };
};

describe('two replicas at once', () => {
  it('a change to the loser during the merge brings it back, marked, and merging again takes it over', () => {
    const [left, right] = [twins(), twins()];
    const shared = left.fork();
    const other = shared.fork();
    shared.merge('one', 'a', 'b');
    other.write('two', 'b', { set: { recommendations: 'Bel na zes weken.' } });
    shared.take(other);
    const { visible, redirects } = everything(shared);
    expect(visible.map((state) => state.id)).toEqual(['a', 'b']);
    expect(shared.state('b').revived).toBe(true);
    expect(redirects.leftovers()).toEqual([['a', 'b']]);
    expect(hasLeftovers(shared.state('a'), shared.state('b'))).toBe(true);
    shared.merge('one', 'a', 'b');
    expect(shared.state('a').fields).toMatchObject({
      abstract: 'Van a.',
      findings: 'Van b.',
      recommendations: 'Bel na zes weken.',
    });
    expect(shared.state('a').sets['tags']).toEqual(['een', 'twee']);
    expect(everything(shared).visible.map((state) => state.id)).toEqual(['a']);
    expect(everything(shared).redirects.resolve(id('b'))).toBe('a');
    expect(right.state('b').deleted).toBe(false);
  });

  it('two opposite merges at once leave both items, never none', () => {
    const left = twins();
    const right = left.fork();
    left.merge('one', 'a', 'b');
    right.merge('two', 'b', 'a');
    left.take(right);
    const { visible, redirects } = everything(left);
    expect(visible.map((state) => state.id)).toEqual(['a', 'b']);
    expect(redirects.resolve(id('a'))).toBe('a');
    expect(redirects.leftovers()).toHaveLength(2);
    left.merge('one', 'a', 'b');
    expect(everything(left).visible.map((state) => state.id)).toEqual(['a']);
    expect(everything(left).redirects.resolve(id('b'))).toBe('a');
  });

  it.each(Array.from({ length: 40 }, (_, seed) => seed))('nothing that anybody wrote is lost (seed %i)', (seed) => {
    const random = seeded(seed);
    const start = twins();
    const replicas = [start.fork(), start.fork()];
    const written: string[] = [];
    for (let step = 0; step < 8; step += 1) {
      const which = Math.floor(random() * 2);
      const replica = replicas[which] as Replica;
      const name = pick(random, ['a', 'b']);
      const other = name === 'a' ? 'b' : 'a';
      const roll = random();
      if (roll < 0.3 && !replica.state(name).deleted && !replica.state(other).deleted)
        replica.merge(`r${which}`, name, other);
      else if (roll < 0.8 && !replica.state(name).deleted) {
        const value = `label ${seed} ${step}`;
        written.push(value);
        replica.write(`r${which}`, name, { add: { tags: [value] } });
      } else replica.take(replicas[1 - which] as Replica);
    }
    const [first, second] = replicas as [Replica, Replica];
    first.take(second);
    second.take(first);
    expect(first.state('a')).toEqual(second.state('a'));
    const { visible } = everything(first);
    expect(visible.length).toBeGreaterThan(0);
    const tags = new Set(visible.flatMap(({ sets }): readonly JsonValue[] => sets['tags'] ?? []));
    expect(written.filter((value) => !tags.has(value))).toEqual([]);
  });
});

describe('redirects', () => {
  it('follow a chain of merges to where it ends', () => {
    const redirects = createRedirects();
    const from = (...targets: string[]): { relations: JsonValue[] } => ({
      relations: targets.map((target) => ({ kind: 'mergedFrom', target })),
    });
    redirects.put(item('a', 'study', {}, {}, { deleted: true }));
    redirects.put(item('b', 'study', {}, from('a'), { deleted: true }));
    redirects.put(item('c', 'study', {}, from('a', 'b')));
    expect(['a', 'b', 'c', 'x'].map((name) => redirects.resolve(id(name)))).toEqual(['c', 'c', 'c', 'x']);
  });
});
