import { ActionIcon, Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconCheck,
  IconCopy,
  IconDots,
  IconLink,
  IconPackageExport,
  IconPencil,
  IconPin,
  IconTrash,
  IconUsersGroup,
} from '@tabler/icons-react';
import { itemTexts } from '../../../shared/messages/ui/item';
import { packageDialogTexts } from '../../../shared/messages/ui/package';
import type { ItemDetail } from '../../../shared/model/views';
import { useCommand } from '../../bridge/queries';
import { copyText } from '../../components/copy-text';
import { useDenied } from '../../components/use-rights';
import { useText } from '../../components/use-text';
import { useUndo } from '../../components/use-undo';
import { startEditing, stopEditing } from '../../state/editing';
import { openDialog, openItem, showTab } from '../../state/view';
import { leaveForm } from './edit/leave-form';
import classes from './item-header.module.css';
import { titleOf, typeOf } from './item-title';
import { MetaLine } from './meta-line';
import { isCited, ReferenceItems } from './reference-items';
import { useBin } from './use-bin';

interface Props {
  readonly item: ItemDetail;
  readonly kept: boolean;
  readonly isEditing: boolean;
}

export function ItemHeader({ item, kept, isEditing }: Props): React.JSX.Element {
  const t = useText(itemTexts);
  const title = titleOf(item) ?? t('untitled');
  return (
    <header className={classes['header']}>
      <div className={classes['names']}>
        <h1 title={title}>{title}</h1>
        <MetaLine item={item} />
      </div>
      <Actions item={item} title={title} kept={kept} isEditing={isEditing} />
    </header>
  );
}

function Actions({ item, title, kept, isEditing }: Props & { readonly title: string }): React.JSX.Element {
  const t = useText(itemTexts);
  const packageText = useText(packageDialogTexts);
  const { failed } = useUndo();
  const { id, deleted } = item.state;
  const bin = useBin(id, title);
  const restore = useCommand('items.restore');
  const edit = (field: string | null): void => {
    showTab(id, 'overview');
    startEditing(id, field);
  };
  const denied = useDenied(item.may);
  if (deleted) {
    return (
      <Button
        size="xs"
        {...denied}
        loading={restore.isPending}
        onClick={() => restore.mutate({ ids: [id] }, { onError: failed })}
      >
        {t('restore')}
      </Button>
    );
  }
  return (
    <div className={classes['actions']}>
      {isEditing ? (
        <Button size="xs" leftSection={<IconCheck size={15} aria-hidden />} onClick={() => leaveForm(stopEditing)}>
          {t('done')}
        </Button>
      ) : (
        <Button
          size="xs"
          variant="default"
          {...denied}
          leftSection={<IconPencil size={15} aria-hidden />}
          onClick={() => edit(null)}
        >
          {t('edit')}
        </Button>
      )}
      <Button size="xs" variant="default" {...denied} leftSection={<IconTrash size={15} aria-hidden />} onClick={bin}>
        {t('bin')}
      </Button>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon size={30} variant="default" aria-label={t('more')}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {!kept && (
            <Menu.Item leftSection={<IconPin size={15} aria-hidden />} onClick={() => openItem(id, { keep: true })}>
              {t('keep')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconUsersGroup size={15} aria-hidden />}
            onClick={() => openDialog({ kind: 'share', ids: [id] })}
          >
            {t('share')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconPackageExport size={15} aria-hidden />}
            onClick={() => openDialog({ kind: 'package', ids: [id] })}
          >
            {packageText('menu')}
          </Menu.Item>
          {isCited(typeOf(item)) && <ReferenceItems id={id} />}
          <Menu.Item {...denied} leftSection={<IconLink size={15} aria-hidden />} onClick={() => edit('relations')}>
            {t('addRelation')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconCopy size={15} aria-hidden />}
            onClick={() => {
              copyText(title);
              notifications.show({ message: t('copied') });
            }}
          >
            {t('copyTitle')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
