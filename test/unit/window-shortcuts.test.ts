import { describe, expect, it } from 'vitest';
import { combination, shortcutOf, shortcuts } from '../../renderer/state/shortcuts';

const press = (key: string, change: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...change }) as KeyboardEvent;

describe('shortcuts of the window', () => {
  it('gives each combination to one shortcut', () => {
    const keys = shortcuts.flatMap((shortcut) => shortcut.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each([
    ['Ctrl+K', press('k', { ctrlKey: true })],
    ['Ctrl+K', press('k', { metaKey: true })],
    ['Ctrl+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true })],
    ['Shift+ArrowDown', press('ArrowDown', { shiftKey: true })],
    ['Ctrl+Space', press(' ', { ctrlKey: true })],
    ['Alt+3', press('£', { altKey: true, code: 'Digit3' })],
    ['Shift+F6', press('F6', { shiftKey: true })],
  ])('spells %s', (spelled, event) => expect(combination(event)).toBe(spelled));

  it('takes a sign as it is typed, with or without Shift', () => {
    expect(shortcutOf(press('/'), ['everywhere'])).toBe('search');
    expect(shortcutOf(press('/', { shiftKey: true, code: 'Digit7' }), ['everywhere'])).toBe('search');
    expect(shortcutOf(press('/', { shiftKey: true, ctrlKey: true, code: 'Digit7' }), ['everywhere'])).toBe('shortcuts');
  });

  it('looks only in the groups that are asked', () => {
    expect(shortcutOf(press('Delete'), ['everywhere', 'panes'])).toBeNull();
    expect(shortcutOf(press('Delete'), ['list'])).toBe('bin');
  });
});
