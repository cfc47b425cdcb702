import fc from 'fast-check';
import { test } from 'vitest';
import { canonicalJson, type JsonValue } from '../../shared/base/json';
import { ancestryOf } from '../../shared/revision/ancestry';
import { itemHistory } from '../../shared/revision/history';
import type { ItemState } from '../../shared/revision/item-state';
import type { Revision } from '../../shared/revision/revision';
import { extendState, itemState } from '../../shared/revision/state';
import { acts, ancestorsIn, headsOf, play } from '../support/library-histories';
import { key, policy, revision, stateFrom } from '../support/library-revisions';

const seed = Number(process.env['RAAKVLAK_SEED'] ?? 20240601);
const numRuns = Number(process.env['RAAKVLAK_RUNS'] ?? 10_000);
const run = <T>(arbitraries: fc.Arbitrary<T>, check: (value: T) => void): void =>
  fc.assert(fc.property(arbitraries, check), { seed, numRuns });
const textOf = (state: ItemState | null): string => canonicalJson(state as unknown as JsonValue);

function same(a: ItemState | null, b: ItemState | null): void {
  if (textOf(a) !== textOf(b)) throw new Error(`different states:\n${textOf(a)}\n${textOf(b)}`);
}

function shuffled<T>(values: readonly T[], order: readonly number[]): readonly T[] {
  return values
    .map((value, i) => ({ value, at: order[i % order.length] ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

/** As a replica meets them: one by one, extending its state where it can. */
function arrive(revisions: readonly Revision[]): ItemState | null {
  let state: ItemState | null = null;
  let waiting = false;
  const here: Revision[] = [];
  for (const next of revisions) {
    here.push(next);
    state = (state === null || waiting ? null : extendState(state, next)) ?? itemState(key, here, policy);
    waiting = ancestryOf(here).held.length > 0;
  }
  return state;
}

const order = fc.array(fc.nat(), { minLength: 30, maxLength: 30 });

test(`R12 any order, any copies and any split give the same state (seed ${seed})`, { timeout: 120_000 }, () => {
  run(fc.tuple(acts, order, order, fc.nat({ max: 30 })), ([history, one, other, cut]) => {
    const revisions = play(history);
    const whole = stateFrom(revisions);
    const mixed = shuffled([...revisions, ...revisions.slice(cut)], one);
    same(stateFrom(mixed), whole);
    same(arrive(shuffled(revisions, other)), whole);
    same(stateFrom([...revisions.slice(cut), ...revisions.slice(0, cut + 3)]), whole);
  });
});

test(`R17 extending along any history gives what computing gives (seed ${seed})`, { timeout: 120_000 }, () => {
  run(acts, (history) => {
    const revisions = play(history);
    revisions.forEach((_, i) => {
      const before = revisions.slice(0, i);
      const extended = i === 0 ? null : extendState(stateFrom(before), revisions[i] as Revision);
      if (extended !== null) same(extended, stateFrom([...before, revisions[i] as Revision]));
    });
  });
});

test(`R15 no value ever written disappears from the history (seed ${seed})`, { timeout: 120_000 }, () => {
  run(fc.tuple(acts, order), ([history, mix]) => {
    const revisions = play(history);
    const steps = new Map(
      itemHistory(key, shuffled(revisions, mix), policy).map((step) => [step.revision as string, step]),
    );
    for (const { header, body } of revisions) {
      const changes = steps.get(header.id)?.changes ?? [];
      const told = (kind: string, field: string, value: JsonValue): boolean =>
        changes.some(
          (change) =>
            change.kind === kind &&
            change.field === field &&
            canonicalJson(kind === 'remove' ? change.before : change.after) === canonicalJson(value),
        );
      const lost = [
        ...Object.entries(body?.set ?? {}).filter(([field, value]) => !told('set', field, value)),
        ...Object.entries(body?.add ?? {}).filter(
          ([field, values]) => !values.every((value) => told('add', field, value)),
        ),
        ...Object.entries(body?.remove ?? {}).filter(
          ([field, values]) => !values.every((value) => told('remove', field, value)),
        ),
      ];
      if (lost.length > 0) throw new Error(`lost from the history of ${header.id}: ${JSON.stringify(lost)}`);
    }
  });
});

test(
  `R3 what is shown and what is in conflict are the standing writers, counted the slow way (seed ${seed})`,
  { timeout: 120_000 },
  () => {
    run(acts, (history) => {
      const revisions = play(history);
      const ancestors = ancestorsIn(revisions);
      const state = stateFrom(revisions);
      for (const field of ['title', 'summary']) {
        const writers = revisions.filter(({ body }) => body?.set?.[field] !== undefined);
        const standing = writers.filter(
          ({ header }) => !writers.some((other) => ancestors(other.header.id).has(header.id)),
        );
        const values = new Set(standing.map(({ body }) => canonicalJson(body?.set?.[field] ?? null)));
        const conflict = state.conflicts.find((found) => found.field === field);
        const shown =
          [...standing].sort((a, b) => (a.header.id < b.header.id ? -1 : 1))[0]?.body?.set?.[field] ?? undefined;
        if ((conflict?.versions.length ?? 1) !== Math.max(values.size, 1))
          throw new Error(`${field}: ${values.size} values, ${JSON.stringify(conflict)}`);
        if (state.fields[field] !== shown)
          throw new Error(`${field} shows ${String(state.fields[field])}, not ${String(shown)}`);
      }
    });
  },
);

test(
  `R6 an element is there when some addition has no removal after it, counted the slow way (seed ${seed})`,
  { timeout: 120_000 },
  () => {
    run(acts, (history) => {
      const revisions = play(history);
      const ancestors = ancestorsIn(revisions);
      const state = stateFrom(revisions);
      for (const field of ['tags', 'relations']) {
        for (const element of ['appel', 'boom', 'citroen']) {
          const touching = (part: 'add' | 'remove'): readonly Revision[] =>
            revisions.filter(({ body }) => body?.[part]?.[field]?.includes(element) === true);
          const expected = touching('add').some(
            (add) => !touching('remove').some((gone) => ancestors(gone.header.id).has(add.header.id)),
          );
          if ((state.sets[field] ?? []).includes(element) !== expected)
            throw new Error(`${field} ${element}: expected ${String(expected)}`);
        }
      }
    });
  },
);

test(`R4 what was settled stays settled, whatever follows (seed ${seed})`, { timeout: 120_000 }, () => {
  run(fc.tuple(acts, acts), ([history, later]) => {
    const before = play(history);
    const choices = Object.fromEntries(
      stateFrom(before).conflicts.map(({ field, versions }) => [field, versions.at(-1)?.value ?? null]),
    );
    const settled = [...before, revision('settled', headsOf(before), { set: choices })];
    if (stateFrom(settled).conflicts.length > 0) throw new Error('not settled');
    const old = new Set(before.map(({ header }) => header.id));
    // A version from before may only stand when nobody chose: in a field that was not in conflict then.
    const wrong = stateFrom(play(later, settled)).conflicts.filter(
      ({ field, versions }) => field in choices && versions.some((version) => old.has(version.revision)),
    );
    if (wrong.length > 0) throw new Error(`came back: ${JSON.stringify(wrong)}`);
  });
});

test(`R9 a merged text holds nothing that nobody wrote (seed ${seed})`, { timeout: 120_000 }, () => {
  run(acts, (history) => {
    const revisions = play(history);
    const shown = stateFrom(revisions).fields['body'];
    const pieces = (text: string): readonly string[] => text.match(/\w+\.\s*/g) ?? [];
    const written = new Set(revisions.flatMap(({ body }) => pieces(String(body?.set?.['body'] ?? ''))));
    const foreign = pieces(String(shown ?? '')).filter((piece) => !written.has(piece));
    if (foreign.length > 0) throw new Error(`nobody wrote ${JSON.stringify(foreign)}`);
  });
});
