import { Button, TextInput } from '@mantine/core';
import { packageDialogTexts, strengthTexts } from '../../../shared/messages/ui/package';
import { passwordStrength } from '../../../shared/text/password-strength';
import { ask } from '../../bridge/client';
import { useText } from '../../components/use-text';
import classes from './package.module.css';

interface Props {
  readonly password: string;
  readonly onChange: (password: string) => void;
  /** Somebody wanted to go on with one that is too weak. */
  readonly refused: boolean;
}

/** The password of a package, readable: it has to be told to somebody. */
export function PasswordField({ password, onChange, refused }: Props): React.JSX.Element {
  const t = useText(packageDialogTexts);
  const strengthText = useText(strengthTexts);
  const strength = passwordStrength(password);
  return (
    <div>
      <TextInput
        required
        label={t('password')}
        description={t('passwordHint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={password}
        error={refused ? t('passwordWeak') : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className={classes['below']}>
        <span role="status" data-weak={strength === 'weak' || undefined}>
          {t('strength', { strength: strengthText(strength) })}
        </span>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void ask('package.password').then((proposed) => onChange(proposed.password))}
        >
          {t('another')}
        </Button>
      </div>
    </div>
  );
}
