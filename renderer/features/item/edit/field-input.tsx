import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useCallback } from 'react';
import type { JsonValue } from '../../../../shared/base/json';
import { itemTexts } from '../../../../shared/messages/ui/item';
import type { FieldSpec } from '../../../../shared/model/field';
import type { ItemDetail } from '../../../../shared/model/views';
import { useLabels } from '../../../components/labels';
import { useListValues } from '../../../components/use-list-values';
import { useText } from '../../../components/use-text';
import { MarkdownInput } from './markdown-input';
import { PeriodInput } from './period-input';
import { useFieldDraft } from './use-field-draft';
import { useFieldTexts } from './use-field-texts';
import type { Save } from './use-saver';

interface Props {
  readonly spec: FieldSpec;
  readonly item: ItemDetail;
  readonly save: Save;
}

/** One single-valued field, in the form that fits its kind. */
export function FieldInput({ spec, item, save }: Props): React.JSX.Element {
  const t = useText(itemTexts);
  const labels = useLabels();
  const { key, kind } = spec;
  const listed = useListValues(key);
  const send = useCallback((value: JsonValue) => save({ set: { [key]: value } }, 'change'), [save, key]);
  const draft = useFieldDraft(spec, item.state.fields[key] ?? null, send);
  const { label, hint, error } = useFieldTexts(spec, draft.problem);
  const common = {
    label,
    description: hint,
    error,
    required: spec.required === true,
    onFocus: draft.focus,
    onBlur: draft.blur,
  };
  const typed = {
    ...common,
    value: draft.text,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
      draft.type(event.currentTarget.value),
  };
  switch (kind) {
    case 'text':
    case 'list':
      return <Textarea {...typed} autosize minRows={2} maxRows={14} />;
    case 'markdown':
      return <MarkdownInput {...common} draft={draft} />;
    case 'period':
      return <PeriodInput {...common} draft={draft} />;
    case 'choice':
      return (
        <NativeSelect {...typed}>
          <option value="">{t('noChoice')}</option>
          {withOwnValue([...(spec.choices ?? []), ...listed], draft.text).map((choice) => (
            <option key={choice} value={choice}>
              {labels.value(key, choice)}
            </option>
          ))}
        </NativeSelect>
      );
    case 'flag':
      return (
        <Checkbox
          {...common}
          mt={22}
          checked={draft.text !== ''}
          onChange={(event) => draft.type(event.currentTarget.checked ? 'yes' : '')}
        />
      );
    case 'date':
      return <TextInput {...typed} placeholder={t('datePlaceholder')} />;
    case 'year':
    case 'number':
      return <TextInput {...typed} inputMode="numeric" />;
    case 'url':
      return <TextInput {...typed} inputMode="url" placeholder="https://" />;
    case 'email':
      return <TextInput {...typed} inputMode="email" />;
    case 'line':
    case 'set':
      return <TextInput {...typed} />;
  }
}

/** A value from another library that our list does not know must not vanish from the form. */
function withOwnValue(choices: readonly string[], value: string): readonly string[] {
  return value === '' || choices.includes(value) ? choices : [...choices, value];
}
