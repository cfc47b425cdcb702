import { Button, Progress } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCircleCheck, IconRefresh } from '@tabler/icons-react';
import { AppError } from '../../../shared/base/errors';
import { spaceDialogTexts } from '../../../shared/messages/ui/space-dialog';
import type { SpaceStatus } from '../../../shared/model/sync';
import { useAsk, useCommand } from '../../bridge/queries';
import { DialogButtons } from '../../components/dialog-buttons';
import { copyText } from '../../components/copy-text';
import { useFormat } from '../../components/format';
import { useSpaceWords } from '../../components/space-state';
import { useSpaces } from '../../components/use-spaces';
import { useErrorText, useText } from '../../components/use-text';
import { useUndo } from '../../components/use-undo';
import { openDialog } from '../../state/view';
import { PathLine } from '../../components/path-line';
import classes from './spaces.module.css';

/** The first round of a space: how far it is, that it can go on behind, and what to do next. The catalogue comes before the files. */
export function FirstRound({
  mode,
  space,
}: {
  readonly mode: 'new' | 'open';
  readonly space: SpaceStatus;
}): React.JSX.Element {
  const t = useText(spaceDialogTexts);
  const format = useFormat();
  const errorText = useErrorText();
  const now = useSpaces().data?.find(({ id }) => id === space.id) ?? space;
  const items = useAsk('items.counts', undefined).data?.spaces[space.id] ?? 0;
  const { name, fault } = now;
  const isBusy = now.state === 'syncing';
  const hasTrouble = !isBusy && (fault !== null || now.state === 'offline' || now.state === 'braked');
  const Sign = isBusy ? IconRefresh : hasTrouble ? IconAlertTriangle : IconCircleCheck;
  const title = isBusy && mode === 'open' ? 'firstBusy' : mode === 'open' && !hasTrouble ? 'firstDone' : 'firstMade';
  return (
    <div className={classes['first']}>
      <div className={classes['firstHead']} data-trouble={hasTrouble || undefined}>
        <Sign size={22} stroke={1.6} aria-hidden />
        <div role="status">
          <h3>{t(title, { name })}</h3>
        </div>
      </div>
      {isBusy && <Going space={now} />}
      {hasTrouble && <p>{t('firstTrouble')}</p>}
      {hasTrouble && fault !== null && <p role="alert">{errorText(new AppError(fault.code, fault.params))}</p>}
      {mode === 'open' && <p>{t('firstItems', { n: format.number(items) })}</p>}
      {mode === 'open' && isBusy && <p>{t('firstBusyText')}</p>}
      {mode === 'new' && !isBusy && !hasTrouble && <p>{t('firstMadeText')}</p>}
      {mode === 'new' && now.place !== null && (
        <PathLine path={now.place}>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => {
              copyText(now.place ?? '');
              notifications.show({ message: t('copied') });
            }}
          >
            {t('copyPlace')}
          </Button>
        </PathLine>
      )}
      <DialogButtons>
        <Button data-autofocus onClick={() => openDialog(null)}>
          {t(isBusy ? 'background' : 'done')}
        </Button>
      </DialogButtons>
    </div>
  );
}

function Going({ space: { id, progress } }: { readonly space: SpaceStatus }): React.JSX.Element {
  const t = useText(spaceDialogTexts);
  const words = useSpaceWords();
  const { failed } = useUndo();
  const cancel = useCommand('sync.cancel');
  const total = progress?.total ?? 0;
  return (
    <div className={classes['going']}>
      <span>{words.progress(progress)}</span>
      <Progress
        value={total === 0 ? 100 : (100 * (progress?.done ?? 0)) / total}
        animated={total === 0}
        striped={total === 0}
        aria-label={words.progress(progress)}
      />
      <Button
        size="compact-sm"
        variant="default"
        loading={cancel.isPending}
        onClick={() => cancel.mutate({ id }, { onError: failed })}
      >
        {t('stop')}
      </Button>
    </div>
  );
}
