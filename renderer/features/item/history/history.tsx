import { Button, Modal, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { itemTexts } from '../../../../shared/messages/ui/item';
import type { HistoryStep, ItemDetail } from '../../../../shared/model/views';
import { useQueryClient } from '@tanstack/react-query';
import { useAsk, useCommand } from '../../../bridge/queries';
import { DialogButtons } from '../../../components/dialog-buttons';
import { useFormat } from '../../../components/format';
import { mayChange } from '../../../components/use-rights';
import { useErrorText, useText } from '../../../components/use-text';
import { useUndo } from '../../../components/use-undo';
import { typeOf } from '../item-title';
import { HistoryEntry } from './history-entry';
import classes from './history.module.css';
import { stepsByDay } from './steps-by-day';

const pageSize = 40;

/** What happened to an item, newest first, and the way back to any of it. */
export function History({ item }: { readonly item: ItemDetail }): React.JSX.Element {
  const t = useText(itemTexts);
  const errorText = useErrorText();
  const format = useFormat();
  const [shown, setShown] = useState(pageSize);
  const [chosen, setChosen] = useState<HistoryStep | null>(null);
  const { data: steps, error } = useAsk('items.history', { id: item.state.id });
  if (error !== null)
    return (
      <p className={classes['message']} role="alert">
        {errorText(error)}
      </p>
    );
  if (steps === undefined) return <Skeleton m={20} height={60} aria-label={t('loading')} />;
  if (steps.length === 0) return <p className={classes['message']}>{t('historyEmpty')}</p>;
  return (
    <div className={classes['history']}>
      {stepsByDay(steps.slice(0, shown)).map(({ day, steps: ofDay }) => (
        <section key={day} aria-label={format.day(ofDay[0]?.at ?? day)}>
          <h2>{format.day(ofDay[0]?.at ?? day)}</h2>
          <ol>
            {ofDay.map((step) => (
              <HistoryEntry
                key={step.revision}
                step={step}
                type={typeOf(item)}
                isNow={step === steps[0]}
                isFirst={step === steps.at(-1)}
                onRestore={item.state.deleted || !mayChange(item.may) ? null : () => setChosen(step)}
              />
            ))}
          </ol>
        </section>
      ))}
      {steps.length > shown && (
        <Button variant="default" size="xs" onClick={() => setShown(shown + pageSize)}>
          {t('historyMore', { n: format.number(steps.length - shown) })}
        </Button>
      )}
      <RestoreDialog item={item} step={chosen} onClose={() => setChosen(null)} />
    </div>
  );
}

function RestoreDialog({
  item,
  step,
  onClose,
}: {
  readonly item: ItemDetail;
  readonly step: HistoryStep | null;
  readonly onClose: () => void;
}): React.JSX.Element {
  const t = useText(itemTexts);
  const format = useFormat();
  const client = useQueryClient();
  const { done, failed } = useUndo();
  const restore = useCommand('items.restoreTo');
  const when = step === null ? '' : format.dateTime(step.at);
  const { id } = item.state;
  const run = (): void => {
    if (step === null) return;
    restore.mutate(
      { id, revision: step.revision },
      {
        onSuccess: (detail) => {
          client.setQueryData(['items.get', { id }], detail);
          done(t('historyRestoreDone', { when }));
        },
        onError: failed,
        onSettled: onClose,
      },
    );
  };
  return (
    <Modal opened={step !== null} onClose={onClose} title={t('historyConfirmTitle', { when })} centered>
      <p className={classes['question']}>{t('historyConfirmText')}</p>
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button data-autofocus loading={restore.isPending} onClick={run}>
          {t('restore')}
        </Button>
      </DialogButtons>
    </Modal>
  );
}
