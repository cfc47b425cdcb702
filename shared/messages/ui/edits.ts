import type { EditLabel } from '../../model/views';
import type { Text } from '../text';

/** What an edit was, for saying what was undone; with one item and with several. */
export const editLabels = {
  create: { one: { nl: 'item gemaakt', en: 'item made' }, many: { nl: '{n} items gemaakt', en: '{n} items made' } },
  change: {
    one: { nl: 'item gewijzigd', en: 'item changed' },
    many: { nl: '{n} items gewijzigd', en: '{n} items changed' },
  },
  tag: {
    one: { nl: 'labels van 1 item', en: 'tags of 1 item' },
    many: { nl: 'labels van {n} items', en: 'tags of {n} items' },
  },
  collect: {
    one: { nl: '1 item in of uit verzameling', en: '1 item in or out of a collection' },
    many: { nl: '{n} items in of uit verzameling', en: '{n} items in or out of a collection' },
  },
  bin: {
    one: { nl: '1 item naar de prullenbak', en: '1 item to the bin' },
    many: { nl: '{n} items naar de prullenbak', en: '{n} items to the bin' },
  },
  restore: {
    one: { nl: '1 item teruggezet', en: '1 item restored' },
    many: { nl: '{n} items teruggezet', en: '{n} items restored' },
  },
  relate: {
    one: { nl: 'relatie gewijzigd', en: 'relation changed' },
    many: { nl: 'relaties van {n} items gewijzigd', en: 'relations of {n} items changed' },
  },
  restoreVersion: {
    one: { nl: 'eerdere versie teruggezet', en: 'earlier version restored' },
    many: { nl: '{n} eerdere versies teruggezet', en: '{n} earlier versions restored' },
  },
  resolve: {
    one: { nl: 'keuze tussen twee versies', en: 'choice between two versions' },
    many: { nl: '{n} keuzes tussen versies', en: '{n} choices between versions' },
  },
  publish: {
    one: { nl: '1 item in een andere ruimte gezet', en: '1 item put in another space' },
    many: { nl: '{n} items in een andere ruimte gezet', en: '{n} items put in another space' },
  },
  merge: {
    one: { nl: 'items samengevoegd', en: 'items merged' },
    many: { nl: '{n} items samengevoegd', en: '{n} items merged' },
  },
  judge: {
    one: { nl: 'oordeel over twee items', en: 'judgement of two items' },
    many: { nl: '{n} oordelen', en: '{n} judgements' },
  },
  annotate: {
    one: { nl: 'aantekening gemaakt of gewijzigd', en: 'annotation made or changed' },
    many: { nl: '{n} aantekeningen gemaakt of gewijzigd', en: '{n} annotations made or changed' },
  },
  place: {
    one: { nl: 'aantekening opnieuw geplaatst', en: 'annotation placed again' },
    many: { nl: '{n} aantekeningen opnieuw geplaatst', en: '{n} annotations placed again' },
  },
  import: {
    one: { nl: '1 bestand toegevoegd', en: '1 file added' },
    many: { nl: '{n} bestanden toegevoegd', en: '{n} files added' },
  },
} as const satisfies Record<EditLabel['key'], { one: Text; many: Text }>;

export const undoTexts = {
  undone: { nl: 'Ongedaan gemaakt: {what}', en: 'Undone: {what}' },
  redone: { nl: 'Opnieuw gedaan: {what}', en: 'Done again: {what}' },
  nothingToUndo: { nl: 'Er is niets om ongedaan te maken', en: 'There is nothing to undo' },
  nothingToRedo: { nl: 'Er is niets om opnieuw te doen', en: 'There is nothing to redo' },
  undo: { nl: 'Ongedaan maken', en: 'Undo' },
  redo: { nl: 'Opnieuw', en: 'Redo' },
  failed: { nl: 'Dat is niet gelukt', en: 'That did not work' },
  close: { nl: 'Melding sluiten', en: 'Dismiss message' },
} as const satisfies Record<string, Text>;
