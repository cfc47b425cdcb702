import { useEffect } from 'react';
import { ask } from '../bridge/client';
import { useAsk } from '../bridge/queries';
import { view } from '../state/view';

const kept = 50;
/** Passing by with the arrow keys is not opening. */
const openForMs = 1_500;

/** Remembers on this computer what was opened last, for the palette. */
export function useRecent(): void {
  const active = view.use((state) => state.active);
  const recent = useAsk('settings.get', undefined).data?.recent;
  useEffect(() => {
    if (active === null || recent === undefined || recent[0] === active) return undefined;
    const remember = (): void =>
      void ask('settings.change', { recent: [active, ...recent.filter((id) => id !== active)].slice(0, kept) }).catch(
        () => undefined,
      );
    const timer = window.setTimeout(remember, openForMs);
    return () => window.clearTimeout(timer);
  }, [active, recent]);
}
