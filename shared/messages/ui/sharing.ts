import type { Text } from '../text';

/** How a space is doing: in the sidebar, in the footer and on its own page. */
export const spaceStateTexts = {
  mine: { nl: 'Mijn bibliotheek', en: 'My library' },
  local: { nl: 'alleen op deze computer', en: 'only on this computer' },
  inStep: { nl: 'in de pas', en: 'in step' },
  waiting: { nl: 'wacht op delen', en: 'waiting to share' },
  busy: { nl: 'bezig met delen', en: 'sharing' },
  offline: { nl: 'map niet bereikbaar', en: 'folder out of reach' },
  paused: { nl: 'gepauzeerd', en: 'paused' },
  attention: { nl: 'vraagt aandacht', en: 'needs attention' },

  phaseLooking: { nl: 'Kijken wat er nieuw is', en: 'Looking for what is new' },
  phaseReceiving: { nl: 'Wijzigingen ophalen', en: 'Receiving changes' },
  phaseSending: { nl: 'Wijzigingen delen', en: 'Sending changes' },
  phaseFilesIn: { nl: 'Bestanden ophalen', en: 'Receiving files' },
  phaseFilesOut: { nl: 'Bestanden delen', en: 'Sending files' },
  progress: { nl: '{what}: {done} van {total}', en: '{what}: {done} of {total}' },
  progressOpen: { nl: '{what}…', en: '{what}…' },

  changeOne: { nl: '1 wijziging', en: '1 change' },
  changeMany: { nl: '{n} wijzigingen', en: '{n} changes' },
  fileOne: { nl: '1 bestand', en: '1 file' },
  fileMany: { nl: '{n} bestanden', en: '{n} files' },
  and: { nl: '{a} en {b}', en: '{a} and {b}' },

  justNow: { nl: 'zojuist', en: 'just now' },
  allShared: { nl: 'Alles gedeeld', en: 'Everything shared' },
  allSharedAt: { nl: 'Alles gedeeld, {when}', en: 'Everything shared, {when}' },
  footerWaiting: { nl: '{space}: {what} te delen', en: '{space}: {what} to share' },
  footerBusy: { nl: '{space}: {what}', en: '{space}: {what}' },
  footerOffline: { nl: '{space}: map niet bereikbaar', en: '{space}: folder out of reach' },
  footerPaused: { nl: '{space}: gepauzeerd', en: '{space}: paused' },
  footerAttention: { nl: '{space} vraagt aandacht', en: '{space} needs attention' },
  footerMore: { nl: '(en nog {n})', en: '(and {n} more)' },
  footerOpen: { nl: '{status}. Ruimte bekijken', en: '{status}. View the space' },

  attentionTitle: { nl: '{space} vraagt aandacht', en: '{space} needs attention' },
  attentionBraked: {
    nl: 'Het delen staat stil. Er is niets verwijderd.',
    en: 'Sharing has stopped. Nothing was deleted.',
  },
  attentionFault: {
    nl: 'Het delen lukt nu niet. Uw werk is bewaard.',
    en: 'Sharing does not work now. Your work is kept.',
  },
  attentionView: { nl: 'Bekijken', en: 'View' },
  close: { nl: 'Melding sluiten', en: 'Dismiss message' },
} as const satisfies Record<string, Text>;

/** Who can read what stands in a shared folder; shown before anything is shared. */
export const whoReadsTexts = {
  title: { nl: 'Wie kan dit lezen?', en: 'Who can read this?' },
  folder: {
    nl: 'Iedereen die deze map kan openen, nu en later.',
    en: 'Everyone who can open this folder, now and later.',
  },
  keeper: {
    nl: 'Ook wie de opslag beheert, zoals de ICT-afdeling of de aanbieder van de server.',
    en: 'Also whoever manages the storage, such as an IT department or the provider of the server.',
  },
  members: {
    nl: 'Alleen wie van een coördinator toegang kreeg.',
    en: 'Only those whom a coordinator gave access.',
  },
  keeperClosed: {
    nl: 'Wie de opslag beheert, ziet alleen de naam van de ruimte, de eigenaar en de kaarten die gekozen zijn.',
    en: 'Whoever manages the storage sees only the name of the space, its owner and the cards that were chosen.',
  },
  stays: {
    nl: 'Wat een ander heeft opgehaald, kunt u niet meer terughalen.',
    en: 'What somebody else has received cannot be taken back.',
  },
  noPupils: {
    nl: 'Deel daarom geen gegevens over leerlingen of studenten.',
    en: 'So share no data about pupils or students.',
  },
  confirm: { nl: 'Ik weet wie dit kan lezen', en: 'I know who can read this' },
  needed: { nl: 'Zet eerst een vinkje, dan kunt u verder.', en: 'Tick the box first, then you can go on.' },
} as const satisfies Record<string, Text>;

/** Sharing items in a space. */
export const shareTexts = {
  titleOne: { nl: 'Delen in ruimte', en: 'Share in a space' },
  titleMany: { nl: '{n} items delen in ruimte', en: 'Share {n} items in a space' },
  cancel: { nl: 'Annuleren', en: 'Cancel' },
  which: { nl: 'In welke ruimte?', en: 'In which space?' },
  noSpaces: {
    nl: 'U hebt nog geen ruimte om in te delen. Maak er een, of open er een van een ander.',
    en: 'You have no space to share in yet. Make one, or open one of somebody else.',
  },
  noOtherSpaces: {
    nl: 'Dit item staat al in uw enige ruimte. Maak er nog een, of open er een van een ander.',
    en: 'This item is in your only space already. Make another one, or open one of somebody else.',
  },
  newSpace: { nl: 'Nieuwe ruimte', en: 'New space' },
  openSpace: { nl: 'Ruimte openen', en: 'Open a space' },
  participantOne: { nl: '1 deelnemer', en: '1 participant' },
  participants: { nl: '{n} deelnemers', en: '{n} participants' },
  how: { nl: 'Kopie of verplaatsen?', en: 'Copy or move?' },
  copy: { nl: 'Een kopie delen', en: 'Share a copy' },
  copyText: {
    nl: 'Het item blijft hier. In de ruimte komt een kopie, met een verwijzing naar waar het vandaan komt.',
    en: 'The item stays here. A copy goes to the space, with a link to where it came from.',
  },
  move: { nl: 'Verplaatsen', en: 'Move' },
  moveText: {
    nl: 'Het item staat daarna alleen nog in de ruimte. Het oude gaat naar de prullenbak.',
    en: 'Afterwards the item stands only in the space. The old one goes to the bin.',
  },
  along: { nl: 'Wat gaat mee?', en: 'What goes along?' },
  share: { nl: 'Delen', en: 'Share' },
  moveButton: { nl: 'Verplaatsen', en: 'Move' },
  sharedOne: { nl: 'Gedeeld in “{name}”', en: 'Shared in “{name}”' },
  sharedMany: { nl: '{n} items gedeeld in “{name}”', en: '{n} items shared in “{name}”' },
  movedOne: { nl: 'Verplaatst naar “{name}”', en: 'Moved to “{name}”' },
  movedMany: { nl: '{n} items verplaatst naar “{name}”', en: '{n} items moved to “{name}”' },
} as const satisfies Record<string, Text>;

/** Keeping all files of a space or a collection on this computer. */
export const offlineTexts = {
  check: { nl: 'Nu controleren', en: 'Check now' },
  proofAll: {
    nl: 'Alle {n} bestanden staan hier, nagelezen op {when}.',
    en: 'All {n} files are here, read again on {when}.',
  },
  proofOne: {
    nl: 'Het ene bestand staat hier, nagelezen op {when}.',
    en: 'The one file is here, read again on {when}.',
  },
  proofNotOne: {
    nl: 'Het ene bestand staat niet hier, nagekeken op {when}.',
    en: 'The one file is not here, checked on {when}.',
  },
  proofSome: {
    nl: '{here} van {total} bestanden staan hier, nagelezen op {when}.',
    en: '{here} of {total} files are here, read again on {when}.',
  },
  proofNone: { nl: 'Er staan nog geen bestanden in.', en: 'There are no files in it yet.' },
} as const satisfies Record<string, Text>;

export const collectionTexts = {
  title: { nl: 'Offline beschikbaar', en: 'Available offline' },
  keep: { nl: 'Houd deze verzameling op deze computer', en: 'Keep this collection on this computer' },
  keepText: {
    nl: 'Ook als een ruimte haar bestanden in de gedeelde map laat. Wat u later toevoegt, komt vanzelf mee.',
    en: 'Also where a space leaves its files in the shared folder. What you add later comes by itself.',
  },
  kept: { nl: 'offline beschikbaar', en: 'available offline' },
  here: { nl: '{here} van {total} bestanden staan hier.', en: '{here} of {total} files are here.' },
  oneHere: { nl: 'Het ene bestand staat hier.', en: 'The one file is here.' },
  oneElsewhere: { nl: 'Het ene bestand staat nog niet hier.', en: 'The one file is not here yet.' },
  none: { nl: 'Er staan nog geen bestanden in.', en: 'There are no files in it yet.' },
} as const satisfies Record<string, Text>;
