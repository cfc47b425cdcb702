import type { Text } from './text';

/** What stands on the printed recovery sheet. */
export const recoverySheetTexts = {
  title: { nl: 'Herstelblad van Raakvlak', en: 'Raakvlak recovery sheet' },
  of: { nl: 'Van {who}, gemaakt op {when}', en: 'Of {who}, made on {when}' },
  keep: {
    nl: 'Bewaar dit blad als een paspoort, niet bij uw computer. Wie het heeft, kan lezen wat u mag lezen en schrijven in uw naam.',
    en: 'Keep this sheet like a passport, not with your computer. Whoever has it can read what you may read and write in your name.',
  },
  words: { nl: 'Uw woorden', en: 'Your words' },
  wordsText: {
    nl: 'Lees van links naar rechts. De laatste vier controleren de andere: een tikfout wordt bij het woord genoemd.',
    en: 'Read from left to right. The last four check the others: a typing error is named by its word.',
  },
  qr: {
    nl: 'Hetzelfde als QR-code, met de plaatsen van uw ruimten erbij. Plak de tekst ervan in Raakvlak.',
    en: 'The same as a QR code, with the places of your spaces. Paste its text into Raakvlak.',
  },
  qrPart: {
    nl: 'Niet alle ruimten pasten in de QR-code. Op dit blad staan ze wel.',
    en: 'Not all spaces fitted in the QR code. They are all on this sheet.',
  },
  spaces: { nl: 'Uw ruimten', en: 'Your spaces' },
  noSpaces: {
    nl: 'Bij het maken van dit blad deelde u nog geen ruimten.',
    en: 'When this sheet was made you shared no spaces yet.',
  },
  space: { nl: 'Ruimte', en: 'Space' },
  place: { nl: 'Gedeelde map', en: 'Shared folder' },
  nowhere: {
    nl: 'nog niet gedeeld: dit blad brengt haar niet terug',
    en: 'not shared yet: this sheet does not bring it back',
  },
  open: { nl: 'open', en: 'open' },
  closed: { nl: 'besloten', en: 'closed' },
  compare: { nl: 'Te herkennen aan: {words}', en: 'Known by: {words}' },
  leftOut: { nl: 'Hier telt dit blad niet: {names}', en: 'This sheet does not count in: {names}' },
  how: { nl: 'Zo gebruikt u het', en: 'How to use it' },
  how1: {
    nl: 'Zet Raakvlak op een andere computer en kies “Ik heb een herstelblad”.',
    en: 'Put Raakvlak on another computer and choose “I have a recovery sheet”.',
  },
  how2: {
    nl: 'Typ de woorden over, of plak de tekst van de QR-code.',
    en: 'Type the words, or paste the text of the QR code.',
  },
  how3: {
    nl: 'Wijs de gedeelde mappen aan. U hoeft op niemand te wachten.',
    en: 'Point at the shared folders. You need not wait for anybody.',
  },
  how4: {
    nl: 'Zeg of uw oude apparaat kwijt is. Dan telt niet meer wat het nog schrijft.',
    en: 'Say whether your old device is lost. What it still writes then counts no more.',
  },
  not: { nl: 'Wat dit blad niet terugbrengt', en: 'What this sheet does not bring back' },
  notText: {
    nl: 'Wat alleen in “Mijn bibliotheek” staat, uw instellingen en uw wachtwoorden. Mijn bibliotheek komt alleen terug uit een momentopname of reservekopie op een andere schijf.',
    en: 'What is only in “Mijn bibliotheek”, your settings and your passwords. Your own library comes back only from a snapshot or copy on another disk.',
  },
  gone: { nl: 'Wat is weg als u dit blad ook kwijt bent', en: 'What is gone when you lose this sheet as well' },
  gone1: {
    nl: 'Uw sleutels. Niemand kan ze terughalen, ook wie Raakvlak maakte niet.',
    en: 'Your keys. Nobody can bring them back, not even who made Raakvlak.',
  },
  gone2: {
    nl: 'Besloten ruimten: een coördinator moet u opnieuw toelaten, als nieuw lid. Was u de enige coördinator, dan kan niemand dat en is wat erin staat voor u voorgoed onleesbaar.',
    en: 'Closed spaces: a coordinator has to let you in anew, as a new member. If you were the only coordinator nobody can, and what is in them is unreadable to you for good.',
  },
  gone3: {
    nl: 'Open ruimten: niets. Wie de gedeelde map heeft, opent ze.',
    en: 'Open spaces: nothing. Whoever has the shared folder opens them.',
  },
  gone4: {
    nl: 'Mijn bibliotheek: alles, als er geen kopie op een andere schijf staat.',
    en: 'Your own library: everything, unless there is a copy on another disk.',
  },
  seen: {
    nl: 'Is dit blad kwijt, of heeft een ander het gezien? Maak dan meteen een nieuw blad in Raakvlak. Dit blad telt vanaf dan niet meer.',
    en: 'Is this sheet lost, or has somebody else seen it? Then make a new one in Raakvlak at once. From then on this one counts no more.',
  },
  copy: {
    nl: 'Raakvlak bewaart de woorden nergens. Dit blad kan niet nog eens worden afgedrukt.',
    en: 'Raakvlak keeps the words nowhere. This sheet cannot be printed again.',
  },
} as const satisfies Record<string, Text>;
