import { Button } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';
import { spacePageTexts } from '../../../../shared/messages/ui/space-page';
import type { Brake as BrakeReason, SpaceStatus } from '../../../../shared/model/sync';
import { useFormat } from '../../../components/format';
import { useText } from '../../../components/use-text';
import classes from '../space-page.module.css';
import { MoveDialog } from './place-section';
import { useSpaceCommand } from './use-space-command';

const reasons = {
  'marker-missing': 'brakeMarker',
  'wrong-space': 'brakeWrong',
  'files-gone': 'brakeGone',
} as const satisfies Record<BrakeReason['reason'], keyof typeof spacePageTexts>;

/** Sync stands still: what was seen, that nothing was deleted, and the choice. */
export function Brake({
  space: { id, name },
  brake: { reason, gone, of },
}: {
  readonly space: SpaceStatus;
  readonly brake: BrakeReason;
}): React.JSX.Element {
  const t = useText(spacePageTexts);
  const format = useFormat();
  const release = useSpaceCommand('sync.release');
  const pause = useSpaceCommand('sync.pause');
  const [isMoving, setMoving] = useState(false);
  const isBusy = release.isPending || pause.isPending;
  return (
    <section className={classes['brake']} aria-label={t('brakeTitle')}>
      <h2>
        <IconHandStop size={20} stroke={1.7} aria-hidden /> {t('brakeTitle')}
      </h2>
      <p>{t(reasons[reason], { gone: format.number(gone), of: format.number(of) })}</p>
      <p>
        <b>{t('brakeSafe')}</b>
      </p>
      <dl>
        <Choice text={t('brakeRetryText')}>
          <Button size="xs" loading={isBusy} onClick={() => release.run({ id, choice: 'retry' })}>
            {t('brakeRetry')}
          </Button>
        </Choice>
        {reason !== 'wrong-space' && (
          <Choice text={t('brakeRestoreText')}>
            <Button
              size="xs"
              variant="default"
              loading={isBusy}
              onClick={() => release.run({ id, choice: 'put-back' })}
            >
              {t('brakeRestore')}
            </Button>
          </Choice>
        )}
        <Choice text={t('brakeMoveText')}>
          <Button size="xs" variant="default" disabled={isBusy} onClick={() => setMoving(true)}>
            {t('moved')}
          </Button>
        </Choice>
        <Choice text={t('brakePauseText')}>
          <Button size="xs" variant="default" loading={isBusy} onClick={() => pause.run({ id })}>
            {t('brakePause')}
          </Button>
        </Choice>
      </dl>
      {isMoving && <MoveDialog id={id} name={name} onClose={() => setMoving(false)} />}
    </section>
  );
}

function Choice({ text, children }: { readonly text: string; readonly children: React.ReactNode }): React.JSX.Element {
  return (
    <div>
      <dt>{children}</dt>
      <dd>{text}</dd>
    </div>
  );
}
