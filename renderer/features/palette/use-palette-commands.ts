import Fuse from 'fuse.js';
import { useMemo } from 'react';
import { itemTypes } from '../../../shared/model/types';
import { fold } from '../../../shared/search/fold';
import { sidebarTexts } from '../../../shared/messages/ui/browse';
import { commandTexts, commandWords } from '../../../shared/messages/ui/palette';
import { useLabels } from '../../components/labels';
import { useCommands } from '../../components/use-commands';
import { useText } from '../../components/use-text';
import { libraryScopes } from '../../state/scopes';
import { showInbox } from '../../state/search';
import { openDialog, showScope } from '../../state/view';

export interface PaletteCommand {
  readonly id: string;
  readonly name: string;
  /** Other words that people try. */
  readonly words: string;
  readonly run: () => void;
}

/** Far enough for a typing mistake in a short word, not for another word. */
const threshold = 0.35;

/** The text is the start of the command's name, or nearly the whole of it: then the command is meant, not an item that holds the word. */
export function isMeant(command: PaletteCommand | undefined, text: string): boolean {
  const typed = fold(text.trim());
  if (typed.length < minMeantLength || command === undefined) return false;
  const name = fold(command.name);
  if (name.startsWith(typed)) return true;
  return (
    name.length - typed.length <= maxMissing && new Fuse([name], { threshold: meantThreshold }).search(typed).length > 0
  );
}

const minMeantLength = 3;
const maxMissing = 2;
/** Of Fuse.js: 0 is equal; one wrong letter in ten gives about 0.1. */
const meantThreshold = 0.2;

/** The commands of the palette that fit what was typed, best first; without text the common ones. */
export function usePaletteCommands(text: string, limit: number): readonly PaletteCommand[] {
  const all = useAllCommands();
  const fuse = useMemo(
    () =>
      new Fuse(all, {
        keys: [
          { name: 'name', weight: 3 },
          { name: 'words', weight: 1 },
        ],
        threshold,
        ignoreLocation: true,
        ignoreDiacritics: true,
      }),
    [all],
  );
  return useMemo(
    () => (text.trim() === '' ? all.slice(0, limit) : fuse.search(text.trim(), { limit }).map(({ item }) => item)),
    [all, fuse, text, limit],
  );
}

function useAllCommands(): readonly PaletteCommand[] {
  const t = useText(commandTexts);
  const words = useText(commandWords);
  const sidebar = useText(sidebarTexts);
  const labels = useLabels();
  const commands = useCommands();
  return useMemo(() => {
    const command = (id: keyof typeof commandTexts & keyof typeof commandWords, run: () => void): PaletteCommand => ({
      id,
      name: t(id),
      words: words(id),
      run,
    });
    const theme = (
      key: 'themeLight' | 'themeDark' | 'themeSystem',
      value: 'light' | 'dark' | 'system',
    ): PaletteCommand => ({
      id: key,
      name: t(key),
      words: words('theme'),
      run: () => commands.changeSettings({ theme: value }),
    });
    return [
      command('addFiles', commands.addFiles),
      command('addFolder', commands.addFolder),
      ...itemTypes.map(({ name }) => ({
        id: `new-${name}`,
        name: t('newItem', { type: labels.type(name) }),
        words: words('newItem'),
        run: () => commands.newItem(name),
      })),
      command('newSpace', () => openDialog({ kind: 'new-space' })),
      command('openSpace', () => openDialog({ kind: 'open-space' })),
      command('syncNow', commands.syncNow),
      command('news', () => showInbox('news')),
      command('conflicts', () => showInbox('conflicts')),
      command('guard', () => showScope({ kind: 'guard' })),
      ...(['overlaps', 'duplicates', 'curating'] as const).map((kind) => ({
        id: `go-${kind}`,
        name: t('goTo', { scope: sidebar(kind) }),
        words: words('goTo'),
        run: () => showScope({ kind }),
      })),
      command('map', () => showScope({ kind: 'map' })),
      command('plans', () => showScope({ kind: 'plans' })),
      command('exportAll', () => openDialog({ kind: 'export', ids: null })),
      command('makeSite', () => openDialog({ kind: 'publish' })),
      command('settings', commands.settings),
      command('lock', commands.lock),
      command('shortcuts', commands.shortcuts),
      command('help', commands.help),
      command('undo', commands.undo),
      command('redo', commands.redo),
      theme('themeLight', 'light'),
      theme('themeDark', 'dark'),
      theme('themeSystem', 'system'),
      ...libraryScopes.map((scope) => {
        const name =
          scope.kind === 'group' ? labels.group(scope.group) : scope.kind === 'bin' ? sidebar('bin') : sidebar('all');
        return {
          id: `go-${name}`,
          name: t('goTo', { scope: name }),
          words: words('goTo'),
          run: () => showScope(scope),
        };
      }),
      command('rebuild', commands.rebuild),
      command('showFolder', commands.showFolder),
    ];
  }, [t, words, sidebar, labels, commands]);
}
