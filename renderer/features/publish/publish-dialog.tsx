import { Alert, Button, Checkbox, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SpaceId } from '../../../shared/base/ids';
import { siteDialogTexts } from '../../../shared/messages/ui/catalogue-tools';
import type { SpaceStatus } from '../../../shared/model/sync';
import { ask } from '../../bridge/client';
import { useAsk, useCommand } from '../../bridge/queries';
import { useFormat } from '../../components/format';
import { GuardStop } from '../../components/guard/guard-stop';
import { isGuardStop } from '../../components/guard/guard-words';
import { PathLine } from '../../components/path-line';
import { useSpaces } from '../../components/use-spaces';
import { useErrorText, useText } from '../../components/use-text';
import { openDialog, view } from '../../state/view';
import { DialogButtons } from '../../components/dialog-buttons';
import { Becomes } from './becomes';
import classes from './publish.module.css';

/** Makes a website of open spaces: what becomes readable, where it goes, and what the guard thinks of it. */
export function PublishDialog(): React.JSX.Element {
  const t = useText(siteDialogTexts);
  const dialog = view.use((state) => state.dialog);
  const open = useSpaces().data?.filter(({ kind }) => kind === 'open') ?? [];
  const settings = useAsk('settings.get', undefined).data;
  return (
    <Modal opened={dialog?.kind === 'publish'} onClose={() => openDialog(null)} size="lg" title={t('title')}>
      {dialog?.kind === 'publish' &&
        (open.length === 0 ? (
          <>
            <p className={classes['quiet']}>{t('none')}</p>
            <DialogButtons>
              <Button onClick={() => openDialog({ kind: 'new-space' })}>{t('newSpace')}</Button>
            </DialogButtons>
          </>
        ) : (
          <PublishForm spaces={open} initial={dialog.space} lastFolder={settings?.siteFolder ?? null} />
        ))}
    </Modal>
  );
}

interface FormProps {
  readonly spaces: readonly SpaceStatus[];
  readonly initial: SpaceId | undefined;
  readonly lastFolder: string | null;
}

function PublishForm({ spaces, initial, lastFolder }: FormProps): React.JSX.Element {
  const t = useText(siteDialogTexts);
  const errorText = useErrorText();
  const [chosen, setChosen] = useState<readonly SpaceId[]>(
    initial === undefined ? spaces.map(({ id }) => id) : [initial],
  );
  const [title, setTitle] = useState<string | null>(null);
  const [folder, setFolder] = useState(lastFolder);
  const [tried, setTried] = useState(false);
  const [chooseError, setChooseError] = useState<unknown>(null);
  const [isStopped, setStopped] = useState(false);
  const publish = useCommand('library.publish');
  const name = title ?? spaces.find(({ id }) => id === chosen[0])?.name ?? '';
  const send = (despite?: string): void => {
    if (folder === null || chosen.length === 0) return;
    publish.mutate(
      {
        folder,
        spaces: [...chosen],
        ...(name.trim() === '' ? {} : { title: name.trim() }),
        ...(despite === undefined ? {} : { despite }),
      },
      {
        onError: (error) => setStopped(isGuardStop(error)),
        onSuccess: () => {
          setStopped(false);
          void ask('settings.change', { siteFolder: folder });
        },
      },
    );
  };
  const choose = (): void =>
    void ask('dialog.chooseFolder').then((next) => next !== null && setFolder(next), setChooseError);
  if (publish.data !== undefined && folder !== null) return <Ready folder={folder} {...publish.data} />;
  const [stoppedAt] = chosen;
  if (isStopped && stoppedAt !== undefined)
    return (
      <GuardStop
        scope={{ kind: 'space', id: stoppedAt }}
        onRedact={null}
        onDespite={send}
        onStop={() => openDialog(null)}
        isBusy={publish.isPending}
        error={publish.error === null || isGuardStop(publish.error) ? null : errorText(publish.error)}
      />
    );
  const problem = publish.error ?? chooseError;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        send();
      }}
    >
      <p className={classes['quiet']}>{t('intro')}</p>
      <Checkbox.Group
        label={t('spaces')}
        value={[...chosen]}
        error={tried && chosen.length === 0 ? t('chooseSpace') : undefined}
        onChange={(next) => setChosen(next as SpaceId[])}
      >
        <Stack gap={6} mt={6}>
          {spaces.map((space, index) => (
            <Checkbox
              key={space.id}
              {...(index === 0 ? { 'data-autofocus': true } : {})}
              value={space.id}
              label={space.name}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      {chosen.length > 0 && <Becomes spaces={chosen} />}
      <TextInput
        label={t('siteTitle')}
        maxLength={200}
        value={name}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <div className={classes['folder']}>
        <b>{t('folder')}</b>
        {folder === null ? <p className={classes['quiet']}>{t('noFolder')}</p> : <PathLine path={folder} />}
        <p className={classes['quiet']}>{t('folderHint')}</p>
        <Button size="xs" variant="default" onClick={choose}>
          {t('chooseFolder')}
        </Button>
        {tried && folder === null && (
          <p role="alert" className={classes['missing']}>
            {t('folderNeeded')}
          </p>
        )}
      </div>
      {problem !== null && <Alert color="red">{errorText(problem)}</Alert>}
      <DialogButtons>
        <Button variant="default" onClick={() => openDialog(null)}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={publish.isPending}>
          {t('make')}
        </Button>
      </DialogButtons>
    </form>
  );
}

interface ReadyProps {
  readonly folder: string;
  readonly records: number;
  readonly files: number;
}

/** Where the website is, and the way to look at it. */
function Ready({ folder, records, files }: ReadyProps): React.JSX.Element {
  const t = useText(siteDialogTexts);
  const format = useFormat();
  const errorText = useErrorText();
  const openSite = useCommand('library.openSite');
  return (
    <>
      <p role="status">{t('done', { records: format.number(records), files: format.number(files) })}</p>
      <PathLine path={folder} />
      {openSite.error !== null && <Alert color="red">{errorText(openSite.error)}</Alert>}
      <DialogButtons>
        <Button variant="default" onClick={() => openDialog(null)}>
          {t('close')}
        </Button>
        <Button data-autofocus onClick={() => openSite.mutate({ folder })}>
          {t('open')}
        </Button>
      </DialogButtons>
    </>
  );
}
