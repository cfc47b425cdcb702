import { Button, PasswordInput, TextInput } from '@mantine/core';
import { IconCloud, IconFolder } from '@tabler/icons-react';
import { spaceDialogTexts } from '../../../shared/messages/ui/space-dialog';
import { ask } from '../../bridge/client';
import { useAsk } from '../../bridge/queries';
import { ChoiceCards } from '../../components/choice-cards';
import { useText } from '../../components/use-text';
import { useUndo } from '../../components/use-undo';
import classes from './spaces.module.css';
import type { ChosenPlace } from './use-place';

/** Where a shared folder is: a folder that this computer can open, or an address on a server. */
export function PlaceForm({
  label,
  chosen,
}: {
  readonly label: string;
  readonly chosen: ChosenPlace;
}): React.JSX.Element {
  const { draft, change } = chosen;
  const t = useText(spaceDialogTexts);
  return (
    <div className={classes['place']}>
      <ChoiceCards
        label={label}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
        choices={[
          { value: 'folder', icon: IconFolder, name: t('folder'), lines: [t('folderText')] },
          { value: 'webdav', icon: IconCloud, name: t('webdav'), lines: [t('webdavText')] },
        ]}
      />
      {draft.kind === 'folder' ? <FolderField chosen={chosen} /> : <ServerFields chosen={chosen} />}
    </div>
  );
}

function FolderField({ chosen: { draft, place, tried, change } }: { readonly chosen: ChosenPlace }): React.JSX.Element {
  const t = useText(spaceDialogTexts);
  const { failed } = useUndo();
  const choose = (): void =>
    void ask('dialog.chooseFolder').then((path) => path !== null && change({ path }, true), failed);
  return (
    <div className={classes['folder']}>
      <TextInput
        label={t('folderField')}
        placeholder={t('noFolder')}
        value={draft.path}
        spellCheck={false}
        autoComplete="off"
        error={tried && place === null ? t(draft.path.trim() === '' ? 'folderNeeded' : 'wholePath') : undefined}
        onChange={(event) => change({ path: event.currentTarget.value })}
      />
      <Button variant="default" onClick={choose}>
        {t('choose')}
      </Button>
    </div>
  );
}

function ServerFields({
  chosen: { draft, place, tried, change },
}: {
  readonly chosen: ChosenPlace;
}): React.JSX.Element {
  const t = useText(spaceDialogTexts);
  const kept = useAsk('app.passwordsKept', undefined).data ?? 'system';
  return (
    <div className={classes['fields']}>
      <TextInput
        label={t('url')}
        description={t('urlHint')}
        type="url"
        placeholder="https://"
        value={draft.url}
        spellCheck={false}
        autoComplete="off"
        error={tried && place === null ? t('urlNeeded') : undefined}
        onChange={(event) => change({ url: event.currentTarget.value })}
      />
      <div className={classes['two']}>
        <TextInput
          label={t('user')}
          value={draft.user}
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => change({ user: event.currentTarget.value })}
        />
        <PasswordInput
          label={t('password')}
          value={draft.password}
          maxLength={1_000}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), 'aria-hidden': false, tabIndex: 0 }}
          onChange={(event) => change({ password: event.currentTarget.value })}
        />
      </div>
      <p className={classes['hint']}>{t(kept === 'system' ? 'passwordHint' : 'passwordInFile')}</p>
    </div>
  );
}
