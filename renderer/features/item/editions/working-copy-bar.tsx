import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck, IconExternalLink, IconFolder } from '@tabler/icons-react';
import { AppError } from '../../../../shared/base/errors';
import { editionTexts } from '../../../../shared/messages/ui/drafts';
import type { WorkingCopy } from '../../../../shared/model/draft';
import type { ItemDetail } from '../../../../shared/model/views';
import { useAsk, useCommand } from '../../../bridge/queries';
import { useFormat } from '../../../components/format';
import { PathLine } from '../../../components/path-line';
import { useErrorText, useText } from '../../../components/use-text';
import { useUndo } from '../../../components/use-undo';
import classes from './working-copy-bar.module.css';

/** The way to Word or LibreOffice, and how it is with the copy that was opened there. */
export function WorkingCopyBar({ item }: { readonly item: ItemDetail }): React.JSX.Element {
  const t = useText(editionTexts);
  const { failed } = useUndo();
  const { id } = item.state;
  const { data: copies, refetch } = useAsk('copies.list', undefined);
  const open = useCommand('copies.open');
  const copy = copies?.find((each) => each.item === id) ?? null;
  const start = (): void => open.mutate({ id }, { onError: failed, onSettled: () => void refetch() });
  if (copy !== null) return <Copy copy={copy} isOpening={open.isPending} onOpen={start} />;
  return (
    <Button
      size="sm"
      variant="light"
      loading={open.isPending}
      disabled={!item.fileHere}
      leftSection={<IconExternalLink size={16} aria-hidden />}
      onClick={start}
    >
      {t('open')}
    </Button>
  );
}

function Copy({
  copy,
  isOpening,
  onOpen,
}: {
  readonly copy: WorkingCopy;
  readonly isOpening: boolean;
  readonly onOpen: () => void;
}): React.JSX.Element {
  const t = useText(editionTexts);
  const { failed } = useUndo();
  const show = useCommand('copies.show');
  const finish = useCommand('copies.finish');
  const { item: id, path } = copy;
  return (
    <section
      className={classes['copy']}
      aria-label={t('copyTitle')}
      data-warn={copy.state !== 'ready' || copy.others || undefined}
    >
      <h2>{t('copyTitle')}</h2>
      <p>{t('copyReady')}</p>
      <PathLine path={path} />
      <CopyState copy={copy} />
      <div className={classes['actions']}>
        <Button size="xs" loading={isOpening} leftSection={<IconExternalLink size={15} aria-hidden />} onClick={onOpen}>
          {t('openAgain')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFolder size={15} aria-hidden />}
          onClick={() => show.mutate({ id }, { onError: failed })}
        >
          {t('copyShow')}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={finish.isPending}
          leftSection={<IconCheck size={15} aria-hidden />}
          onClick={() =>
            finish.mutate(
              { id },
              { onError: failed, onSuccess: () => void notifications.show({ message: t('copyFinished') }) },
            )
          }
        >
          {t('copyFinish')}
        </Button>
      </div>
    </section>
  );
}

/** What somebody must know of the copy now; said aloud when it changes. */
function CopyState({
  copy: { state, error, isOpen, savedAt, others },
}: {
  readonly copy: WorkingCopy;
}): React.JSX.Element {
  const t = useText(editionTexts);
  const errorText = useErrorText();
  const format = useFormat();
  const warning =
    error !== null
      ? errorText(new AppError(error.code, error.params))
      : state === 'waiting'
        ? t('copyWaiting')
        : state === 'missing'
          ? t('copyMissing')
          : others
            ? t('copyOthers')
            : null;
  return (
    <div role="status">
      {warning !== null && (
        <p className={classes['warning']}>
          <IconAlertTriangle size={15} aria-hidden /> {warning}
        </p>
      )}
      {isOpen && <p>{t('copyIsOpen')}</p>}
      {savedAt !== null && <p>{t('copySaved', { when: format.moment(savedAt) })}</p>}
    </div>
  );
}
