import type { Text } from '../text';

export const shortcutGroupTexts = {
  everywhere: { nl: 'Overal', en: 'Everywhere' },
  panes: { nl: 'Tabbladen en vensterdelen', en: 'Tabs and panes' },
  list: { nl: 'In de lijst', en: 'In the list' },
} as const satisfies Record<string, Text>;

export const shortcutTexts = {
  palette: { nl: 'Ga naar een item of opdracht', en: 'Go to an item or command' },
  search: { nl: 'Naar het zoekveld', en: 'To the search field' },
  newItem: { nl: 'Nieuw item', en: 'New item' },
  addFiles: { nl: 'Bestanden toevoegen', en: 'Add files' },
  addFolder: { nl: 'Map toevoegen', en: 'Add a folder' },
  undo: { nl: 'Ongedaan maken', en: 'Undo' },
  redo: { nl: 'Opnieuw uitvoeren', en: 'Redo' },
  settings: { nl: 'Instellingen', en: 'Settings' },
  shortcuts: { nl: 'Lijst met sneltoetsen', en: 'List of shortcuts' },
  help: { nl: 'Handleiding', en: 'User guide' },
  escape: { nl: 'Sluiten, of terug naar de lijst', en: 'Close, or back to the list' },
  closeTab: { nl: 'Tabblad sluiten', en: 'Close tab' },
  nextTab: { nl: 'Volgende tabblad', en: 'Next tab' },
  previousTab: { nl: 'Vorige tabblad', en: 'Previous tab' },
  nextPane: { nl: 'Volgende vensterdeel: zijbalk, lijst, item', en: 'Next pane: sidebar, list, item' },
  previousPane: { nl: 'Vorige vensterdeel', en: 'Previous pane' },
  nextConflict: { nl: 'Volgende item met twee versies', en: 'Next item with two versions' },
  previousConflict: { nl: 'Vorige item met twee versies', en: 'Previous item with two versions' },
  scope: { nl: 'Onderdeel 1 tot en met 9 van de zijbalk', en: 'Part 1 to 9 of the sidebar' },
  move: { nl: 'Vorige of volgende item', en: 'Previous or next item' },
  moveFar: { nl: 'Pagina omhoog of omlaag, begin, einde', en: 'Page up or down, start, end' },
  extend: { nl: 'Keuze uitbreiden', en: 'Extend the selection' },
  toggle: { nl: 'Item bij de keuze of eruit', en: 'Item in or out of the selection' },
  selectAll: { nl: 'Alles kiezen', en: 'Select everything' },
  open: { nl: 'Openen in eigen tabblad', en: 'Open in its own tab' },
  quickLook: { nl: 'Snel bekijken', en: 'Quick look' },
  why: { nl: 'Waarom dit resultaat?', en: 'Why this result?' },
  bin: { nl: 'Naar de prullenbak', en: 'Move to the bin' },
  rowMenu: { nl: 'Menu met acties', en: 'Menu of actions' },
} as const satisfies Record<string, Text>;
