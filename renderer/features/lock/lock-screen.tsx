import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { lockTexts } from '../../../shared/messages/ui/lock';
import { useCommand } from '../../bridge/queries';
import { LogoMark } from '../../components/logo-mark';
import { useErrorText, useText } from '../../components/use-text';
import classes from './lock-screen.module.css';

/** All that the window shows while the app is locked. What is behind it has not been loaded. */
export function LockScreen(): React.JSX.Element {
  const t = useText(lockTexts);
  const errorText = useErrorText();
  const [passphrase, setPassphrase] = useState('');
  const open = useCommand('lock.open');
  return (
    <main className={classes['page']}>
      <form
        className={classes['card']}
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== '') open.mutate({ passphrase });
        }}
      >
        <LogoMark size={34} />
        <h1>{t('locked')}</h1>
        <PasswordInput
          label={t('passphrase')}
          value={passphrase}
          maxLength={500}
          autoComplete="off"
          autoFocus
          visibilityToggleButtonProps={{ 'aria-label': t('show'), 'aria-hidden': false, tabIndex: 0 }}
          error={open.error === null ? undefined : errorText(open.error)}
          onChange={(event) => {
            open.reset();
            setPassphrase(event.currentTarget.value);
          }}
        />
        <div className={classes['buttons']}>
          <Button type="submit" loading={open.isPending || open.isSuccess}>
            {t('open')}
          </Button>
        </div>
        <details className={classes['forgotten']}>
          <summary>{t('forgotten')}</summary>
          {(['forgotten1', 'forgotten2', 'forgotten3', 'forgotten4'] as const).map((key) => (
            <p key={key}>{t(key)}</p>
          ))}
        </details>
      </form>
    </main>
  );
}
