import type { Text } from './text';

/** What can be wrong with a file that somebody brings in, or with what is in it. */
export const documentErrors = {
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
    nl: 'Rij {row}, kolom “{column}”: “{value}” past niet in dit veld.',
    en: 'Row {row}, column “{column}”: “{value}” does not fit this field.',
  },
  'skos-invalid': {
    nl: 'In dit bestand staan geen begrippen in SKOS (JSON-LD).',
    en: 'This file holds no SKOS concepts (JSON-LD).',
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
} as const satisfies Record<string, Text>;
