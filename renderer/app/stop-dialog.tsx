import { Modal } from '@mantine/core';
import { guardTexts } from '../../shared/messages/ui/guard';
import type { Stop } from '../bridge/stops';
import { GuardStop } from '../components/guard/guard-stop';
import { useText } from '../components/use-text';

interface StopDialogProps {
  /** undefined: closed. */
  readonly stop: Stop | undefined;
  /** Why it stays, or null for who goes back to take it out. */
  readonly onAnswer: (despite: string | null) => void;
}

/** What the guard found in something that was written, and the choice to take it out or to say why it stays. */
export function StopDialog({ stop, onAnswer }: StopDialogProps): React.JSX.Element {
  const t = useText(guardTexts);
  return (
    <Modal opened={stop !== undefined} onClose={() => onAnswer(null)} title={t('name')} size="lg">
      {stop !== undefined && (
        <GuardStop
          isChange
          scope={stop.scope}
          onRedact={() => onAnswer(null)}
          onDespite={onAnswer}
          onStop={() => onAnswer(null)}
          isBusy={false}
          error={null}
        />
      )}
    </Modal>
  );
}
