import type { FindingKind, FindingReason } from '../../guard/finding';
import type { GuardedAction } from '../../model/guard';
import type { Text } from '../text';

const kinds = {
  bsn: { nl: 'Burgerservicenummer', en: 'Citizen service number' },
  'education-number': { nl: 'Nummer van een leerling', en: "A pupil's number" },
  'person-table': { nl: 'Tabel met een rij per persoon', en: 'Table with a row per person' },
  'birth-date': { nl: 'Geboortedatum bij een naam', en: 'Date of birth near a name' },
  health: { nl: 'Gezondheid of verzuim van een persoon', en: 'Health or absence of a person' },
  'private-contact': { nl: 'Privéadres of privénummer', en: 'Private address or number' },
  'small-cells': { nl: 'Aantal onder de vijf', en: 'Count under five' },
  'professional-contact': { nl: 'Zakelijk contact', en: 'Business contact' },
} as const satisfies Record<FindingKind, Text>;

const reasons = {
  'bsn-labelled': {
    nl: 'Er staat bij dat het een BSN is, en het klopt met de elfproef.',
    en: 'The text says that it is a BSN, and it passes the eleven-test.',
  },
  'bsn-mistyped': {
    nl: 'Er staat bij dat het een BSN is. Het klopt niet met de elfproef; misschien is het verkeerd getypt.',
    en: 'The text says that it is a BSN. It fails the eleven-test; it may have been mistyped.',
  },
  'bsn-near-pupil': {
    nl: 'Het klopt met de elfproef en staat bij de naam van een leerling.',
    en: 'It passes the eleven-test and stands near the name of a pupil.',
  },
  'education-number-labelled': {
    nl: 'Hiermee vindt een school één leerling terug.',
    en: 'With this a school finds one pupil.',
  },
  'birth-date-near-name': {
    nl: 'Naam en geboortedatum samen wijzen één mens aan.',
    en: 'Together they point at one person.',
  },
  'address-near-name': { nl: 'Het lijkt het woonadres van een persoon.', en: 'It looks like where a person lives.' },
  'phone-near-name': {
    nl: 'Het lijkt het nummer van een persoon, niet van een kantoor.',
    en: 'It looks like the number of a person, not of an office.',
  },
  'mail-private': { nl: 'Het is een privé-e-mailadres.', en: 'It is a private e-mail address.' },
  'mail-at-work': {
    nl: 'Het is een zakelijk adres. Dat mag worden gedeeld.',
    en: 'It is a business address. It may be shared.',
  },
  'health-near-name': {
    nl: 'De zin noemt een persoon en zegt iets over ziekte, verzuim of zorg.',
    en: 'The sentence names a person and speaks of illness, absence or care.',
  },
  'table-names': { nl: 'De rijen hebben namen van personen.', en: 'The rows hold names of persons.' },
  'table-numbers': { nl: 'De rijen hebben nummers van personen.', en: 'The rows hold numbers of persons.' },
  'table-traits': {
    nl: 'Elke rij gaat over één persoon, ook zonder naam.',
    en: 'Each row is about one person, even without a name.',
  },
  'table-lines': { nl: 'Onder elkaar staan personen met een datum.', en: 'Persons with dates stand under each other.' },
  'cell-under-five': {
    nl: 'Bij zo weinig leerlingen is te raden om wie het gaat. Schrijf “<5”.',
    en: 'With so few pupils one can guess who they are. Write “<5”.',
  },
} as const satisfies Record<FindingReason, Text>;

const actions = {
  publish: { nl: 'Gedeeld in een ruimte', en: 'Shared in a space' },
  share: { nl: 'Ruimte in een gedeelde map gezet', en: 'Space put in a shared folder' },
  create: { nl: 'Gemaakt in een gedeelde ruimte', en: 'Made in a shared space' },
  change: { nl: 'Gewijzigd in een gedeelde ruimte', en: 'Changed in a shared space' },
  bundle: { nl: 'Pakket gemaakt', en: 'Bundle made' },
  package: { nl: 'Leespakket gemaakt', en: 'Reading package made' },
} as const satisfies Record<GuardedAction, Text>;

/** The guard: what it found, why that matters, and what one can do. */
export const guardTexts = {
  ...kinds,
  ...reasons,
  ...actions,
  name: { nl: 'Privacywacht', en: 'Privacy guard' },
  'change.title': { nl: 'Privacywacht: nog niet bewaard', en: 'Privacy guard: not kept yet' },
  'change.redact': { nl: 'Zelf weghalen', en: 'Take it out' },
  'change.redactText': {
    nl: 'Terug naar wat u schreef. Het is nog niet bewaard, en niemand anders leest het.',
    en: 'Back to what you wrote. It is not kept yet, and nobody else reads it.',
  },
  'change.goRedact': { nl: 'Terug', en: 'Back' },
  'change.despite': { nl: 'Toch bewaren, met een reden', en: 'Keep it all the same, with a reason' },
  'change.goDespite': { nl: 'Toch bewaren', en: 'Keep all the same' },
  stoppedTitle: { nl: 'Privacywacht: nog niet gedeeld', en: 'Privacy guard: not shared yet' },
  stoppedText: {
    nl: 'In deze ruimte horen geen gegevens van leerlingen of studenten. Dit is gevonden:',
    en: 'Data of pupils or students do not belong in this space. This was found:',
  },
  bundleOne: {
    nl: 'In dit pakket staan persoonsgegevens, in 1 item. Het delen van de ruimte staat daarom stil. Kijk bij Privacywacht, en ga daarna verder met delen.',
    en: 'There is personal data in this bundle, in 1 item. Sharing of the space is paused for that. Look at the privacy guard, and then go on with sharing.',
  },
  bundleMany: {
    nl: 'In dit pakket staan persoonsgegevens, in {n} items. Het delen van de ruimte staat daarom stil. Kijk bij Privacywacht, en ga daarna verder met delen.',
    en: 'There is personal data in this bundle, in {n} items. Sharing of the space is paused for that. Look at the privacy guard, and then go on with sharing.',
  },
  looking: {
    nl: 'De Privacywacht kijkt of er persoonsgegevens in staan…',
    en: 'The privacy guard is looking for personal data…',
  },
  certain: { nl: 'zeker', en: 'certain' },
  likely: { nl: 'waarschijnlijk', en: 'likely' },
  possible: { nl: 'mogelijk', en: 'possible' },
  notice: { nl: 'ter informatie', en: 'for information' },
  inField: { nl: 'In het veld {field}', en: 'In the field {field}' },
  inFieldLine: { nl: 'In het veld {field}, regel {line}', en: 'In the field {field}, line {line}' },
  inFile: { nl: 'In het bestand, bladzijde {page}, regel {line}', en: 'In the file, page {page}, line {line}' },
  inCell: {
    nl: 'In het bestand, bladzijde {page}, rij {row}, kolom {column}',
    en: 'In the file, page {page}, row {row}, column {column}',
  },
  inFieldCell: {
    nl: 'In het veld {field}, rij {row}, kolom {column}',
    en: 'In the field {field}, row {row}, column {column}',
  },
  inAside: {
    nl: 'In het bestand: in een opmerking, kop- of voettekst, of in verwijderde tekst',
    en: 'In the file: in a comment, a header or footer, or in deleted text',
  },
  moreHits: { nl: 'en nog {n}', en: 'and {n} more' },
  unreadScan: {
    nl: 'Dit bestand bestaat uit plaatjes. De Privacywacht kan het niet lezen. Kijk zelf.',
    en: 'This file consists of pictures. The privacy guard cannot read it. Look for yourself.',
  },
  choose: { nl: 'Wat wilt u doen?', en: 'What do you want to do?' },
  redact: { nl: 'Een afgeschermde kopie delen', en: 'Share a redacted copy' },
  redactText: {
    nl: 'Wat gevonden is, wordt vervangen door blokken. Uw origineel blijft zoals het is. Van een pdf blijft alleen de tekst over.',
    en: 'What was found is replaced by blocks. Your original stays as it is. Of a PDF only the text is left.',
  },
  redactSpaceText: {
    nl: 'Dat kan alleen bij losse items. Pas de items in de ruimte aan en probeer het opnieuw.',
    en: 'That works for single items only. Change the items in the space and try again.',
  },
  despite: { nl: 'Toch delen, met een reden', en: 'Share it all the same, with a reason' },
  despiteText: {
    nl: 'Bijvoorbeeld omdat het een verzonnen voorbeeld is. Uw naam, de reden en het moment worden bewaard.',
    en: 'For example because it is an invented example. Your name, the reason and the time are kept.',
  },
  despiteNot: {
    nl: 'Een tabel met een rij per persoon kan niet worden gedeeld, ook niet met een reden.',
    en: 'A table with a row per person cannot be shared, not even with a reason.',
  },
  reason: { nl: 'Waarom mag dit worden gedeeld?', en: 'Why may this be shared?' },
  reasonNeeded: { nl: 'Schrijf waarom. Een paar woorden zijn genoeg.', en: 'Write why. A few words are enough.' },
  stop: { nl: 'Niet delen', en: 'Do not share' },
  goRedact: { nl: 'Afgeschermde kopie delen', en: 'Share redacted copy' },
  goDespite: { nl: 'Toch delen', en: 'Share all the same' },
  checkTitle: { nl: 'Controleer mijn bibliotheek', en: 'Check my library' },
  checkText: {
    nl: 'De Privacywacht leest alle items en bestanden op deze computer en zoekt naar gegevens van personen. Er gaat niets naar buiten.',
    en: 'The privacy guard reads all items and files on this computer and looks for data of persons. Nothing leaves it.',
  },
  check: { nl: 'Controleren', en: 'Check' },
  checkAgain: { nl: 'Opnieuw controleren', en: 'Check again' },
  cancel: { nl: 'Stoppen', en: 'Stop' },
  progress: { nl: '{done} van {total} items gelezen', en: '{done} of {total} items read' },
  nothingFound: { nl: 'Niets gevonden in {n} items.', en: 'Nothing found in {n} items.' },
  found: {
    nl: '{n} vondsten in {documents} van {checked} items',
    en: '{n} findings in {documents} of {checked} items',
  },
  inSpace: { nl: '{name} (in ruimte {space})', en: '{name} (in space {space})' },
  openThereOf: { nl: 'Tonen: {kind} in {title}', en: 'Show: {kind} in {title}' },
  history: { nl: 'Toch gedeeld', en: 'Shared all the same' },
  historyNone: {
    nl: 'Er is niets gedeeld waarin de Privacywacht iets vond.',
    en: 'Nothing was shared in which the privacy guard found something.',
  },
  historyLine: { nl: '{when}, {by}: {action}', en: '{when}, {by}: {action}' },
  nobody: { nl: 'zonder naam', en: 'without a name' },
  untitled: { nl: 'Zonder titel', en: 'Untitled' },
} as const satisfies Record<string, Text>;
