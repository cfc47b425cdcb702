import { Modal } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { guardTexts } from '../../shared/messages/ui/guard';
import { decideOnStops } from '../bridge/client';
import type { Stop } from '../bridge/stops';
import { GuardStop } from '../components/guard/guard-stop';
import { useText } from '../components/use-text';

/** Whoever goes back to take something out types on, and is not asked at each letter. */
const quietMs = 60_000;

/** What the guard stopped in something that was written in a shared space: what it found, and the choice to take it out or to say why it stays. */
export function StoppedChange(): React.JSX.Element {
  const t = useText(guardTexts);
  const [stops, setStops] = useState<readonly Stop[]>([]);
  const declined = useRef(new Map<string, { readonly count: number; readonly at: number }>());
  useEffect(() => {
    decideOnStops((stop) => {
      const last = declined.current.get(subjectOf(stop));
      const isQuiet = last !== undefined && stop.count <= last.count && Date.now() - last.at < quietMs;
      if (isQuiet) stop.answer(null);
      else setStops((waiting) => [...waiting, stop]);
    });
    return () => decideOnStops(null);
  }, []);
  const stop = stops[0];
  const answer = (despite: string | null): void => {
    if (stop === undefined) return;
    if (despite === null) declined.current.set(subjectOf(stop), { count: stop.count, at: Date.now() });
    setStops((waiting) => waiting.slice(1));
    stop.answer(despite);
  };
  return (
    <Modal opened={stop !== undefined} onClose={() => answer(null)} title={t('name')} size="lg">
      {stop !== undefined && (
        <GuardStop
          isChange
          scope={stop.scope}
          onRedact={() => answer(null)}
          onDespite={answer}
          onStop={() => answer(null)}
          isBusy={false}
          error={null}
        />
      )}
    </Modal>
  );
}

/** The items it is about, or something new. */
function subjectOf({ scope }: Stop): string {
  return scope.kind === 'changes' ? scope.changes.map(({ id }) => id).join() : scope.kind;
}
