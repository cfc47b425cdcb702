import { Alert, Button, Loader, Modal, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import type { JsonValue } from '../../../shared/base/json';
import { curatingTexts } from '../../../shared/messages/ui/curating';
import type { DuplicateLine, FieldMerge, MergeChoice } from '../../../shared/model/insight';
import { useAsk, useCommand } from '../../bridge/queries';
import { DialogButtons } from '../../components/dialog-buttons';
import { useFieldLabel } from '../../components/field-label';
import { useLabels } from '../../components/labels';
import { useErrorText, useText } from '../../components/use-text';
import { openItem } from '../../state/view';
import classes from './curating.module.css';

const longestShown = 280;

/** Makes two items one, field by field. The newer version stays unless somebody chooses otherwise. */
export function MergeDialog({
  pair,
  onClose,
}: {
  readonly pair: DuplicateLine;
  readonly onClose: () => void;
}): React.JSX.Element {
  const t = useText(curatingTexts);
  const errorText = useErrorText();
  const [winner, setWinner] = useState(pair.newer ?? pair.a);
  const [choices, setChoices] = useState<Readonly<Record<string, MergeChoice>>>({});
  const loser = winner === pair.a ? pair.b : pair.a;
  const fields = useAsk('duplicates.fields', { winner, loser });
  const merge = useCommand('duplicates.merge');
  const submit = (): void =>
    merge.mutate(
      { winner, loser, choices: { ...choices } },
      {
        onSuccess: ({ id }) => {
          onClose();
          openItem(id, { tab: 'overview' });
        },
      },
    );
  return (
    <Modal opened onClose={onClose} size={720} title={t('mergeTitle')}>
      <p>{t('mergeText')}</p>
      <Radio.Group
        label={t('mergeKeep')}
        value={winner}
        mb="md"
        onChange={(next) => {
          setWinner(next as typeof winner);
          setChoices({});
        }}
      >
        <Stack gap={6} mt={6}>
          {[pair.first, pair.second].map((item) => (
            <Radio key={item.id} value={item.id} label={item.title === '' ? t('untitled') : item.title} />
          ))}
        </Stack>
      </Radio.Group>
      {fields.data === undefined ? (
        fields.error === null && <Loader size="sm" aria-label={t('mergeTitle')} />
      ) : fields.data.length === 0 ? (
        <p>{t('mergeNoFields')}</p>
      ) : (
        fields.data.map((field) => (
          <Field
            key={field.key}
            field={field}
            choice={choices[field.key] ?? field.suggestion}
            onChoose={(choice) => setChoices({ ...choices, [field.key]: choice })}
          />
        ))
      )}
      {(merge.error ?? fields.error) !== null && (
        <Alert color="red" mb="sm">
          {errorText(merge.error ?? fields.error)}
        </Alert>
      )}
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button loading={merge.isPending} disabled={fields.data === undefined} onClick={submit}>
          {t('merge')}
        </Button>
      </DialogButtons>
    </Modal>
  );
}

interface FieldProps {
  readonly field: FieldMerge;
  readonly choice: MergeChoice;
  readonly onChoose: (choice: MergeChoice) => void;
}

function Field({ field, choice, onChoose }: FieldProps): React.JSX.Element {
  const t = useText(curatingTexts);
  const fieldLabel = useFieldLabel();
  const labels = useLabels();
  const shown = (value: JsonValue): string => {
    const text = Array.isArray(value) ? value.join('; ') : textOf(value);
    if (text === '') return t('empty');
    const named = labels.value(field.key, text);
    return named.length > longestShown ? `${named.slice(0, longestShown)}…` : named;
  };
  const options: readonly (readonly [MergeChoice, string])[] = [
    ['winner', shown(field.winner)],
    ['loser', shown(field.loser)],
    ...(field.canKeepBoth ? ([['both', t('keepBoth')]] as const) : []),
  ];
  return (
    <fieldset className={classes['field']}>
      <legend>{field.key === 'file' ? t('file') : fieldLabel(field.key)}</legend>
      <Stack gap={6}>
        {options.map(([value, label]) => (
          <Radio
            key={value}
            name={`merge-${field.key}`}
            value={value}
            checked={choice === value}
            label={<span className={classes['value']}>{label}</span>}
            onChange={() => onChoose(value)}
          />
        ))}
      </Stack>
    </fieldset>
  );
}

/** A file by its name, a period by its years, a flag by a word. */
function textOf(value: JsonValue): string {
  if (value === null) return '';
  if (typeof value !== 'object' || Array.isArray(value)) return String(value);
  if (typeof value['name'] === 'string') return value['name'];
  return [value['from'], value['to']].map((year) => (typeof year === 'number' ? String(year) : '')).join('–');
}
