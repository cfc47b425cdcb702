import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { Events } from '../../shared/contract';
import { spaceStateTexts } from '../../shared/messages/ui/sharing';
import { useEvent } from '../bridge/queries';
import { useText } from '../components/use-text';
import { showSpace } from '../state/view';

/** Says in the window that sync of a space stands still or fails. News, conflicts and requests for access show as counts in the sidebar, and interrupt nobody. */
export function useAttention(): void {
  const t = useText(spaceStateTexts);
  const tell = useCallback(
    ({ kind, space, name }: Events['sync.attention']) => {
      if (kind === 'news' || kind === 'conflict' || kind === 'request') return;
      const id = `attention-${space}`;
      notifications.hide(id);
      notifications.show({
        id,
        color: 'orange',
        autoClose: 15_000,
        title: t('attentionTitle', { space: name }),
        message: (
          <Group justify="space-between" wrap="nowrap" role="status">
            <Text size="sm">{kind === 'braked' ? t('attentionBraked') : t('attentionFault')}</Text>
            <Button
              variant="subtle"
              size="compact-sm"
              flex="none"
              onClick={() => {
                showSpace(space);
                notifications.hide(id);
              }}
            >
              {t('attentionView')}
            </Button>
          </Group>
        ),
      });
    },
    [t],
  );
  useEvent('sync.attention', tell);
}
