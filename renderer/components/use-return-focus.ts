import { useEffect } from 'react';

/** For a dialog that exists only while it is open: afterwards the focus goes back to where it was, or to `fallback` when that is gone. */
export function useReturnFocus(fallback: () => void): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before !== document.body && before.isConnected)
        before.focus({ preventScroll: true });
      else fallback();
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- where the focus was counts at the start only
  }, []);
}
