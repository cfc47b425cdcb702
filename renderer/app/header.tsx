import { Button, Menu } from '@mantine/core';
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
import { LogoMark } from '../components/logo-mark';
import { useCommands, type Commands } from '../components/use-commands';
import { useText } from '../components/use-text';
import classes from './header.module.css';
import { SearchField } from './search-field';

const icon = { size: 16, 'aria-hidden': true } as const;
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
    <Menu shadow="md" width={220} position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" size="compact-md" color="gray" c="var(--muted)" fw={400}>
          {t('view')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('theme')}</Menu.Label>
        <Menu.RadioGroup
          value={settings?.theme ?? null}
          onChange={(theme) => commands.changeSettings({ theme: theme as Settings['theme'] })}
        >
          {Object.entries(themes).map(([value, key]) => (
            <Menu.RadioItem key={value} value={value}>
              {t(key)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('textSize')}</Menu.Label>
        <Menu.RadioGroup
          value={settings?.textSize ?? null}
          onChange={(textSize) => commands.changeSettings({ textSize: textSize as Settings['textSize'] })}
        >
          {Object.entries(sizes).map(([value, key]) => (
            <Menu.RadioItem key={value} value={value}>
              {t(key)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconSettings {...icon} />}
          rightSection={<Keys keys="Ctrl ," />}
          onClick={commands.settings}
        >
          {t('settings')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function HelpMenu({ commands }: { commands: Commands }): React.JSX.Element {
  const t = useText(shellTexts);
  return (
    <Menu shadow="md" width={230} position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" size="compact-md" color="gray" c="var(--muted)" fw={400}>
          {t('help')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconBook {...icon} />} rightSection={<Keys keys="F1" />} onClick={commands.help}>
          {t('guide')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconKeyboard {...icon} />}
          rightSection={<Keys keys="Ctrl /" />}
          onClick={commands.shortcuts}
        >
          {t('shortcuts')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function AddMenu({ commands }: { commands: Commands }): React.JSX.Element {
  const t = useText(shellTexts);
  return (
    <Menu shadow="md" width={240} position="bottom-end">
      <Menu.Target>
        <Button size="compact-md" px={12} h={28} leftSection={<IconPlus size={15} stroke={2.4} aria-hidden />}>
          {t('add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconFileUpload {...icon} />}
          rightSection={<Keys keys="Ctrl O" />}
          onClick={commands.addFiles}
        >
          {t('addFiles')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFolderUp {...icon} />} onClick={commands.addFolder}>
          {t('addFolder')}
        </Menu.Item>
        <Menu.Item leftSection={<IconClipboardText {...icon} />} onClick={commands.addPaste}>
          {t('addPaste')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconPencilPlus {...icon} />}
          rightSection={<Keys keys="Ctrl N" />}
          onClick={() => commands.newItem()}
        >
          {t('addItem')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Keys({ keys }: { keys: string }): React.JSX.Element {
  return <span className={classes['keys']}>{keys}</span>;
}
