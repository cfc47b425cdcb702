import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../shared/contract';
import { menuTexts } from '../../shared/messages/menu';

/** The application menu in the language of the settings; our own entries are commands for the window. */
export function setMenu(language: 'nl' | 'en', choose: (command: MenuCommand) => void): void {
  const text = (key: keyof typeof menuTexts): string => menuTexts[key][language];
  const entry = (
    key: keyof typeof menuTexts,
    command: MenuCommand,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    label: text(key),
    click: () => choose(command),
    ...(accelerator === undefined ? {} : { accelerator }),
    // The window handles its own keys; the menu shows them.
    registerAccelerator: false,
  });
  const isMac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } as MenuItemConstructorOptions] : []),
    {
      label: text('file'),
      submenu: [
        entry('newItem', 'new-item', 'CmdOrCtrl+N'),
        entry('addFiles', 'add-files', 'CmdOrCtrl+O'),
        entry('addFolder', 'add-folder', 'CmdOrCtrl+Shift+O'),
        { type: 'separator' },
        entry('settings', 'settings', 'CmdOrCtrl+,'),
        { type: 'separator' },
        entry('lock', 'lock', 'CmdOrCtrl+Shift+L'),
        { type: 'separator' },
        entry('closeTab', 'close-tab', 'CmdOrCtrl+W'),
        { role: 'quit', label: text('quit') },
      ],
    },
    {
      label: text('edit'),
      submenu: [
        entry('undo', 'undo', 'CmdOrCtrl+Z'),
        entry('redo', 'redo', 'CmdOrCtrl+Shift+Z'),
        { type: 'separator' },
        { role: 'cut', label: text('cut') },
        { role: 'copy', label: text('copy') },
        { role: 'paste', label: text('paste') },
        { role: 'selectAll', label: text('selectAll') },
        { type: 'separator' },
        entry('search', 'search', 'CmdOrCtrl+F'),
        entry('palette', 'palette', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: text('view'),
      submenu: [
        { role: 'zoomIn', label: text('zoomIn') },
        { role: 'zoomOut', label: text('zoomOut') },
        { role: 'resetZoom', label: text('zoomReset') },
        { type: 'separator' },
        { role: 'togglefullscreen', label: text('fullScreen') },
      ],
    },
    { label: text('help'), submenu: [entry('guide', 'help', 'F1'), entry('shortcuts', 'shortcuts', 'CmdOrCtrl+/')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
