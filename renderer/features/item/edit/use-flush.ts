import { useEffect, useRef } from 'react';

/** Calls `flush` when the window loses the focus, when it closes, and when the form goes away (another tab, another item). */
export function useFlush(flush: () => void): void {
  const latest = useRef(flush);
  useEffect(() => {
    latest.current = flush;
  }, [flush]);
  useEffect(() => {
    const run = (): void => latest.current();
    window.addEventListener('blur', run);
    window.addEventListener('pagehide', run);
    return () => {
      window.removeEventListener('blur', run);
      window.removeEventListener('pagehide', run);
      run();
    };
  }, []);
}
