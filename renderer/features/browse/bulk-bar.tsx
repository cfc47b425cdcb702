import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core';
import {
  IconEdit,
  IconFileExport,
  IconFolderMinus,
  IconFolderPlus,
  IconRestore,
  IconTag,
  IconTrash,
  IconUsersGroup,
  IconX,
} from '@tabler/icons-react';
import { actionTexts } from '../../../shared/messages/ui/browse';
import { useFormat } from '../../components/format';
import { useText } from '../../components/use-text';
import { CollectItems } from './collect-items';
import classes from './item-list.module.css';
import type { ChosenActions } from './use-chosen-actions';

/** What can be done with several chosen rows at once. */
export function BulkBar({
  actions,
  count,
  onClear,
}: {
  actions: ChosenActions;
  count: number;
  onClear: () => void;
}): React.JSX.Element {
  const t = useText(actionTexts);
  const format = useFormat();
  const icon = { size: 14, 'aria-hidden': true } as const;
  const denied = actions.whyNot === null ? {} : { disabled: true, title: actions.whyNot };
  const button = { size: 'compact-xs', variant: 'subtle', h: 24, px: 6 } as const;
  return (
    <Group className={classes['bulk'] ?? ''} role="toolbar" aria-label={t('actionsForChosen')} gap={2}>
      <Text size="sm" fw={600} mr={4}>
        {t('chosen', { n: format.number(count) })}
      </Text>
      {actions.inBin ? (
        <Button {...button} leftSection={<IconRestore {...icon} />} {...denied} onClick={actions.restore}>
          {t('restore')}
        </Button>
      ) : (
        <>
          <Button {...button} leftSection={<IconTag {...icon} />} {...denied} onClick={actions.tags}>
            {t('tags')}
          </Button>
          <Menu position="bottom-start" shadow="md" width={250}>
            <Menu.Target>
              <Button {...button} {...denied} leftSection={<IconFolderPlus {...icon} />}>
                {t('collect')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <CollectItems onCollection={actions.collect} onNew={actions.collectNew} />
            </Menu.Dropdown>
          </Menu>
          {actions.uncollect !== null && (
            <Button {...button} leftSection={<IconFolderMinus {...icon} />} {...denied} onClick={actions.uncollect}>
              {t('uncollect')}
            </Button>
          )}
          <Button {...button} leftSection={<IconUsersGroup {...icon} />} onClick={actions.share}>
            {t('shareShort')}
          </Button>
          <Button {...button} leftSection={<IconEdit {...icon} />} {...denied} onClick={actions.change}>
            {t('change')}
          </Button>
          <Button {...button} leftSection={<IconFileExport {...icon} />} onClick={actions.exportAs}>
            {t('exportShort')}
          </Button>
          <Button {...button} leftSection={<IconTrash {...icon} />} {...denied} onClick={actions.bin}>
            {t('bin')}
          </Button>
        </>
      )}
      <ActionIcon variant="subtle" size={24} ml="auto" aria-label={t('clearChosen')} onClick={onClear}>
        <IconX size={15} />
      </ActionIcon>
    </Group>
  );
}
