import {
  IconBook2,
  IconBriefcase,
  IconClock,
  IconFileText,
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
import { useArrowKeys } from '../../components/use-arrow-keys';
import { useText } from '../../components/use-text';
import { libraryScopes, sameScope, type SidebarGroup } from '../../state/scopes';
import { showScope, view, type Scope } from '../../state/view';
import { CatalogueSection } from './catalogue-section';
import { CollectionsSection } from './collections-section';
import { SavedSearchesSection } from './saved-searches-section';
import { SidebarEntry, SidebarSection } from './sidebar-entry';
import { SpacesSection } from './spaces-section';
import { ToDoSection } from './to-do-section';
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

/** The left pane: every place that the list can show, with how much is there. */
export function Sidebar(): React.JSX.Element {
  const t = useText(sidebarTexts);
  const labels = useLabels();
  const counts = useAsk('items.counts', undefined).data;
  const scope = view.use((state) => state.scope);
  const { bin } = useItemActions();
  const keyDown = useArrowKeys();
  const is = (other: Scope): boolean => sameScope(scope, other);
  const groups = libraryScopes.filter((each) => each.kind === 'group');
  return (
    <nav className={classes['pane']} data-pane="sidebar" aria-label={t('name')} onKeyDown={keyDown}>
      <SpacesSection counts={counts?.spaces} />
      <ToDoSection conflicts={counts?.conflicts ?? 0} />
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
      <CatalogueSection />
      <CollectionsSection collections={counts?.collections ?? []} />
      <SavedSearchesSection />
    </nav>
  );
}
