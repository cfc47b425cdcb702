import type { Text } from '../text';

/** The page of a space. */
export const spacePageTexts = {
  kindOpen: { nl: 'Open ruimte', en: 'Open space' },
  kindClosed: { nl: 'Besloten ruimte', en: 'Closed space' },
  kindPrivate: { nl: 'Alleen van u', en: 'Yours alone' },
  readers: { nl: 'leesbaar voor iedereen met deze map', en: 'readable by everyone with this folder' },
  privateText: {
    nl: 'Dit deel van uw bibliotheek staat alleen op deze computer. Niemand leest mee. Maak een ruimte om met anderen te delen.',
    en: 'This part of your library is only on this computer. Nobody reads along. Make a space to share with others.',
  },
  loading: { nl: 'Wordt geladen…', en: 'Loading…' },
  gone: { nl: 'Deze ruimte staat niet meer in uw bibliotheek.', en: 'This space is no longer in your library.' },
  close: { nl: 'Sluiten', en: 'Close' },
  cancel: { nl: 'Annuleren', en: 'Cancel' },
  retry: { nl: 'Opnieuw proberen', en: 'Try again' },

  status: { nl: 'Hoe staat het ervoor?', en: 'How is it doing?' },
  inStep: { nl: 'Alles is gedeeld en opgehaald.', en: 'Everything is shared and received.' },
  never: { nl: 'Deze ruimte is nog niet in de pas geweest.', en: 'This space has not been in step yet.' },
  syncedAt: { nl: 'Laatst in de pas: {when}', en: 'Last in step: {when}' },
  toSend: { nl: 'Nog te delen: {what}.', en: 'Still to share: {what}.' },
  toReceive: { nl: 'Nog op te halen: {what}.', en: 'Still to receive: {what}.' },
  onDemand: {
    nl: '{what} nog niet op deze computer. Een bestand komt als u het opent.',
    en: '{what} not on this computer yet. A file comes when you open it.',
  },
  held: {
    nl: '{n} wijzigingen wachten op eerdere wijzigingen van een ander. Ze verschijnen vanzelf als die er zijn.',
    en: '{n} changes wait for earlier changes of somebody else. They appear by themselves when those are here.',
  },
  heldOne: {
    nl: '1 wijziging wacht op een eerdere wijziging van een ander. Die verschijnt vanzelf.',
    en: '1 change waits for an earlier change of somebody else. It appears by itself.',
  },
  offlineText: {
    nl: 'De gedeelde map is nu niet te bereiken. U kunt gewoon doorwerken. Raakvlak probeert het vanzelf opnieuw.',
    en: 'The shared folder is out of reach now. You can go on working. Raakvlak tries again by itself.',
  },
  pausedText: {
    nl: 'U hebt het delen gepauzeerd. Wat u nu schrijft, wordt gedeeld als u verdergaat.',
    en: 'You paused sharing. What you write now is shared when you resume.',
  },
  faultTitle: { nl: 'Het delen lukt nu niet', en: 'Sharing does not work now' },
  conflictsOne: { nl: '1 item heeft twee versies.', en: '1 item has two versions.' },
  conflictsMany: { nl: '{n} items hebben twee versies.', en: '{n} items have two versions.' },
  conflictsView: { nl: 'Bekijken en kiezen', en: 'View and choose' },

  syncNow: { nl: 'Nu delen', en: 'Share now' },
  pause: { nl: 'Pauzeren', en: 'Pause' },
  resume: { nl: 'Verdergaan', en: 'Resume' },
  stop: { nl: 'Stoppen', en: 'Stop' },
  more: { nl: 'Meer acties voor deze ruimte', en: 'More actions for this space' },
  rename: { nl: 'Naam wijzigen…', en: 'Rename…' },
  renameTitle: { nl: 'Naam wijzigen', en: 'Change the name' },
  renameHint: {
    nl: 'Heeft een ander de ruimte gemaakt? Dan geldt de nieuwe naam alleen bij u.',
    en: 'If somebody else made the space, the new name holds only here.',
  },
  save: { nl: 'Bewaren', en: 'Save' },

  stuck: { nl: 'Het delen lukt nu niet. Uw werk is bewaard.', en: 'Sharing does not work now. Your work is kept.' },
  quarantineSome: {
    nl: 'Alles is gedeeld, maar in de gedeelde map staan bestanden die niet kloppen.',
    en: 'Everything is shared, but the shared folder holds files that are not right.',
  },

  brakeTitle: { nl: 'Het delen staat stil', en: 'Sharing has stopped' },
  brakeMarker: {
    nl: 'Op de plek van de gedeelde map staat geen ruimte meer. Misschien is de schijf of netwerkmap niet verbonden, of is de map verplaatst.',
    en: 'There is no space any more at the place of the shared folder. The disk or share may not be connected, or the folder was moved.',
  },
  brakeWrong: {
    nl: 'Op de plek van de gedeelde map staat nu een andere ruimte. Misschien is de map verwisseld.',
    en: 'Another space stands at the place of the shared folder now. The folders may have been swapped.',
  },
  brakeGone: {
    nl: 'Er zijn opeens {gone} van de {of} bestanden weg uit de gedeelde map. Misschien is de map nog niet compleet, of heeft iemand bestanden verplaatst.',
    en: '{gone} of the {of} files are suddenly gone from the shared folder. The folder may be incomplete still, or somebody moved files.',
  },
  brakeSafe: {
    nl: 'Op deze computer is niets verwijderd. U kunt gewoon doorwerken. Raakvlak wacht tot u kiest.',
    en: 'Nothing was deleted on this computer. You can go on working. Raakvlak waits until you choose.',
  },
  brakeRetry: { nl: 'Opnieuw kijken', en: 'Look again' },
  brakeRetryText: {
    nl: 'Kies dit als de schijf of map weer verbonden is.',
    en: 'Choose this when the disk or folder is connected again.',
  },
  brakeRestore: { nl: 'Alles terugzetten', en: 'Put everything back' },
  brakeRestoreText: {
    nl: 'Zet wat u hier hebt opnieuw in de gedeelde map. Kies dit als de bestanden echt weg zijn.',
    en: 'Puts what you have here into the shared folder again. Choose this when the files are really gone.',
  },
  brakePause: { nl: 'Ruimte pauzeren', en: 'Pause the space' },
  brakePauseText: {
    nl: 'Laat alles zoals het is, tot u verdergaat.',
    en: 'Leaves everything as it is until you resume.',
  },
  brakeMoveText: { nl: 'Staat de map nu ergens anders?', en: 'Is the folder somewhere else now?' },

  place: { nl: 'Plek van de gedeelde map', en: 'Place of the shared folder' },
  noPlace: { nl: 'Deze ruimte heeft geen gedeelde map.', en: 'This space has no shared folder.' },
  moved: { nl: 'Map verplaatst…', en: 'Folder moved…' },
  movedTitle: { nl: 'Map verplaatst', en: 'Folder moved' },
  movedText: {
    nl: 'Wijs de nieuwe plek van dezelfde gedeelde map aan. Raakvlak kijkt eerst of het dezelfde ruimte is.',
    en: 'Point at the new place of the same shared folder. Raakvlak first checks that it is the same space.',
  },
  giveFolder: { nl: 'Gedeelde map kiezen…', en: 'Choose a shared folder…' },
  giveFolderTitle: { nl: '“{name}” delen via een map', en: 'Share “{name}” through a folder' },
  giveFolderText: {
    nl: 'Kies een lege map die anderen ook kunnen openen. Iedereen die de map kan openen, kan alles in deze ruimte lezen, nu en later.',
    en: 'Choose an empty folder that others can open too. Everyone who can open the folder can read all of this space, now and later.',
  },
  login: { nl: 'Opnieuw inloggen…', en: 'Log in again…' },
  loginTitle: { nl: 'Opnieuw inloggen voor “{name}”', en: 'Log in again for “{name}”' },
  loginText: {
    nl: 'Vul de gebruikersnaam en het app-wachtwoord voor deze plek in. Wat u hier hebt, blijft staan.',
    en: 'Fill in the user name and app password for this place. What you have here stays.',
  },
  loginDone: { nl: 'U bent opnieuw ingelogd.', en: 'You are logged in again.' },
  movedUse: { nl: 'Deze plek gebruiken', en: 'Use this place' },
  movedDone: { nl: 'De ruimte gebruikt nu de nieuwe plek.', en: 'The space uses the new place now.' },
  movedWrong: {
    nl: 'Hier staat een andere ruimte: “{name}”. Kies de map van deze ruimte.',
    en: 'Another space stands here: “{name}”. Choose the folder of this space.',
  },
  movedEmpty: {
    nl: 'Deze map is leeg. Als u verdergaat, zet Raakvlak alles wat u hier hebt in deze map.',
    en: 'This folder is empty. If you go on, Raakvlak puts all you have here into this folder.',
  },
  movedNoFolder: {
    nl: 'Deze map is er nog niet. Als u verdergaat, maakt Raakvlak de map en zet alles wat u hier hebt erin.',
    en: 'This folder is not there yet. If you go on, Raakvlak makes it and puts all you have here into it.',
  },
  movedSame: { nl: 'Dit is dezelfde ruimte.', en: 'This is the same space.' },

  offline: { nl: 'Offline beschikbaar', en: 'Available offline' },
  keepOffline: { nl: 'Houd alle bestanden op deze computer', en: 'Keep all files on this computer' },
  keepOfflineText: {
    nl: 'Anders komt een bestand pas als u het opent. De gegevens van alle items staan altijd hier.',
    en: 'Otherwise a file comes when you open it. The details of all items are always here.',
  },
  checkText: {
    nl: 'Leest elk bestand na en telt wat er staat.',
    en: 'Reads every file again and counts what is here.',
  },

  participants: { nl: 'Deelnemers', en: 'Participants' },
  participantsText: { nl: 'Wie in deze ruimte heeft geschreven.', en: 'Who has written in this space.' },
  you: { nl: 'u', en: 'you' },
  youAlone: { nl: 'U', en: 'You' },
  nameless: { nl: 'Naam onbekend', en: 'Name unknown' },
  onlyYou: {
    nl: 'Alleen u nog. Geef anderen de plek van de map, dan kunnen zij meedoen.',
    en: 'Only you so far. Tell others where the folder is, so that they can join.',
  },

  quarantine: { nl: 'Apart gehouden bestanden', en: 'Files set aside' },
  quarantineText: {
    nl: 'Deze bestanden in de gedeelde map kloppen niet. Raakvlak gebruikt ze niet; de rest gaat gewoon door. Komt er een goede kopie, dan herstelt het vanzelf.',
    en: 'These files in the shared folder are not right. Raakvlak does not use them; the rest goes on. When a good copy arrives, it mends by itself.',
  },
  since: { nl: 'sinds {when}', en: 'since {when}' },

  log: { nl: 'Logboek', en: 'Log' },
  logText: {
    nl: 'Wat er bij het delen gebeurde. Handig als u hulp vraagt aan een helpdesk.',
    en: 'What happened while sharing. Useful when you ask a help desk for help.',
  },
  logShow: { nl: 'Logboek tonen', en: 'Show log' },
  logHide: { nl: 'Logboek verbergen', en: 'Hide log' },
  logCopy: { nl: 'Kopiëren voor de helpdesk', en: 'Copy for the help desk' },
  logEmpty: { nl: 'Nog niets gebeurd.', en: 'Nothing has happened yet.' },
  logCopied: { nl: 'Het logboek is gekopieerd.', en: 'The log has been copied.' },
  level_info: { nl: 'Info', en: 'Info' },
  level_warning: { nl: 'Let op', en: 'Warning' },
  level_error: { nl: 'Fout', en: 'Error' },

  bundle: { nl: 'Zonder netwerk: pakket', en: 'Without a network: bundle' },
  bundleText: {
    nl: 'Een pakket is één bestand met de wijzigingen in deze ruimte, voor een USB-stick of mail. Twee keer openen kan geen kwaad.',
    en: 'A bundle is one file with the changes in this space, for a USB stick or mail. Opening it twice does no harm.',
  },
  bundleMake: { nl: 'Pakket maken…', en: 'Make bundle…' },
  bundleOpen: { nl: 'Pakket openen…', en: 'Open bundle…' },
  bundleTitle: { nl: 'Pakket maken', en: 'Make a bundle' },
  bundleFor: { nl: 'Wat gaat erin?', en: 'What goes in?' },
  bundleAll: { nl: 'De hele ruimte, met alle bestanden', en: 'The whole space, with all files' },
  bundleAllText: {
    nl: 'Voor iemand die de ruimte nog niet heeft.',
    en: 'For somebody who does not have the space yet.',
  },
  bundleNew: { nl: 'Alleen wat nog niet gedeeld is', en: 'Only what is not shared yet' },
  bundleNewText: {
    nl: 'Klein, voor deelnemers die de rest al hebben.',
    en: 'Small, for participants who have the rest already.',
  },
  bundleReader: { nl: 'Voor wie is het pakket?', en: 'Whom is the bundle for?' },
  bundleReaderText: {
    nl: 'Erin gaat wat die deelnemer, voor zover bekend, nog niet heeft.',
    en: 'It holds what that participant, as far as is known, does not have yet.',
  },
  bundleEverybody: { nl: 'Alle deelnemers', en: 'All participants' },
  bundleSave: { nl: 'Opslaan als…', en: 'Save as…' },
  bundleMade: { nl: 'Het pakket is gemaakt: {size}.', en: 'The bundle has been made: {size}.' },
  bundleOpened: { nl: 'Pakket geopend: {what} nieuw.', en: 'Bundle opened: {what} new.' },
  bundleNothing: { nl: 'Alles uit dit pakket had u al.', en: 'You had everything in this bundle already.' },
  bundleBusy: { nl: 'Het pakket wordt gemaakt…', en: 'Making the bundle…' },

  leave: { nl: 'Ruimte verlaten…', en: 'Leave the space…' },
  leaveTitle: { nl: '“{name}” verlaten?', en: 'Leave “{name}”?' },
  leaveOthers: {
    nl: 'De gedeelde map blijft zoals hij is. Anderen houden alles.',
    en: 'The shared folder stays as it is. Others keep everything.',
  },
  leaveYours: {
    nl: 'Uw eigen kopie gaat uit de bibliotheek en wordt apart bewaard op deze computer. Er wordt niets gewist.',
    en: 'Your own copy leaves the library and is kept aside on this computer. Nothing is erased.',
  },
  leaveBack: {
    nl: 'U kunt later terugkomen: open dan dezelfde map opnieuw.',
    en: 'You can come back later: open the same folder again.',
  },
  leaveWaiting: {
    nl: 'Let op: {what} van u is nog niet gedeeld. Deel eerst, anders zien anderen dit niet.',
    en: 'Note: {what} of yours is not shared yet. Share first, or others will not see it.',
  },
  leaveButton: { nl: 'Ruimte verlaten', en: 'Leave the space' },
  left: {
    nl: 'U hebt “{name}” verlaten. Uw kopie is apart bewaard.',
    en: 'You left “{name}”. Your copy was kept aside.',
  },
} as const satisfies Record<string, Text>;
