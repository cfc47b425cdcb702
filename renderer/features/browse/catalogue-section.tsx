import {
  IconCalendarStats,
  IconChecklist,
  IconCirclesRelation,
  IconCopy,
  IconShieldCheck,
  IconTopologyStar3,
} from '@tabler/icons-react';
import { sidebarTexts } from '../../../shared/messages/ui/browse';
import { useText } from '../../components/use-text';
import { showScope, view } from '../../state/view';
import { SidebarEntry, SidebarSection } from './sidebar-entry';

const entries = [
  { kind: 'overlaps', icon: IconCirclesRelation },
  { kind: 'map', icon: IconTopologyStar3 },
  { kind: 'duplicates', icon: IconCopy },
  { kind: 'curating', icon: IconChecklist },
  { kind: 'plans', icon: IconCalendarStats },
  { kind: 'guard', icon: IconShieldCheck },
] as const;

/** What keeps a catalogue in order. No counts: they are computed when somebody looks. */
export function CatalogueSection(): React.JSX.Element {
  const t = useText(sidebarTexts);
  const scope = view.use((state) => state.scope.kind);
  return (
    <SidebarSection title={t('catalogue')}>
      {entries.map(({ kind, icon }) => (
        <SidebarEntry
          key={kind}
          icon={icon}
          name={t(kind)}
          current={scope === kind}
          onChoose={() => showScope({ kind })}
        />
      ))}
    </SidebarSection>
  );
}
