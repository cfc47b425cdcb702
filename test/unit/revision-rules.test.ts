import { describe, expect, test } from 'vitest';
import {
  changeBetween,
  effectiveChange,
  inverseChange,
  isEmptyChange,
  stillUndoable,
} from '../../shared/revision/change';
import { collapseSteps, itemHistory, stateAt } from '../../shared/revision/history';
import type { RevisionBody } from '../../shared/revision/revision';
import { extendState, itemState } from '../../shared/revision/state';
import type { RevisionId } from '../../shared/base/ids';
import { key, policy, revision, stateFrom } from '../support/library-revisions';

const root = revision('r', [], { set: { type: 'draft', title: 'Eerste' } });
const set = (field: string, value: string | null): RevisionBody => ({ set: { [field]: value } });

describe('fields', () => {
  test('R1 a field has the value of its standing writer, whatever happens to other fields', () => {
    const state = stateFrom([
      root,
      revision('a', ['r'], set('title', 'Tweede')),
      revision('b', ['a'], set('summary', 'Kort')),
    ]);
    expect(state.fields).toEqual({ type: 'draft', title: 'Tweede', summary: 'Kort' });
    expect(state.conflicts).toEqual([]);
    expect(state.heads).toEqual(['b']);
  });

  test('R1 people who change different fields at the same time both get their way', () => {
    const state = stateFrom([
      root,
      revision('a', ['r'], set('title', 'Tweede')),
      revision('b', ['r'], set('summary', 'Kort')),
    ]);
    expect(state.fields).toEqual({ type: 'draft', title: 'Tweede', summary: 'Kort' });
    expect(state.heads).toEqual(['a', 'b']);
  });

  test('R2 the same value written twice at the same time is no conflict', () => {
    const period = { from: 2020, to: 2024 };
    const turned = { to: 2024, from: 2020 };
    const state = stateFrom([
      root,
      revision('a', ['r'], { set: { period } }),
      revision('b', ['r'], { set: { period: turned } }),
    ]);
    expect(state.conflicts).toEqual([]);
    expect(state.fields['period']).toEqual(period);
  });

  test('R3 different values written at the same time are all kept, and the smallest revision id is shown', () => {
    const state = stateFrom([
      root,
      revision('c', ['r'], set('title', 'Van C'), { device: 'dc', at: '2024-05-01T00:00:00.000Z' }),
      revision('b', ['r'], set('title', 'Van B'), { device: 'db' }),
      revision('d', ['r'], set('title', 'Van B'), { device: 'dd' }),
    ]);
    expect(state.fields['title']).toBe('Van B');
    expect(state.conflicts).toEqual([
      {
        field: 'title',
        versions: [
          { value: 'Van B', revision: 'b', device: 'db', at: '2024-01-01T00:00:00.000Z' },
          { value: 'Van C', revision: 'c', device: 'dc', at: '2024-05-01T00:00:00.000Z' },
        ],
      },
    ]);
  });

  test('R3 a branch that wrote more often has no more votes', () => {
    const state = stateFrom([
      root,
      revision('z', ['r'], set('title', 'Z1')),
      revision('y', ['z'], set('title', 'Z2')),
      revision('b', ['r'], set('title', 'B')),
    ]);
    expect(state.conflicts[0]?.versions.map(({ value }) => value)).toEqual(['B', 'Z2']);
  });

  test('R4 a revision that has seen all versions settles the conflict', () => {
    const both = [root, revision('a', ['r'], set('title', 'A')), revision('b', ['r'], set('title', 'B'))];
    const settled = [...both, revision('c', ['a', 'b'], set('title', 'B'))];
    expect(stateFrom(settled).conflicts).toEqual([]);
    expect(stateFrom(settled).fields['title']).toBe('B');
    expect(stateFrom([...settled, revision('d', ['c'], set('summary', 'x'))]).conflicts).toEqual([]);
  });

  test('R4 a revision that has seen only one version does not settle it', () => {
    const state = stateFrom([
      root,
      revision('a', ['r'], set('title', 'A')),
      revision('b', ['r'], set('title', 'B')),
      revision('c', ['a'], set('title', 'C')),
    ]);
    expect(state.conflicts[0]?.versions.map(({ value }) => value)).toEqual(['B', 'C']);
  });

  test('R5 a field set to null is absent', () => {
    expect(stateFrom([root, revision('a', ['r'], set('title', null))]).fields).toEqual({ type: 'draft' });
  });

  test('R5 clearing a field while somebody else fills it is a conflict like any other', () => {
    const state = stateFrom([root, revision('a', ['r'], set('title', null)), revision('b', ['r'], set('title', 'B'))]);
    expect(state.conflicts[0]?.versions.map(({ value }) => value)).toEqual([null, 'B']);
    expect(state.fields['title']).toBeUndefined();
  });
});

describe('sets', () => {
  const tagged = revision('t', ['r'], { add: { tags: ['vsv', 'mbo'] } });

  test('R6 adding wins over removing at the same time', () => {
    const state = stateFrom([
      root,
      tagged,
      revision('a', ['t'], { remove: { tags: ['vsv'] } }),
      revision('b', ['t'], { add: { tags: ['vsv'] } }),
    ]);
    expect(state.sets['tags']).toEqual(['mbo', 'vsv']);
  });

  test('R7 a removal takes away what it has seen', () => {
    expect(stateFrom([root, tagged, revision('a', ['t'], { remove: { tags: ['vsv'] } })]).sets['tags']).toEqual([
      'mbo',
    ]);
  });

  test('R7 a removal that has seen one of two additions leaves the other', () => {
    const state = stateFrom([
      root,
      revision('a', ['r'], { add: { tags: ['x'] } }),
      revision('b', ['r'], { add: { tags: ['x'] } }),
      revision('c', ['a'], { remove: { tags: ['x'] } }),
    ]);
    expect(state.sets['tags']).toEqual(['x']);
  });

  test('R7 an element added again later is there again', () => {
    const gone = revision('a', ['t'], { remove: { tags: ['vsv'] } });
    expect(stateFrom([root, tagged, gone, revision('b', ['a'], { add: { tags: ['vsv'] } })]).sets['tags']).toEqual([
      'mbo',
      'vsv',
    ]);
  });

  test('R7 an element is what it says, not how it is spelled', () => {
    const related = revision('t', ['r'], { add: { relations: [{ kind: 'about', target: 'x' }] } });
    const state = stateFrom([
      root,
      related,
      revision('a', ['t'], { remove: { relations: [{ target: 'x', kind: 'about' }] } }),
    ]);
    expect(state.sets['relations']).toBeUndefined();
  });
});

describe('long text', () => {
  const text = 'Eerste zin. Tweede zin.\n\nDerde alinea.\nVierde regel.\n';
  const written = revision('t', ['r'], set('body', text));
  const edit = (from: string, to: string): RevisionBody => set('body', text.replace(from, to));

  test('R8 changes to different sentences of one paragraph come together', () => {
    const state = stateFrom([
      root,
      written,
      revision('a', ['t'], edit('Eerste zin', 'Een begin')),
      revision('b', ['t'], edit('Derde alinea', 'Derde stuk')),
    ]);
    expect(state.conflicts).toEqual([]);
    expect(state.fields['body']).toBe('Een begin. Tweede zin.\n\nDerde stuk.\nVierde regel.\n');
  });

  test('R8 three people at once', () => {
    const state = stateFrom([
      root,
      written,
      revision('a', ['t'], edit('Eerste', 'EERSTE')),
      revision('b', ['t'], edit('Derde', 'DERDE')),
      revision('c', ['t'], set('body', `${text}Slot.\n`)),
    ]);
    expect(state.fields['body']).toBe('EERSTE zin. Tweede zin.\n\nDERDE alinea.\nVierde regel.\nSlot.\n');
    expect(state.conflicts).toEqual([]);
  });

  test('R8 the common text of two branches that met before is what they met in', () => {
    const a = revision('a', ['t'], edit('Eerste', 'EERSTE'));
    const b = revision('b', ['t'], edit('Vierde', 'VIERDE'));
    const met = text.replace('Eerste', 'EERSTE').replace('Vierde', 'VIERDE');
    const c = revision('c', ['a', 'b'], set('body', met.replace('EERSTE zin', 'Ander begin')));
    const d = revision('d', ['a', 'b'], set('body', met.replace('VIERDE regel', 'Ander slot')));
    expect(stateFrom([root, written, a, b, c, d]).fields['body']).toBe(
      'Ander begin. Tweede zin.\n\nDerde alinea.\nAnder slot.\n',
    );
  });

  test('R9 changes to one sentence are a conflict with both texts', () => {
    const state = stateFrom([
      root,
      written,
      revision('a', ['t'], edit('Eerste', 'A')),
      revision('b', ['t'], edit('Eerste', 'B')),
    ]);
    expect(state.conflicts[0]?.versions.map(({ value }) => value)).toEqual([
      text.replace('Eerste', 'A'),
      text.replace('Eerste', 'B'),
    ]);
    expect(state.fields['body']).toBe(text.replace('Eerste', 'A'));
  });

  test('R9 texts without a common text are a conflict', () => {
    expect(
      stateFrom([root, revision('a', ['r'], set('body', 'Van A')), revision('b', ['r'], set('body', 'Van B'))])
        .conflicts,
    ).toHaveLength(1);
  });

  test('R9 a field that is not long text is never merged', () => {
    const title = revision('t', ['r'], set('title', 'Een. Twee.'));
    const state = stateFrom([
      root,
      title,
      revision('a', ['t'], set('title', 'EEN. Twee.')),
      revision('b', ['t'], set('title', 'Een. TWEE.')),
    ]);
    expect(state.conflicts).toHaveLength(1);
  });
});

describe('the bin', () => {
  const binned = revision('x', ['r'], { set: { deleted: true } });
  const edited = revision('e', ['r'], set('title', 'Nieuw'));

  test('R10 deleting puts an item in the bin', () => {
    expect(stateFrom([root, binned])).toMatchObject({ deleted: true, revived: false, fields: { title: 'Eerste' } });
  });

  test('R10 a change made at the same time wins, and says so', () => {
    expect(stateFrom([root, binned, edited])).toMatchObject({
      deleted: false,
      revived: true,
      fields: { title: 'Nieuw' },
    });
  });

  test('R10 a change that one of two deletions had seen does not win', () => {
    expect(stateFrom([root, binned, edited, revision('y', ['e'], { set: { deleted: true } })])).toMatchObject({
      deleted: true,
      revived: false,
    });
  });

  test('R10 editing an item in the bin does not take it out', () => {
    expect(stateFrom([root, binned, revision('e', ['x'], set('title', 'In de bak'))]).deleted).toBe(true);
  });

  test('R10 restoring at the same time as deleting again wins', () => {
    const restored = revision('a', ['x'], { set: { deleted: false } });
    const again = revision('b', ['x'], { set: { deleted: true } });
    expect(stateFrom([root, binned, restored, again])).toMatchObject({ deleted: false, revived: true });
  });

  test('R11 who has seen both settles it', () => {
    const both = [root, binned, edited];
    expect(stateFrom([...both, revision('y', ['e', 'x'], { set: { deleted: true } })])).toMatchObject({
      deleted: true,
      revived: false,
    });
    expect(stateFrom([...both, revision('y', ['e', 'x'], { set: { deleted: false } })])).toMatchObject({
      deleted: false,
      revived: false,
    });
  });
});

describe('always', () => {
  const a = revision('a', ['r'], set('title', 'A'));
  const b = revision('b', ['r'], set('title', 'B'));
  const c = revision('c', ['a', 'b'], set('title', 'C'));

  test('R12 order and copies do not matter', () => {
    expect(stateFrom([c, b, a, root, a, c])).toEqual(stateFrom([root, a, b, c]));
  });

  test('R13 a revision waits for its parents', () => {
    expect(itemState(key, [c, a], policy)).toBeNull();
    expect(stateFrom([root, c, a])).toEqual(stateFrom([root, a]));
    expect(stateFrom([root, c, a, b]).fields['title']).toBe('C');
  });

  test('R14 the values of an erased revision are gone, its place is not', () => {
    const erased = [root, a, revision('b', ['r'], null), revision('d', ['b'], set('summary', 'later'))];
    expect(stateFrom(erased).conflicts).toEqual([]);
    expect(stateFrom(erased).fields).toEqual({ type: 'draft', title: 'A', summary: 'later' });
    expect(stateFrom(erased).heads).toEqual(['a', 'd']);
  });

  test('R14 erased in one copy is erased', () => {
    expect(stateFrom([root, a, revision('a', ['r'], null)]).fields['title']).toBe('Eerste');
  });

  test('R15 the history tells who changed what from what to what', () => {
    const steps = itemHistory(
      key,
      [
        root,
        revision('a', ['r'], { set: { title: 'A' }, add: { tags: ['x'] } }, { device: 'da' }),
        revision('b', ['a'], { remove: { tags: ['x'] } }),
      ],
      policy,
    );
    expect(steps.map(({ changes }) => changes)).toEqual([
      [
        { field: 'type', kind: 'set', before: null, after: 'draft' },
        { field: 'title', kind: 'set', before: null, after: 'Eerste' },
      ],
      [
        { field: 'title', kind: 'set', before: 'Eerste', after: 'A' },
        { field: 'tags', kind: 'add', before: null, after: 'x' },
      ],
      [{ field: 'tags', kind: 'remove', before: 'x', after: null }],
    ]);
    expect(steps[1]).toMatchObject({ revision: 'a', device: 'da', erased: false, waiting: false });
  });

  test('R15 the history of a meeting shows what its author saw', () => {
    const steps = itemHistory(key, [root, a, b, c], policy);
    expect(steps.at(-1)?.changes).toEqual([{ field: 'title', kind: 'set', before: 'A', after: 'C' }]);
  });

  test('R15 what waits or is erased is in the history too', () => {
    const steps = itemHistory(
      key,
      [root, revision('e', ['r'], null), revision('z', ['unknown'], set('title', 'Z'))],
      policy,
    );
    expect(steps.map(({ revision: id, erased, waiting }) => [id, erased, waiting])).toEqual([
      ['r', false, false],
      ['e', true, false],
      ['z', false, true],
    ]);
  });

  test('R15 an hour of saving reads as one run', () => {
    const at = (minute: number): { at: string } => ({ at: new Date(Date.UTC(2024, 0, 1, 9, minute)).toISOString() });
    const steps = itemHistory(
      key,
      [
        revision('a', [], set('title', '1'), at(0)),
        revision('b', ['a'], set('title', '2'), at(4)),
        revision('c', ['b'], set('title', '3'), at(30)),
      ],
      policy,
    );
    expect(collapseSteps(steps, 10).map((run) => run.length)).toEqual([2, 1]);
  });

  test('R16 a clock that is wrong changes nothing but what is shown', () => {
    const late = revision('a', ['r'], set('title', 'A'), { at: '1999-01-01T00:00:00.000Z' });
    expect(
      stateFrom([root, late, revision('b', ['a'], set('title', 'B'), { at: '1980-01-01T00:00:00.000Z' })]).fields[
        'title'
      ],
    ).toBe('B');
    expect(stateFrom([root, late, b]).fields['title']).toBe('A');
  });

  test('R17 extending a state refuses a revision that has not seen all of it', () => {
    expect(extendState(stateFrom([root, a, b]), revision('d', ['a'], set('title', 'D')))).toBeNull();
    expect(extendState(stateFrom([root, a, b]), c)).toEqual(stateFrom([root, a, b, c]));
  });

  test('R17 five thousand autosaves of one draft are quick', () => {
    const saves = Array.from({ length: 5_000 }, (_, i) =>
      revision(`s${String(i).padStart(5, '0')}`, i === 0 ? [] : [`s${String(i - 1).padStart(5, '0')}`], {
        set: { type: 'draft', body: `Zin ${i}.` },
      }),
    );
    const start = performance.now();
    expect(stateFrom(saves).fields['body']).toBe('Zin 4999.');
    expect(itemHistory(key, saves, policy)).toHaveLength(5_000);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('changing', () => {
  const now = stateFrom([root, revision('a', ['r'], { set: { title: 'A' }, add: { tags: ['x', 'y'] } })]);

  test('R18 the change back to an earlier revision makes the item equal to it', () => {
    const revisions = [
      root,
      revision('a', ['r'], { set: { title: 'A', summary: 's', deleted: true }, add: { tags: ['x'] } }),
    ];
    const target = stateAt(key, revisions, 'r' as RevisionId, policy);
    const back = changeBetween(stateFrom(revisions), target as NonNullable<typeof target>);
    const after = stateFrom([...revisions, revision('b', ['a'], back)]);
    expect([after.fields, after.sets, after.deleted]).toEqual([target?.fields, target?.sets, target?.deleted]);
    expect(stateAt(key, revisions, 'nowhere' as RevisionId, policy)).toBeNull();
  });

  test('R19 the inverse puts back what was there', () => {
    const change: RevisionBody = {
      set: { title: 'B', summary: 'nieuw' },
      add: { tags: ['x', 'z'] },
      remove: { tags: ['y', 'q'] },
    };
    expect(inverseChange(now, change)).toEqual({
      set: { title: 'A', summary: null },
      add: { tags: ['y'] },
      remove: { tags: ['z'] },
    });
  });

  test('R19 undoing leaves alone what somebody has written since', () => {
    const done: RevisionBody = { set: { title: 'B', summary: 'nieuw' } };
    const since = stateFrom([root, revision('a', ['r'], done), revision('b', ['a'], set('title', 'Van een ander'))]);
    expect(stillUndoable(since, done, { set: { title: 'A', summary: null } })).toEqual({ set: { summary: null } });
  });

  test('R20 a change that changes nothing is empty', () => {
    expect(
      isEmptyChange(
        effectiveChange(now, { set: { title: 'A', deleted: false }, add: { tags: ['x'] }, remove: { tags: ['q'] } }),
      ),
    ).toBe(true);
  });

  test('R20 choosing the shown value of a conflict is a change', () => {
    const torn = stateFrom([root, revision('a', ['r'], set('title', 'A')), revision('b', ['r'], set('title', 'B'))]);
    expect(effectiveChange(torn, set('title', 'A'))).toEqual(set('title', 'A'));
  });
});
