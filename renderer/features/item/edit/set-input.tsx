import { TagsInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { itemTexts } from '../../../../shared/messages/ui/item';
import type { FieldSpec } from '../../../../shared/model/field';
import { fieldSchema } from '../../../../shared/model/field-schema';
import type { ItemDetail } from '../../../../shared/model/views';
import { useLabels } from '../../../components/labels';
import { useText } from '../../../components/use-text';
import { useSuggestions } from './use-suggestions';
import { useFieldTexts } from './use-field-texts';
import type { Save } from './use-saver';

interface Props {
  readonly spec: FieldSpec;
  readonly item: ItemDetail;
  readonly save: Save;
}

/** A field with several values. Each one is added and removed on its own, so that people adding at the same time both keep theirs. */
export function SetInput({ spec, item, save }: Props): React.JSX.Element {
  const t = useText(itemTexts);
  const labels = useLabels();
  const { key } = spec;
  const saved = (item.state.sets[key] ?? []).map(String);
  const [sent, setSent] = useState<readonly string[] | null>(null);
  const running = useRef(0);
  const [isWrong, setIsWrong] = useState(false);
  const { label, hint } = useFieldTexts(spec, null);
  const suggestions = useSuggestions(spec);
  const values = sent ?? saved;
  const names = new Map([...suggestions.values, ...values].map((value) => [labels.value(key, value), value]));

  const change = (shown: readonly string[]): void => {
    const next = [...new Set(shown.map((name) => names.get(name) ?? name.trim()))].filter((value) => value !== '');
    const added = next.filter((value) => !values.includes(value));
    const removed = values.filter((value) => !next.includes(value));
    setIsWrong(added.some((value) => !fieldSchema(spec).safeParse(value).success));
    if (added.some((value) => !fieldSchema(spec).safeParse(value).success) || added.length + removed.length === 0)
      return;
    setSent(next);
    running.current += 1;
    const settle = (): void => {
      running.current -= 1;
      if (running.current === 0) setSent(null);
    };
    const parts = {
      ...(added.length > 0 ? { add: { [key]: added } } : {}),
      ...(removed.length > 0 ? { remove: { [key]: removed } } : {}),
    };
    save(parts, key === 'tags' ? 'tag' : 'change').then(settle, settle);
  };

  return (
    <TagsInput
      label={label}
      description={hint}
      error={isWrong ? t('setTooLong') : undefined}
      placeholder={t('setPlaceholder')}
      data={[...suggestions.values].map((value) => labels.value(key, value))}
      value={values.map((value) => labels.value(key, value))}
      onChange={change}
      onFocus={suggestions.ask}
      splitChars={[',', ';']}
      acceptValueOnBlur
      limit={60}
    />
  );
}
