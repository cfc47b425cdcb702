import { Button, Group } from '@mantine/core';
import type { Verdict } from '../../shared/model/insight';
import { curatingTexts, verdictLabels } from '../../shared/messages/ui/curating';
import { useLanguage, useText } from './use-text';

/** In the order of the keys 1 to 4. */
const overlapVerdicts = ['same', 'touches', 'complements', 'no'] as const satisfies readonly Verdict[];

interface Props {
  /** What is judged, for who hears the buttons. */
  readonly pair: string;
  readonly chosen: Verdict | null;
  readonly onJudge: (verdict: Verdict) => void;
}

export function VerdictButtons({ pair, chosen, onJudge }: Props): React.JSX.Element {
  const t = useText(curatingTexts);
  const language = useLanguage();
  return (
    <Group gap={4} mt={8} role="group" aria-label={`${t('judgeGroup')} ${pair}`}>
      {overlapVerdicts.map((verdict) => (
        <Button
          key={verdict}
          size="compact-sm"
          variant={chosen === verdict ? 'light' : 'default'}
          aria-pressed={chosen === verdict}
          onClick={() => onJudge(verdict)}
        >
          {verdictLabels[verdict][language]}
        </Button>
      ))}
    </Group>
  );
}

/** The verdict of a key, 1 to 4; null for every other key, and while Ctrl, Alt or Cmd is held. */
export function verdictOfKey(event: React.KeyboardEvent): Verdict | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  return overlapVerdicts[Number(event.key) - 1] ?? null;
}
