import type { PasswordStrength } from '../../text/password-strength';
import type { Text } from '../text';

/** Making a reading package for somebody who does not have the app. */
export const packageDialogTexts = {
  menu: { nl: 'Leespakket voor wie Raakvlak niet heeft…', en: 'Reading package for who does not have Raakvlak…' },
  title: { nl: 'Leespakket maken', en: 'Make a reading package' },
  intro: {
    nl: 'Eén versleuteld bestand voor wie Raakvlak niet heeft. Het opent met een wachtwoord in een gewone browser, zonder internet. Wie het krijgt, kan alleen lezen.',
    en: 'One encrypted file for who does not have Raakvlak. It opens with a password in any browser, without internet. Whoever gets it can only read.',
  },
  contents: { nl: 'Wat erin komt', en: 'What goes in' },
  one: { nl: '“{title}”, zoals het nu is', en: '“{title}”, as it is now' },
  many: { nl: '{n} items, zoals ze nu zijn', en: '{n} items, as they are now' },
  line: {
    nl: 'Op elke bladzijde, ook in druk: de stand, voor wie het is en tot wanneer',
    en: 'On every page, in print too: the state, for whom it is and until when',
  },
  staysOut: {
    nl: 'Niet: aantekeningen, geschiedenis, meelezers, e-mailadressen en verbanden met andere items',
    en: 'Not: annotations, history, reviewers, e-mail addresses and relations with other items',
  },
  logged: {
    nl: 'Komt iets uit een besloten ruimte, dan staat dit pakket in haar logboek. Alleen een coördinator kan dat doen.',
    en: 'What comes from a closed space is put in its log with this package. Only a coordinator can do so.',
  },
  madeFor: { nl: 'Voor wie?', en: 'For whom?' },
  madeForHint: {
    nl: 'Een naam of organisatie. Staat op elke bladzijde.',
    en: 'A name or organisation. It stands on every page.',
  },
  madeForNeeded: { nl: 'Schrijf voor wie dit is.', en: 'Write for whom this is.' },
  until: { nl: 'Te lezen tot en met', en: 'To be read until' },
  untilHint: {
    nl: 'Een verzoek, geen slot: daarna zegt het pakket dat de termijn voorbij is. Wie wil, kan verder lezen.',
    en: 'A request, not a lock: after it the package says that the time is over. Who wants to can read on.',
  },
  untilNeeded: { nl: 'Kies een dag die nog komt.', en: 'Choose a day that is still to come.' },
  password: { nl: 'Wachtwoord', en: 'Password' },
  passwordHint: {
    nl: 'Staat niet in het bestand. Wie het kwijt is, kan het pakket niet meer openen; maak dan een nieuw.',
    en: 'It is not in the file. Who loses it cannot open the package any more; make a new one then.',
  },
  passwordWeak: {
    nl: 'Te makkelijk te raden. Neem het voorstel, of meer losse woorden.',
    en: 'Too easy to guess. Take the one proposed, or more separate words.',
  },
  another: { nl: 'Ander voorstel', en: 'Propose another' },
  copy: { nl: 'Kopiëren', en: 'Copy' },
  copied: { nl: 'Wachtwoord gekopieerd', en: 'Password copied' },
  strength: { nl: 'Sterkte: {strength}', en: 'Strength: {strength}' },
  files: { nl: 'PDF’s meegeven om op te slaan', en: 'Give PDFs along to be saved' },
  filesHint: {
    nl: 'Met de stand op elke bladzijde. Zonder vinkje is alleen hun tekst te lezen. Van andere bestanden gaat altijd alleen de tekst mee.',
    en: 'With their state on every page. Without a tick only their text can be read. Of other files only the text goes along, always.',
  },
  make: { nl: 'Plaats kiezen en maken…', en: 'Choose a place and make…' },
  fileName: { nl: 'leespakket', en: 'reading-package' },
  cancel: { nl: 'Annuleren', en: 'Cancel' },
  close: { nl: 'Sluiten', en: 'Close' },
  done: { nl: 'Het leespakket is klaar ({size}).', en: 'The reading package is ready ({size}).' },
  apart: {
    nl: 'Geef het wachtwoord langs een andere weg dan het bestand: bel, of stuur een bericht. Zeg erbij dat het op een computer moet worden bewaard en geopend; een voorbeeld in mail of op een telefoon werkt vaak niet.',
    en: 'Give the password by another way than the file: call, or send a message. Say that it is to be saved and opened on a computer; a preview in mail or on a telephone often does not work.',
  },
} as const satisfies Record<string, Text>;

export const strengthTexts = {
  weak: { nl: 'zwak', en: 'weak' },
  fair: { nl: 'matig', en: 'fair' },
  strong: { nl: 'sterk', en: 'strong' },
} as const satisfies Record<PasswordStrength, Text>;
