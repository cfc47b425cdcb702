import type { Text } from '../text';

/** The lock of the app. */
export const lockTexts = {
  lock: { nl: 'Slot', en: 'Lock' },
  lockText: {
    nl: 'Met een wachtzin gaat Raakvlak pas open als u die geeft. De zin beveiligt ook uw sleutels en wachtwoorden. De bestanden op deze schijf beveiligt hij niet: daarvoor is de versleuteling van uw computer.',
    en: 'With a passphrase Raakvlak opens only when you give it. It protects your keys and passwords too. It does not protect the files on this disk: your computer’s disk encryption does that.',
  },
  isSet: { nl: 'Er is een wachtzin.', en: 'There is a passphrase.' },
  isNotSet: { nl: 'Er is nog geen wachtzin.', en: 'There is no passphrase yet.' },
  set: { nl: 'Wachtzin kiezen…', en: 'Choose a passphrase…' },
  change: { nl: 'Wachtzin wijzigen…', en: 'Change the passphrase…' },
  remove: { nl: 'Wachtzin weghalen…', en: 'Remove the passphrase…' },
  lockNow: { nl: 'Nu op slot', en: 'Lock now' },
  after: { nl: 'Zelf op slot na minuten zonder gebruik', en: 'Lock by itself after minutes without use' },
  never: { nl: 'Nooit', en: 'Never' },
  afterText: {
    nl: 'Ook als uw computer op slot gaat of gaat slapen. Leeg is nooit.',
    en: 'Also when your computer is locked or goes to sleep. Empty is never.',
  },
  current: { nl: 'Wachtzin van nu', en: 'Current passphrase' },
  next: { nl: 'Nieuwe wachtzin', en: 'New passphrase' },
  nextHint: {
    nl: 'Minstens 8 tekens. Vier gewone woorden zijn goed te onthouden.',
    en: 'At least 8 characters. Four ordinary words are easy to remember.',
  },
  again: { nl: 'Nog een keer', en: 'Once more' },
  differs: { nl: 'De twee zijn niet gelijk.', en: 'The two are not the same.' },
  forgottenWarning: {
    nl: 'Niemand kan een vergeten zin terughalen. Maak daarom eerst een herstelblad.',
    en: 'Nobody can bring back a forgotten passphrase. So make a recovery sheet first.',
  },
  save: { nl: 'Opslaan', en: 'Save' },
  doRemove: { nl: 'Weghalen', en: 'Remove' },
  cancel: { nl: 'Annuleren', en: 'Cancel' },
  show: { nl: 'Tonen', en: 'Show' },

  locked: { nl: 'Raakvlak is op slot', en: 'Raakvlak is locked' },
  passphrase: { nl: 'Wachtzin', en: 'Passphrase' },
  open: { nl: 'Openen', en: 'Open' },
  forgotten: { nl: 'Wachtzin vergeten?', en: 'Forgotten the passphrase?' },
  forgotten1: {
    nl: 'Niemand kan hem terughalen, ook wie Raakvlak maakte niet. De sleutels van dit apparaat blijven dan dicht.',
    en: 'Nobody can bring it back, not even who made Raakvlak. The keys of this device then stay shut.',
  },
  forgotten2: {
    nl: 'Hebt u een herstelblad? Zet Raakvlak op een andere computer, of onder een ander account op deze, en kies “Ik heb een herstelblad”. Uw ruimten komen terug. Haal daar dit apparaat weg.',
    en: 'Do you have a recovery sheet? Put Raakvlak on another computer, or under another account on this one, and choose “I have a recovery sheet”. Your spaces come back. Remove this device there.',
  },
  forgotten3: {
    nl: 'Geen herstelblad? Vraag in besloten ruimten een coördinator om u opnieuw toe te laten. Open ruimten opent u gewoon.',
    en: 'No recovery sheet? Ask a coordinator of closed spaces to let you in anew. Open spaces you just open.',
  },
  forgotten4: {
    nl: 'Uw eigen bibliotheek staat nog op deze schijf en in uw momentopnamen.',
    en: 'Your own library is still on this disk and in your snapshots.',
  },
} as const satisfies Record<string, Text>;
