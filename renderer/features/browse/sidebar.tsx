import {
  IconArrowsSplit2,
  IconBook2,
  IconBriefcase,
  IconClock,
  IconFileText,
  IconHome,
  IconLetterCase,
  IconList,
  IconPencil,
  IconSitemap,
  IconTrash,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { sidebarTexts } from '../../../shared/messages/ui/browse';
import { useAsk } from '../../bridge/queries';
import { useLabels } from '../../components/labels';
import { useText } from '../../components/use-text';
import { libraryScopes, sameScope, type SidebarGroup } from '../../state/scopes';
import { setSearchText } from '../../state/search';
import { showScope, view, type Scope } from '../../state/view';
import { CollectionsSection } from './collections-section';
import { SavedSearchesSection } from './saved-searches-section';
import { SidebarEntry, SidebarSection } from './sidebar-entry';
import { useArrowKeys } from './use-arrow-keys';
import { useItemActions } from './use-item-actions';
import classes from './sidebar.module.css';

const groupIcons: Readonly<Record<SidebarGroup, Icon>> = {
  projects: IconBriefcase,
  studies: IconBook2,
  drafts: IconPencil,
  documents: IconFileText,
  programmes: IconSitemap,
  people: IconUsers,
  terms: IconLetterCase,
};

/** As the index keeps it. */
const conflictFilter = { conflict: ['yes'] };

/** The left pane: every place that the list can show, with how much is there. */
export function Sidebar(): React.JSX.Element {
  const t = useText(sidebarTexts);
  const labels = useLabels();
  const counts = useAsk('items.counts', undefined).data;
  const scope = view.use((state) => state.scope);
  const conflictsShown = view.use((state) => state.filters['conflict'] !== undefined);
  const { bin } = useItemActions();
  const keyDown = useArrowKeys();
  const is = (other: Scope): boolean => sameScope(scope, other) && !(other.kind === 'all' && conflictsShown);
  const groups = libraryScopes.filter((each) => each.kind === 'group');
  return (
    <nav className={classes['pane']} data-pane="sidebar" aria-label={t('name')} onKeyDown={keyDown}>
      <SidebarSection title={t('libraries')}>
        <SidebarEntry
          icon={IconHome}
          name={t('mine')}
          count={counts?.all}
          onChoose={() => showScope({ kind: 'all' })}
        />
      </SidebarSection>
      <SidebarSection title={t('inLibrary')}>
        <SidebarEntry
          icon={IconList}
          name={t('all')}
          count={counts?.all}
          current={is({ kind: 'all' })}
          onChoose={() => showScope({ kind: 'all' })}
        />
        {groups.map((each) => (
          <SidebarEntry
            key={each.group}
            icon={groupIcons[each.group as SidebarGroup]}
            name={labels.group(each.group)}
            count={counts?.groups[each.group] ?? 0}
            current={is(each)}
            onChoose={() => showScope(each)}
          />
        ))}
        <SidebarEntry
          icon={IconClock}
          name={t('recent')}
          current={is({ kind: 'recent' })}
          onChoose={() => showScope({ kind: 'recent' })}
        />
        <SidebarEntry
          icon={IconTrash}
          name={t('bin')}
          count={counts?.bin}
          current={is({ kind: 'bin' })}
          onChoose={() => showScope({ kind: 'bin' })}
          onItems={(ids) => void bin(ids)}
        />
      </SidebarSection>
      <CollectionsSection collections={counts?.collections ?? []} />
      {counts !== undefined && counts.conflicts > 0 && (
        <SidebarSection title={t('toDo')}>
          <SidebarEntry
            icon={IconArrowsSplit2}
            name={t('conflicts')}
            count={counts.conflicts}
            urgent
            current={conflictsShown}
            onChoose={() => {
              setSearchText('');
              showScope({ kind: 'all' });
              view.set({ filters: conflictFilter });
            }}
          />
        </SidebarSection>
      )}
      <SavedSearchesSection />
    </nav>
  );
}
