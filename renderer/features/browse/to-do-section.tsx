import { IconArrowsSplit2, IconBellRinging, IconUserQuestion } from '@tabler/icons-react';
import { sidebarTexts } from '../../../shared/messages/ui/browse';
import { useAsk } from '../../bridge/queries';
import { useSpaces } from '../../components/use-spaces';
import { useText } from '../../components/use-text';
import { showInbox } from '../../state/search';
import { showSpace, view } from '../../state/view';
import { SidebarEntry, SidebarSection } from './sidebar-entry';

/** What waits for the person: what others changed, and items with two versions. Not there as long as nobody shares anything. */
export function ToDoSection({ conflicts }: { conflicts: number }): React.JSX.Element | null {
  const t = useText(sidebarTexts);
  const scope = view.use((state) => state.scope.kind);
  const shares = useSpaces().data?.some(({ kind }) => kind !== 'private') === true;
  const news = useAsk('news.list', undefined, { enabled: shares }).data?.length ?? 0;
  const rights = useAsk('access.mine', undefined, { enabled: shares }).data ?? [];
  const asked = rights.filter(({ requests }) => requests > 0);
  const [first] = asked;
  const hasConflicts = conflicts > 0 || scope === 'conflicts';
  if (!shares && !hasConflicts && scope !== 'news') return null;
  return (
    <SidebarSection title={t('toDo')}>
      {(shares || scope === 'news') && (
        <SidebarEntry
          icon={IconBellRinging}
          name={t('news')}
          count={news}
          urgent={news > 0}
          current={scope === 'news'}
          onChoose={() => showInbox('news')}
        />
      )}
      {first !== undefined && (
        <SidebarEntry
          icon={IconUserQuestion}
          name={t('requests')}
          count={asked.reduce((sum, { requests }) => sum + requests, 0)}
          urgent
          onChoose={() => showSpace(first.space)}
        />
      )}
      {(shares || hasConflicts) && (
        <SidebarEntry
          icon={IconArrowsSplit2}
          name={t('conflicts')}
          count={conflicts}
          urgent={conflicts > 0}
          current={scope === 'conflicts'}
          onChoose={() => showInbox('conflicts')}
        />
      )}
    </SidebarSection>
  );
}
