import type { Text } from '../text';

/** The recovery sheet and the devices of one person, in the window. */
export const recoveryTexts = {
  sheet: { nl: 'Herstelblad', en: 'Recovery sheet' },
  sheetText: {
    nl: 'Eén blad papier waarmee u op een andere computer weer uzelf bent, in open en besloten ruimten. U hoeft dan op niemand te wachten.',
    en: 'One sheet of paper that makes you yourself again on another computer, in open and closed spaces. You need not wait for anybody.',
  },
  shutTitle: { nl: 'De sleutel van dit apparaat gaat niet open', en: 'The key of this device does not open' },
  shutText: {
    nl: 'De sleutelbos van uw computer bewaakt hem, en die is er nu niet. U kunt alles lezen, maar niets schrijven. Meld u opnieuw aan op uw computer en start Raakvlak nog eens. Helpt dat niet, gebruik dan uw herstelblad. Zonder blad gaat u verder als nieuw apparaat: in besloten ruimten vraagt u dan opnieuw toegang.',
    en: 'The key ring of your computer guards it, and it is not there now. You can read everything but write nothing. Log in to your computer again and restart Raakvlak. If that does not help, use your recovery sheet. Without a sheet you go on as a new device: in closed spaces you then ask for access again.',
  },
  newDevice: { nl: 'Verder als nieuw apparaat', en: 'Go on as a new device' },
  none: { nl: 'U hebt nog geen herstelblad.', en: 'You have no recovery sheet yet.' },
  madeAt: { nl: 'U maakte een herstelblad op {when}.', en: 'You made a recovery sheet on {when}.' },
  replaced: {
    nl: 'Daarna maakte u een ander blad op een ander apparaat. Dit blad telt niet meer.',
    en: 'After that you made another sheet on another device. This one counts no more.',
  },
  notOnSheet: {
    nl: 'Niet op het blad: {names}. De woorden openen deze ruimten wel. Schrijf de plaats erbij, of maak een nieuw blad.',
    en: 'Not on the sheet: {names}. The words do open these spaces. Add the place by hand, or make a new sheet.',
  },
  make: { nl: 'Herstelblad maken', en: 'Make a recovery sheet' },
  makeNew: { nl: 'Nieuw blad maken', en: 'Make a new sheet' },
  makeNewText: {
    nl: 'Het oude blad telt dan niet meer. Doe dit meteen als het kwijt is of als een ander het zag.',
    en: 'The old sheet then counts no more. Do this at once when it is lost or was seen by somebody else.',
  },
  use: { nl: 'Herstelblad gebruiken', en: 'Use a recovery sheet' },
  goneTitle: { nl: 'Wat is weg als u ook het blad kwijt bent?', en: 'What is gone when you lose the sheet as well?' },
  privateItems: {
    nl: 'In “Mijn bibliotheek” staan nu {n} items. Die brengt het blad niet terug. Bewaar er een kopie van op een andere schijf.',
    en: 'There are {n} items in your own library now. The sheet does not bring those back. Keep a copy on another disk.',
  },
  privateItemsOne: {
    nl: 'In “Mijn bibliotheek” staat nu 1 item. Dat brengt het blad niet terug. Bewaar er een kopie van op een andere schijf.',
    en: 'There is 1 item in your own library now. The sheet does not bring it back. Keep a copy on another disk.',
  },

  madeTitle: { nl: 'Uw herstelblad', en: 'Your recovery sheet' },
  madeText: {
    nl: 'Druk het blad nu af, of schrijf de woorden over. Raakvlak bewaart ze nergens: straks zijn ze hier niet meer te zien.',
    en: 'Print the sheet now, or copy the words by hand. Raakvlak keeps them nowhere: after this they cannot be seen again.',
  },
  words: { nl: 'De woorden van uw herstelblad', en: 'The words of your recovery sheet' },
  print: { nl: 'Afdrukken', en: 'Print' },
  savePdf: { nl: 'Opslaan als PDF', en: 'Save as PDF' },
  pdfName: { nl: 'Herstelblad Raakvlak', en: 'Raakvlak recovery sheet' },
  pdfText: {
    nl: 'Een PDF is even geheim als het blad. Druk hem af en gooi het bestand weg, of bewaar het op een stick in een kast.',
    en: 'A PDF is as secret as the sheet. Print it and delete the file, or keep it on a stick in a cupboard.',
  },
  pdfSaved: { nl: 'Opgeslagen: {path}', en: 'Saved: {path}' },
  leftOut: {
    nl: 'In deze ruimten telt het blad niet: {names}. Vraag daar een coördinator.',
    en: 'The sheet does not count in these spaces: {names}. Ask a coordinator there.',
  },
  stored: { nl: 'Ik heb het blad bewaard', en: 'I have stored the sheet' },

  restoreTitle: { nl: 'Ik heb een herstelblad', en: 'I have a recovery sheet' },
  restoreText: {
    nl: 'Typ de twintig woorden over, van links naar rechts. Of plak de tekst van de QR-code.',
    en: 'Type the twenty words, from left to right. Or paste the text of the QR code.',
  },
  typed: { nl: 'Woorden van het herstelblad', en: 'Words of the recovery sheet' },
  next: { nl: 'Verder', en: 'Next' },
  cancel: { nl: 'Annuleren', en: 'Cancel' },
  finish: { nl: 'Klaar', en: 'Done' },
  right: { nl: 'De woorden kloppen.', en: 'The words are right.' },
  rightOf: {
    nl: 'De woorden kloppen. Dit is het blad van {name}.',
    en: 'The words are right. This is the sheet of {name}.',
  },
  places: { nl: 'Wijs uw gedeelde mappen aan', en: 'Point at your shared folders' },
  placesText: {
    nl: 'Ze staan op het blad. Een map kan op deze computer op een andere plaats staan.',
    en: 'They are on the sheet. A folder may be in another place on this computer.',
  },
  place: { nl: 'Map of adres', en: 'Folder or address' },
  placeOf: { nl: 'Map of adres van {name}', en: 'Folder or address of {name}' },
  wholePath: {
    nl: 'Typ het hele pad, zoals C:\\Users\\sam\\map of /home/sam/map. Of kies de map.',
    en: 'Type the whole path, such as C:\\Users\\sam\\folder or /home/sam/folder. Or choose the folder.',
  },
  choose: { nl: 'Map kiezen…', en: 'Choose folder…' },
  user: { nl: 'Gebruikersnaam', en: 'User name' },
  password: { nl: 'Wachtwoord', en: 'Password' },
  showPassword: { nl: 'Wachtwoord tonen', en: 'Show password' },
  open: { nl: 'Terughalen', en: 'Bring back' },
  opening: { nl: 'De ruimte wordt opgehaald…', en: 'Fetching the space…' },
  another: { nl: 'Nog een map', en: 'One more folder' },
  'outcome.member': {
    nl: 'U bent terug in {space}, met de rechten die u had. De bestanden volgen vanzelf.',
    en: 'You are back in {space}, with the rights you had. The files follow by themselves.',
  },
  'outcome.open': {
    nl: '{space} is open. De bestanden volgen vanzelf.',
    en: '{space} is open. The files follow by themselves.',
  },
  'outcome.unknown': {
    nl: 'Dit blad kreeg nooit toegang tot {space}. Vraag daar toegang aan de coördinator.',
    en: 'This sheet was never given access to {space}. Ask the coordinator there for access.',
  },
  'outcome.stopped': {
    nl: 'Dit blad telt niet meer in {space}: er kwam een nieuw blad, of een coördinator haalde het weg. Gebruik het nieuwste blad, of vraag daar toegang.',
    en: 'This sheet counts no more in {space}: there is a newer sheet, or a coordinator took it away. Use the newest sheet, or ask for access there.',
  },
  compare: {
    nl: 'Vergelijk met het blad: {words}. Is het anders, deel dan niets in deze ruimte.',
    en: 'Compare with the sheet: {words}. If it differs, share nothing in this space.',
  },
  notNamed: {
    nl: 'Deze ruimte staat niet op het blad. Kwam ze erna? Zo niet, vertrouw haar dan niet.',
    en: 'This space is not on the sheet. Did it come later? If not, do not trust it.',
  },

  devices: { nl: 'Uw apparaten', en: 'Your devices' },
  devicesText: {
    nl: 'Apparaten die in besloten ruimten namens u schrijven. Haal een apparaat weg dat kwijt of gestolen is: wat het daarna schrijft, telt niet meer, en wat er nieuw bij komt, kan het niet lezen.',
    en: 'Devices that write in your name in closed spaces. Remove a device that is lost or stolen: what it writes after that counts no more, and it cannot read what is new.',
  },
  devicesNone: { nl: 'U doet nog in geen besloten ruimte mee.', en: 'You take part in no closed space yet.' },
  'kind.this': { nl: 'Dit apparaat', en: 'This device' },
  'kind.other': { nl: 'Ander apparaat', en: 'Other device' },
  'kind.sheet': { nl: 'Herstelblad', en: 'Recovery sheet' },
  lastSeen: { nl: 'schreef laatst {when}', en: 'last wrote {when}' },
  neverSeen: { nl: 'schreef nog niets', en: 'has written nothing yet' },
  inSpaces: { nl: 'in {names}', en: 'in {names}' },
  mark: { nl: 'kenmerk {id}', en: 'mark {id}' },
  drop: { nl: 'Weghalen', en: 'Remove' },
  dropNamed: { nl: '{what} weghalen, kenmerk {id}', en: 'Remove {what}, mark {id}' },
  dropSure: {
    nl: 'Dit apparaat schrijft en leest dan niets nieuws meer in uw besloten ruimten. Wat het al heeft, blijft het hebben.',
    en: 'This device then writes and reads nothing new in your closed spaces. What it has already, it keeps.',
  },
  dropYes: { nl: 'Ja, weghalen', en: 'Yes, remove' },
  second: { nl: 'Tweede apparaat', en: 'Second device' },
  secondText: {
    nl: 'Werkt u ook op een andere computer? Laat die meetellen als u, dan hoeft niemand u nog een keer toe te laten.',
    en: 'Do you work on another computer too? Let it count as you, then nobody has to let you in again.',
  },
  isSecond: { nl: 'Dit is een tweede apparaat van mij', en: 'This is a second device of mine' },
  addSecond: { nl: 'Tweede apparaat toevoegen', en: 'Add a second device' },
  step1: {
    nl: '1. Breng deze code naar uw eerste apparaat: per mail of op een stick. Geheim is hij niet.',
    en: '1. Take this code to your first device: by mail or on a stick. It is not secret.',
  },
  step2: {
    nl: '2. Kies daar bij Instellingen, Herstelblad en slot: “Tweede apparaat toevoegen”, en plak hem.',
    en: '2. There, in Settings, Recovery and lock, choose “Add a second device” and paste it.',
  },
  step3: {
    nl: '3. Vergelijk deze acht woorden met wat u daar ziet. Zijn ze gelijk, zeg dan ja.',
    en: '3. Compare these eight words with what you see there. If they are the same, say yes.',
  },
  step4: {
    nl: '4. Open daarna hier uw ruimten, met “Ruimte openen”. U bent er meteen lid.',
    en: '4. Then open your spaces here, with “Open a space”. You are a member there at once.',
  },
  code: { nl: 'Code van dit apparaat', en: 'Code of this device' },
  copyCode: { nl: 'Code kopiëren', en: 'Copy the code' },
  copied: { nl: 'Gekopieerd.', en: 'Copied.' },
  deviceWords: { nl: 'Woorden van het nieuwe apparaat', en: 'Words of the new device' },
  paste: { nl: 'Code van het nieuwe apparaat', en: 'Code of the new device' },
  pasteText: {
    nl: 'Kies op het nieuwe apparaat “Dit is een tweede apparaat van mij” en plak hier de code die het laat zien.',
    en: 'On the new device choose “This is a second device of mine” and paste here the code that it shows.',
  },
  look: { nl: 'Bekijken', en: 'Look' },
  askedBy: { nl: 'Dit apparaat noemt zich van {name}.', en: 'This device says it is of {name}.' },
  askedByNobody: { nl: 'Op dit apparaat staat nog geen naam.', en: 'This device has no name yet.' },
  sameWords: {
    nl: 'Staan deze acht woorden ook op het nieuwe apparaat? Zo niet, voeg het dan niet toe: het is een ander.',
    en: 'Does the new device show these eight words too? If not, do not add it: it is another one.',
  },
  isKnown: { nl: 'Dit apparaat telt al mee als u.', en: 'This device counts as you already.' },
  yesSame: { nl: 'Ja, ze zijn gelijk: toevoegen', en: 'Yes, they are the same: add it' },
  added: {
    nl: 'Het apparaat telt mee als u. Open er deze mappen:',
    en: 'The device counts as you. Open these folders on it:',
  },
  addedNone: {
    nl: 'Het apparaat telt mee als u, ook in ruimten die u later deelt.',
    en: 'The device counts as you, also in spaces that you share later.',
  },
  addedLeftOut: {
    nl: 'Niet in: {names}. Daar is dit apparaat weggehaald of van een ander.',
    en: 'Not in: {names}. There this device was removed or is somebody else’s.',
  },
  close: { nl: 'Sluiten', en: 'Close' },
  lost: { nl: 'Is uw oude apparaat kwijt of gestolen?', en: 'Is your old device lost or stolen?' },
} as const satisfies Record<string, Text>;
