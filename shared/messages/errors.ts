import { documentErrors } from './document-errors';
import { spaceErrors } from './space-errors';
import type { Text } from './text';

/**
 * One text per error code and language: what happened, to what, and what to do next.
 * `{name}` is filled from the error's params.
 */
export const errorMessages = {
  ...documentErrors,
  ...spaceErrors,
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
  'draft-other-file': {
    nl: 'Dit concept is een bestand van een andere soort ({name}). Bewaar het eerst als Word-bestand (.docx) of PDF.',
    en: 'This draft is a file of another kind ({name}). Save it as a Word file (.docx) or PDF first.',
  },
  'annotations-unreadable': {
    nl: 'In dit bestand staan geen aantekeningen die Raakvlak kan lezen (W3C Web Annotation, JSON-LD).',
    en: 'There are no annotations in this file that Raakvlak can read (W3C Web Annotation, JSON-LD).',
  },
  'publish-folder-not-empty': {
    nl: 'In de map {folder} staan al andere bestanden. Er is niets geschreven. Kies een lege map, of de map van een eerdere website van Raakvlak.',
    en: 'The folder {folder} holds other files. Nothing was written. Choose an empty folder, or that of an earlier website made by Raakvlak.',
  },
  'export-nothing': {
    nl: 'Er is niets om te exporteren in deze vorm. Er is niets geschreven. Kies een andere vorm of andere items.',
    en: 'There is nothing to export in this form. Nothing was written. Choose another form or other items.',
  },
  'site-missing': {
    nl: 'In de map {folder} staat geen website van Raakvlak (meer). Maak hem opnieuw.',
    en: 'There is no website made by Raakvlak in the folder {folder} (any more). Make it again.',
  },
  'publish-space-not-open': {
    nl: 'De ruimte {name} is niet open. Alleen wat in een open ruimte staat, kan op een website.',
    en: 'The space {name} is not open. Only what is in an open space can go on a website.',
  },
  'item-not-found': {
    nl: 'Dit item is niet (meer) in uw bibliotheek.',
    en: 'This item is not (or no longer) in your library.',
  },
  'package-password-weak': {
    nl: 'Dit wachtwoord is te makkelijk te raden. Neem het voorstel, of meer losse woorden.',
    en: 'This password is too easy to guess. Take the one proposed, or more separate words.',
  },
  'package-date-passed': {
    nl: 'De dag tot wanneer dit gelezen mag worden, is al voorbij. Kies een latere dag.',
    en: 'The day until which this may be read has passed. Choose a later day.',
  },
  'package-too-large': {
    nl: 'Dit wordt te groot voor een leespakket ({mb} MB; hoogstens {most}). Kies minder items, of laat de PDF’s weg.',
    en: 'This gets too large for a reading package ({mb} MB; {most} at most). Choose fewer items, or leave out the PDFs.',
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
  'search-index-damaged': {
    nl: 'De zoekindex is beschadigd ({reason}). Uw items en bestanden zijn heel. Laat Raakvlak de index opnieuw opbouwen.',
    en: 'The search index is damaged ({reason}). Your items and files are intact. Let Raakvlak rebuild the index.',
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
  'file-kind-unsafe': {
    nl: '{name} is geen document: uw computer zou het als programma kunnen uitvoeren. Raakvlak opent het daarom niet. De kopie staat in {folder}.',
    en: '{name} is no document: your computer might run it as a program. That is why Raakvlak does not open it. The copy is in {folder}.',
  },
  'version-without-text': {
    nl: 'Deze versie heeft geen tekst om te vergelijken.',
    en: 'This version has no text to compare.',
  },
  'export-failed': {
    nl: 'De PDF kon niet worden gemaakt. Probeer het nog eens.',
    en: 'The PDF could not be made. Try again.',
  },
  'app-locked': {
    nl: 'Raakvlak is op slot. Geef eerst uw wachtzin.',
    en: 'Raakvlak is locked. Give your passphrase first.',
  },
  'passphrase-short': {
    nl: 'Een wachtzin heeft hier minstens {least} tekens. Vier gewone woorden zijn goed te onthouden.',
    en: 'A passphrase has at least {least} characters here. Four ordinary words are easy to remember.',
  },
  'passphrase-missing': {
    nl: 'Er is nog geen wachtzin. Kies er een bij Instellingen, Herstelblad en slot.',
    en: 'There is no passphrase yet. Choose one in Settings, Recovery and lock.',
  },
  'keys-protected': {
    nl: 'De sleutel van dit apparaat is beveiligd door de app of door uw computer, en gaat hier nu niet open. Lezen kan, schrijven niet. In het venster van Raakvlak leest u bij Instellingen, Herstelblad en slot wat u kunt doen.',
    en: 'The key of this device is protected by the app or by your computer, and does not open here now. Reading is possible, writing is not. In Raakvlak’s window, Settings, Recovery and lock say what you can do.',
  },
  'device-code-damaged': {
    nl: 'Dit is geen hele code van een apparaat. Kopieer de hele tekst die op het nieuwe apparaat staat.',
    en: 'This is no whole code of a device. Copy all of the text that the new device shows.',
  },
  'device-code-own': {
    nl: 'Dit is de code van dit apparaat zelf. Plak hem op uw andere apparaat.',
    en: 'This is the code of this device itself. Paste it on your other device.',
  },
  'recovery-word-count': {
    nl: 'Een herstelblad heeft {needed} woorden, en hier staan er {count}. Kijk of er een woord ontbreekt of dubbel staat.',
    en: 'A recovery sheet has {needed} words, and here are {count}. See whether a word is missing or was typed twice.',
  },
  'recovery-word-unknown': {
    nl: 'Woord {number}, “{word}”, staat niet op een herstelblad. Staat er misschien “{meant}”?',
    en: 'Word {number}, “{word}”, is on no recovery sheet. Does it perhaps say “{meant}”?',
  },
  'recovery-word-wrong': {
    nl: 'Woord {number} klopt niet: u typte “{word}”, en er hoort “{meant}” te staan.',
    en: 'Word {number} is not right: you typed “{word}”, and it should be “{meant}”.',
  },
  'recovery-words-wrong': {
    nl: 'Meer dan één woord klopt niet, of de volgorde is anders. Lees ze nog eens na, van links naar rechts en regel voor regel.',
    en: 'More than one word is not right, or their order is different. Read them again, from left to right and line by line.',
  },
  'recovery-code-damaged': {
    nl: 'Deze tekst van een QR-code is niet heel. Typ de woorden van het herstelblad over.',
    en: 'This text of a QR code is not whole. Type the words of the recovery sheet instead.',
  },
  'recovery-no-sheet': {
    nl: 'Er is geen herstelblad om af te drukken. Maak een nieuw blad.',
    en: 'There is no recovery sheet to print. Make a new one.',
  },
  'print-failed': {
    nl: 'Afdrukken is niet gelukt ({reason}). Kijk of er een printer is, of schrijf de woorden over.',
    en: 'Printing failed ({reason}). See whether there is a printer, or copy the words by hand.',
  },
  'erase-not-in-bin': {
    nl: 'Alleen wat in de prullenbak ligt, kan voorgoed worden gewist. Zet het er eerst in.',
    en: 'Only what is in the bin can be erased for good. Put it there first.',
  },
} as const satisfies Record<string, Text>;
