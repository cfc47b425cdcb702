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
  profileText: {
    nl: 'Uw naam en organisatie staan bij wat u in een ruimte deelt. Verder blijven ze op deze computer.',
    en: 'Your name and organisation stand beside what you share in a space. Otherwise they stay on this computer.',
  },
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

  sharing: { nl: 'Delen', en: 'Sharing' },
  notifications: { nl: 'Meldingen', en: 'Notifications' },
  notificationsLabel: { nl: 'Meld wat anderen wijzigen', en: 'Tell me what others change' },
  notificationsText: {
    nl: 'Ook als Raakvlak op de achtergrond staat. Zonder meldingen ziet u het in de zijbalk.',
    en: 'Also when Raakvlak is in the background. Without notifications you see it in the sidebar.',
  },
  bandwidth: { nl: 'Snelheid van het delen', en: 'Speed of sharing' },
  bandwidthText: {
    nl: 'Zet een grens als het netwerk traag wordt. Een leeg veld betekent: zo snel als het kan.',
    en: 'Set a limit when the network becomes slow. An empty field means: as fast as possible.',
  },
  bandwidthLabel: { nl: 'Hoogstens, in kB per seconde', en: 'At most, in kB per second' },
  noLimit: { nl: 'Geen grens', en: 'No limit' },

  backup: { nl: 'Reservekopie', en: 'Backup' },
  backupText: {
    nl: 'Raakvlak maakt elke dag een momentopname van uw bibliotheek op deze computer.',
    en: 'Raakvlak makes a snapshot of your library on this computer every day.',
  },
  backupLast: {
    nl: 'Laatste momentopname: {when}, {files} bestanden, {size}',
    en: 'Last snapshot: {when}, {files} files, {size}',
  },
  backupNone: { nl: 'Er is nog geen momentopname.', en: 'There is no snapshot yet.' },
  backupMake: { nl: 'Momentopname maken', en: 'Make a snapshot' },
  backupMakeText: { nl: 'Legt vast hoe alles nu is.', en: 'Records how everything is now.' },
  backupMaking: { nl: 'De momentopname wordt gemaakt…', en: 'Making the snapshot…' },
  backupMade: { nl: 'De momentopname is gemaakt.', en: 'The snapshot has been made.' },
  proof: { nl: 'Herstelproef', en: 'Restore test' },
  proofText: {
    nl: 'Zet de laatste momentopname terug in een proefmap en vergelijkt alles. Aan uw bibliotheek verandert niets.',
    en: 'Restores the last snapshot into a scratch folder and compares everything. Nothing changes in your library.',
  },
  proving: { nl: 'De momentopname wordt op proef teruggezet…', en: 'Restoring the snapshot as a test…' },
  proofGood: {
    nl: 'De momentopname van {when} is goed terug te zetten: {items} items, {revisions} wijzigingen en {files} bestanden vergeleken.',
    en: 'The snapshot of {when} can be restored: {items} items, {revisions} changes and {files} files compared.',
  },
  proofBad: {
    nl: 'De momentopname van {when} is niet heel. Maak een nieuwe. Gevonden:',
    en: 'The snapshot of {when} is not whole. Make a new one. Found:',
  },

  binTerm: { nl: 'Prullenbak', en: 'Bin' },
  binTermText: {
    nl: 'Niets verdwijnt vanzelf. Na deze termijn vraagt Raakvlak of u wilt opruimen.',
    en: 'Nothing disappears by itself. After this term Raakvlak asks whether you want to clear up.',
  },
  binTermLabel: { nl: 'Opruimen aanbieden', en: 'Offer to clear up' },
  binNever: { nl: 'Nooit', en: 'Never' },
  binDays: { nl: 'Na {n} dagen', en: 'After {n} days' },
  binExpiredOne: { nl: '1 item ligt langer in de prullenbak.', en: '1 item has been in the bin for longer.' },
  binExpired: { nl: '{n} items liggen langer in de prullenbak.', en: '{n} items have been in the bin for longer.' },
  erase: { nl: 'Voorgoed wissen…', en: 'Erase for good…' },
  eraseTitle: { nl: 'Voorgoed wissen?', en: 'Erase for good?' },
  eraseText: {
    nl: 'De items, hun geschiedenis en hun bestanden worden gewist. Dit kunt u niet ongedaan maken.',
    en: 'The items, their history and their files are erased. This cannot be undone.',
  },
  eraseShared: {
    nl: 'Staan ze in een ruimte? Dan wissen ook de andere deelnemers ze, zodra zij weer delen.',
    en: 'Are they in a space? Then the other participants erase them too, when they share again.',
  },
  eraseButton: { nl: 'Voorgoed wissen', en: 'Erase for good' },
  erased: { nl: '{n} items voorgoed gewist', en: '{n} items erased for good' },

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
