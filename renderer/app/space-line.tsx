import { UnstyledButton } from '@mantine/core';
import { spaceStateTexts } from '../../shared/messages/ui/sharing';
import type { SpaceStatus } from '../../shared/model/sync';
import { moodIcons, moodOf, useSpaceWords, worstOf, type SpaceMood } from '../components/space-state';
import { useAgo } from '../components/use-ago';
import { useFormat } from '../components/format';
import { useText } from '../components/use-text';
import { showSpace } from '../state/view';
import classes from './status-bar.module.css';

/** One status for all shared spaces: that of the one that most needs an eye. Opens its page. */
export function SpaceLine({ spaces }: { spaces: readonly SpaceStatus[] }): React.JSX.Element | null {
  const t = useText(spaceStateTexts);
  const format = useFormat();
  const describe = useDescription();
  const worst = worstOf(spaces);
  if (worst === undefined) return null;
  const mood = moodOf(worst);
  const others = spaces.filter((each) => each !== worst && moodOf(each) === mood).length;
  const calm = mood === 'inStep' || mood === 'local';
  const text = describe(worst, mood, spaces);
  const status = others > 0 && !calm ? `${text} ${t('footerMore', { n: format.number(others) })}` : text;
  const Sign = moodIcons[mood];
  return (
    <UnstyledButton
      className={classes['space'] ?? ''}
      data-mood={mood}
      aria-label={t('footerOpen', { status })}
      onClick={() => showSpace(worst.id)}
    >
      <Sign size={14} stroke={2} aria-hidden />
      <span>{status}</span>
    </UnstyledButton>
  );
}

function useDescription(): (space: SpaceStatus, mood: SpaceMood, all: readonly SpaceStatus[]) => string {
  const t = useText(spaceStateTexts);
  const words = useSpaceWords();
  const ago = useAgo();
  return (space, mood, all) => {
    switch (mood) {
      case 'attention':
        return t('footerAttention', { space: space.name });
      case 'offline':
        return t('footerOffline', { space: space.name });
      case 'paused':
        return t('footerPaused', { space: space.name });
      case 'busy':
        return t('footerBusy', { space: space.name, what: words.progress(space.progress) });
      case 'waiting':
        return t('footerWaiting', { space: space.name, what: words.amount(space.toSend) });
      case 'inStep': {
        // All are in step since the one that was longest ago.
        const [oldest] = all.flatMap(({ syncedAt }) => syncedAt ?? []).sort();
        return oldest === undefined ? t('allShared') : t('allSharedAt', { when: ago(oldest) });
      }
      case 'local':
        return `${space.name}: ${t('local')}`;
    }
  };
}
