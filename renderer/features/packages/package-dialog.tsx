import { Alert, Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import { packageDialogTexts } from '../../../shared/messages/ui/package';
import type { PackageMade } from '../../../shared/model/package';
import { passwordStrength } from '../../../shared/text/password-strength';
import { ask } from '../../bridge/client';
import { useCommand } from '../../bridge/queries';
import { DialogButtons } from '../../components/dialog-buttons';
import { GuardStop } from '../../components/guard/guard-stop';
import { isGuardStop } from '../../components/guard/guard-words';
import { useErrorText, useLanguage, useText } from '../../components/use-text';
import { openDialog, view } from '../../state/view';
import { Contents } from './contents';
import { PackageReady } from './package-ready';
import classes from './package.module.css';
import { PasswordField } from './password-field';

/** Makes one encrypted page of items, for somebody who does not have the app. */
export function PackageDialog(): React.JSX.Element {
  const t = useText(packageDialogTexts);
  const dialog = view.use((state) => state.dialog);
  return (
    <Modal opened={dialog?.kind === 'package'} onClose={() => openDialog(null)} size="lg" title={t('title')}>
      {dialog?.kind === 'package' && <PackageForm ids={dialog.ids} />}
    </Modal>
  );
}

const usualDays = 30;

function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

function PackageForm({ ids }: { readonly ids: readonly ItemId[] }): React.JSX.Element {
  const t = useText(packageDialogTexts);
  const errorText = useErrorText();
  const language = useLanguage();
  const [madeFor, setMadeFor] = useState('');
  const [until, setUntil] = useState(() => dayFromNow(usualDays));
  const [password, setPassword] = useState('');
  const [files, setFiles] = useState(true);
  const [tried, setTried] = useState(false);
  const [stopped, setStopped] = useState<{ readonly path: string } | null>(null);
  const [placeError, setPlaceError] = useState<unknown>(null);
  const [made, setMade] = useState<PackageMade | null>(null);
  const make = useCommand('package.make');
  useEffect(() => {
    ask('package.password').then((proposed) => setPassword(proposed.password), setPlaceError);
  }, []);
  const wrong = {
    madeFor: madeFor.trim() === '',
    until: until < dayFromNow(0),
    password: passwordStrength(password) === 'weak',
  };
  const write = (path: string, how: { despite?: string; redact?: boolean } = {}): void =>
    make.mutate(
      { ids: [...ids], path, madeFor: madeFor.trim(), until, password, files, language, ...how },
      { onSuccess: setMade, onError: (error) => setStopped(isGuardStop(error) ? { path } : null) },
    );
  const run = async (): Promise<void> => {
    setTried(true);
    if (wrong.madeFor || wrong.until || wrong.password) return;
    const path = await ask('dialog.saveAs', { suggestedName: `${t('fileName')}.html` });
    if (path !== null) write(path);
  };
  if (made !== null) return <PackageReady made={made} password={password} />;
  if (stopped !== null)
    return (
      <GuardStop
        scope={{ kind: 'items', ids: [...ids] }}
        onRedact={() => write(stopped.path, { redact: true })}
        onDespite={(despite) => write(stopped.path, { despite })}
        onStop={() => openDialog(null)}
        isBusy={make.isPending}
        error={make.error === null || isGuardStop(make.error) ? null : errorText(make.error)}
      />
    );
  const problem = make.error ?? placeError;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!make.isPending) run().catch(setPlaceError);
      }}
    >
      <p className={classes['quiet']}>{t('intro')}</p>
      <Contents ids={ids} />
      <div className={classes['fields']}>
        <TextInput
          data-autofocus
          required
          label={t('madeFor')}
          description={t('madeForHint')}
          maxLength={200}
          value={madeFor}
          error={tried && wrong.madeFor ? t('madeForNeeded') : undefined}
          onChange={(event) => setMadeFor(event.currentTarget.value)}
        />
        <TextInput
          required
          type="date"
          label={t('until')}
          description={t('untilHint')}
          min={dayFromNow(0)}
          value={until}
          error={tried && wrong.until ? t('untilNeeded') : undefined}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
        <PasswordField password={password} onChange={setPassword} refused={tried && wrong.password} />
        <Checkbox
          label={t('files')}
          description={t('filesHint')}
          checked={files}
          onChange={(event) => setFiles(event.currentTarget.checked)}
        />
      </div>
      {problem !== null && (
        <Alert mt={12} color="red" role="alert">
          {errorText(problem)}
        </Alert>
      )}
      <DialogButtons>
        <Button variant="default" onClick={() => openDialog(null)}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={make.isPending}>
          {t('make')}
        </Button>
      </DialogButtons>
    </form>
  );
}
