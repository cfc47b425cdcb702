import { Button, Group, Stack, Text } from '@mantine/core';
import type { SpaceId } from '../../../shared/base/ids';
import { emptyTexts } from '../../../shared/messages/ui/browse';
import { useCommand } from '../../bridge/queries';
import { useProgress } from '../../components/use-progress';
import { useSpaces } from '../../components/use-spaces';
import { useText } from '../../components/use-text';
import { useUndo } from '../../components/use-undo';
import { chooseAndAdd } from '../../state/adding';
import { newTypeOf } from '../../state/scopes';
import { setSearchText } from '../../state/search';
import { openDialog, showScope, view, type Scope } from '../../state/view';
import { isNarrowed } from './list-query';
import classes from './item-list.module.css';

/** What an empty list says: why it is empty and what to do next. */
export function EmptyList(): React.JSX.Element {
  const scope = view.use((state) => state.scope);
  const narrowed = view.use(({ text, filters }) => isNarrowed(text, filters));
  return (
    <Stack className={classes['empty'] ?? ''} gap="sm" align="flex-start">
      {narrowed ? <NoHits scope={scope} /> : <EmptyScope scope={scope} />}
    </Stack>
  );
}

function NoHits({ scope }: { scope: Scope }): React.JSX.Element {
  const t = useText(emptyTexts);
  const text = view.use((state) => state.text);
  const filtered = view.use((state) => Object.keys(state.filters).length > 0);
  return (
    <>
      <Words title={t('noHitsTitle')} body={t('noHitsBody')} />
      <Group gap="xs">
        {filtered && (
          <Button size="compact-sm" variant="light" onClick={() => view.set({ filters: {} })}>
            {t('clearFilters')}
          </Button>
        )}
        {text !== '' && scope.kind !== 'all' && (
          <Button size="compact-sm" variant="light" onClick={() => showScope({ kind: 'all' })}>
            {t('searchEverywhere')}
          </Button>
        )}
        {text !== '' && (
          <Button size="compact-sm" variant="light" onClick={() => setSearchText('')}>
            {t('clearSearch')}
          </Button>
        )}
      </Group>
    </>
  );
}

function EmptyScope({ scope }: { scope: Scope }): React.JSX.Element {
  const t = useText(emptyTexts);
  const sample = useCommand('library.loadSample');
  const { failed } = useUndo();
  const isAdding = useProgress('import')?.state === 'running';
  const addFiles = (variant: 'filled' | 'light'): React.JSX.Element => (
    <Button size="compact-md" variant={variant} onClick={() => void chooseAndAdd('files').catch(failed)}>
      {t('addFiles')}
    </Button>
  );
  switch (scope.kind) {
    case 'all':
      if (isAdding) return <Words title={t('comingTitle')} body={t('comingBody')} />;
      return (
        <>
          <Words title={t('libraryTitle')} body={t('libraryBody')} />
          <Group gap="xs">
            {addFiles('filled')}
            <Button
              size="compact-md"
              variant="light"
              loading={sample.isPending}
              onClick={() => sample.mutate(undefined, { onError: failed })}
            >
              {t('loadSample')}
            </Button>
          </Group>
        </>
      );
    case 'group':
      return (
        <>
          <Words title={t('groupTitle')} body={t('groupBody')} />
          <Group gap="xs">
            <Button size="compact-md" onClick={() => openDialog({ kind: 'new-item', type: newTypeOf(scope) })}>
              {t('newItem')}
            </Button>
            {addFiles('light')}
          </Group>
        </>
      );
    case 'collection':
      return (
        <>
          <Words title={t('collectionTitle')} body={t('collectionBody')} />
          <Button size="compact-md" variant="light" onClick={() => showScope({ kind: 'all' })}>
            {t('showAll')}
          </Button>
        </>
      );
    case 'space':
      return <EmptySpace id={scope.id} />;
    case 'conflicts':
    case 'news':
    case 'overlaps':
    case 'duplicates':
    case 'curating':
    case 'guard':
    case 'map':
    case 'plans':
    case 'recent':
      return <Words title={t('recentTitle')} body={t('recentBody')} />;
    case 'bin':
      return <Words title={t('binTitle')} body={t('binBody')} />;
  }
}

function EmptySpace({ id }: { id: SpaceId }): React.JSX.Element {
  const t = useText(emptyTexts);
  const isPrivate = useSpaces().data?.find((space) => space.id === id)?.kind === 'private';
  return (
    <>
      <Words title={t(isPrivate ? 'privateTitle' : 'spaceTitle')} body={t(isPrivate ? 'privateBody' : 'spaceBody')} />
      <Button size="compact-md" variant="light" onClick={() => showScope({ kind: 'all' })}>
        {t('showAll')}
      </Button>
    </>
  );
}

function Words({ title, body }: { title: string; body: string }): React.JSX.Element {
  return (
    <div>
      <Text fw={700} size="md">
        {title}
      </Text>
      <Text size="sm" c="var(--muted)">
        {body}
      </Text>
    </div>
  );
}
