import type { Text } from './text';

/** What a reading package says around what is in it; those up to `noCipher` before the password. */
export const packageTexts = {
  name: { nl: 'Leespakket', en: 'Reading package' },
  intro: {
    nl: 'Dit pakket is versleuteld. Typ het wachtwoord dat u van de afzender kreeg. Er gaat niets over internet.',
    en: 'This package is encrypted. Type the password that the sender gave you. Nothing goes over the internet.',
  },
  needsScript: {
    nl: 'Dit pakket heeft JavaScript nodig. Bewaar het bestand op een computer en open het in Chrome, Edge, Firefox of Safari. Een voorbeeldweergave in mail of bestanden werkt niet.',
    en: 'This package needs JavaScript. Save the file on a computer and open it in Chrome, Edge, Firefox or Safari. A preview in mail or files does not work.',
  },
  password: { nl: 'Wachtwoord', en: 'Password' },
  showPassword: { nl: 'Toon wat ik typ', en: 'Show what I type' },
  open: { nl: 'Openen', en: 'Open' },
  busy: { nl: 'Bezig met openen…', en: 'Opening…' },
  wrong: {
    nl: 'Dit wachtwoord past niet. Let op hoofdletters en streepjes, en probeer het nog eens.',
    en: 'This password does not fit. Mind capitals and hyphens, and try again.',
  },
  damaged: {
    nl: 'Dit bestand is niet heel: een deel ontbreekt of is veranderd. Vraag de afzender om het opnieuw te sturen.',
    en: 'This file is not whole: a part is missing or was changed. Ask the sender to send it again.',
  },
  noCipher: {
    nl: 'Deze browser kan het pakket hier niet openen. Bewaar het bestand op uw computer en open het daar in Chrome, Edge, Firefox of Safari.',
    en: 'This browser cannot open the package here. Save the file on your computer and open it there in Chrome, Edge, Firefox or Safari.',
  },
  made: { nl: 'Gemaakt door {by} op {date}, voor {for}.', en: 'Made by {by} on {date}, for {for}.' },
  readUntil: { nl: 'Te lezen tot en met {date}.', en: 'To be read until {date}.' },
  request: {
    nl: 'Geef dit niet door. De datum is een afspraak: Raakvlak kan niet afdwingen wat u daarna leest.',
    en: 'Do not pass this on. The date is an agreement: Raakvlak cannot enforce what you read after it.',
  },
  forWhom: { nl: 'alleen voor {for}', en: 'for {for} only' },
  until: { nl: 'te lezen tot en met {date}', en: 'to be read until {date}' },
  overTitle: { nl: 'De leestermijn is voorbij', en: 'The time for reading is over' },
  over: {
    nl: '{by} vroeg om dit tot en met {date} te lezen. Er kan een nieuwere versie zijn, of het stuk is ingetrokken. Vraag die aan, of verwijder dit bestand.',
    en: '{by} asked you to read this until {date}. There may be a newer version, or it was withdrawn. Ask for it, or delete this file.',
  },
  readAll: { nl: 'Toch lezen', en: 'Read all the same' },
  overLine: { nl: 'leestermijn voorbij', en: 'time for reading is over' },
  documents: { nl: 'In dit pakket', en: 'In this package' },
  find: { nl: 'Zoeken in dit pakket', en: 'Search in this package' },
  findHint: { nl: 'Enter gaat naar de volgende plaats.', en: 'Enter goes to the next place.' },
  found: {
    nl: '{here} plaatsen hier, in {documents} van {all} stukken',
    en: '{here} places here, in {documents} of {all} documents',
  },
  nothing: { nl: 'Niets gevonden.', en: 'Nothing found.' },
  details: { nl: 'Gegevens', en: 'Details' },
  text: { nl: 'Tekst', en: 'Text' },
  page: { nl: 'Bladzijde {n}', en: 'Page {n}' },
  noText: { nl: 'Hier is geen tekst om te tonen.', en: 'There is no text to show here.' },
  save: { nl: 'PDF opslaan', en: 'Save PDF' },
  saveHint: {
    nl: 'Met de stand op elke bladzijde. Wat u opslaat, is niet meer versleuteld.',
    en: 'With its state on every page. What you save is no longer encrypted.',
  },
  print: { nl: 'Afdrukken', en: 'Print' },
  lock: { nl: 'Vergrendelen', en: 'Lock' },
  table: { nl: 'Tabel', en: 'Table' },
  noFile: { nl: 'Het bestand {name} is niet in het pakket: {why}', en: 'The file {name} is not in the package: {why}' },
  onlyText: {
    nl: 'Van {name} staat hier alleen de tekst, zonder opmaak.',
    en: 'Of {name} only the text is here, without its make-up.',
  },
  many: { nl: '{n} stukken', en: '{n} documents' },
} as const satisfies Record<string, Text>;
