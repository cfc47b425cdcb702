import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { importTexts } from '../../../shared/messages/ui/import';
import type { ImportReport } from '../../../shared/model/views';
import { useFormat } from '../../components/format';
import { useErrorText, useText } from '../../components/use-text';
import { adding } from '../../state/adding';
import { openDialog, openItem } from '../../state/view';

const messageId = 'adding';

/** Says how each addition went. One file that came in opens at once: it was added to be looked at. */
export function AddingMessages(): null {
  const t = useText(importTexts);
  const errorText = useErrorText();
  const format = useFormat();
  const report = adding.use((state) => state.report);
  const error = adding.use((state) => state.error);
  // Told once: another language must not tell it again.
  const told = useRef<unknown>(null);

  useEffect(() => {
    if (error === null || told.current === error) return;
    told.current = error;
    notifications.show({
      color: 'red',
      title: t('failedTitle'),
      message: errorText(error),
    });
  }, [error, t, errorText]);

  useEffect(() => {
    if (report === null || told.current === report) return;
    told.current = report;
    const [only] = [...report.imported, ...report.known];
    const isOne = report.imported.length + report.known.length === 1 && report.failed.length === 0;
    if (only !== undefined && isOne) openItem(only.id);
    notifications.hide(messageId);
    notifications.show({
      id: messageId,
      autoClose: report.failed.length > 0 ? false : 8_000,
      color: report.failed.length > 0 ? 'orange' : 'accent',
      title: t(report.cancelled ? 'stoppedTitle' : 'doneTitle'),
      message: (
        <Group justify="space-between" gap="xs" role="status">
          <span>{summary(report, t, format.number)}</span>
          {report.failed.length + report.known.length + report.imported.length > 0 && (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => {
                notifications.hide(messageId);
                openDialog({ kind: 'import-report' });
              }}
            >
              {t('showReport')}
            </Button>
          )}
        </Group>
      ),
    });
  }, [report, t, format]);
  return null;
}

function summary(
  { imported, known, failed }: ImportReport,
  t: ReturnType<typeof useText<typeof importTexts>>,
  number: (n: number) => string,
): string {
  const parts = [
    imported.length > 0 ? t('addedCount', { n: number(imported.length) }) : '',
    known.length > 0 ? t(known.length === 1 ? 'knownCount' : 'knownCountMany', { n: number(known.length) }) : '',
    failed.length > 0 ? t('failedCount', { n: number(failed.length) }) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? t('nothing') : parts.join(', ');
}
