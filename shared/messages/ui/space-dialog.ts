import type { Text } from '../text';

/** Making a space, and opening one that somebody else made. */
export const spaceDialogTexts = {
  newTitle: { nl: 'Nieuwe ruimte', en: 'New space' },
  openTitle: { nl: 'Ruimte openen', en: 'Open a space' },
  cancel: { nl: 'Annuleren', en: 'Cancel' },
  back: { nl: 'Vorige', en: 'Back' },
  next: { nl: 'Volgende', en: 'Next' },
  step: { nl: 'Stap {n} van {of}: {name}', en: 'Step {n} of {of}: {name}' },
  stepName: { nl: 'naam', en: 'name' },
  stepPlace: { nl: 'plek', en: 'place' },
  stepReaders: { nl: 'wie leest mee', en: 'who reads along' },
  stepFirst: { nl: 'klaarzetten', en: 'getting ready' },

  newIntro: {
    nl: 'Een ruimte is een deel van uw bibliotheek dat u met anderen deelt. Wat niet in de ruimte staat, blijft alleen van u.',
    en: 'A space is a part of your library that you share with others. What is not in the space stays yours alone.',
  },
  openIntro: {
    nl: 'Heeft een ander een ruimte gemaakt? Wijs de gedeelde map aan, of vul het adres in dat u hebt gekregen.',
    en: 'Has somebody else made a space? Point at the shared folder, or fill in the address you were given.',
  },
  name: { nl: 'Naam van de ruimte', en: 'Name of the space' },
  nameHint: {
    nl: 'Anderen zien deze naam ook. Bijvoorbeeld: Open catalogus regio Arnhem.',
    en: 'Others see this name too. For example: Open catalogue Arnhem region.',
  },
  nameNeeded: { nl: 'Geef de ruimte een naam.', en: 'Give the space a name.' },

  where: { nl: 'Waar staat de gedeelde map?', en: 'Where is the shared folder?' },
  whereNew: { nl: 'Waar komt de gedeelde map?', en: 'Where will the shared folder be?' },
  folder: { nl: 'Map op deze computer', en: 'Folder on this computer' },
  folderText: {
    nl: 'Ook een netwerkmap, USB-stick of map van OneDrive, Nextcloud of Syncthing.',
    en: 'Also a network share, USB stick or a folder of OneDrive, Nextcloud or Syncthing.',
  },
  webdav: { nl: 'Adres op een server', en: 'Address on a server' },
  webdavText: {
    nl: 'Een WebDAV-adres, bijvoorbeeld van Nextcloud of SURFdrive.',
    en: 'A WebDAV address, for example of Nextcloud or SURFdrive.',
  },
  choose: { nl: 'Map kiezen…', en: 'Choose folder…' },
  chooseOther: { nl: 'Andere map kiezen…', en: 'Choose another folder…' },
  folderField: { nl: 'Map', en: 'Folder' },
  noFolder: { nl: 'Nog geen map gekozen', en: 'No folder chosen yet' },
  folderNeeded: { nl: 'Kies eerst een map.', en: 'Choose a folder first.' },
  wholePath: {
    nl: 'Typ het hele pad, zoals C:\\Users\\sam\\map of /home/sam/map. Of kies de map.',
    en: 'Type the whole path, such as C:\\Users\\sam\\folder or /home/sam/folder. Or choose the folder.',
  },
  url: { nl: 'Adres', en: 'Address' },
  urlHint: {
    nl: 'Begint met https://. Vraag het aan wie de map beheert.',
    en: 'Starts with https://. Ask whoever manages the folder.',
  },
  urlNeeded: { nl: 'Vul een adres in dat begint met https://.', en: 'Fill in an address that starts with https://.' },
  user: { nl: 'Gebruikersnaam', en: 'User name' },
  password: { nl: 'App-wachtwoord', en: 'App password' },
  passwordHint: {
    nl: 'Maak op de server een app-wachtwoord voor Raakvlak. Het wordt versleuteld bewaard op deze computer en niet gedeeld.',
    en: 'Make an app password for Raakvlak on the server. It is kept encrypted on this computer and not shared.',
  },
  passwordInFile: {
    nl: 'Op deze computer is geen sleutelbos om wachtwoorden te versleutelen. Raakvlak bewaart het wachtwoord in een bestand dat alleen uw account kan lezen. Gebruik daarom een app-wachtwoord: dat opent alleen deze map en u kunt het op de server intrekken.',
    en: 'This computer has no key ring to encrypt passwords. Raakvlak keeps the password in a file that only your account can read. So use an app password: it opens this folder only and you can withdraw it on the server.',
  },
  showPassword: { nl: 'Wachtwoord tonen of verbergen', en: 'Show or hide the password' },
  look: { nl: 'Kijken wat er staat', en: 'See what is there' },
  looking: { nl: 'Kijken wat er op deze plek staat…', en: 'Looking what is at this place…' },

  foundEmpty: {
    nl: 'De map is leeg. Hier kan de ruimte komen.',
    en: 'The folder is empty. The space can be made here.',
  },
  foundEmptyOpen: {
    nl: 'De map is leeg: hier staat nog geen ruimte. Kijk of u de goede map hebt. Of maak hier zelf een nieuwe ruimte.',
    en: 'The folder is empty: there is no space here yet. See whether this is the right folder. Or make a new space here.',
  },
  foundNoFolder: {
    nl: 'Deze map is er nog niet. Raakvlak maakt de map als u verdergaat.',
    en: 'This folder is not there yet. Raakvlak makes it when you go on.',
  },
  foundNoFolderOpen: {
    nl: 'Op deze plek is geen map. Kijk of er geen typefout in staat. Of maak hier zelf een nieuwe ruimte.',
    en: 'There is no folder at this place. See whether it was typed right. Or make a new space here.',
  },
  foundOther: {
    nl: 'In deze map staan al andere bestanden ({n}). Raakvlak laat die met rust. Kies een lege map, of maak daarin een nieuwe lege map.',
    en: 'This folder holds other files ({n}). Raakvlak leaves them alone. Choose an empty folder, or make a new empty folder in it.',
  },
  foundOtherOpen: {
    nl: 'In deze map staan andere bestanden ({n}), maar geen ruimte van Raakvlak. Misschien moet u een map dieper kijken.',
    en: 'This folder holds other files ({n}) but no space of Raakvlak. You may have to look one folder deeper.',
  },
  foundSpace: { nl: 'Gevonden: de ruimte “{name}”', en: 'Found: the space “{name}”' },
  foundParticipantOne: { nl: '1 deelnemer tot nu toe', en: '1 participant so far' },
  foundParticipants: { nl: '{n} deelnemers tot nu toe', en: '{n} participants so far' },
  foundSpaceNew: {
    nl: 'Hier staat al een ruimte: “{name}”. U kunt die openen. Voor een nieuwe ruimte kiest u een lege map.',
    en: 'There is a space here already: “{name}”. You can open it. For a new space, choose an empty folder.',
  },
  foundKnown: {
    nl: 'De ruimte “{name}” staat al in uw bibliotheek.',
    en: 'The space “{name}” is in your library already.',
  },
  foundClosed: {
    nl: 'Dit is een besloten ruimte. Na het openen kunt u een coördinator om toegang vragen.',
    en: 'This is a closed space. Once it is open here you can ask a coordinator for access.',
  },
  whoMay: { nl: 'Wie mag erin?', en: 'Who may enter?' },
  openSpace: { nl: 'Open ruimte', en: 'Open space' },
  openSpaceText: {
    nl: 'Wie de gedeelde map heeft, leest en schrijft mee.',
    en: 'Whoever has the shared folder reads and writes along.',
  },
  closedSpace: { nl: 'Besloten ruimte', en: 'Closed space' },
  closedSpaceText: {
    nl: 'Versleuteld. Alleen wie u toegang geeft, kan het lezen. De naam van de ruimte en uw organisatie zijn wel te zien.',
    en: 'Encrypted. Only whom you give access can read it. The name of the space and your organisation can be seen.',
  },
  foundFailed: { nl: 'Deze plek is niet te openen', en: 'This place cannot be opened' },
  openInstead: { nl: 'Deze ruimte openen', en: 'Open this space' },
  makeInstead: { nl: 'Hier een nieuwe ruimte maken', en: 'Make a new space here' },
  showKnown: { nl: 'Naar de ruimte', en: 'Go to the space' },

  youAre: { nl: 'Zo zien anderen u', en: 'How others see you' },
  youAreText: {
    nl: 'Uw naam en organisatie staan bij wat u schrijft, zodat anderen weten van wie het komt.',
    en: 'Your name and organisation stand beside what you write, so that others know who it comes from.',
  },
  yourName: { nl: 'Uw naam', en: 'Your name' },
  yourOrganisation: { nl: 'Uw organisatie', en: 'Your organisation' },
  make: { nl: 'Ruimte maken', en: 'Make space' },
  open: { nl: 'Ruimte openen', en: 'Open space' },
  failed: { nl: 'Dat is niet gelukt', en: 'That did not work' },

  firstMade: { nl: '“{name}” is klaar', en: '“{name}” is ready' },
  firstMadeText: {
    nl: 'Zet er nu iets in: kies bij een item “Delen in ruimte…”. Geef anderen de plek van de map, dan kunnen zij de ruimte ook openen.',
    en: 'Now put something in it: choose “Share in a space…” for an item. Tell others where the folder is, so that they can open the space too.',
  },
  firstBusy: { nl: '“{name}” wordt opgehaald', en: 'Receiving “{name}”' },
  firstBusyText: {
    nl: 'Eerst komen de gegevens van alle items, daarna de bestanden. U kunt intussen gewoon doorwerken.',
    en: 'First come the details of all items, then the files. You can go on working meanwhile.',
  },
  firstDone: { nl: '“{name}” is opgehaald', en: '“{name}” is here' },
  firstItems: { nl: '{n} items in de catalogus', en: '{n} items in the catalogue' },
  firstStopped: {
    nl: 'Gestopt. Wat binnen is, blijft. U gaat verder op de pagina van de ruimte.',
    en: 'Stopped. What is here stays. You can go on from the page of the space.',
  },
  firstTrouble: {
    nl: 'De ruimte is gemaakt, maar het delen is nog niet gelukt. Raakvlak probeert het vanzelf opnieuw.',
    en: 'The space was made, but sharing has not worked yet. Raakvlak tries again by itself.',
  },
  stop: { nl: 'Stoppen', en: 'Stop' },
  background: { nl: 'Verder werken', en: 'Go on working' },
  done: { nl: 'Klaar', en: 'Done' },
  copyPlace: { nl: 'Plek kopiëren', en: 'Copy the place' },
  copied: { nl: 'Gekopieerd', en: 'Copied' },
} as const satisfies Record<string, Text>;
