/**
 * One text per error code and language: what happened, to what, and what to do next.
 * `{name}` is filled from the error's params.
 */
export const errorMessages = {
  internal: {
    nl: 'Er ging iets mis in Raakvlak zelf. Uw gegevens zijn bewaard. Start Raakvlak opnieuw als dit terugkomt.',
    en: 'Something went wrong inside Raakvlak itself. Your data are safe. Restart Raakvlak if this comes back.',
  },
  'message-invalid': {
    nl: 'Raakvlak begreep een opdracht van het venster niet ({name}). Er is niets gewijzigd.',
    en: 'Raakvlak did not understand a request from the window ({name}). Nothing was changed.',
  },
  'merge-not-possible': {
    nl: 'Deze twee items kunnen niet worden samengevoegd: zij staan niet in dezelfde ruimte.',
    en: 'These two items cannot be merged: they are not in the same space.',
  },
  'annotations-no-pdf': {
    nl: 'Dit kan alleen bij een PDF die op deze computer staat.',
    en: 'This works only for a PDF that is on this computer.',
  },
  'annotations-unreadable': {
    nl: 'In dit bestand staan geen aantekeningen die Raakvlak kan lezen (W3C Web Annotation, JSON-LD).',
    en: 'There are no annotations in this file that Raakvlak can read (W3C Web Annotation, JSON-LD).',
  },
  'publish-folder-not-empty': {
    nl: 'In de map {folder} staan al andere bestanden. Er is niets geschreven. Kies een lege map, of de map van een eerdere website van Raakvlak.',
    en: 'The folder {folder} holds other files. Nothing was written. Choose an empty folder, or that of an earlier website made by Raakvlak.',
  },
  'publish-space-not-open': {
    nl: 'De ruimte {name} is niet open. Alleen wat in een open ruimte staat, kan op een website.',
    en: 'The space {name} is not open. Only what is in an open space can go on a website.',
  },
  'item-not-found': {
    nl: 'Dit item is niet (meer) in uw bibliotheek.',
    en: 'This item is not (or no longer) in your library.',
  },
  'guard-stopped': {
    nl: 'De Privacywacht vond persoonsgegevens ({count}). Er is niets gedeeld. Maak een afgeschermde kopie, of geef een reden op.',
    en: 'The privacy guard found personal data ({count}). Nothing was shared. Make a redacted copy, or give a reason.',
  },
  'table-of-persons': {
    nl: '“{name}” is een tabel met een rij per persoon. Die hoort niet in Raakvlak. Er is niets toegevoegd. Tel eerst op tot aantallen.',
    en: '“{name}” is a table with a row for each person. It does not belong in Raakvlak. Nothing was added. Add it up to counts first.',
  },
  'guard-person-table': {
    nl: 'De Privacywacht vond een tabel met een rij per persoon. Die mag niet in een gedeelde ruimte. Er is niets gedeeld. Maak een afgeschermde kopie.',
    en: 'The privacy guard found a table with a row for each person. It may not go to a shared space. Nothing was shared. Make a redacted copy.',
  },
  cancelled: {
    nl: 'Gestopt op uw verzoek. Wat al klaar was, is bewaard.',
    en: 'Stopped at your request. What was already done has been kept.',
  },
  'library-in-use': {
    nl: 'Deze bibliotheek is al open in een ander venster of programma. Sluit dat eerst: {folder}',
    en: 'This library is already open in another window or program. Close that first: {folder}',
  },
  'library-newer': {
    nl: 'Deze bibliotheek is gemaakt met een nieuwere versie van Raakvlak. Werk Raakvlak bij om haar te openen.',
    en: 'This library was made with a newer version of Raakvlak. Update Raakvlak to open it.',
  },
  'index-damaged': {
    nl: 'De zoekindex is beschadigd. Uw documenten zijn veilig. Start Raakvlak opnieuw, dan wordt de index opnieuw gemaakt.',
    en: 'The search index is damaged. Your documents are safe. Restart Raakvlak and the index will be made again.',
  },
  'log-unsettled': {
    nl: 'De schijf gaf een fout halverwege het bewaren. Start Raakvlak opnieuw. Dan ziet u of uw laatste wijziging bewaard is.',
    en: 'The disk failed halfway through saving. Restart Raakvlak. You will then see whether your last change was saved.',
  },
  'field-invalid': {
    nl: 'Het veld “{field}” kan deze inhoud niet hebben. Pas het aan en bewaar opnieuw.',
    en: 'The field “{field}” cannot have this content. Change it and save again.',
  },
  'change-too-large': {
    nl: 'Deze tekst is te groot om te bewaren (meer dan {limitMb} MB). Splits de tekst of voeg hem toe als bestand.',
    en: 'This text is too large to save (more than {limitMb} MB). Split the text or add it as a file.',
  },
  'revision-not-found': {
    nl: 'Deze oudere versie is niet (meer) in uw bibliotheek.',
    en: 'This older version is not (or no longer) in your library.',
  },
  'blob-erased': {
    nl: 'Dit bestand is eerder voorgoed gewist en kan niet terugkomen.',
    en: 'This file was erased for good before and cannot come back.',
  },
  'blob-unreadable': {
    nl: 'Raakvlak kan “{name}” niet lezen. Kijk of het bestand er nog staat en of u het mag openen.',
    en: 'Raakvlak cannot read “{name}”. Check that the file is still there and that you may open it.',
  },
  'disk-full': {
    nl: 'De schijf is vol. Er is niets verloren, maar dit kon niet worden bewaard ({file}). Maak ruimte vrij en probeer het opnieuw.',
    en: 'The disk is full. Nothing was lost, but this could not be saved ({file}). Free some space and try again.',
  },
  'write-failed': {
    nl: 'Bewaren is niet gelukt ({file}, {reason}). Kijk of de map van de bibliotheek er nog is en of u erin mag schrijven.',
    en: 'Saving failed ({file}, {reason}). Check that the library folder is still there and that you may write in it.',
  },
  'read-failed': {
    nl: 'Lezen uit uw bibliotheek is niet gelukt ({file}, {reason}). Kijk of de schijf nog in orde is en of u in de map mag lezen.',
    en: 'Reading from your library failed ({file}, {reason}). Check that the disk is still sound and that you may read the folder.',
  },
  'library-stopped': {
    nl: 'De bibliotheek is even gestopt en start opnieuw. Probeer het zo nog eens.',
    en: 'The library stopped for a moment and is starting again. Please try again.',
  },
  'link-refused': {
    nl: 'Raakvlak opent deze link niet, omdat het geen webadres of mailadres is: {url}',
    en: 'Raakvlak does not open this link, because it is not a web or mail address: {url}',
  },
  'move-into-itself': {
    nl: 'De bibliotheek kan niet naar een map binnen zichzelf: {folder}. Kies een andere map.',
    en: 'The library cannot move into a folder inside itself: {folder}. Choose another folder.',
  },
  'move-target-not-empty': {
    nl: 'De map {folder} is niet leeg. Kies een lege map, dan raakt er niets door elkaar.',
    en: 'The folder {folder} is not empty. Choose an empty folder, so that nothing gets mixed up.',
  },
  'document-empty': {
    nl: '“{name}” is leeg (0 bytes). Misschien is het kopiëren mislukt: kopieer het bestand opnieuw.',
    en: '“{name}” is empty (0 bytes). Copying may have failed: copy the file again.',
  },
  'document-too-large': {
    nl: '“{name}” is groter dan {limitMb} MB. Maak het bestand kleiner of splits het.',
    en: '“{name}” is larger than {limitMb} MB. Make the file smaller or split it.',
  },
  'document-unsupported': {
    nl: 'Raakvlak kan “{name}” niet lezen: dit soort bestand kent Raakvlak niet. Bewaar het als PDF of Word (.docx).',
    en: 'Raakvlak cannot read “{name}”: it does not know this kind of file. Save it as PDF or Word (.docx).',
  },
  'document-old-office': {
    nl: '“{name}” is een oud Office-bestand (.doc, .xls of .ppt). Open het in Word, Excel of PowerPoint en bewaar het als .docx, .xlsx, .pptx of PDF.',
    en: '“{name}” is an old Office file (.doc, .xls or .ppt). Open it in Word, Excel or PowerPoint and save it as .docx, .xlsx, .pptx or PDF.',
  },
  'document-damaged': {
    nl: '“{name}” is beschadigd en kan niet worden gelezen. Vraag om een nieuw exemplaar of bewaar het opnieuw.',
    en: '“{name}” is damaged and cannot be read. Ask for a new copy or save it again.',
  },
  'document-truncated': {
    nl: '“{name}” is niet compleet: het einde van het bestand ontbreekt. Kopieer of download het opnieuw.',
    en: '“{name}” is incomplete: the end of the file is missing. Copy or download it again.',
  },
  'document-too-complex': {
    nl: '“{name}” is zo ingewikkeld opgebouwd dat Raakvlak het niet veilig kan lezen. Bewaar het als PDF en probeer het opnieuw.',
    en: '“{name}” is built in such a complicated way that Raakvlak cannot read it safely. Save it as PDF and try again.',
  },
  'document-too-much-text': {
    nl: '“{name}” bevat meer dan {limitMillions} miljoen tekens tekst. Splits het bestand en probeer het opnieuw.',
    en: '“{name}” holds more than {limitMillions} million characters of text. Split the file and try again.',
  },
  'document-time-limit': {
    nl: 'Het lezen van “{name}” duurde langer dan {seconds} seconden en is gestopt. Splits het bestand of bewaar het opnieuw als PDF.',
    en: 'Reading “{name}” took longer than {seconds} seconds and was stopped. Split the file or save it again as PDF.',
  },
  'document-memory-limit': {
    nl: 'Het lezen van “{name}” vroeg te veel geheugen en is gestopt. Splits het bestand of bewaar het opnieuw als PDF.',
    en: 'Reading “{name}” took too much memory and was stopped. Split the file or save it again as PDF.',
  },
  'document-unreadable': {
    nl: 'Raakvlak kan “{name}” niet openen. Kijk of het bestand er nog staat en of u het mag lezen.',
    en: 'Raakvlak cannot open “{name}”. Check that the file is still there and that you may read it.',
  },
  'zip-bomb': {
    nl: '“{name}” wordt bij het uitpakken veel te groot en is niet gelezen. Vertrouw dit bestand niet zonder navraag.',
    en: '“{name}” becomes far too large when unpacked and was not read. Do not trust this file without asking.',
  },
  'xml-bomb': {
    nl: '“{name}” bevat verwijzingen die in zo’n document niet horen en is niet gelezen. Vertrouw dit bestand niet zonder navraag.',
    en: '“{name}” holds declarations that do not belong in such a document and was not read. Do not trust this file without asking.',
  },
  'office-encrypted': {
    nl: '“{name}” is met een wachtwoord beveiligd. Open het met het wachtwoord en bewaar het zonder.',
    en: '“{name}” is protected with a password. Open it with the password and save it without.',
  },
  'pdf-encrypted': {
    nl: 'De PDF “{name}” is met een wachtwoord beveiligd. Open de PDF met het wachtwoord en bewaar een versie zonder.',
    en: 'The PDF “{name}” is protected with a password. Open it with the password and save a version without.',
  },
  'pdf-damaged': {
    nl: 'De PDF “{name}” is beschadigd en kan niet worden gelezen. Vraag om een nieuw exemplaar of download de PDF opnieuw.',
    en: 'The PDF “{name}” is damaged and cannot be read. Ask for a new copy or download it again.',
  },
  'pdf-truncated': {
    nl: 'De PDF “{name}” is niet compleet: het einde ontbreekt. Download of kopieer de PDF opnieuw.',
    en: 'The PDF “{name}” is incomplete: its end is missing. Download or copy it again.',
  },
  'references-unrecognised': {
    nl: '“{name}” bevat geen verwijzingen die Raakvlak kent. Raakvlak leest RIS, BibTeX en CSL-JSON.',
    en: '“{name}” holds no references that Raakvlak knows. Raakvlak reads RIS, BibTeX and CSL-JSON.',
  },
  'reference-damaged': {
    nl: 'Verwijzing {record} in “{name}” is niet te lezen en is overgeslagen. Herstel die in het bestand en importeer opnieuw.',
    en: 'Reference {record} in “{name}” cannot be read and was skipped. Repair it in the file and import again.',
  },
  'reference-without-title': {
    nl: 'Verwijzing {record} in “{name}” heeft geen titel en is overgeslagen. Vul de titel aan en importeer opnieuw.',
    en: 'Reference {record} in “{name}” has no title and was skipped. Add the title and import again.',
  },
  'table-empty': {
    nl: '“{name}” bevat geen rijen. De eerste rij moet de namen van de kolommen bevatten, met daaronder de gegevens.',
    en: '“{name}” holds no rows. The first row must name the columns, with the data below it.',
  },
  'table-quotes': {
    nl: 'Rij {row} heeft een aanhalingsteken dat niet wordt gesloten. Herstel die rij in het bestand.',
    en: 'Row {row} has a quotation mark that is never closed. Repair that row in the file.',
  },
  'row-without-title': {
    nl: 'Rij {row} heeft geen titel en is overgeslagen. Vul de kolom “{column}” in.',
    en: 'Row {row} has no title and was skipped. Fill in the column “{column}”.',
  },
  'cell-invalid': {
    nl: 'Rij {row}, kolom “{column}”: “{value}” past niet in dit veld. De rest van de rij is bewaard.',
    en: 'Row {row}, column “{column}”: “{value}” does not fit this field. The rest of the row was kept.',
  },
  'skos-invalid': {
    nl: 'In dit bestand staan geen begrippen in SKOS (JSON-LD).',
    en: 'This file holds no SKOS concepts (JSON-LD).',
  },
  'search-index-damaged': {
    nl: 'De zoekindex is beschadigd ({reason}). Uw items en bestanden zijn heel. Laat Raakvlak de index opnieuw opbouwen.',
    en: 'The search index is damaged ({reason}). Your items and files are intact. Let Raakvlak rebuild the index.',
  },
  'file-missing': {
    nl: '{name} is er niet (meer). Kijk of het bestand is verplaatst of een andere naam heeft.',
    en: '{name} is not there (any more). See whether it was moved or renamed.',
  },
  'file-denied': {
    nl: 'Raakvlak mag {name} niet lezen. Vraag wie de map beheert om leesrechten.',
    en: 'Raakvlak may not read {name}. Ask whoever manages the folder for permission to read.',
  },
  'file-other': {
    nl: '{name} kon niet worden gelezen. Kopieer het bestand naar een andere map en probeer het opnieuw.',
    en: '{name} could not be read. Copy the file to another folder and try again.',
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
  'image-unsupported': {
    nl: 'Dit is geen afbeelding die Raakvlak kan bewaren. Gebruik PNG, JPEG, GIF of WebP van hoogstens 20 MB.',
    en: 'This is not a picture that Raakvlak can keep. Use PNG, JPEG, GIF or WebP of at most 20 MB.',
  },
  'working-copy-open': {
    nl: '{name} is nog open in een ander programma. Sluit het daar eerst.',
    en: '{name} is still open in another program. Close it there first.',
  },
  'working-copy-unfinished': {
    nl: '{name} is veranderd, maar nog niet als geheel te lezen. Sla het in het andere programma nog eens op. De vorige versie is bewaard.',
    en: '{name} was changed, but cannot be read as a whole yet. Save it in the other program again. The version before is kept.',
  },
  'program-missing': {
    nl: 'Uw computer kon {name} niet openen. De kopie staat klaar in {folder}.',
    en: 'Your computer could not open {name}. The copy is ready in {folder}.',
  },
  'version-without-text': {
    nl: 'Deze versie heeft geen tekst om te vergelijken.',
    en: 'This version has no text to compare.',
  },
  'export-failed': {
    nl: 'De PDF kon niet worden gemaakt. Probeer het nog eens.',
    en: 'The PDF could not be made. Try again.',
  },
  'erase-not-in-bin': {
    nl: 'Alleen wat in de prullenbak ligt, kan voorgoed worden gewist. Zet het er eerst in.',
    en: 'Only what is in the bin can be erased for good. Put it there first.',
  },
} as const satisfies Record<string, { nl: string; en: string }>;
