import { UnstyledButton } from '@mantine/core';
import { IconFolderOpen, IconHome, IconInfoCircle, IconPackageImport, IconPlus, IconWorld } from '@tabler/icons-react';
import type { SpaceId } from '../../../shared/base/ids';
import { sidebarTexts } from '../../../shared/messages/ui/browse';
import { ButtonMenu } from '../../components/button-menu';
import { moodIcons, moodOf, useSpaceWords } from '../../components/space-state';
import { useOpenBundle } from '../../components/use-open-bundle';
import { useSpaces } from '../../components/use-spaces';
import { useText } from '../../components/use-text';
import { sameScope } from '../../state/scopes';
import { openDialog, showScope, showSpace, view } from '../../state/view';
import { SidebarEntry, SidebarSection } from './sidebar-entry';
import classes from './sidebar.module.css';

/** What is the person's own, and the spaces that are shared, each with how it is doing and how much is in it. */
export function SpacesSection({
  counts,
}: {
  counts: Readonly<Record<SpaceId, number>> | undefined;
}): React.JSX.Element {
  const t = useText(sidebarTexts);
  const words = useSpaceWords();
  const scope = view.use((state) => state.scope);
  const spaces = useSpaces().data ?? [];
  const own = spaces.find(({ kind }) => kind === 'private');
  return (
    <SidebarSection title={t('libraries')}>
      <SidebarEntry
        icon={IconHome}
        name={t('mine')}
        count={own === undefined ? undefined : (counts?.[own.id] ?? 0)}
        current={own !== undefined && sameScope(scope, { kind: 'space', id: own.id })}
        onChoose={() => showScope(own === undefined ? { kind: 'all' } : { kind: 'space', id: own.id })}
      />
      {spaces
        .filter(({ kind }) => kind !== 'private')
        .map((space) => (
          <SidebarEntry
            key={space.id}
            icon={moodIcons[moodOf(space)]}
            name={space.name}
            count={counts?.[space.id] ?? 0}
            state={{ name: moodOf(space), text: words.mood(moodOf(space)) }}
            current={sameScope(scope, { kind: 'space', id: space.id })}
            onChoose={() => showSpace(space.id)}
            onItems={(ids) => openDialog({ kind: 'share', ids, space: space.id })}
            menu={{
              label: t('spaceMenu', { name: space.name }),
              entries: [
                {
                  text: t('spacePage'),
                  icon: IconInfoCircle,
                  onChoose: () => view.set({ spacePage: space.id }),
                },
                ...(space.kind === 'open'
                  ? [
                      {
                        text: t('makeSite'),
                        icon: IconWorld,
                        onChoose: () => openDialog({ kind: 'publish', space: space.id }),
                      },
                    ]
                  : []),
              ],
            }}
          />
        ))}
      <AddSpace />
    </SidebarSection>
  );
}

function AddSpace(): React.JSX.Element {
  const t = useText(sidebarTexts);
  const bundle = useOpenBundle(({ space }) => showSpace(space));
  return (
    <li className={classes['item']}>
      <ButtonMenu
        width={220}
        button={
          <UnstyledButton className={`${classes['entry'] ?? ''} ${classes['addSpace'] ?? ''}`} data-entry>
            <IconPlus size={16} stroke={1.8} aria-hidden />
            <span className={classes['name']}>{t('addSpace')}</span>
          </UnstyledButton>
        }
        entries={[
          { text: t('newSpace'), icon: IconPlus, onChoose: () => openDialog({ kind: 'new-space' }) },
          { text: t('openSpace'), icon: IconFolderOpen, onChoose: () => openDialog({ kind: 'open-space' }) },
          { text: t('openBundle'), icon: IconPackageImport, onChoose: bundle.choose },
        ]}
      />
    </li>
  );
}
