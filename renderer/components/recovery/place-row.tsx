import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { typedPath, wholePath } from '../../../shared/base/whole-path';
import { recoveryTexts } from '../../../shared/messages/ui/recovery';
import type { RestoredSpace } from '../../../shared/model/recovery';
import type { Place } from '../../../shared/model/sync';
import { ask } from '../../bridge/client';
import { useCommand } from '../../bridge/queries';
import { useErrorText, useText } from '../use-text';
import { useUndo } from '../use-undo';
import classes from './recovery.module.css';

interface Props {
  /** Of the sheet. */
  readonly text: string;
  /** What the sheet calls the space; null for a place that somebody adds. */
  readonly name: string | null;
  readonly place: string | null;
  readonly onRestored: (found: RestoredSpace) => void;
}

/** A folder or a server where a space of the sheet is, brought back when somebody says so. */
export function PlaceRow({ text, name, place, onRestored }: Props): React.JSX.Element {
  const t = useText(recoveryTexts);
  const { failed } = useUndo();
  const client = useQueryClient();
  const [at, setAt] = useState(place ?? '');
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const restore = useCommand('recovery.restore');
  const isServer = /^https?:/i.test(at.trim());
  const [tried, setTried] = useState(false);
  const isPartial = !isServer && !wholePath.test(typedPath(at));
  const choose = (): void => void ask('dialog.chooseFolder').then((path) => path !== null && setAt(path), failed);
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isPartial) return;
    restore.mutate(
      { text, place: placeOf(isServer ? at.trim() : typedPath(at), user.trim(), password) },
      { onSuccess: onRestored, onSettled: () => void client.invalidateQueries() },
    );
  };
  const label = name === null ? t('place') : t('placeOf', { name });
  const isDone = restore.data?.outcome === 'member' || restore.data?.outcome === 'open';
  return (
    <form className={classes['row']} onSubmit={submit}>
      <TextInput
        label={label}
        value={at}
        spellCheck={false}
        autoComplete="off"
        maxLength={4_000}
        error={tried && isPartial ? t('wholePath') : undefined}
        onChange={(event) => setAt(event.currentTarget.value)}
      />
      {isServer && (
        <>
          <TextInput
            label={t('user')}
            value={user}
            autoComplete="off"
            onChange={(e) => setUser(e.currentTarget.value)}
          />
          <PasswordInput
            label={t('password')}
            value={password}
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), 'aria-hidden': false, tabIndex: 0 }}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </>
      )}
      {!isServer && (
        <Button variant="default" onClick={choose}>
          {t('choose')}
        </Button>
      )}
      <Button
        type="submit"
        variant={isDone ? 'default' : 'filled'}
        loading={restore.isPending}
        disabled={at.trim() === ''}
        aria-label={`${t('open')}: ${label}`}
      >
        {t('open')}
      </Button>
      <Outcome found={restore.data ?? null} error={restore.error} isBusy={restore.isPending} />
    </form>
  );
}

function Outcome({
  found,
  error,
  isBusy,
}: {
  readonly found: RestoredSpace | null;
  readonly error: unknown;
  readonly isBusy: boolean;
}): React.JSX.Element | null {
  const t = useText(recoveryTexts);
  const errorText = useErrorText();
  if (isBusy)
    return (
      <div className={classes['outcome']} role="status">
        <p>{t('opening')}</p>
      </div>
    );
  if (error !== null)
    return (
      <div className={classes['outcome']} data-bad role="alert">
        <p>{errorText(error)}</p>
      </div>
    );
  if (found === null) return null;
  const { outcome, status, words, isOnSheet } = found;
  const isBad = outcome === 'unknown' || outcome === 'stopped';
  return (
    <div className={classes['outcome']} data-bad={isBad || undefined} role={isBad ? 'alert' : 'status'}>
      <p>{t(`outcome.${outcome}`, { space: status.name })}</p>
      {isOnSheet === false && <p>{t('notNamed')}</p>}
      {isOnSheet === null && words.length > 0 && <p>{t('compare', { words: words.join(' ') })}</p>}
    </div>
  );
}

function placeOf(at: string, user: string, password: string): Place {
  if (!/^https?:/i.test(at)) return { kind: 'folder', path: at };
  return { kind: 'webdav', url: at, ...(user === '' ? {} : { user }), ...(password === '' ? {} : { password }) };
}
