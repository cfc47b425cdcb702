import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findPersonalData } from '../../shared/guard/find-personal-data';
import { findingKinds, isNotice } from '../../shared/guard/finding';
import { redact } from '../../shared/guard/redact';
import { snippets, type Snippet } from '../support/guard-snippets';

const stops = ({ text }: Snippet): readonly string[] => [
  ...new Set(
    findPersonalData([text])
      .filter((finding) => !isNotice(finding))
      .map(({ kind }) => kind),
  ),
];

interface Measures {
  readonly recall: number;
  readonly precision: number;
  readonly falseAlarms: number;
}

/** Over kinds in snippets; a kind that may be found counts neither way. */
function measure(all: readonly Snippet[]): Measures {
  let [hits, wanted, extra] = [0, 0, 0];
  for (const snippet of all) {
    const found = stops(snippet);
    wanted += snippet.expected.length;
    hits += snippet.expected.filter((kind) => found.includes(kind)).length;
    extra += found.filter((kind) => !snippet.expected.includes(kind as never)).length;
  }
  const clean = all.filter(({ isClean }) => isClean);
  const alarms = clean.filter((snippet) => stops(snippet).length > 0).length;
  return { recall: hits / wanted, precision: hits / (hits + extra), falseAlarms: alarms / clean.length };
}

const missed = (all: readonly Snippet[], kinds: readonly string[]): readonly string[] =>
  all
    .filter((snippet) => snippet.expected.some((kind) => kinds.includes(kind) && !stops(snippet).includes(kind)))
    .map(({ text }) => text);

describe.each(['rules', 'held-out'] as const)('the %s half of the judged snippets', (half) => {
  const all = snippets(half);
  const measures = measure(all);

  test('has 150 of them, near half of them clean', () => {
    expect(all.length).toBe(150);
    expect(all.filter(({ isClean }) => isClean).length).toBeGreaterThan(60);
    expect(all.filter(({ isClean, expected }) => !isClean && expected.length === 0)).toEqual([]);
  });

  test('has every BSN with context and every table of persons found', () => {
    expect(missed(all, ['bsn', 'person-table'])).toEqual([]);
  });

  test('raises at most 2% false alarms on clean texts', () => {
    console.warn(`guard, ${half}: ${JSON.stringify(measures)}`);
    if (process.env['GUARD_SHOW'] === half) show(all);
    expect(measures.falseAlarms).toBeLessThanOrEqual(0.02);
  });

  test('has at least nine in ten of all kinds found', () => {
    expect(measures.recall).toBeGreaterThanOrEqual(0.9);
  });

  test('is clean after redacting, which leaves clean texts alone', () => {
    for (const { text, isClean } of all) {
      const result = redact(text);
      expect(findPersonalData([result]).filter((finding) => !isNotice(finding))).toEqual([]);
      if (isClean && stops({ text, isClean, expected: [] }).length === 0) expect(result).toBe(text);
    }
  });
});

function show(all: readonly Snippet[]): void {
  for (const snippet of all) {
    const found = stops(snippet);
    const [lost, extra] = [
      snippet.expected.filter((kind) => !found.includes(kind)),
      found.filter((kind) => !snippet.expected.includes(kind as never)),
    ];
    if (lost.length + extra.length > 0) console.warn(JSON.stringify({ lost, extra, text: snippet.text }));
  }
}

const seeds = join(import.meta.dirname, '../../../shared/seeds');

test.runIf(existsSync(seeds))(
  'the texts this library began with raise no alarm about a BSN, and name one contact',
  () => {
    const texts = readdirSync(seeds).map((name) => readFileSync(join(seeds, name), 'utf8'));
    const found = texts.flatMap((text) => findPersonalData([text]));
    expect(found.filter(({ kind }) => kind === 'bsn')).toEqual([]);
    if (process.env['GUARD_SHOW'] === 'seeds')
      texts.forEach((text) =>
        findPersonalData([text]).forEach((f) =>
          console.warn(f.kind, f.reason, text.slice(f.place.start - 40, f.place.end + 40)),
        ),
      );
    expect(found.filter(({ reason }) => reason === 'mail-at-work')).toHaveLength(1);
  },
);

test.each([
  'Naam;Status;Niveau\nWarme overdracht;loopt;2\nPlusvoorziening Zwolle;gestopt;1',
  'Naam;Adres;Postcode;Telefoon\nPraktijkschool De Es;Kerkstraat 1;7605AB;0546-123456\nHet Erf;Dorpsweg 3;7607CD;0546-654321',
  'Naam;Telefoon;E-mail\nKarin de Wit;038-1234567;k.dewit@rocvoorbeeld.nl\nJan Postma;038-7654321;j.postma@voorbeeldstad.nl',
  'Voornaam;Achternaam;Functie;Mobiel\nKarin;de Wit;coördinator;0611223344\nJan;Postma;adviseur;0655443322',
  'Deelnemer;Bijdrage;Status\nROC Rivierenland;trainers;zeker\nGemeente Waterrand;zaal;vraag',
  'Maatregel;Opleiding;Niveau;Uitstroom\nZomerschool;Zorg;2;diploma\nBuddy;Techniek;3;werk',
])('is no table of persons: %s', (text) => {
  expect(stops({ text, expected: [], isClean: true })).toEqual([]);
});

test.each(['a', '1 ', '1-', 'A. ', 'Jan ', '1;2\n', 'a@', 'Ab-', 'van ', '"', '|', '31 mei ', 'student '])(
  'a text of nothing but %j is looked through in time that grows with its length',
  (piece) => {
    const text = piece.repeat(200_000 / piece.length);
    const before = performance.now();
    findPersonalData([text]);
    // Each takes some tens of milliseconds; a rule that starts again at each sign took ten seconds.
    expect(performance.now() - before).toBeLessThan(3_000);
  },
);

test('every kind is in both halves', () => {
  for (const half of ['rules', 'held-out'] as const) {
    const kinds = new Set(snippets(half).flatMap(({ expected }) => expected));
    expect(findingKinds.filter((kind) => kind !== 'professional-contact' && !kinds.has(kind))).toEqual([]);
  }
});
