import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useMemo } from 'react';
import type { EditLabel } from '../../shared/model/views';
import { fillText } from '../../shared/messages/fill';
import { editLabels, undoTexts } from '../../shared/messages/ui/edits';
import { ask } from '../bridge/client';
import { useFormat } from './format';
import { useErrorText, useLanguage, useText } from './use-text';

export interface Undo {
  /** Takes back the last edit and says what it was, with the way forward. */
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  /** Says that something was done, with the way back. */
  readonly done: (message: string) => void;
  readonly failed: (error: unknown) => void;
}

const messageId = 'edit';

/** The last message replaces the one before. */
function say(message: string, button?: { label: string; press: () => void }): void {
  notifications.hide(messageId);
  notifications.show({
    id: messageId,
    autoClose: 8_000,
    message: (
      <Group justify="space-between" wrap="nowrap" role="status">
        <Text size="sm">{message}</Text>
        {button !== undefined && (
          <Button variant="subtle" size="compact-sm" flex="none" onClick={button.press}>
            {button.label}
          </Button>
        )}
      </Group>
    ),
  });
}

/** Undo and redo through the library, and the messages that belong to them. */
export function useUndo(): Undo {
  const t = useText(undoTexts);
  const errorText = useErrorText();
  const describe = useEditLabel();

  return useMemo(() => {
    const failed = (error: unknown): void => {
      notifications.show({
        color: 'red',
        title: t('failed'),
        message: errorText(error),
      });
    };
    const step = async (way: 'undo' | 'redo'): Promise<void> => {
      try {
        const label = (await ask('edits.state'))[way];
        if (label === null) return say(t(way === 'undo' ? 'nothingToUndo' : 'nothingToRedo'));
        await ask(way === 'undo' ? 'edits.undo' : 'edits.redo');
        const back = way === 'undo' ? 'redo' : 'undo';
        say(t(way === 'undo' ? 'undone' : 'redone', { what: describe(label) }), {
          label: t(back),
          press: () => void step(back),
        });
      } catch (error) {
        failed(error);
      }
    };
    return {
      undo: () => step('undo'),
      redo: () => step('redo'),
      done: (message) => say(message, { label: t('undo'), press: () => void step('undo') }),
      failed,
    };
  }, [t, describe, errorText]);
}

function useEditLabel(): (label: EditLabel) => string {
  const language = useLanguage();
  const format = useFormat();
  return useCallback(
    ({ key, count }) => fillText(editLabels[key][count === 1 ? 'one' : 'many'][language], { n: format.number(count) }),
    [language, format],
  );
}
