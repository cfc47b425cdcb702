import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClockUp,
  IconCloudOff,
  IconDeviceDesktop,
  IconPlayerPause,
  IconRefresh,
  type Icon,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { spaceStateTexts } from '../../shared/messages/ui/sharing';
import type { SpaceStatus, SyncProgress } from '../../shared/model/sync';
import { useFormat } from './format';
import { useText } from './use-text';

/** How a space is doing, in the one word that people see: worst last. */
export type SpaceMood = 'local' | 'inStep' | 'waiting' | 'busy' | 'paused' | 'offline' | 'attention';

const order: readonly SpaceMood[] = ['local', 'inStep', 'waiting', 'busy', 'paused', 'offline', 'attention'];

export const moodIcons: Readonly<Record<SpaceMood, Icon>> = {
  local: IconDeviceDesktop,
  inStep: IconCircleCheck,
  waiting: IconClockUp,
  busy: IconRefresh,
  paused: IconPlayerPause,
  offline: IconCloudOff,
  attention: IconAlertTriangle,
};

export function moodOf({ state, fault, quarantined, toSend }: SpaceStatus): SpaceMood {
  switch (state) {
    case 'braked':
      return 'attention';
    case 'local':
    case 'paused':
    case 'offline':
      return state;
    case 'syncing':
      return 'busy';
    case 'idle':
      if (fault !== null || quarantined > 0) return 'attention';
      return toSend.changes + toSend.files > 0 ? 'waiting' : 'inStep';
  }
}

/** The space that most needs somebody's eye; of equals the first. */
export function worstOf(spaces: readonly SpaceStatus[]): SpaceStatus | undefined {
  return [...spaces].sort((a, b) => order.indexOf(moodOf(b)) - order.indexOf(moodOf(a)))[0];
}

const phases = {
  looking: 'phaseLooking',
  receiving: 'phaseReceiving',
  sending: 'phaseSending',
  'files-in': 'phaseFilesIn',
  'files-out': 'phaseFilesOut',
} as const satisfies Record<SyncProgress['phase'], keyof typeof spaceStateTexts>;

export interface SpaceWords {
  mood(mood: SpaceMood): string;
  progress(progress: SyncProgress | null): string;
  /** “3 wijzigingen en 1 bestand”; '' when there is nothing. */
  amount(amount: { readonly changes?: number; readonly files?: number }): string;
}

/** The words for states and amounts that several screens share. */
export function useSpaceWords(): SpaceWords {
  const t = useText(spaceStateTexts);
  const format = useFormat();
  return useMemo(
    () => ({
      mood: (mood) => t(mood),
      progress: (progress) => {
        if (progress === null) return t('busy');
        const what = t(phases[progress.phase]);
        if (progress.total === 0) return t('progressOpen', { what });
        return t('progress', { what, done: format.number(progress.done), total: format.number(progress.total) });
      },
      amount: ({ changes = 0, files = 0 }) => {
        const parts = [
          changes === 0 ? '' : changes === 1 ? t('changeOne') : t('changeMany', { n: format.number(changes) }),
          files === 0 ? '' : files === 1 ? t('fileOne') : t('fileMany', { n: format.number(files) }),
        ].filter((part) => part !== '');
        return parts.length === 2 ? t('and', { a: parts[0] ?? '', b: parts[1] ?? '' }) : (parts[0] ?? '');
      },
    }),
    [t, format],
  );
}
