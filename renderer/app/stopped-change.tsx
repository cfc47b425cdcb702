import { useEffect, useRef, useState } from 'react';
import { decideOnStops } from '../bridge/client';
import type { Stop } from '../bridge/stops';
import { loadLater } from '../components/load-later';

const StopDialog = loadLater(async () => (await import('./stop-dialog')).StopDialog);

/** Whoever goes back to take something out types on, and is not asked at each letter. */
const quietMs = 60_000;

/** What the guard stopped in something that was written in a shared space: each is asked about in its turn. */
export function StoppedChange(): React.JSX.Element | null {
  const [stops, setStops] = useState<readonly Stop[]>([]);
  const [hasStopped, setHasStopped] = useState(false);
  const declined = useRef(new Map<string, { readonly count: number; readonly at: number }>());
  useEffect(() => {
    decideOnStops((stop) => {
      const last = declined.current.get(subjectOf(stop));
      const isQuiet = last !== undefined && stop.count <= last.count && Date.now() - last.at < quietMs;
      if (isQuiet) return stop.answer(null);
      setHasStopped(true);
      setStops((waiting) => [...waiting, stop]);
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
  if (!hasStopped) return null;
  return <StopDialog stop={stop} onAnswer={answer} />;
}

/** The items it is about, or something new. */
function subjectOf({ scope }: Stop): string {
  return scope.kind === 'changes' ? scope.changes.map(({ id }) => id).join() : scope.kind;
}
