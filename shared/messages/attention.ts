import type { SyncAttention } from '../model/sync';
import type { Text } from './text';

/** What a notification says about a space, whose name stands above it. */
export const attentionTexts = {
  news: {
    one: { nl: 'Iemand heeft 1 item gewijzigd.', en: 'Somebody changed 1 item.' },
    many: { nl: 'Anderen hebben {n} items gewijzigd.', en: 'Others changed {n} items.' },
  },
  conflict: {
    one: {
      nl: 'Van 1 item zijn er twee versies. Kies welke geldt.',
      en: 'There are two versions of 1 item. Choose which one holds.',
    },
    many: {
      nl: 'Van {n} items zijn er twee versies. Kies welke gelden.',
      en: 'There are two versions of {n} items. Choose which ones hold.',
    },
  },
  braked: {
    one: {
      nl: 'De gedeelde map ziet er anders uit dan verwacht. Er is niets gewist; Raakvlak wacht op uw keuze.',
      en: 'The shared folder looks different from what was expected. Nothing was deleted; Raakvlak waits for your choice.',
    },
    many: {
      nl: 'Uit de gedeelde map zijn {n} bestanden weg. Er is niets gewist; Raakvlak wacht op uw keuze.',
      en: '{n} files are gone from the shared folder. Nothing was deleted; Raakvlak waits for your choice.',
    },
  },
  request: {
    one: { nl: 'Iemand vraagt toegang tot deze ruimte.', en: 'Somebody asks for access to this space.' },
    many: { nl: '{n} mensen vragen toegang tot deze ruimte.', en: '{n} people ask for access to this space.' },
  },
  fault: {
    one: {
      nl: 'Delen lukt nu niet. Open Raakvlak om te zien wat u kunt doen.',
      en: 'Sharing does not work now. Open Raakvlak to see what you can do.',
    },
    many: {
      nl: 'Delen lukt nu niet. Open Raakvlak om te zien wat u kunt doen.',
      en: 'Sharing does not work now. Open Raakvlak to see what you can do.',
    },
  },
} as const satisfies Record<SyncAttention['kind'], { one: Text; many: Text }>;
