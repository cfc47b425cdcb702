import { Button, Group } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop, IconRefresh } from '@tabler/icons-react';
import { spacePageTexts } from '../../../../shared/messages/ui/space-page';
import type { SpaceStatus } from '../../../../shared/model/sync';
import { useText } from '../../../components/use-text';
import { useSpaceCommand } from './use-space-command';

const icon = { size: 15, 'aria-hidden': true } as const;

/** Sync now, stop the round, pause and resume, as fits the state. */
export function SyncButtons({ space: { id, state } }: { readonly space: SpaceStatus }): React.JSX.Element | null {
  const t = useText(spacePageTexts);
  const syncNow = useSpaceCommand('sync.now');
  const cancel = useSpaceCommand('sync.cancel');
  const pause = useSpaceCommand('sync.pause');
  const resume = useSpaceCommand('sync.resume');
  if (state === 'local' || state === 'braked') return null;
  if (state === 'paused')
    return (
      <Group gap={8} mt={10}>
        <Button
          size="xs"
          leftSection={<IconPlayerPlay {...icon} />}
          loading={resume.isPending}
          onClick={() => resume.run({ id })}
        >
          {t('resume')}
        </Button>
      </Group>
    );
  return (
    <Group gap={8} mt={10}>
      {state === 'syncing' ? (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlayerStop {...icon} />}
          loading={cancel.isPending}
          onClick={() => cancel.run({ id })}
        >
          {t('stop')}
        </Button>
      ) : (
        <Button
          size="xs"
          leftSection={<IconRefresh {...icon} />}
          loading={syncNow.isPending}
          onClick={() => syncNow.run({ id })}
        >
          {t('syncNow')}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlayerPause {...icon} />}
        loading={pause.isPending}
        onClick={() => pause.run({ id })}
      >
        {t('pause')}
      </Button>
    </Group>
  );
}
