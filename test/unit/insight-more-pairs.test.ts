import { describe, expect, it } from 'vitest';
import { createOverlaps } from '../../electron/insight/overlaps';
import type { ItemId } from '../../shared/base/ids';
import type { ItemState } from '../../shared/revision/item-state';
import { analysis, item, sampleItems, thesaurusItems } from '../support/insight-items';

/*
 * Seven pairs of a project in one region and one in another that do the same in other words, thought up before anything was tried on them. They stand among
 * the whole sample library, and each has a neighbour in its own region that shares a target group or a word with it and nothing more.
 */

const north = (id: string, title: string, goal: string, sets: Record<string, string[]> = {}): ItemState =>
  item(id, 'measure', { title, goal, period: { from: 2017, to: 2020 } }, { regions: ['Noordrand'], ...sets });
const south = (id: string, title: string, aim: string, sets: Record<string, string[]> = {}): ItemState =>
  item(id, 'project', { title, aim, period: { from: 2022, to: 2026 } }, { regions: ['Zuidkust'], ...sets });

const measures = [
  north('n-klas', 'Taalbrug', 'Anderstalige leerlingen van de schakelklas wennen alvast aan een mbo-opleiding.', {
    transitions: ['isk-mbo'],
  }),
  north('n-bezoek', 'Aanbellen', 'Wie weken niet op school is geweest, krijgt bezoek thuis.', {
    targetGroups: ['thuiszitters'],
  }),
  north('n-geld', 'Schuldenspreekuur', 'Studenten met geldzorgen krijgen op school hulp bij hun schulden.', {
    targetGroups: ['mbo-studenten'],
  }),
  north('n-terug', 'Tweede kans', 'Voortijdig schoolverlaters die werkloos zijn, gaan terug naar een opleiding.', {
    targetGroups: ['oud-vsv-ers'],
  }),
  north('n-zomer', 'Zomervinger', 'In de vakantie weet de mentor of aangemelde leerlingen nog komen.', {
    transitions: ['vo-mbo'],
  }),
  north('n-leerbaan', 'Werkplekken', 'Jongeren uit het praktijkonderwijs vinden een leerwerkbaan bij een bedrijf.', {
    targetGroups: ['pro-leerlingen'],
  }),
  north('n-ouders', 'Koffieochtend', 'Ouders praten met school over thuis studeren en kiezen.', {
    targetGroups: ['ouders'],
  }),
];
const projects = [
  south('z-klas', 'Alvast mbo', 'Nieuwkomers in de ISK volgen lessen op het mbo voordat zij overstappen.', {
    transitions: ['isk-mbo'],
  }),
  south('z-bezoek', 'Huisbezoek na vier weken', 'Een coach gaat langs bij thuiszitters en hun gezin.', {
    targetGroups: ['thuiszitters'],
  }),
  south('z-geld', 'Geldloket mbo', 'Hulp bij schulden en geldzorgen, op de opleiding zelf.', {
    targetGroups: ['mbo-studenten'],
  }),
  south('z-terug', 'Weer naar school', 'Oud-vsv’ers zonder werk kiezen opnieuw een opleiding.', {
    targetGroups: ['oud-vsv-ers'],
  }),
  south('z-zomer', 'Bellen in augustus', 'Mentoren bellen in de zomervakantie met wie zich aanmeldde voor het mbo.', {
    transitions: ['vo-mbo'],
  }),
  south(
    'z-leerbaan',
    'Leerwerkbanen voor pro',
    'Bedrijven bieden leerlingen van het praktijkonderwijs een baan om te leren.',
    {
      targetGroups: ['pro-leerlingen'],
    },
  ),
  south('z-ouders', 'Ouders aan tafel', 'Met ouders in gesprek over de keuze van hun kind en leren thuis.', {
    targetGroups: ['ouders'],
  }),
  south('z-mbo', 'Sporten in de pauze', 'Meer bewegen op de opleiding.', { targetGroups: ['mbo-studenten'] }),
  south('z-gids', 'Wegwijzer', 'Een gids voor ouders en leerlingen met alle adressen.', { targetGroups: ['ouders'] }),
];

describe('seven more pairs', () => {
  const overlaps = createOverlaps(analysis());
  overlaps.put([...thesaurusItems(), ...sampleItems(), ...measures, ...projects]);
  const southern = new Set(projects.map(({ id }) => id));
  const rankOf = (from: string): number =>
    1 +
    overlaps
      .of(`n-${from}` as ItemId, { limit: 100 })
      .filter(({ b }) => southern.has(b))
      .findIndex(({ b }) => b === `z-${from}`);
  const names = ['klas', 'bezoek', 'geld', 'terug', 'zomer', 'leerbaan', 'ouders'];

  it.each(names)('%s is among the first two of the other region', (name) => expect([1, 2]).toContain(rankOf(name)));
  it('puts at least five of the seven first', () =>
    expect(names.filter((name) => rankOf(name) === 1).length).toBeGreaterThanOrEqual(5));

  it('does not propose that everything touches everything', () => {
    const all = [...measures, ...projects].flatMap(({ id }) =>
      overlaps.of(id, { limit: 200 }).filter(({ b }) => southern.has(b) || b.startsWith('n-')),
    );
    const possible = (measures.length + projects.length) * (measures.length + projects.length - 1);
    expect(all.length / possible).toBeLessThan(0.25);
  });
});
