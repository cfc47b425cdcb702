import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** By then the first screen is there; before, an idle moment only means that the window waits for the library, which starts at the same time. */
const startMs = 1_500;

/** A component that the first screen does without: loaded when the window has nothing else to do, or at once when it is shown before that. Needs a `Suspense` around it. */
export function loadLater<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  let loading: Promise<{ default: ComponentType<Props> }> | null = null;
  const once = (): Promise<{ default: ComponentType<Props> }> =>
    (loading ??= load().then((component) => ({ default: component })));
  setTimeout(() => window.requestIdleCallback(() => void once(), { timeout: 5_000 }), startMs);
  return lazy(once);
}
