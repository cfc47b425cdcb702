import { Menu } from '@mantine/core';
import {
  IconEdit,
  IconEye,
  IconExternalLink,
  IconFileExport,
  IconFolderMinus,
  IconFolderPlus,
  IconHelpCircle,
  IconPackageExport,
  IconRestore,
  IconTag,
  IconTrash,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { actionTexts } from '../../../shared/messages/ui/browse';
import { packageDialogTexts } from '../../../shared/messages/ui/package';
import { useText } from '../../components/use-text';
import { CollectItems } from './collect-items';
import type { ChosenActions } from './use-chosen-actions';

export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

/** Not a key, as of other menus: the one that opens this comes to the document when the menu is there already, and would close it. */
const closingEvents = ['mousedown', 'touchstart'];

/** The menu of the chosen rows, at the mouse or at the row of the keyboard. */
export function RowMenu({
  place,
  actions,
  why,
  onClose,
}: {
  place: MenuPlace | null;
  actions: ChosenActions;
  /** Tells why the row was found; null where nothing was searched for. */
  why: (() => void) | null;
  onClose: () => void;
}): React.JSX.Element {
  const t = useText(actionTexts);
  const packageText = useText(packageDialogTexts);
  const denied = actions.whyNot === null ? {} : { disabled: true, title: actions.whyNot };
  const icon = { size: 15, 'aria-hidden': true } as const;
  // Drawn closed first, or the focus would not return to where it was.
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => setDrawn(true), []);
  return (
    <Menu
      opened={isDrawn && place !== null}
      onChange={(opened) => {
        if (!opened) onClose();
      }}
      position="bottom-start"
      shadow="md"
      width={250}
      withinPortal
      clickOutsideEvents={closingEvents}
      aria-label={t('rowMenu')}
    >
      <Menu.Target>
        <span aria-hidden style={{ position: 'fixed', left: place?.x ?? 0, top: place?.y ?? 0, width: 1, height: 1 }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={t('rowMenu')}>
        <Menu.Item leftSection={<IconExternalLink {...icon} />} onClick={actions.open}>
          {t('open')}
        </Menu.Item>
        <Menu.Item leftSection={<IconEye {...icon} />} onClick={actions.quickLook}>
          {t('quickLook')}
        </Menu.Item>
        {why !== null && (
          <Menu.Item leftSection={<IconHelpCircle {...icon} />} onClick={why}>
            {t('why')}
          </Menu.Item>
        )}
        {!actions.inBin && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconTag {...icon} />} {...denied} onClick={actions.tags}>
              {t('tags')}
            </Menu.Item>
            <Menu.Sub>
              <Menu.Sub.Target>
                <Menu.Sub.Item {...denied} leftSection={<IconFolderPlus {...icon} />}>
                  {t('collect')}
                </Menu.Sub.Item>
              </Menu.Sub.Target>
              <Menu.Sub.Dropdown>
                <CollectItems onCollection={actions.collect} onNew={actions.collectNew} />
              </Menu.Sub.Dropdown>
            </Menu.Sub>
            <Menu.Item leftSection={<IconUsersGroup {...icon} />} onClick={actions.share}>
              {t('share')}
            </Menu.Item>
            <Menu.Item leftSection={<IconEdit {...icon} />} {...denied} onClick={actions.change}>
              {t('changeField')}
            </Menu.Item>
            <Menu.Item leftSection={<IconFileExport {...icon} />} onClick={actions.exportAs}>
              {t('exportAs')}
            </Menu.Item>
            <Menu.Item leftSection={<IconPackageExport {...icon} />} onClick={actions.pack}>
              {packageText('menu')}
            </Menu.Item>
            {actions.uncollect !== null && (
              <Menu.Item leftSection={<IconFolderMinus {...icon} />} {...denied} onClick={actions.uncollect}>
                {t('uncollect')}
              </Menu.Item>
            )}
          </>
        )}
        <Menu.Divider />
        {actions.inBin ? (
          <Menu.Item leftSection={<IconRestore {...icon} />} {...denied} onClick={actions.restore}>
            {t('restore')}
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconTrash {...icon} />} {...denied} onClick={actions.bin}>
            {t('bin')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
