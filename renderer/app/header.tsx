import { Button } from '@mantine/core';
import {
  IconBook,
  IconClipboardText,
  IconFileUpload,
  IconFolderUp,
  IconKeyboard,
  IconPencilPlus,
  IconPlus,
  IconSettings,
} from '@tabler/icons-react';
import { shellTexts } from '../../shared/messages/ui/shell';
import type { Settings } from '../../shared/model/settings';
import { useAsk } from '../bridge/queries';
import { ButtonMenu } from '../components/button-menu';
import { LogoMark } from '../components/logo-mark';
import { useCommands, type Commands } from '../components/use-commands';
import { useText } from '../components/use-text';
import classes from './header.module.css';
import { SearchField } from './search-field';

const themes = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const;
const sizes = { small: 'textSmall', normal: 'textNormal', large: 'textLarge', larger: 'textLarger' } as const;

/** The top of the window: what it is, the search field, and the menus. */
export function Header(): React.JSX.Element {
  const commands = useCommands();
  return (
    <header className={classes['header']}>
      <div className={classes['logo']}>
        <LogoMark /> Raakvlak
      </div>
      <SearchField />
      <div className={classes['menus']}>
        <ViewMenu commands={commands} />
        <HelpMenu commands={commands} />
        <AddMenu commands={commands} />
      </div>
    </header>
  );
}

function ViewMenu({ commands }: { commands: Commands }): React.JSX.Element {
  const t = useText(shellTexts);
  const settings = useAsk('settings.get', undefined).data;
  return (
    <ButtonMenu
      width={220}
      position="bottom-end"
      button={
        <Button variant="subtle" size="compact-md" color="gray" c="var(--muted)" fw={400}>
          {t('view')}
        </Button>
      }
      entries={[
        { title: t('theme') },
        {
          options: Object.entries(themes).map(([value, key]) => ({ value, text: t(key) })),
          value: settings?.theme ?? null,
          onChoose: (theme) => commands.changeSettings({ theme: theme as Settings['theme'] }),
        },
        'line',
        { title: t('textSize') },
        {
          options: Object.entries(sizes).map(([value, key]) => ({ value, text: t(key) })),
          value: settings?.textSize ?? null,
          onChoose: (textSize) => commands.changeSettings({ textSize: textSize as Settings['textSize'] }),
        },
        'line',
        { text: t('settings'), icon: IconSettings, keys: 'Ctrl ,', onChoose: commands.settings },
      ]}
    />
  );
}

function HelpMenu({ commands }: { commands: Commands }): React.JSX.Element {
  const t = useText(shellTexts);
  return (
    <ButtonMenu
      width={230}
      position="bottom-end"
      button={
        <Button variant="subtle" size="compact-md" color="gray" c="var(--muted)" fw={400}>
          {t('help')}
        </Button>
      }
      entries={[
        { text: t('guide'), icon: IconBook, keys: 'F1', onChoose: commands.help },
        { text: t('shortcuts'), icon: IconKeyboard, keys: 'Ctrl /', onChoose: commands.shortcuts },
      ]}
    />
  );
}

function AddMenu({ commands }: { commands: Commands }): React.JSX.Element {
  const t = useText(shellTexts);
  return (
    <ButtonMenu
      width={240}
      position="bottom-end"
      button={
        <Button size="compact-md" px={12} h={28} leftSection={<IconPlus size={15} stroke={2.4} aria-hidden />}>
          {t('add')}
        </Button>
      }
      entries={[
        { text: t('addFiles'), icon: IconFileUpload, keys: 'Ctrl O', onChoose: commands.addFiles },
        { text: t('addFolder'), icon: IconFolderUp, onChoose: commands.addFolder },
        { text: t('addPaste'), icon: IconClipboardText, onChoose: commands.addPaste },
        'line',
        { text: t('addItem'), icon: IconPencilPlus, keys: 'Ctrl N', onChoose: () => commands.newItem() },
      ]}
    />
  );
}
