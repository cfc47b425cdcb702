import { Alert, Button, Checkbox, Loader, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import { planTexts } from '../../../shared/messages/ui/plans';
import { useAsk, useCommand } from '../../bridge/queries';
import { useLabels } from '../../components/labels';
import { useReturnFocus } from '../../components/use-return-focus';
import { useErrorText, useText } from '../../components/use-text';
import { useUndo } from '../../components/use-undo';
import { plans, showScopePage } from '../../state/map';
import { focusPane } from '../../state/search';
import { DialogButtons } from '../../components/dialog-buttons';
import classes from './plans.module.css';

interface Props {
  readonly year: number;
  readonly region: string | null;
  readonly onClose: () => void;
}

/** What of the year before goes on into a new year: everything that is still open, unless somebody leaves it out. */
export function NewYearDialog({ year, region, onClose }: Props): React.JSX.Element {
  useReturnFocus(() => focusPane('list'));
  const t = useText(planTexts);
  const labels = useLabels();
  const errorText = useErrorText();
  const { done } = useUndo();
  const { data, error } = useAsk('plans.compare', { year, region });
  const start = useCommand('plans.newYear');
  const [without, setWithout] = useState<ReadonlySet<ItemId>>(new Set());
  const chosen = (data?.open ?? []).map(({ id }) => id).filter((id) => !without.has(id));
  const toggle = (id: ItemId, isIn: boolean): void => {
    const next = new Set(without);
    if (isIn) next.delete(id);
    else next.add(id);
    setWithout(next);
  };
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    start.mutate(
      { year, ids: chosen },
      {
        onSuccess: ({ made }) => {
          plans.set({ year });
          showScopePage();
          done(t(made === 1 ? 'madeOne' : 'made', { n: made, year }));
          onClose();
        },
      },
    );
  };
  const problem = start.error ?? error;
  return (
    <Modal opened onClose={onClose} size="lg" title={t('newYearTitle', { year })}>
      <form onSubmit={submit}>
        {data === undefined && error === null && <Loader size="sm" aria-label={t('loading')} />}
        {data !== undefined && (
          <p className={classes['intro']}>
            {t(data.open.length === 0 ? 'nothingOpen' : 'newYearText', { before: year - 1 })}
          </p>
        )}
        <Stack gap={8}>
          {data?.open.map(({ id, title, owner, status }, index) => (
            <Checkbox
              key={id}
              {...(index === 0 ? { 'data-autofocus': true } : {})}
              label={title}
              description={[labels.value('actionStatus', status), owner].filter(Boolean).join(' · ')}
              checked={!without.has(id)}
              onChange={(event) => toggle(id, event.currentTarget.checked)}
            />
          ))}
        </Stack>
        {problem !== null && (
          <Alert color="red" mt="sm">
            {errorText(problem)}
          </Alert>
        )}
        <DialogButtons>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={start.isPending} disabled={chosen.length === 0}>
            {t('carry', { n: chosen.length, year })}
          </Button>
        </DialogButtons>
      </form>
    </Modal>
  );
}
