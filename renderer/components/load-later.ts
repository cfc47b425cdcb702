import { lazy, useEffect, useState, type ComponentType, type LazyExoticComponent } from 'react';

/** By then the first screen is there; before, an idle moment only means that the window waits for the library, which starts at the same time. */
const startMs = 1_500;

/** A component that the first screen does without: loaded when the window has nothing else to do, or at once when it is shown before that. Needs a `Suspense` around it. */
export function loadLater<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  let loading: Promise<{ default: ComponentType<Props> }> | null = null;
  const once = (): Promise<{ default: ComponentType<Props> }> =>
    (loading ??= load().then((component) => ({ default: component })));
  whenIdle(() => void once());
  return lazy(once);
}

/** False until the first screen is there and the window has nothing else to do. */
export function useLater(): boolean {
  const [isLater, setLater] = useState(false);
  useEffect(() => whenIdle(() => setLater(true)), []);
  return isLater;
}

function whenIdle(work: () => void): () => void {
  const timer = setTimeout(() => window.requestIdleCallback(work, { timeout: 5_000 }), startMs);
  return () => clearTimeout(timer);
}
