import type { Text } from '../text';

/** What others changed since the last visit. */
export const newsTexts = {
  title: { nl: 'Sinds uw laatste bezoek', en: 'Since your last visit' },
  text: { nl: 'Wat anderen wijzigden in uw ruimten.', en: 'What others changed in your spaces.' },
  emptyTitle: { nl: 'U bent helemaal bij', en: 'You are up to date' },
  emptyText: {
    nl: 'Sinds uw laatste bezoek heeft niemand anders iets gewijzigd.',
    en: 'Nobody else has changed anything since your last visit.',
  },
  noSpaces: {
    nl: 'Hier ziet u wat anderen wijzigen, zodra u samen in een ruimte werkt.',
    en: 'You see here what others change, once you work together in a space.',
  },
  seenAll: { nl: 'Alles gezien', en: 'Mark all as seen' },
  seenSpace: { nl: 'Gezien', en: 'Mark as seen' },
  seenSpaceNamed: { nl: '{space}: als gezien markeren', en: '{space}: mark as seen' },
  new: { nl: 'Nieuw', en: 'New' },
  changed: { nl: 'Gewijzigd', en: 'Changed' },
  binned: { nl: 'Weggegooid', en: 'Binned' },
  by: { nl: 'door {names}', en: 'by {names}' },
  byUnknown: { nl: 'iemand', en: 'somebody' },
  more: { nl: 'Nog {n} tonen', en: 'Show {n} more' },
  failed: { nl: 'De lijst kan niet worden getoond', en: 'The list cannot be shown' },
  retry: { nl: 'Opnieuw proberen', en: 'Try again' },
  untitled: { nl: 'Zonder titel', en: 'Untitled' },
} as const satisfies Record<string, Text>;
