import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileTypeDocx, IconFileTypePdf, IconPackageExport, IconShare2 } from '@tabler/icons-react';
import { useState } from 'react';
import { draftTexts } from '../../../../shared/messages/ui/drafts';
import { packageDialogTexts } from '../../../../shared/messages/ui/package';
import { stateLine } from '../../../../shared/messages/draft-state';
import type { ItemDetail } from '../../../../shared/model/views';
import { ask, settled } from '../../../bridge/client';
import { useErrorText, useLanguage, useText } from '../../../components/use-text';
import { openDialog } from '../../../state/view';
import { titleOf } from '../item-title';
import classes from './draft-toolbar.module.css';

type Kind = 'pdf' | 'docx';

/** As which kinds a draft can go out: a text as both, a file of its own as what it is. */
export function exportKinds({ file }: ItemDetail): readonly Kind[] {
  if (file === null) return ['pdf', 'docx'];
  return (['pdf', 'docx'] as const).filter((kind) => file.name.toLowerCase().endsWith(`.${kind}`));
}

/** Writes the draft as a PDF or Word document, with its state on every page. `before` sends what is being typed. */
export function ExportMenu({
  item,
  before,
}: {
  readonly item: ItemDetail;
  readonly before?: () => void;
}): React.JSX.Element {
  const t = useText(draftTexts);
  const packageText = useText(packageDialogTexts);
  const errorText = useErrorText();
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const { id } = item.state;
  const kinds = exportKinds(item);
  const run = async (kind: Kind): Promise<void> => {
    before?.();
    await settled();
    const path = await ask('dialog.saveAs', { suggestedName: `${(titleOf(item) ?? 'concept').slice(0, 120)}.${kind}` });
    if (path === null) return;
    await ask(kind === 'pdf' ? 'drafts.exportPdf' : 'drafts.exportDocx', { id, path, language });
    notifications.show({ message: t('exportDone', { name: path.split(/[\\/]/).at(-1) ?? path }) });
  };
  const start = (kind: Kind): void => {
    setBusy(true);
    run(kind)
      .catch((error: unknown) => notifications.show({ color: 'red', message: errorText(error) }))
      .finally(() => setBusy(false));
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          className={classes['menu'] ?? ''}
          size="compact-sm"
          variant="default"
          loading={busy}
          leftSection={<IconShare2 size={15} aria-hidden />}
          aria-label={t('export')}
        >
          <span className={classes['label']}>{t('export')}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('exportState', { state: stateLine(item.state, language) })}</Menu.Label>
        {kinds.includes('pdf') && (
          <Menu.Item leftSection={<IconFileTypePdf size={16} aria-hidden />} onClick={() => start('pdf')}>
            {t('exportPdf')}
          </Menu.Item>
        )}
        {kinds.includes('docx') && (
          <Menu.Item leftSection={<IconFileTypeDocx size={16} aria-hidden />} onClick={() => start('docx')}>
            {t('exportDocx')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconPackageExport size={16} aria-hidden />}
          onClick={() => {
            before?.();
            void settled().then(() => openDialog({ kind: 'package', ids: [id] }));
          }}
        >
          {packageText('menu')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
