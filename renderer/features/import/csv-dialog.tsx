import { Button, Checkbox, Loader, Modal, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { importTexts } from '../../../shared/messages/ui/import';
import { itemTypes } from '../../../shared/model/types';
import type { CsvPreview, ImportReport } from '../../../shared/model/views';
import { ask } from '../../bridge/client';
import { useAsk } from '../../bridge/queries';
import { DialogButtons } from '../../components/dialog-buttons';
import { useFormat } from '../../components/format';
import { useLabels } from '../../components/labels';
import { useErrorText, useText } from '../../components/use-text';
import { addAsFile } from '../../state/adding';
import { openDialog, view } from '../../state/view';
import { doubleField, previewRows, type Mapping } from './csv-cells';
import { isWorkbook, mappingFor, withMapping } from './known-mapping';
import { CsvMapping } from './csv-mapping';
import { CsvResult } from './csv-result';
import { CsvRows } from './csv-rows';
import classes from './dialogs.module.css';
import { fileName } from './file-name';

/** Turns a table into items: what each row is, what each column holds, how that looks, and what came of it. */
export function CsvDialog(): React.JSX.Element {
  const t = useText(importTexts);
  const dialog = view.use((state) => state.dialog);
  return (
    <Modal opened={dialog?.kind === 'csv'} onClose={() => openDialog(null)} size={920} title={t('csvTitle')}>
      {dialog?.kind === 'csv' && <CsvSteps key={dialog.path} path={dialog.path} />}
    </Modal>
  );
}

function CsvSteps({ path }: { readonly path: string }): React.JSX.Element {
  const t = useText(importTexts);
  const labels = useLabels();
  const errorText = useErrorText();
  const remembered = useAsk('settings.get', undefined).data?.tableMappings ?? [];
  const [chosenType, setType] = useState<string | null>(null);
  const [sheet, setSheet] = useState<string | null>(null);
  const [report, setReport] = useState<{ readonly report: ImportReport; readonly partial: boolean } | null>(null);
  const columns = useAsk('import.csvPreview', { path, type: 'project', sheet }, { keepLast: true }).data?.columns;
  const known = columns === undefined ? undefined : mappingFor(remembered, columns);
  const type = chosenType ?? known?.type ?? 'project';
  const preview = useAsk('import.csvPreview', { path, type, sheet }, { keepLast: true });
  if (report !== null) return <CsvResult {...report} />;
  return (
    <>
      <p>{t('csvIntro', { name: fileName(path) })}</p>
      <NativeSelect
        data-autofocus
        label={t('csvType')}
        maw={260}
        mb={16}
        value={type}
        onChange={(event) => setType(event.currentTarget.value)}
      >
        {itemTypes.map(({ name }) => (
          <option key={name} value={name}>
            {labels.type(name)}
          </option>
        ))}
      </NativeSelect>
      {(preview.data?.sheets.length ?? 0) > 1 && (
        <NativeSelect
          label={t('csvSheet')}
          maw={260}
          mb={16}
          value={preview.data?.sheet}
          onChange={(event) => setSheet(event.currentTarget.value)}
        >
          {preview.data?.sheets.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </NativeSelect>
      )}
      {isWorkbook(path) && (
        <Button size="compact-sm" variant="subtle" mb={16} onClick={() => addAsFile(path)}>
          {t('csvAsFile')}
        </Button>
      )}
      {preview.error !== null && <p role="alert">{errorText(preview.error)}</p>}
      {preview.isPending && <Loader size="sm" aria-label={t('csvLoading')} />}
      {preview.data !== undefined && !preview.isPlaceholderData && (
        <CsvForm
          key={`${type} ${preview.data.sheet}`}
          preview={preview.data}
          type={type}
          known={known?.type === type ? known.mapping : null}
          onDone={setReport}
        />
      )}
    </>
  );
}

interface FormProps {
  readonly preview: CsvPreview;
  readonly type: string;
  /** How a table with these columns was read before. */
  readonly known: Mapping | null;
  readonly onDone: (result: { report: ImportReport; partial: boolean }) => void;
}

function CsvForm({ preview, type, known, onDone }: FormProps): React.JSX.Element {
  const t = useText(importTexts);
  const format = useFormat();
  const labels = useLabels();
  const errorText = useErrorText();
  const [mapping, setMapping] = useState<Mapping>(known ?? preview.mapping);
  const [partial, setPartial] = useState(false);
  const remembered = useAsk('settings.get', undefined).data?.tableMappings ?? [];
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const rows = previewRows(preview, type, mapping, labels.value);
  const double = doubleField(mapping);
  const hasTitle = Object.values(mapping).includes('title');
  const add = async (): Promise<void> => {
    setIsBusy(true);
    setError(null);
    try {
      const report = await ask('import.csv', {
        path: preview.path,
        type,
        mapping: { ...mapping },
        sheet: preview.sheet,
        partial,
      });
      onDone({ report, partial });
      await ask('settings.change', { tableMappings: withMapping(remembered, preview.columns, type, mapping) });
    } catch (problem) {
      setError(problem);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <>
      <CsvMapping preview={preview} type={type} mapping={mapping} onChange={setMapping} />
      {!hasTitle && (
        <p className={classes['warn']} role="status">
          {t('csvNoTitle')}
        </p>
      )}
      {double !== null && (
        <p className={classes['warn']} role="status">
          {t('csvDouble', { field: labels.field(double) })}
        </p>
      )}
      {hasTitle && <CsvRows rows={rows} total={preview.totalRows} />}
      {hasTitle && (
        <Checkbox
          label={t('csvPartial')}
          description={t('csvPartialText')}
          checked={partial}
          onChange={(event) => setPartial(event.currentTarget.checked)}
        />
      )}
      {error !== null && <p role="alert">{errorText(error)}</p>}
      <DialogButtons>
        <Button variant="default" onClick={() => openDialog(null)}>
          {t('cancel')}
        </Button>
        <Button disabled={!hasTitle || double !== null} loading={isBusy} onClick={() => void add()}>
          {t(preview.totalRows === 1 ? 'csvAddOne' : 'csvAdd', { n: format.number(preview.totalRows) })}
        </Button>
      </DialogButtons>
    </>
  );
}
