import { UnstyledButton } from '@mantine/core';
import { IconFolder, IconFolderDown, IconInfoCircle, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import { nameTexts, sidebarTexts } from '../../../shared/messages/ui/browse';
import { collectionTexts } from '../../../shared/messages/ui/sharing';
import type { SidebarCounts } from '../../../shared/search/item-query';
import { useCommand } from '../../bridge/queries';
import { useKeepCollection } from '../../components/use-keep-collection';
import { useText } from '../../components/use-text';
import { useUndo } from '../../components/use-undo';
import { sameScope } from '../../state/scopes';
import { openItem, showScope, view } from '../../state/view';
import { NameDialogLater } from './name-dialog-later';
import { SidebarEntry, SidebarSection } from './sidebar-entry';
import classes from './sidebar.module.css';
import { useItemActions } from './use-item-actions';

type Collection = SidebarCounts['collections'][number];
type Naming = { readonly of: Collection | null };

/** Collections that people made; items can be dropped on them. */
export function CollectionsSection({ collections }: { collections: readonly Collection[] }): React.JSX.Element {
  const t = useText(sidebarTexts);
  const tc = useText(collectionTexts);
  const offline = useKeepCollection();
  const scope = view.use((state) => state.scope);
  const actions = useItemActions();
  const [naming, setNaming] = useState<Naming | null>(null);
  const add = (
    <UnstyledButton
      className={classes['add'] ?? ''}
      aria-label={t('newCollection')}
      title={t('newCollection')}
      onClick={() => setNaming({ of: null })}
    >
      <IconPlus size={15} aria-hidden />
    </UnstyledButton>
  );
  const binCollection = (id: ItemId): void => {
    if (sameScope(scope, { kind: 'collection', id })) showScope({ kind: 'all' });
    void actions.bin([id]);
  };
  return (
    <SidebarSection title={t('collections')} action={add}>
      {collections.map((each) => (
        <SidebarEntry
          key={each.id}
          icon={offline.kept.includes(each.id) ? IconFolderDown : IconFolder}
          {...(offline.kept.includes(each.id) ? { state: { name: 'kept', text: tc('kept') } } : {})}
          name={each.title}
          count={each.count}
          current={sameScope(scope, { kind: 'collection', id: each.id })}
          onChoose={() => showScope({ kind: 'collection', id: each.id })}
          onItems={(ids) => void actions.collect(ids, each)}
          menu={{
            label: t('collectionMenu', { name: each.title }),
            entries: [
              { text: t('openCollection'), icon: IconInfoCircle, onChoose: () => openItem(each.id, { keep: true }) },
              { text: t('renameCollection'), icon: IconPencil, onChoose: () => setNaming({ of: each }) },
              ...(offline.canChoose
                ? [
                    {
                      text: t('keepOffline'),
                      icon: IconFolderDown,
                      isOn: offline.kept.includes(each.id),
                      onChoose: () => offline.keep(each.id, !offline.kept.includes(each.id)),
                    },
                  ]
                : []),
              { text: t('binCollection'), icon: IconTrash, onChoose: () => binCollection(each.id) },
            ],
          }}
        />
      ))}
      {naming !== null && <NameCollection of={naming.of} onClose={() => setNaming(null)} />}
    </SidebarSection>
  );
}

function NameCollection({ of, onClose }: Naming & { onClose: () => void }): React.JSX.Element {
  const t = useText(nameTexts);
  const { newCollection } = useItemActions();
  const { failed } = useUndo();
  const rename = useCommand('items.change');
  const save = async (title: string): Promise<void> => {
    if (of !== null)
      return rename.mutate({ id: of.id, change: { set: { title } }, label: 'change' }, { onError: failed });
    const id = await newCollection(title, []);
    if (id !== null) showScope({ kind: 'collection', id });
  };
  return (
    <NameDialogLater
      title={t(of === null ? 'newCollection' : 'renameCollection')}
      initial={of?.title ?? ''}
      onName={(name) => void save(name)}
      onClose={onClose}
    />
  );
}
