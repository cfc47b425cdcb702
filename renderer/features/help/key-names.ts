import type { Language, Text } from '../../../shared/messages/text';

const names: Readonly<Record<string, Text>> = {
  ArrowUp: { nl: '↑', en: '↑' },
  ArrowDown: { nl: '↓', en: '↓' },
  ArrowLeft: { nl: '←', en: '←' },
  ArrowRight: { nl: '→', en: '→' },
  Escape: { nl: 'Esc', en: 'Esc' },
  Space: { nl: 'Spatie', en: 'Space' },
  Enter: { nl: 'Enter', en: 'Enter' },
  Delete: { nl: 'Delete', en: 'Delete' },
  PageUp: { nl: 'Page Up', en: 'Page Up' },
  PageDown: { nl: 'Page Down', en: 'Page Down' },
};

/** The keys of a combination as they stand on the keyboard: `Ctrl+ArrowUp` gives Ctrl and ↑. */
export function keyNames(combination: string, language: Language, isMac: boolean): readonly string[] {
  return combination.split('+').map((key) => (key === 'Ctrl' && isMac ? '⌘' : (names[key]?.[language] ?? key)));
}
