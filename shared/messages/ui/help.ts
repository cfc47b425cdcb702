import type { Text } from '../text';

export const helpTexts = {
  guide: { nl: 'Handleiding', en: 'User guide' },
  contents: { nl: 'Inhoud', en: 'Contents' },
  dutchOnly: { nl: 'De handleiding is in het Nederlands.', en: 'The user guide is in Dutch.' },
  loading: { nl: 'De handleiding wordt geopend…', en: 'Opening the guide…' },
  failed: { nl: 'De handleiding kan niet worden geopend.', en: 'The guide cannot be opened.' },
  shortcuts: { nl: 'Sneltoetsen', en: 'Keyboard shortcuts' },
  action: { nl: 'Wat u wilt doen', en: 'What you want to do' },
  keys: { nl: 'Toetsen', en: 'Keys' },
  or: { nl: 'of', en: 'or' },
} as const satisfies Record<string, Text>;
