import { Alert, Button, Loader, Modal, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import { exportFormatLabels, exportTexts } from '../../../shared/messages/ui/catalogue-tools';
import { packageDialogTexts } from '../../../shared/messages/ui/package';
import { exportExtensions, type ItemExportFormat } from '../../../shared/model/export';
import { ask } from '../../bridge/client';
import { useFormat } from '../../components/format';
import { useErrorText, useLanguage, useText } from '../../components/use-text';
import { openDialog, view } from '../../state/view';
import { DialogButtons } from '../../components/dialog-buttons';
import classes from './export.module.css';

const formats = Object.keys(exportFormatLabels) as ItemExportFormat[];

/** Takes items, or the whole library, out for other programs. */
export function ExportDialog(): React.JSX.Element {
  const t = useText(exportTexts);
  const dialog = view.use((state) => state.dialog);
  return (
    <Modal opened={dialog?.kind === 'export'} onClose={() => openDialog(null)} size="lg" title={t('title')}>
      {dialog?.kind === 'export' && <ExportForm ids={dialog.ids} />}
    </Modal>
  );
}

type State =
  | { readonly kind: 'choosing' | 'busy' }
  | { readonly kind: 'done'; readonly path: string; readonly items: number }
  | { readonly kind: 'failed'; readonly error: unknown };

function ExportForm({ ids }: { readonly ids: readonly ItemId[] | null }): React.JSX.Element {
  const t = useText(exportTexts);
  const packageText = useText(packageDialogTexts);
  const language = useLanguage();
  const number = useFormat().number;
  const errorText = useErrorText();
  const [format, setFormat] = useState<ItemExportFormat>('xlsx');
  const [state, setState] = useState<State>({ kind: 'choosing' });
  const run = async (): Promise<void> => {
    try {
      const path = await placeFor(format, t('fileName'));
      if (path === null) return;
      setState({ kind: 'busy' });
      const done =
        format === 'json' && ids === null
          ? await ask('library.export', { path })
          : await ask('library.exportItems', { path, format, ids: ids === null ? null : [...ids], language });
      setState({ kind: 'done', ...done });
    } catch (error) {
      setState({ kind: 'failed', error });
    }
  };
  if (state.kind === 'done')
    return (
      <>
        <p role="status" className={classes['done']}>
          {t(state.items === 1 ? 'doneOne' : 'done', { n: number(state.items), path: state.path })}
        </p>
        <DialogButtons>
          <Button data-autofocus onClick={() => openDialog(null)}>
            {t('close')}
          </Button>
        </DialogButtons>
      </>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <p className={classes['intro']}>
        {ids === null ? t('all') : t(ids.length === 1 ? 'one' : 'some', { n: number(ids.length) })}
      </p>
      <Radio.Group label={t('format')} value={format} onChange={(next) => setFormat(next as ItemExportFormat)}>
        <Stack gap={8} mt={8}>
          {formats.map((each, index) => (
            <Radio
              key={each}
              {...(index === 0 ? { 'data-autofocus': true } : {})}
              value={each}
              label={exportFormatLabels[each].name[language]}
              description={exportFormatLabels[each].text[language]}
            />
          ))}
        </Stack>
      </Radio.Group>
      {ids !== null && (
        <Button variant="subtle" size="compact-sm" mt="md" onClick={() => openDialog({ kind: 'package', ids })}>
          {packageText('menu')}
        </Button>
      )}
      {state.kind === 'failed' && (
        <Alert color="red" mt="md">
          {errorText(state.error)}
        </Alert>
      )}
      <DialogButtons>
        {state.kind === 'busy' && <Loader size="sm" aria-label={t('busy')} />}
        <Button variant="default" onClick={() => openDialog(null)}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={state.kind === 'busy'}>
          {t('go')}
        </Button>
      </DialogButtons>
    </form>
  );
}

function placeFor(format: ItemExportFormat, name: string): Promise<string | null> {
  return format === 'markdown'
    ? ask('dialog.chooseFolder')
    : ask('dialog.saveAs', { suggestedName: `${name}.${exportExtensions[format]}` });
}
