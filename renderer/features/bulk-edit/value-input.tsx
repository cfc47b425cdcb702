import { Autocomplete, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { bulkTexts } from '../../../shared/messages/ui/catalogue-tools';
import type { FieldSpec } from '../../../shared/model/field';
import { useLabels } from '../../components/labels';
import { useText } from '../../components/use-text';
import { useListValues } from '../../components/use-list-values';

interface Props {
  readonly spec: FieldSpec;
  readonly label: string;
  readonly text: string;
  readonly error?: string | undefined;
  readonly onChange: (text: string) => void;
}

/** A value in the form that fits the kind of field. */
export function ValueInput({ spec, label, text, error, onChange }: Props): React.JSX.Element {
  const t = useText(bulkTexts);
  const labels = useLabels();
  const listed = useListValues(spec.key);
  const choices = [...new Set([...(spec.choices ?? []), ...listed])];
  const common = { label, error, value: text };
  if (spec.kind === 'choice' || spec.kind === 'flag')
    return (
      <NativeSelect {...common} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="" />
        {spec.kind === 'flag' ? (
          <>
            <option value="yes">{t('yes')}</option>
            <option value="no">{t('no')}</option>
          </>
        ) : (
          choices.map((choice) => (
            <option key={choice} value={choice}>
              {labels.value(spec.key, choice)}
            </option>
          ))
        )}
      </NativeSelect>
    );
  if (spec.kind === 'set')
    return (
      <Autocomplete
        {...common}
        data={[...new Set(choices.map((choice) => labels.value(spec.key, choice)))]}
        limit={20}
        maxLength={200}
        onChange={onChange}
      />
    );
  if (spec.kind === 'text' || spec.kind === 'markdown' || spec.kind === 'list')
    return (
      <Textarea
        {...common}
        autosize
        minRows={1}
        maxRows={6}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  return (
    <TextInput
      {...common}
      description={spec.kind === 'period' ? t('periodHint') : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
