import { Button, Progress } from '@mantine/core';
import { AppError } from '../../../../shared/base/errors';
import { spacePageTexts } from '../../../../shared/messages/ui/space-page';
import type { SpaceStatus } from '../../../../shared/model/sync';
import { useAsk } from '../../../bridge/queries';
import { useAgo } from '../../../components/use-ago';
import { useFormat } from '../../../components/format';
import { moodIcons, moodOf, useSpaceWords } from '../../../components/space-state';
import { useErrorText, useText } from '../../../components/use-text';
import { showInbox } from '../../../state/search';
import classes from '../space-page.module.css';
import { LoginButton } from './place-section';
import { Section } from './section';
import { SyncButtons } from './sync-buttons';

/** How a space is doing: in step or not, what waits, what failed and what to do. */
export function Status({ space }: { readonly space: SpaceStatus }): React.JSX.Element {
  const t = useText(spacePageTexts);
  const words = useSpaceWords();
  const errorText = useErrorText();
  const mood = moodOf(space);
  const Sign = moodIcons[mood];
  const sentence = useSentence();
  const lines = useWaiting(space);
  const { fault, progress } = space;
  const conflicts = useAsk('conflicts.list', { space: space.id }, { keepLast: true }).data?.length ?? 0;
  const total = progress?.total ?? 0;
  return (
    <Section title={t('status')}>
      <div className={classes['status']} data-mood={mood}>
        <Sign size={22} stroke={1.7} aria-hidden />
        <div>
          <p className={classes['mood']} role="status">
            {sentence(space)}
          </p>
          {mood === 'busy' && total > 0 && (
            <Progress value={(100 * (progress?.done ?? 0)) / total} aria-label={words.progress(progress)} />
          )}
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {fault !== null && mood !== 'offline' && (
            <p className={classes['fault']}>
              <b>{t('faultTitle')}.</b> {errorText(new AppError(fault.code, fault.params))}
            </p>
          )}
          {fault?.code === 'remote-login' && space.place !== null && (
            <LoginButton id={space.id} name={space.name} place={space.place} />
          )}
          {conflicts > 0 && (
            <p>
              {conflicts === 1 ? t('conflictsOne') : t('conflictsMany', { n: conflicts })}{' '}
              <Button size="compact-xs" variant="subtle" onClick={() => showInbox('conflicts')}>
                {t('conflictsView')}
              </Button>
            </p>
          )}
        </div>
      </div>
      <SyncButtons space={space} />
    </Section>
  );
}

function useSentence(): (space: SpaceStatus) => string {
  const t = useText(spacePageTexts);
  const words = useSpaceWords();
  const errorText = useErrorText();
  return (space) => {
    const mood = moodOf(space);
    switch (mood) {
      case 'busy':
        return words.progress(space.progress);
      case 'offline':
        return space.fault === null ? t('offlineText') : errorText(new AppError(space.fault.code, space.fault.params));
      case 'paused':
        return t('pausedText');
      case 'local':
        return space.kind === 'private' ? t('privateText') : t('noPlace');
      case 'attention':
        return space.state === 'braked' ? t('brakeTitle') : space.fault !== null ? t('stuck') : t('quarantineSome');
      case 'waiting':
        return t('toSend', { what: words.amount(space.toSend) });
      case 'inStep':
        return t('inStep');
    }
  };
}

/** What waits, and since when all was well. */
function useWaiting(space: SpaceStatus): readonly string[] {
  const t = useText(spacePageTexts);
  const words = useSpaceWords();
  const format = useFormat();
  const ago = useAgo();
  const { toSend, toReceive, syncedAt, keepOffline, state } = space;
  const sending = words.amount(toSend);
  const files = words.amount({ files: toReceive.files });
  const lines: string[] = [];
  if (sending !== '' && moodOf(space) !== 'waiting') lines.push(t('toSend', { what: sending }));
  if (files !== '') lines.push(t(keepOffline ? 'toReceive' : 'onDemand', { what: files }));
  if (toReceive.held > 0)
    lines.push(toReceive.held === 1 ? t('heldOne') : t('held', { n: format.number(toReceive.held) }));
  if (state !== 'local')
    lines.push(
      syncedAt === null ? t('never') : t('syncedAt', { when: `${ago(syncedAt)} (${format.dateTime(syncedAt)})` }),
    );
  return lines;
}
