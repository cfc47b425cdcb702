import type { ItemId } from '../../shared/base/ids';
import type { QualityNote } from '../../shared/model/insight';
import { fieldOf } from '../../shared/model/types';
import type { ItemState } from '../../shared/revision/item-state';
import { relationsOf, text, texts, typeOf, yearsOf } from './item-fields';

/** What sources leave open or contradict. Both values of a contradiction stay; the app only says so. */
export function qualityNotes(items: Iterable<ItemState>): readonly QualityNote[] {
  const states = [...items].filter((state) => !state.deleted);
  const byId = new Map(states.map((state) => [state.id, state] as const));
  return [...states.flatMap((state) => notesOn(state, byId)), ...twoFigures(states)];
}

/** Facts of these types are worth nothing without where they come from. */
const sourced: ReadonlySet<string> = new Set([
  'project',
  'programme',
  'programmeLine',
  'measure',
  'observation',
  'legalFrame',
]);

function notesOn(state: ItemState, byId: ReadonlyMap<ItemId, ItemState>): QualityNote[] {
  const notes: QualityNote[] = [];
  const item = state.id;
  const note = text(state, 'qualityNote');
  if (note !== '') notes.push({ kind: 'note', item, text: note });
  const announced = state.fields['partsAnnounced'];
  const found = texts(state, 'parts').length;
  if (typeof announced === 'number' && announced !== found)
    notes.push({ kind: 'partsMissing', item, announced, found });
  if (sourced.has(typeOf(state)) && fieldOf(typeOf(state), 'source') !== undefined && text(state, 'source') === '')
    notes.push({ kind: 'noSource', item });
  for (const { kind, target } of relationsOf(state)) {
    const other = byId.get(target);
    if (kind !== 'follows' || other === undefined) continue;
    const [own, earlier] = [yearsOf(state)?.from, yearsOf(other)?.from];
    if (own != null && earlier != null && own < earlier) notes.push({ kind: 'wrongOrder', item, other: target });
  }
  return notes;
}

/** The same thing counted for the same region, year and group, with different outcomes. */
function twoFigures(states: readonly ItemState[]): QualityNote[] {
  const same = new Map<string, ItemState[]>();
  for (const state of states) {
    if (typeOf(state) !== 'observation' || typeof state.fields['value'] !== 'number') continue;
    const keys = ['indicator', 'schoolYear', 'level', 'observationKind', 'unit'].map((key) =>
      text(state, key).toLowerCase(),
    );
    const key = [...keys, ...[...texts(state, 'regions')].sort()].join('\n');
    same.set(key, [...(same.get(key) ?? []), state]);
  }
  return [...same.values()].flatMap((found): QualityNote[] => {
    const group = [...found].sort((a, b) => Number(a.fields['value']) - Number(b.fields['value']));
    const first = group[0] as ItemState;
    if (new Set(group.map(({ fields }) => fields['value'])).size < 2) return [];
    return [
      {
        kind: 'twoFigures',
        items: group.map(({ id }) => id),
        indicator: text(first, 'indicator'),
        schoolYear: text(first, 'schoolYear'),
        values: group.map((state) => ({
          value: state.fields['value'] as number,
          unit: text(state, 'unit'),
          source: text(state, 'source'),
        })),
      },
    ];
  });
}
