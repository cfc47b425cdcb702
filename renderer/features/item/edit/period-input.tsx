import { Input, TextInput } from '@mantine/core';
import { useId } from 'react';
import { itemTexts } from '../../../../shared/messages/ui/item';
import { useText } from '../../../components/use-text';
import classes from './period-input.module.css';
import type { FieldDraft } from './use-field-draft';

interface Props {
  readonly label: string;
  readonly description: string | undefined;
  readonly error: string | undefined;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly draft: FieldDraft;
}

/** Two years that make one value. */
export function PeriodInput({ label, description, error, onFocus, onBlur, draft }: Props): React.JSX.Element {
  const t = useText(itemTexts);
  const id = useId();
  const [from = '', to = ''] = draft.text.split('/');
  const write = (nextFrom: string, nextTo: string): void =>
    draft.type(nextFrom === '' && nextTo === '' ? '' : `${nextFrom}/${nextTo}`);
  const blur = (event: React.FocusEvent): void => {
    // Going from the one year to the other is not leaving the field: a period half typed would be called wrong.
    if (!event.currentTarget.contains(event.relatedTarget)) onBlur();
  };
  const common = {
    inputMode: 'numeric',
    error: error !== undefined,
    'aria-describedby': `${id}-hint ${id}-error`,
  } as const;
  return (
    <div role="group" aria-labelledby={`${id}-label`} onFocus={onFocus} onBlur={blur}>
      <Input.Label id={`${id}-label`} labelElement="div">
        {label}
      </Input.Label>
      {description !== undefined && <Input.Description id={`${id}-hint`}>{description}</Input.Description>}
      <div className={classes['years']}>
        <TextInput
          {...common}
          aria-label={`${label}: ${t('from')}`}
          placeholder={t('from')}
          value={from}
          onChange={(event) => write(event.currentTarget.value, to)}
        />
        <span aria-hidden>–</span>
        <TextInput
          {...common}
          aria-label={`${label}: ${t('to')}`}
          placeholder={t('to')}
          value={to}
          onChange={(event) => write(from, event.currentTarget.value)}
        />
      </div>
      {error !== undefined && <Input.Error id={`${id}-error`}>{error}</Input.Error>}
    </div>
  );
}
