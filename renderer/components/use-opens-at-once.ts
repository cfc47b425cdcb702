import { useEffect, useRef, useState, type RefObject } from 'react';

/** For a panel that is drawn when somebody first opens it, in the place of a button that stood there alone: open from then on, and that button has the focus to return to. */
export function useOpensAtOnce(): {
  readonly target: RefObject<HTMLButtonElement | null>;
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
} {
  const target = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    target.current?.focus();
    setOpen(true);
  }, []);
  return { target, isOpen, setOpen };
}
