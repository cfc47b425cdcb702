import { Button, Modal, NumberInput, PasswordInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { lockTexts } from '../../../shared/messages/ui/lock';
import type { Settings } from '../../../shared/model/settings';
import { useAsk, useCommand } from '../../bridge/queries';
import { DialogButtons } from '../../components/dialog-buttons';
import { lockApp } from '../../components/lock-app';
import { useChangeSettings } from '../../components/use-change-settings';
import { useErrorText, useText } from '../../components/use-text';
import { useUndo } from '../../components/use-undo';
import classes from './settings-dialog.module.css';

const mostMinutes = 720;

/** A passphrase for the app, and when it locks itself. */
export function LockSettings({ settings }: { readonly settings: Settings }): React.JSX.Element {
  const t = useText(lockTexts);
  const { failed } = useUndo();
  const { change } = useChangeSettings();
  const isSet = useAsk('lock.status', undefined).data?.isSet ?? false;
  const [asked, setAsked] = useState<'set' | 'remove' | null>(null);
  const [minutes, setMinutes] = useState<number | ''>(settings.lockAfterMinutes ?? '');
  const save = (): void => {
    const next = minutes === '' ? null : Math.min(mostMinutes, Math.max(1, Math.round(minutes)));
    setMinutes(next ?? '');
    if (next !== settings.lockAfterMinutes) change({ lockAfterMinutes: next });
  };
  return (
    <>
      <h3>{t('lock')}</h3>
      <p>{t('lockText')}</p>
      <p>
        <b>{t(isSet ? 'isSet' : 'isNotSet')}</b>
      </p>
      <div className={classes['buttons']}>
        <Button size="xs" variant="default" onClick={() => setAsked('set')}>
          {t(isSet ? 'change' : 'set')}
        </Button>
        {isSet && (
          <>
            <Button size="xs" variant="default" onClick={() => setAsked('remove')}>
              {t('remove')}
            </Button>
            <Button size="xs" variant="default" onClick={() => void lockApp().catch(failed)}>
              {t('lockNow')}
            </Button>
          </>
        )}
      </div>
      {isSet && (
        <NumberInput
          mt={12}
          w={320}
          label={t('after')}
          description={t('afterText')}
          placeholder={t('never')}
          min={1}
          max={mostMinutes}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          value={minutes}
          onChange={(value) => setMinutes(typeof value === 'number' ? value : '')}
          onBlur={save}
        />
      )}
      {asked !== null && <PassphraseDialog isSet={isSet} what={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

interface DialogProps {
  readonly isSet: boolean;
  readonly what: 'set' | 'remove';
  readonly onClose: () => void;
}

function PassphraseDialog({ isSet, what, onClose }: DialogProps): React.JSX.Element {
  const t = useText(lockTexts);
  const errorText = useErrorText();
  const client = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const change = useCommand('lock.change');
  const differs = what === 'set' && next !== again;
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (differs) return;
    change.mutate(
      { current: isSet ? current : null, next: what === 'set' ? next : null },
      {
        onSuccess: (status) => {
          client.setQueryData(['lock.status', undefined], status);
          onClose();
        },
      },
    );
  };
  const field = (
    label: 'current' | 'next' | 'again',
    value: string,
    onChange: (value: string) => void,
    more: { readonly description?: string; readonly error?: string } = {},
  ): React.JSX.Element => (
    <PasswordInput
      mt={10}
      label={t(label)}
      value={value}
      maxLength={500}
      autoComplete="off"
      visibilityToggleButtonProps={{ 'aria-label': `${t('show')}: ${t(label)}`, 'aria-hidden': false, tabIndex: 0 }}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...more}
    />
  );
  return (
    <Modal opened onClose={onClose} title={t(what === 'remove' ? 'remove' : isSet ? 'change' : 'set')} size="sm">
      <form onSubmit={submit}>
        {isSet && field('current', current, setCurrent)}
        {what === 'set' && (
          <>
            <p>{t('forgottenWarning')}</p>
            {field('next', next, setNext, { description: t('nextHint') })}
            {field('again', again, setAgain, tried && differs ? { error: t('differs') } : {})}
          </>
        )}
        {change.error !== null && <p role="alert">{errorText(change.error)}</p>}
        <DialogButtons>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            loading={change.isPending}
            {...(what === 'remove' ? { bg: 'var(--danger)', c: 'var(--ground)' } : {})}
          >
            {t(what === 'remove' ? 'doRemove' : 'save')}
          </Button>
        </DialogButtons>
      </form>
    </Modal>
  );
}
