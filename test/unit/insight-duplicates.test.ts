import { describe, expect, it } from 'vitest';
import { createDuplicates } from '../../electron/insight/duplicates';
import { newJudgement } from '../../electron/insight/judgement';
import { readTitle } from '../../electron/insight/title-mark';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import type { DuplicatePair } from '../../shared/model/insight';
import type { ItemState } from '../../shared/revision/item-state';
import { bystanders, lookalikes, originals, prose, variant, variantKinds } from '../support/duplicate-variants';
import { item } from '../support/insight-items';
import { seeded } from '../support/seeded';

const found = (states: readonly ItemState[]): readonly DuplicatePair[] => {
  const duplicates = createDuplicates();
  duplicates.put(states);
  return duplicates.all();
};
const text = (seed: number, words = 150): string => prose(seeded(seed), words);
const kindOf = (a: ItemState, b: ItemState): string | undefined => found([a, b])[0]?.kind;

describe.each([1, 2, 3])('200 variants of 200 records (seed %i)', (seed) => {
  const base = originals(seed, 200);
  const variants = base.map((original, n) =>
    variant(seed * 1_000 + n, original, variantKinds[n % variantKinds.length] ?? 'retitled'),
  );
  const pairs = found([...base, ...variants, ...lookalikes(seed + 500), ...bystanders()]).filter(
    ({ kind }) => kind !== 'version',
  );
  const isTrue = ({ a, b }: DuplicatePair): boolean => a.startsWith(`${b}-`) || b.startsWith(`${a}-`);

  it('are found (recall at least 0.95)', () => {
    const hit = new Set(pairs.filter(isTrue).flatMap(({ a, b }) => [a, b]));
    const missed = variants.filter(({ id }) => !hit.has(id)).map(({ id }) => id);
    console.warn(
      `seed ${seed}: recall ${(1 - missed.length / 200).toFixed(3)}, precision ${(pairs.filter(isTrue).length / pairs.length).toFixed(3)}, missed ${missed.join(' ')}`,
    );
    expect(1 - missed.length / variants.length).toBeGreaterThanOrEqual(0.95);
  });

  it('with hardly anything else (precision at least 0.98)', () => {
    const wrong = pairs.filter((pair) => !isTrue(pair));
    expect(wrong.length / pairs.length, JSON.stringify(wrong.slice(0, 5))).toBeLessThanOrEqual(0.02);
  });
});

describe('exactly the same', () => {
  const hash = 'a'.repeat(64);
  const file = { hash, name: 'a.pdf', mediaType: 'application/pdf', sizeBytes: 1 };

  it('by the bytes of the file, whatever the title', () => {
    expect(kindOf(item('a', 'document', { title: 'Een', file }), item('b', 'study', { title: 'Twee', file }))).toBe(
      'exact',
    );
  });

  it('by DOI, however it is written', () => {
    const a = item('a', 'study', { title: 'Een', doi: 'https://doi.org/10.1234/ABC.5' });
    expect(kindOf(a, item('b', 'study', { title: 'Anders', doi: 'doi:10.1234/abc.5' }))).toBe('exact');
    expect(kindOf(a, item('b', 'study', { title: 'Anders', doi: '10.1234/abc.6' }))).toBeUndefined();
  });

  it('by ISBN, old or new, but not two chapters of one book', () => {
    const a = item('a', 'study', { title: 'Jongeren zonder diploma', isbn: '90-5875-299-6' });
    expect(kindOf(a, item('b', 'study', { title: 'Jongeren zonder diploma', isbn: '978-90-5875-299-4' }))).toBe(
      'exact',
    );
    expect(kindOf(a, item('b', 'study', { title: 'Hoofdstuk 7: ouders', isbn: '9789058752994' }))).toBeUndefined();
  });
});

describe('nearly the same', () => {
  it('by title and authors when there is no text', () => {
    const a = item('a', 'study', { title: 'Thuiszitters in beeld', authors: ['Peters, J.'], year: 2020 });
    expect(kindOf(a, item('b', 'study', { title: 'Thuiszitters in Beeld.', authors: ['Jan Peters'] }))).toBe('near');
    expect(
      kindOf(a, item('b', 'study', { title: 'Thuiszitters in beeld', authors: ['Klaassen, K.'] })),
    ).toBeUndefined();
  });

  it('not by a part number that differs, nor by a short name alone', () => {
    const part = (id: string, n: number): ItemState =>
      item(id, 'document', { title: `Handreiking overstap deel ${n}` });
    expect(kindOf(part('a', 1), part('b', 2))).toBeUndefined();
    expect(
      kindOf(item('a', 'document', { title: 'Notulen' }), item('b', 'document', { title: 'Notulen' })),
    ).toBeUndefined();
  });

  it('not when one is a small part of the other', () => {
    const whole = text(5, 900);
    const a = item('a', 'document', { title: 'Rapport', summary: whole });
    expect(kindOf(a, item('b', 'document', { title: 'Samenvatting', summary: whole.slice(0, 600) }))).toBeUndefined();
  });

  it('not across what can never be the same', () => {
    const summary = text(6);
    expect(kindOf(item('a', 'document', { summary }), item('b', 'project', { summary }))).toBeUndefined();
  });

  it('finds it in the text of a file too', () => {
    const long = text(7, 400);
    const duplicates = createDuplicates({ fileText: ({ id }) => (id === 'c' ? '' : long) });
    duplicates.put([
      item('a', 'document', { title: 'Een' }),
      item('b', 'study', { title: 'Twee' }),
      item('c', 'study', {}),
    ]);
    expect(duplicates.all().map(({ a, b }) => [a, b])).toEqual([['a', 'b']]);
  });
});

describe('the sample library', () => {
  it('has nothing in it twice', () => {
    const twice = found(bystanders()).filter(({ kind }) => kind !== 'version');
    expect(twice.map(({ a, b }) => [a, b])).toEqual([]);
  });
});

describe('versions', () => {
  it('reads how far a title says it is', () => {
    expect(readTitle('Routekaart thuis-school, versie 0.3 (concept).docx')).toMatchObject({
      name: 'routekaart thuis school',
      stage: 1,
      version: 0.3,
    });
    expect(readTitle('Beleidsplan 2013-2016 DEFINITIEF')).toMatchObject({
      name: 'beleidsplan',
      stage: 3,
      years: [2013, 2016],
    });
  });

  it.each([
    ['a draft and the final text', 'Notitie warme overdracht (concept)', 'Notitie warme overdracht', 'b'],
    ['two numbered versions', 'Routekaart school naar werk v0.3', 'Routekaart school naar werk v0.2', 'a'],
    ['a plan and its successor', 'Regionaal programma vsv 2017-2020', 'Regionaal programma vsv 2021-2024', 'b'],
  ])('%s are one family, and which is newer', (_, titleA, titleB, newer) => {
    const summary = text(8);
    const a = item('a', 'document', { title: titleA, summary });
    const b = item('b', 'document', { title: titleB, summary: `${summary} ${text(9, 60)}` });
    expect(found([a, b])).toMatchObject([{ kind: 'version', newer }]);
  });

  it('are not asked about when the relation is there', () => {
    const a = item('a', 'programme', { title: 'Regionaal programma vsv 2017-2020' });
    const b = (relations: { kind: string; target: string }[]): ItemState =>
      item('b', 'programme', { title: 'Regionaal programma vsv 2021-2024' }, { relations });
    expect(kindOf(a, b([]))).toBe('version');
    expect(kindOf(a, b([{ kind: 'follows', target: 'a' }]))).toBeUndefined();
  });
});

describe('kept in step', () => {
  const summary = text(10);
  const pair = ['a', 'b'].map((id) => item(id, 'document', { summary }));

  it('follows changes and removals', () => {
    const duplicates = createDuplicates();
    duplicates.put(pair);
    expect(duplicates.of('a' as ItemId)).toHaveLength(1);
    duplicates.put([item('b', 'document', { summary: text(11) })]);
    expect(duplicates.of('a' as ItemId)).toHaveLength(0);
    duplicates.put(pair);
    duplicates.remove(['b' as ItemId]);
    expect(duplicates.all()).toHaveLength(0);
  });

  it('does not ask again about a judged pair, and does not take a judgement on raakvlakken for one on duplicates', () => {
    const judged = (aspect: 'duplicate' | 'overlap'): ItemState => {
      const made = newJudgement('space' as SpaceId, aspect, 'a' as ItemId, 'b' as ItemId, 'no');
      return item(String(made.id), 'judgement', { ...made.set });
    };
    expect(found([...pair, judged('overlap')])).toHaveLength(1);
    expect(found([...pair, judged('duplicate')])).toHaveLength(0);
  });

  it('compares a thousand records of a page in well under the time of a coffee (5 s)', () => {
    const states = originals(77, 1_000);
    const start = process.cpuUsage().user;
    found(states);
    const ms = (process.cpuUsage().user - start) / 1_000;
    console.warn(`1,000 records: ${Math.round(ms)} ms`);
    expect(ms).toBeLessThan(5_000);
  });
});
