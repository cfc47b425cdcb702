import { fieldsOf } from '../../shared/model/types';
import type { ColumnMapping } from './csv';

/** Names that people give columns, beside the labels of the fields themselves. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  title: [
    'titel',
    'title',
    'naam',
    'name',
    'project',
    'projectnaam',
    'studie',
    'onderwerp',
    'organisatie',
    'term',
    'begrip',
  ],
  tags: ['labels', 'tags', 'trefwoorden', 'keywords'],
  summary: ['samenvatting', 'omschrijving', 'beschrijving', 'summary', 'description', 'toelichting'],
  authors: ['auteur', 'auteurs', 'author', 'authors', 'schrijver'],
  year: ['jaar', 'year', 'publicatiejaar'],
  date: ['datum', 'date'],
  url: ['url', 'link', 'website', 'webadres'],
  regions: ['regio', "regio's", 'region', 'regions', 'rmc-regio'],
  targetGroups: ['doelgroep', 'doelgroepen', 'target group', 'target groups'],
  parties: ['partij', 'partijen', 'partners', 'parties', 'betrokkenen'],
  period: ['periode', 'looptijd', 'period'],
  phase: ['fase', 'phase', 'status'],
  publication: ['tijdschrift', 'journal', 'publicatie', 'verschenen in'],
  publisher: ['uitgever', 'publisher'],
  abstract: ['abstract', 'samenvatting'],
  email: ['e-mail', 'email', 'mail', 'e-mailadres'],
  phone: ['telefoon', 'tel', 'phone', 'telefoonnummer'],
  place: ['plaats', 'place', 'stad', 'woonplaats', 'vestigingsplaats'],
  definition: ['definitie', 'definition', 'betekenis', 'omschrijving'],
  abbreviation: ['afkorting', 'abbreviation'],
  synonyms: ['synoniem', 'synoniemen', 'synonyms'],
};

/**
 * Which field each column is likely meant for, by its name in Dutch or English; each field at most once.
 * `labelsOf` gives the names the interface has for a field, in every language.
 */
export function guessMapping(
  columns: readonly string[],
  type: string,
  labelsOf: (key: string) => readonly string[],
): ColumnMapping {
  const mapping: Record<string, string> = {};
  const free = new Set(columns.keys());
  for (const { key } of fieldsOf(type)) {
    const names = [key, ...labelsOf(key), ...(otherNames[key] ?? [])].map(folded);
    const index = names
      .map((name) => [...free].find((at) => folded(columns[at] ?? '') === name))
      .find((at) => at !== undefined);
    if (index === undefined) continue;
    mapping[index] = key;
    free.delete(index);
  }
  return mapping;
}

function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}
