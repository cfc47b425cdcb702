import type { Text } from '../text';

/** What a line of the sync log says; a code without a text here is an error code. */
export const syncLogTexts = {
  round: {
    nl: 'Ronde klaar. Opgehaald: wijzigingen {revisionsIn}, bestanden {filesIn}. Geschreven: bestanden {filesOut}.',
    en: 'Round done. Received: changes {revisionsIn}, files {filesIn}. Written: files {filesOut}.',
  },
  braked: {
    nl: 'Gestopt om te vragen: {gone} van {of} bestanden weg',
    en: 'Stopped to ask: {gone} of {of} files gone',
  },
  'brake-answered': { nl: 'Keuze gemaakt: {choice}', en: 'Choice made: {choice}' },
  'file-refused': { nl: 'Bestand niet gebruikt: {file} ({reason})', en: 'File not used: {file} ({reason})' },
  'file-put-back': { nl: 'Bestand teruggezet in de map: {file}', en: 'File put back in the folder: {file}' },
  'files-put-back': { nl: '{count} bestanden teruggezet in de map', en: '{count} files put back in the folder' },
  'files-not-kept': {
    nl: 'De opslag heeft {count} bestanden niet bewaard; ze gaan opnieuw mee',
    en: 'The storage did not keep {count} files; they are sent again',
  },
  'head-gone': { nl: 'Weg uit de map: {file}', en: 'Gone from the folder: {file}' },
  'device-elsewhere': {
    nl: 'Een kopie van deze computer schrijft ook in de map ({file}). Deze gaat verder onder een nieuwe naam',
    en: 'A copy of this computer also writes in the folder ({file}). This one goes on under a new name',
  },
  'local-file-damaged': {
    nl: 'Bestand op deze computer beschadigd: {file}',
    en: 'File on this computer damaged: {file}',
  },
} as const satisfies Record<string, Text>;
