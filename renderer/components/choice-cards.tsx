import { Radio } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import classes from './choice-cards.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly icon: Icon;
  readonly name: string;
  /** What it means, a line each. */
  readonly lines: readonly string[];
  readonly disabled?: boolean;
}

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value | null;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
}

/** A question with few answers that each need a sentence: cards side by side, one of which is chosen. */
export function ChoiceCards<Value extends string>(props: Props<Value>): React.JSX.Element {
  const { label, value, choices, onChange } = props;
  return (
    <Radio.Group
      className={classes['group'] ?? ''}
      label={label}
      classNames={{ label: classes['question'] ?? '' }}
      value={value}
      onChange={(next) => onChange(next as Value)}
    >
      <div className={classes['choices']}>
        {choices.map(({ value: own, icon: Sign, name, lines, disabled = false }) => (
          <Radio.Card
            key={own}
            value={own}
            className={classes['choice'] ?? ''}
            disabled={disabled}
            aria-label={[name, ...lines].join('. ')}
          >
            <Sign size={22} stroke={1.4} aria-hidden />
            <span>
              <b>{name}</b>
              {lines.map((line) => (
                <span key={line}>{line}</span>
              ))}
            </span>
            <Radio.Indicator disabled={disabled} />
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
