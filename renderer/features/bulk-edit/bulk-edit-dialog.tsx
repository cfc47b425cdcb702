import { Alert, Button, Modal, NativeSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import { bulkTexts } from '../../../shared/messages/ui/catalogue-tools';
import type { FieldSpec } from '../../../shared/model/field';
import { useAsk, useCommand } from '../../bridge/queries';
import { useFormat } from '../../components/format';
import { useLabels } from '../../components/labels';
import { useErrorText, useText } from '../../components/use-text';
import { useUndo } from '../../components/use-undo';
import { openDialog, view } from '../../state/view';
import { DialogButtons } from '../../components/dialog-buttons';
import { BulkPreviewTable } from './bulk-preview-table';
import classes from './bulk-edit.module.css';
import { cleared, commonFields, editOf, emptyForm, waysOf, type BulkWay } from './edit-of';
import { ValueInput } from './value-input';

/** More than this is not named one by one; the change itself takes them all. */
const mostNamed = 1_000;
const typingMs = 250;

/** One change to many items at once, shown on each of them before anything is written. */
export function BulkEditDialog(): React.JSX.Element {
  const t = useText(bulkTexts);
  const format = useFormat();
  const dialog = view.use((state) => state.dialog);
  const ids = dialog?.kind === 'bulk-edit' ? dialog.ids : [];
  return (
    <Modal
      opened={dialog?.kind === 'bulk-edit'}
      onClose={() => openDialog(null)}
      size={760}
      title={t(ids.length === 1 ? 'titleOne' : 'title', { n: format.number(ids.length) })}
    >
      {ids.length > 0 && <BulkForm ids={ids} />}
    </Modal>
  );
}

function BulkForm({ ids }: { readonly ids: readonly ItemId[] }): React.JSX.Element {
  const titles = useAsk('items.titles', { ids: ids.slice(0, mostNamed) }).data;
  const fields = useMemo(() => commonFields(new Set(titles?.map(({ type }) => type))), [titles]);
  const [first] = fields;
  return first === undefined ? <></> : <Steps ids={ids} fields={fields} first={first} />;
}

interface StepsProps {
  readonly ids: readonly ItemId[];
  readonly fields: readonly FieldSpec[];
  readonly first: FieldSpec;
}

function Steps({ ids, fields, first }: StepsProps): React.JSX.Element {
  const t = useText(bulkTexts);
  const labels = useLabels();
  const format = useFormat();
  const errorText = useErrorText();
  const { done } = useUndo();
  const [form, setForm] = useState(() => emptyForm(first));
  const { spec, way, texts } = form;
  const edit = editOf(form, labels.value);
  const isComplete = edit !== null && edit !== 'wrong';
  const [settled] = useDebouncedValue(form, typingMs);
  const isCurrent = isComplete && settled === form;
  const input = { ids: [...ids], edit: isComplete ? edit : cleared(spec) };
  const preview = useAsk('curating.previewBulk', input, { enabled: isCurrent, keepLast: true });
  const apply = useCommand('curating.applyBulk');
  const shown = isCurrent ? preview.data : undefined;
  const changes = shown?.filter(({ skipped }) => skipped === null).length ?? 0;
  const chooseField = (key: string): void => {
    setForm(emptyForm(fields.find((each) => each.key === key) ?? first));
  };
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    if (!isCurrent || changes === 0) return;
    apply.mutate(input, {
      onSuccess: ({ changed }) => {
        openDialog(null);
        done(t(changed === 1 ? 'doneOne' : 'done', { n: format.number(changed) }));
      },
    });
  };
  const problem = apply.error ?? preview.error;
  return (
    <form onSubmit={submit}>
      <div className={classes['choices']}>
        <NativeSelect
          data-autofocus
          label={t('field')}
          value={spec.key}
          onChange={(event) => chooseField(event.currentTarget.value)}
        >
          {fields.map(({ key }) => (
            <option key={key} value={key}>
              {labels.field(key)}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          label={t('how')}
          value={way}
          onChange={(event) => setForm({ ...form, way: event.currentTarget.value as BulkWay })}
        >
          {waysOf(spec).map((each) => (
            <option key={each} value={each}>
              {t(each)}
            </option>
          ))}
        </NativeSelect>
        {way !== 'clear' && (
          <ValueInput
            key={`${spec.key} value`}
            spec={spec}
            label={t('value')}
            text={texts.value}
            error={edit === 'wrong' ? t('wrong') : undefined}
            onChange={(value) => setForm({ ...form, texts: { ...texts, value } })}
          />
        )}
        {way === 'replace' && (
          <ValueInput
            key={`${spec.key} by`}
            spec={spec}
            label={t('by')}
            text={texts.by}
            onChange={(by) => setForm({ ...form, texts: { ...texts, by } })}
          />
        )}
      </div>
      <BulkPreviewTable field={spec.key} lines={shown} waits={!isComplete} changes={changes} />
      {problem !== null && (
        <Alert color="red" mt="sm">
          {errorText(problem)}
        </Alert>
      )}
      <DialogButtons>
        <Button variant="default" onClick={() => openDialog(null)}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={apply.isPending} disabled={changes === 0}>
          {t(changes === 1 ? 'applyOne' : 'apply', { n: format.number(changes) })}
        </Button>
      </DialogButtons>
    </form>
  );
}
