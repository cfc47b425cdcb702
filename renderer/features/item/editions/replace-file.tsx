import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { editionTexts } from '../../../../shared/messages/ui/drafts';
import type { ItemDetail } from '../../../../shared/model/views';
import { ask } from '../../../bridge/client';
import { useText } from '../../../components/use-text';
import { useUndo } from '../../../components/use-undo';

/** Chooses a file that becomes the newest version; what was noted is looked for in it. */
export function ReplaceFile({ item }: { readonly item: ItemDetail }): React.JSX.Element {
  const t = useText(editionTexts);
  const client = useQueryClient();
  const { done, failed } = useUndo();
  const [busy, setBusy] = useState(false);
  const { id } = item.state;
  const choose = async (): Promise<void> => {
    const [path] = await ask('dialog.chooseFiles');
    if (path === undefined) return;
    setBusy(true);
    const detail = await ask('drafts.replaceFile', { id, path });
    client.setQueryData(['items.get', { id }], detail);
    if (detail.file?.hash === item.file?.hash) notifications.show({ message: t('replaceSame') });
    else done(t('replaced'));
  };
  return (
    <Button
      size="sm"
      variant="default"
      loading={busy}
      leftSection={<IconFileUpload size={16} aria-hidden />}
      onClick={() =>
        void choose()
          .catch(failed)
          .finally(() => setBusy(false))
      }
    >
      {t('replace')}
    </Button>
  );
}
