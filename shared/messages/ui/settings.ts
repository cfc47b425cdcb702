import type { Text } from '../text';

export const settingsTexts = {
  title: { nl: 'Instellingen', en: 'Settings' },
  close: { nl: 'Sluiten', en: 'Close' },
  cancel: { nl: 'Annuleren', en: 'Cancel' },
  loading: { nl: 'Wordt geladen…', en: 'Loading…' },
  general: { nl: 'Algemeen', en: 'General' },
  appearance: { nl: 'Weergave', en: 'Appearance' },
  library: { nl: 'Bibliotheek', en: 'Library' },
  about: { nl: 'Over Raakvlak', en: 'About Raakvlak' },

  profile: { nl: 'Uw gegevens', en: 'About you' },
  profileText: { nl: 'Deze gegevens blijven op deze computer.', en: 'These details stay on this computer.' },
  name: { nl: 'Naam', en: 'Name' },
  organisation: { nl: 'Organisatie', en: 'Organisation' },
  role: { nl: 'Functie', en: 'Role' },
  language: { nl: 'Taal', en: 'Language' },
  saved: { nl: 'Opgeslagen', en: 'Saved' },

  theme: { nl: 'Kleuren', en: 'Colours' },
  themeSystem: { nl: 'Zoals uw computer', en: 'As your computer' },
  themeLight: { nl: 'Licht', en: 'Light' },
  themeDark: { nl: 'Donker', en: 'Dark' },
  textSize: { nl: 'Grootte van de tekst', en: 'Text size' },
  sizeSmall: { nl: 'Klein', en: 'Small' },
  sizeNormal: { nl: 'Normaal', en: 'Normal' },
  sizeLarge: { nl: 'Groot', en: 'Large' },
  sizeLarger: { nl: 'Groter', en: 'Larger' },

  folder: { nl: 'Map van de bibliotheek', en: 'Library folder' },
  folderText: {
    nl: 'In deze map staat alles wat u in Raakvlak bewaart.',
    en: 'Everything you keep in Raakvlak is in this folder.',
  },
  chooseFolder: { nl: 'Andere map kiezen…', en: 'Choose another folder…' },
  showFolder: { nl: 'Map tonen', en: 'Show folder' },
  moveTitle: { nl: 'Bibliotheek verplaatsen?', en: 'Move the library?' },
  moveText: {
    nl: 'Raakvlak verplaatst alle bestanden naar de nieuwe map. U kunt zolang niet verder werken.',
    en: 'Raakvlak moves all files to the new folder. You cannot work until it is done.',
  },
  moveFrom: { nl: 'Nu', en: 'Now' },
  moveTo: { nl: 'Wordt', en: 'Becomes' },
  move: { nl: 'Verplaatsen', en: 'Move' },
  moving: { nl: 'De bibliotheek wordt verplaatst. Laat Raakvlak open…', en: 'Moving the library. Keep Raakvlak open…' },
  moved: { nl: 'De bibliotheek staat nu in de nieuwe map.', en: 'The library is in the new folder now.' },

  maintenance: { nl: 'Onderhoud', en: 'Maintenance' },
  verify: { nl: 'Controleer bibliotheek', en: 'Check the library' },
  verifyText: {
    nl: 'Leest elk bestand na en meldt wat beschadigd is.',
    en: 'Reads every file again and reports what is damaged.',
  },
  verifying: { nl: 'De bibliotheek wordt gecontroleerd…', en: 'Checking the library…' },
  verifyGood: {
    nl: 'Alles is in orde: {revisions} wijzigingen en {blobs} bestanden gecontroleerd.',
    en: 'All is well: {revisions} changes and {blobs} files checked.',
  },
  verifyBadOne: {
    nl: '1 probleem gevonden in {revisions} wijzigingen en {blobs} bestanden',
    en: '1 problem found in {revisions} changes and {blobs} files',
  },
  verifyBad: {
    nl: '{n} problemen gevonden in {revisions} wijzigingen en {blobs} bestanden',
    en: '{n} problems found in {revisions} changes and {blobs} files',
  },
  rebuild: { nl: 'Zoekregister opnieuw maken', en: 'Rebuild the search index' },
  rebuildText: {
    nl: 'Doe dit als zoeken niet vindt wat u verwacht. Er gaat niets verloren.',
    en: 'Do this when searching does not find what you expect. Nothing is lost.',
  },
  rebuilding: { nl: 'Het zoekregister wordt opnieuw gemaakt…', en: 'Rebuilding the search index…' },
  rebuilt: { nl: 'Het zoekregister is opnieuw gemaakt.', en: 'The search index has been rebuilt.' },
  progress: { nl: '{done} van {total}', en: '{done} of {total}' },

  version: { nl: 'Versie', en: 'Version' },
  licence: { nl: 'Licentie', en: 'Licence' },
  licenceText: { nl: 'EUPL 1.2: vrije software', en: 'EUPL 1.2: free software' },
  builtOn: { nl: 'Gemaakt met', en: 'Built on' },
  configFolder: { nl: 'Map met instellingen', en: 'Settings folder' },
  damagedTitle: { nl: 'Uw instellingen waren beschadigd', en: 'Your settings were damaged' },
  damagedText: {
    nl: 'Raakvlak is gestart met de gewone instellingen. Het beschadigde bestand is bewaard: {path}. Uw bibliotheek is niet geraakt.',
    en: 'Raakvlak started with the usual settings. The damaged file was kept: {path}. Your library was not touched.',
  },
} as const satisfies Record<string, Text>;
