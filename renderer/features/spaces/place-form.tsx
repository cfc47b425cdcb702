import { Button, PasswordInput, Radio, TextInput } from '@mantine/core';
import { IconCloud, IconFolder } from '@tabler/icons-react';
import { spaceDialogTexts } from '../../../shared/messages/ui/space-dialog';
import { ask } from '../../bridge/client';
import { useAsk } from '../../bridge/queries';
import { useText } from '../../components/use-text';
import { useUndo } from '../../components/use-undo';
import classes from './spaces.module.css';
import type { ChosenPlace } from './use-place';

const icons = { folder: IconFolder, webdav: IconCloud } as const;

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
      <Radio.Group
        label={label}
        value={draft.kind}
        classNames={{ label: classes['question'] ?? '' }}
        onChange={(kind) => change({ kind: kind === 'webdav' ? 'webdav' : 'folder' })}
      >
        <div className={classes['choices']}>
          {(['folder', 'webdav'] as const).map((kind) => {
            const Sign = icons[kind];
            return (
              <Radio.Card
                key={kind}
                value={kind}
                className={classes['choice'] ?? ''}
                aria-label={`${t(kind)}. ${t(`${kind}Text`)}`}
              >
                <Sign size={22} stroke={1.4} aria-hidden />
                <span>
                  <b>{t(kind)}</b>
                  <span>{t(`${kind}Text`)}</span>
                </span>
                <Radio.Indicator />
              </Radio.Card>
            );
          })}
        </div>
      </Radio.Group>
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
        error={tried && place === null ? t('folderNeeded') : undefined}
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
