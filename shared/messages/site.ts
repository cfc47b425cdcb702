import type { Text } from './text';

/** What the published website says around the records. */
export const siteTexts = {
  skip: { nl: 'Naar de inhoud', en: 'Skip to the content' },
  home: { nl: 'Overzicht', en: 'Overview' },
  intro: {
    nl: 'Projecten, maatregelen, onderzoeken en wie eraan werken, tegen voortijdig schoolverlaten.',
    en: 'Projects, measures, studies and who works on them, against early school leaving.',
  },
  search: { nl: 'Zoeken', en: 'Search' },
  searchHint: { nl: 'Alle woorden moeten voorkomen.', en: 'All words must occur.' },
  searchNeedsScript: {
    nl: 'Zoeken werkt alleen met JavaScript. Alles staat ook hieronder, per soort.',
    en: 'Searching needs JavaScript. Everything is below too, by type.',
  },
  found: { nl: 'gevonden', en: 'found' },
  foundNothing: {
    nl: 'Niets gevonden. Probeer minder of kortere woorden.',
    en: 'Nothing found. Try fewer or shorter words.',
  },
  foundMore: { nl: 'Alleen de eerste 50 staan hier.', en: 'Only the first 50 are here.' },
  browse: { nl: 'Bladeren per soort', en: 'Browse by type' },
  relations: { nl: 'Verbanden', en: 'Relations' },
  details: { nl: 'Gegevens', en: 'Details' },
  changed: { nl: 'Laatst gewijzigd op {date}', en: 'Last changed on {date}' },
  made: {
    nl: 'Gemaakt op {date} met Raakvlak, uit: {spaces}',
    en: 'Made on {date} with Raakvlak, from: {spaces}',
  },
  yes: { nl: 'ja', en: 'yes' },
  no: { nl: 'nee', en: 'no' },
  from: { nl: 'vanaf {year}', en: 'from {year}' },
  until: { nl: 'tot en met {year}', en: 'until {year}' },
} as const satisfies Record<string, Text>;
