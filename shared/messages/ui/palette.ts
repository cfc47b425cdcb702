import type { Text } from '../text';

export const paletteTexts = {
  title: { nl: 'Ga naar…', en: 'Go to…' },
  placeholder: { nl: 'Titel, persoon, begrip of opdracht', en: 'Title, person, term or command' },
  recent: { nl: 'Recent', en: 'Recent' },
  items: { nl: 'Items', en: 'Items' },
  commands: { nl: 'Opdrachten', en: 'Commands' },
  foundOne: { nl: '1 mogelijkheid', en: '1 option' },
  foundMany: { nl: '{n} mogelijkheden', en: '{n} options' },
  hint: { nl: 'Pijltjes: kiezen · Enter: openen · Esc: sluiten', en: 'Arrows: choose · Enter: open · Esc: close' },
  searchAll: { nl: 'Zoeken', en: 'Search' },
  searchFor: { nl: 'Zoek “{text}” in alle teksten', en: 'Search “{text}” in all texts' },
} as const satisfies Record<string, Text>;

/** Commands of the palette; `words` are other words that people try. */
export const commandTexts = {
  newItem: { nl: 'Nieuw: {type}', en: 'New: {type}' },
  addFiles: { nl: 'Bestanden toevoegen…', en: 'Add files…' },
  addFolder: { nl: 'Map toevoegen…', en: 'Add folder…' },
  settings: { nl: 'Instellingen', en: 'Settings' },
  shortcuts: { nl: 'Sneltoetsen', en: 'Keyboard shortcuts' },
  help: { nl: 'Handleiding', en: 'User guide' },
  themeLight: { nl: 'Thema: licht', en: 'Theme: light' },
  themeDark: { nl: 'Thema: donker', en: 'Theme: dark' },
  themeSystem: { nl: 'Thema: zoals uw computer', en: 'Theme: as your computer' },
  undo: { nl: 'Ongedaan maken', en: 'Undo' },
  redo: { nl: 'Opnieuw uitvoeren', en: 'Redo' },
  rebuild: { nl: 'Zoekregister opnieuw maken', en: 'Rebuild search index' },
  showFolder: { nl: 'Map van de bibliotheek tonen', en: 'Show library folder' },
  goTo: { nl: 'Toon: {scope}', en: 'Show: {scope}' },
  newSpace: { nl: 'Nieuwe ruimte…', en: 'New space…' },
  openSpace: { nl: 'Ruimte openen…', en: 'Open a space…' },
  syncNow: { nl: 'Nu delen', en: 'Share now' },
  news: { nl: 'Sinds uw laatste bezoek', en: 'Since your last visit' },
  conflicts: { nl: 'Twee versies', en: 'Two versions' },
  guard: { nl: 'Controleer mijn bibliotheek', en: 'Check my library' },
} as const satisfies Record<string, Text>;

export const commandWords = {
  newItem: { nl: 'maken toevoegen nieuw', en: 'create make add' },
  addFiles: { nl: 'importeren openen pdf word document', en: 'import open pdf word document' },
  addFolder: { nl: 'importeren map directory', en: 'import folder directory' },
  settings: { nl: 'voorkeuren opties taal naam', en: 'preferences options language name' },
  shortcuts: { nl: 'toetsen toetsenbord', en: 'keys keyboard' },
  help: { nl: 'uitleg hulp', en: 'guide manual' },
  theme: { nl: 'kleur weergave donkere modus', en: 'colour view dark mode' },
  undo: { nl: 'terug herstel', en: 'back revert' },
  redo: { nl: 'weer', en: 'again' },
  rebuild: { nl: 'index zoeken herstellen', en: 'index search repair' },
  showFolder: { nl: 'bestanden schijf', en: 'files disk' },
  goTo: { nl: 'ga naar', en: 'go to' },
  newSpace: { nl: 'delen samenwerken map maken', en: 'share folder make collaborate' },
  openSpace: { nl: 'delen samenwerken map webdav nextcloud', en: 'share folder webdav nextcloud' },
  syncNow: { nl: 'synchroniseren sync ophalen', en: 'synchronise sync fetch' },
  news: { nl: 'nieuws wijzigingen anderen', en: 'news changes others' },
  conflicts: { nl: 'conflicten kiezen samenvoegen', en: 'conflicts merge choose' },
  guard: { nl: 'privacywacht persoonsgegevens bsn avg', en: 'privacy guard personal data gdpr' },
} as const satisfies Record<string, Text>;
