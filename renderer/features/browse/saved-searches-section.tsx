import { UnstyledButton } from '@mantine/core';
import { IconPencil, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { SavedSearch } from '../../../shared/model/settings';
import { nameTexts, sidebarTexts } from '../../../shared/messages/ui/browse';
import { useAsk, useCommand } from '../../bridge/queries';
import { useText } from '../../components/use-text';
import { useUndo } from '../../components/use-undo';
import { showSavedSearch } from '../../state/search';
import { view } from '../../state/view';
import { isNarrowed } from './list-query';
import { NameDialogLater } from './name-dialog-later';
import { SidebarEntry, SidebarSection } from './sidebar-entry';
import classes from './sidebar.module.css';

/** Searches that the person kept on this computer. */
export function SavedSearchesSection(): React.JSX.Element {
  const t = useText(sidebarTexts);
  const names = useText(nameTexts);
  const searches = useAsk('settings.get', undefined).data?.savedSearches ?? [];
  const text = view.use((state) => state.text);
  const filters = view.use((state) => state.filters);
  const change = useCommand('settings.change');
  const { failed } = useUndo();
  const [naming, setNaming] = useState<{ of: SavedSearch | null } | null>(null);
  const keep = (savedSearches: SavedSearch[]): void => change.mutate({ savedSearches }, { onError: failed });
  const save = (of: SavedSearch | null, name: string): void => {
    if (of !== null) return keep(searches.map((each) => (each.id === of.id ? { ...each, name } : each)));
    const kept = Object.fromEntries(Object.entries(filters).map(([field, values]) => [field, [...values]]));
    keep([...searches, { id: crypto.randomUUID(), name, text, filters: kept }]);
  };
  const add = (
    <UnstyledButton
      className={classes['add'] ?? ''}
      disabled={!isNarrowed(text, filters)}
      aria-label={t('saveSearch')}
      title={t('saveSearch')}
      onClick={() => setNaming({ of: null })}
    >
      <IconPlus size={15} aria-hidden />
    </UnstyledButton>
  );
  return (
    <SidebarSection title={t('saved')} action={add}>
      {searches.map((each) => (
        <SidebarEntry
          key={each.id}
          icon={IconSearch}
          name={each.name}
          onChoose={() => showSavedSearch(each)}
          menu={{
            label: t('savedMenu', { name: each.name }),
            entries: [
              { text: t('renameSearch'), icon: IconPencil, onChoose: () => setNaming({ of: each }) },
              {
                text: t('removeSearch'),
                icon: IconTrash,
                onChoose: () => keep(searches.filter(({ id }) => id !== each.id)),
              },
            ],
          }}
        />
      ))}
      {naming !== null && (
        <NameDialogLater
          title={names(naming.of === null ? 'saveSearch' : 'renameSearch')}
          initial={naming.of?.name ?? text}
          onName={(name) => save(naming.of, name)}
          onClose={() => setNaming(null)}
        />
      )}
    </SidebarSection>
  );
}
