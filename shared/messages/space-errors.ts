import type { Text } from './text';

/** What can be wrong with the files of a space, with the place where it is shared, and with what keeps them safe. */
export const spaceErrors = {
  'log-unsettled': {
    nl: 'De schijf gaf een fout halverwege het bewaren. Start Raakvlak opnieuw. Dan ziet u of uw laatste wijziging bewaard is.',
    en: 'The disk failed halfway through saving. Restart Raakvlak. You will then see whether your last change was saved.',
  },
  'blob-erased': {
    nl: 'Dit bestand is eerder voorgoed gewist en kan niet terugkomen.',
    en: 'This file was erased for good before and cannot come back.',
  },
  'blob-unreadable': {
    nl: 'Raakvlak kan “{name}” niet lezen. Kijk of het bestand er nog staat en of u het mag openen.',
    en: 'Raakvlak cannot read “{name}”. Check that the file is still there and that you may open it.',
  },
  'marker-damaged': {
    nl: 'Het kenmerkbestand {file} van een map is beschadigd. Raakvlak heeft het apart gehouden en een nieuw gemaakt.',
    en: 'The marker file {file} of a folder is damaged. Raakvlak set it aside and made a new one.',
  },
  'head-damaged': {
    nl: 'Het bestand {file} is beschadigd en apart gehouden. De rest van de bibliotheek werkt gewoon door.',
    en: 'The file {file} is damaged and was set aside. The rest of the library goes on working.',
  },
  'head-went-back': {
    nl: '{file} is ouder dan wat hier al stond, bijvoorbeeld door een teruggezette reservekopie. Wat nieuwer was, is bewaard.',
    en: '{file} is older than what was here already, for example because a backup was restored. What was newer has been kept.',
  },
  'pack-damaged': {
    nl: 'Het bestand {file} is beschadigd en apart gehouden. Wijzigingen die er alleen in stonden, ontbreken tot er een goede kopie is.',
    en: 'The file {file} is damaged and was set aside. Changes that were only in it are missing until there is a good copy.',
  },
  'pack-missing': {
    nl: 'Het bestand {file} ontbreekt. Zet het terug uit een reservekopie als u die heeft.',
    en: 'The file {file} is missing. Put it back from a backup if you have one.',
  },
  'newer-format': {
    nl: '{file} is gemaakt met een nieuwere versie van Raakvlak. Het is bewaard; werk Raakvlak bij om het te gebruiken.',
    en: '{file} was made with a newer version of Raakvlak. It has been kept; update Raakvlak to use it.',
  },
  'log-gap': {
    nl: 'In {file} ontbreekt een stuk van de geschiedenis. De rest is bewaard.',
    en: 'A part of the history is missing in {file}. The rest has been kept.',
  },
  'log-forked': {
    nl: 'Er zijn twee verschillende vervolgen op {file}. Beide zijn bewaard.',
    en: 'There are two different continuations of {file}. Both have been kept.',
  },
  'blob-damaged': {
    nl: 'Het bestand {file} is veranderd buiten Raakvlak om en apart gehouden. Voeg het opnieuw toe of zet het terug uit een reservekopie.',
    en: 'The file {file} was changed outside Raakvlak and set aside. Add it again or put it back from a backup.',
  },
  'blob-missing': {
    nl: 'Het bestand {file} ontbreekt in de bibliotheek. Voeg het opnieuw toe of zet het terug uit een reservekopie.',
    en: 'The file {file} is missing from the library. Add it again or put it back from a backup.',
  },
  'key-damaged': {
    nl: 'De sleutel van deze computer ({file}) was beschadigd. Raakvlak heeft een nieuwe gemaakt; uw gegevens zijn bewaard.',
    en: 'The key of this computer ({file}) was damaged. Raakvlak made a new one; your data are safe.',
  },
  'device-replaced': {
    nl: 'Deze bibliotheek komt van een andere computer of uit een reservekopie ({file}). Raakvlak schrijft verder onder een nieuwe naam, zodat niets door elkaar raakt.',
    en: 'This library comes from another computer or a backup ({file}). Raakvlak goes on under a new name, so that nothing gets mixed up.',
  },
  'witness-unwritable': {
    nl: 'Raakvlak kan in de map met instellingen ({file}) niet schrijven en herkent een teruggezette reservekopie dan niet. Controleer de rechten van die map.',
    en: 'Raakvlak cannot write in the settings folder ({file}) and will not recognise a restored backup. Check the permissions of that folder.',
  },
  'remote-unreachable': {
    nl: '{place} is nu niet bereikbaar ({reason}). U kunt gewoon doorwerken; Raakvlak probeert het vanzelf opnieuw.',
    en: '{place} cannot be reached now ({reason}). You can go on working; Raakvlak tries again by itself.',
  },
  'remote-missing-folder': {
    nl: 'De map {place} is er niet. Sluit de schijf of USB-stick aan, maak verbinding met het netwerk of kijk of de map is verplaatst. Er is niets gewist.',
    en: 'The folder {place} is not there. Connect the disk or USB stick, connect to the network, or see whether the folder was moved. Nothing was deleted.',
  },
  'remote-login': {
    nl: '{place} weigert de gebruikersnaam of het wachtwoord. Vul ze opnieuw in, of maak bij uw opslag een nieuw app-wachtwoord.',
    en: '{place} refuses the user name or password. Enter them again, or make a new app password at your storage.',
  },
  'remote-denied': {
    nl: 'Raakvlak mag dit niet in {place} ({path}). Vraag wie de map beheert om rechten om te lezen en te schrijven.',
    en: 'Raakvlak may not do this in {place} ({path}). Ask whoever manages the folder for permission to read and write.',
  },
  'remote-read-only': {
    nl: 'In {place} kan alleen worden gelezen. Uw wijzigingen blijven hier bewaard tot u er mag schrijven.',
    en: '{place} can only be read. Your changes are kept here until you may write there.',
  },
  'remote-full': {
    nl: '{place} is vol. Uw wijzigingen zijn hier bewaard. Maak daar ruimte vrij of vraag om meer ruimte.',
    en: '{place} is full. Your changes are kept here. Free some space there or ask for more.',
  },
  'remote-busy': {
    nl: '{place} is bezet ({path}). Raakvlak probeert het vanzelf opnieuw.',
    en: '{place} is busy ({path}). Raakvlak tries again by itself.',
  },
  'remote-garbled': {
    nl: '{place} gaf een antwoord dat niet klopt ({path}). Raakvlak heeft het niet gebruikt en probeert het opnieuw.',
    en: '{place} gave an answer that is not right ({path}). Raakvlak did not use it and tries again.',
  },
  'remote-too-large': {
    nl: 'Het bestand {path} in {place} is groter dan mag (meer dan {limitMb} MB) en is niet opgehaald.',
    en: 'The file {path} in {place} is larger than allowed (more than {limitMb} MB) and was not fetched.',
  },
  'remote-crowded': {
    nl: 'In {place} staan in de map {path} meer dan {limit} bestanden. Zo veel hoort er niet bij een ruimte. Vraag wie de map beheert wat er gebeurd is.',
    en: 'In {place} the folder {path} holds more than {limit} files. No space has that many. Ask who looks after the folder what happened.',
  },
  'remote-failed': {
    nl: 'Er ging iets mis in {place} ({path}, {reason}). Raakvlak probeert het opnieuw; vraag de beheerder als dit blijft.',
    en: 'Something went wrong in {place} ({path}, {reason}). Raakvlak tries again; ask the administrator if this goes on.',
  },
  'remote-insecure': {
    nl: 'Raakvlak stuurt uw wachtwoord niet naar {place}, omdat de verbinding niet beveiligd is. Gebruik een adres dat begint met https.',
    en: 'Raakvlak does not send your password to {place}, because the connection is not secure. Use an address that begins with https.',
  },
  'remote-certificate': {
    nl: 'Raakvlak kan niet vaststellen dat {place} echt is ({reason}) en heeft niets verstuurd. Vraag de beheerder naar het certificaat.',
    en: 'Raakvlak cannot establish that {place} is genuine ({reason}) and sent nothing. Ask the administrator about the certificate.',
  },
  'remote-moved': {
    nl: '{place} verwijst naar een ander adres: {target}. Raakvlak volgt dat niet vanzelf. Vul het nieuwe adres in als u het vertrouwt.',
    en: '{place} points to another address: {target}. Raakvlak does not follow that by itself. Enter the new address if you trust it.',
  },
  'bundle-damaged': {
    nl: '{place} is geen (heel) uitwisselbestand van Raakvlak. Vraag om een nieuw bestand of kopieer het opnieuw.',
    en: '{place} is not a (whole) exchange file of Raakvlak. Ask for a new file or copy it again.',
  },
  'remote-address': {
    nl: '{place} is geen adres van een map. Een adres begint met https:// en eindigt met de naam van de map.',
    en: '{place} is not the address of a folder. An address begins with https:// and ends with the name of the folder.',
  },
  'space-not-found': {
    nl: 'Deze ruimte is niet (meer) in uw bibliotheek.',
    en: 'This space is not (or no longer) in your library.',
  },
  'space-not-shared': {
    nl: 'Deze ruimte is alleen op deze computer. Deel haar eerst met een map.',
    en: 'This space is only on this computer. Share it with a folder first.',
  },
  'space-not-closed': {
    nl: 'Dit is geen besloten ruimte. Iedereen die de gedeelde map heeft, mag er alles in lezen en wijzigen.',
    en: 'This is not a closed space. Everybody who has the shared folder may read and change everything in it.',
  },
  'access-denied': {
    nl: 'U hebt in deze besloten ruimte geen recht om dit te doen. Vraag het een coördinator.',
    en: 'You have no right to do this in this closed space. Ask a coordinator.',
  },
  'access-ended': {
    nl: 'Uw toegang tot deze besloten ruimte liep tot en met {until}. Vraag een coördinator om de toegang te verlengen.',
    en: 'Your access to this closed space lasted until {until}. Ask a coordinator to extend it.',
  },
  'access-last-coordinator': {
    nl: 'U bent de enige coördinator. Maak eerst iemand anders coördinator: anders kan niemand meer toegang geven.',
    en: 'You are the only coordinator. First make somebody else a coordinator: otherwise nobody can give access any more.',
  },
  'access-member-unknown': {
    nl: 'Dit lid is niet gevonden. Werk de ruimte bij en probeer het opnieuw.',
    en: 'This member was not found. Bring the space up to date and try again.',
  },
  'access-request-unknown': {
    nl: 'Dit verzoek is er niet meer, of het is beschadigd.',
    en: 'This request is gone or damaged.',
  },
  'access-invitation-damaged': {
    nl: 'Dit is geen geldige uitnodiging, of er is iets in veranderd. Vraag om een nieuwe.',
    en: 'This is not a valid invitation, or something in it was changed. Ask for a new one.',
  },
  'access-no-name': {
    nl: 'Vul eerst uw naam in bij de instellingen. De coördinator moet weten wie om toegang vraagt.',
    en: 'First fill in your name in the settings. The coordinator has to know who asks for access.',
  },
  'passphrase-wrong': {
    nl: 'Dit is niet de wachtzin waarmee de sleutels beveiligd zijn. Probeer het nog eens.',
    en: 'This is not the passphrase that protects the keys. Try again.',
  },
  'space-locked': {
    nl: 'Deze besloten ruimte is nog niet voor u geopend. Vraag toegang; wat u kreeg, komt vanzelf.',
    en: 'This closed space has not been opened for you yet. Ask for access; what you are given comes by itself.',
  },
  'space-newer': {
    nl: 'Deze ruimte is gemaakt met een nieuwere versie van Raakvlak. Werk Raakvlak bij om haar te openen.',
    en: 'This space was made with a newer version of Raakvlak. Update Raakvlak to open it.',
  },
  'space-damaged': {
    nl: 'Het kenmerkbestand van deze ruimte is beschadigd. Vraag een andere deelnemer om het terug te zetten.',
    en: 'The marker file of this space is damaged. Ask another participant to put it back.',
  },
  'space-private': {
    nl: '“{name}” is alleen voor uzelf en kan niet worden gedeeld. Maak een nieuwe ruimte.',
    en: '“{name}” is yours alone and cannot be shared. Make a new space.',
  },
  'space-missing-there': {
    nl: 'In {place} staat geen ruimte van Raakvlak. Kijk of dit de goede map is.',
    en: 'There is no Raakvlak space in {place}. See whether this is the right folder.',
  },
  'space-folder-not-empty': {
    nl: 'In {place} staan al andere bestanden ({count}). Kies een lege map, dan raakt er niets door elkaar.',
    en: '{place} holds other files already ({count}). Choose an empty folder, so that nothing gets mixed up.',
  },
  'space-folder-other': {
    nl: 'In {place} staat al een andere ruimte: “{name}”. Kies een andere map, of open die ruimte.',
    en: 'Another space stands in {place} already: “{name}”. Choose another folder, or open that space.',
  },
  'shared-file-missing': {
    nl: 'Het bestand {file} wordt genoemd, maar staat (nog) niet in de gedeelde map. Raakvlak vraagt de andere deelnemers erom.',
    en: 'The file {file} is named but is not (yet) in the shared folder. Raakvlak asks the other participants for it.',
  },
  'shared-file-too-large': {
    nl: 'Het bestand {file} in de gedeelde map is groter dan mag en is niet opgehaald. Raakvlak vraagt om een goed exemplaar.',
    en: 'The file {file} in the shared folder is larger than allowed and was not fetched. Raakvlak asks for a good copy.',
  },
  'shared-file-unreadable': {
    nl: 'Het bestand {file} in de gedeelde map kan niet worden gelezen. Raakvlak probeert het later opnieuw.',
    en: 'The file {file} in the shared folder cannot be read. Raakvlak tries again later.',
  },
  'shared-file-wrong-name': {
    nl: 'Het bestand {file} hoort niet bij deze naam en is niet gebruikt. Er is niets verloren.',
    en: 'The file {file} does not belong to this name and was not used. Nothing was lost.',
  },
  'shared-file-damaged': {
    nl: 'Het bestand {file} in de gedeelde map is beschadigd en is niet gebruikt. Raakvlak vraagt om een goed exemplaar.',
    en: 'The file {file} in the shared folder is damaged and was not used. Raakvlak asks for a good copy.',
  },
  'shared-file-bad-signature': {
    nl: 'De handtekening van {file} klopt niet. Het bestand is niet gebruikt: iemand kan het hebben veranderd.',
    en: 'The signature of {file} does not hold. The file was not used: somebody may have changed it.',
  },
  'shared-file-foreign': {
    nl: 'Het bestand {file} hoort bij een andere ruimte en is niet gebruikt.',
    en: 'The file {file} belongs to another space and was not used.',
  },
  'shared-file-newer': {
    nl: 'Het bestand {file} is gemaakt met een nieuwere versie van Raakvlak. Werk Raakvlak bij om het te lezen.',
    en: 'The file {file} was made with a newer version of Raakvlak. Update Raakvlak to read it.',
  },
  'shared-file-erased': {
    nl: 'Het bestand {file} bevat iets dat voorgoed is gewist en wordt niet meer aangenomen.',
    en: 'The file {file} holds something that was erased for good and is not accepted any more.',
  },
  'shared-file-contradicts': {
    nl: 'Het bestand {file} spreekt tegen wat dit apparaat eerder schreef. Wat hier staat, is bewaard.',
    en: 'The file {file} contradicts what that device wrote before. What is here has been kept.',
  },
  'backup-missing': {
    nl: 'Deze momentopname is er niet (meer). Maak een nieuwe.',
    en: 'This snapshot is not there (any more). Make a new one.',
  },
  'backup-state-differs': {
    nl: 'De herstelde map {file} komt niet overeen met wat er was toen de momentopname werd gemaakt.',
    en: 'The restored folder {file} does not match what was there when the snapshot was made.',
  },
} as const satisfies Record<string, Text>;
