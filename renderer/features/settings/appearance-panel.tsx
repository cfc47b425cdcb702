import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { settingsTexts } from '../../../shared/messages/ui/settings';
import type { Settings } from '../../../shared/model/settings';
import { useText } from '../../components/use-text';
import classes from './settings-dialog.module.css';
import { useChangeSettings } from '../../components/use-change-settings';

const themes = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const;
const sizes = { small: 'sizeSmall', normal: 'sizeNormal', large: 'sizeLarge', larger: 'sizeLarger' } as const;

/** Colours and text size. */
export function AppearancePanel({ settings }: { readonly settings: Settings }): React.JSX.Element {
  const t = useText(settingsTexts);
  const { change } = useChangeSettings();
  return (
    <>
      <Choice label={t('theme')} names={themes} value={settings.theme} onChange={(theme) => change({ theme })} />
      <Choice
        label={t('textSize')}
        names={sizes}
        value={settings.textSize}
        onChange={(textSize) => change({ textSize })}
      />
    </>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly names: Readonly<Record<Value, keyof typeof settingsTexts>>;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, names, value, onChange }: ChoiceProps<Value>): React.JSX.Element {
  const t = useText(settingsTexts);
  const id = useId();
  return (
    <div className={classes['choice']}>
      <span className={classes['label']} id={id}>
        {label}
      </span>
      <SegmentedControl
        aria-labelledby={id}
        value={value}
        onChange={(next) => onChange(next as Value)}
        data={(Object.keys(names) as Value[]).map((each) => ({ value: each, label: t(names[each]) }))}
      />
    </div>
  );
}
