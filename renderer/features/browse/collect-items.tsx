import { Menu } from '@mantine/core';
import { IconFolder, IconPlus } from '@tabler/icons-react';
import type { ItemId } from '../../../shared/base/ids';
import { actionTexts } from '../../../shared/messages/ui/browse';
import { useAsk } from '../../bridge/queries';
import { useText } from '../../components/use-text';

interface Props {
  readonly onCollection: (collection: { id: ItemId; title: string }) => void;
  readonly onNew: () => void;
}

/** The entries of a menu that puts items in a collection. */
export function CollectItems({ onCollection, onNew }: Props): React.JSX.Element {
  const t = useText(actionTexts);
  const collections = useAsk('items.counts', undefined).data?.collections ?? [];
  return (
    <>
      {collections.map((collection) => (
        <Menu.Item
          key={collection.id}
          leftSection={<IconFolder size={15} aria-hidden />}
          onClick={() => onCollection(collection)}
        >
          {collection.title}
        </Menu.Item>
      ))}
      {collections.length > 0 && <Menu.Divider />}
      <Menu.Item leftSection={<IconPlus size={15} aria-hidden />} onClick={onNew}>
        {t('newCollection')}
      </Menu.Item>
    </>
  );
}
