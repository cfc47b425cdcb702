import type { Text } from '../text';

/** Why somebody may not change what they read. */
export const rightsTexts = {
  none: {
    nl: 'U hebt in deze ruimte geen toegang meer. U leest wat u al had.',
    en: 'You have no access to this space any more. You read what you already had.',
  },
  view: { nl: 'U mag in deze ruimte alleen de kaarten zien.', en: 'You may only see the cards of this space.' },
  read: { nl: 'U mag in deze ruimte alleen lezen.', en: 'You may only read in this space.' },
  annotate: {
    nl: 'U mag in deze ruimte lezen en aantekeningen maken, niet wijzigen.',
    en: 'You may read and make annotations in this space, not change it.',
  },
  more: { nl: 'Toegang bekijken', en: 'See your access' },
  elsewhere: {
    nl: 'In “{name}” mag u niets maken. Dit item komt in uw eigen bibliotheek; alleen u leest het.',
    en: 'You may make nothing in “{name}”. This item goes to your own library; only you read it.',
  },
} as const satisfies Record<string, Text>;
