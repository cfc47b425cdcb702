import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** A component that the first screen does without: loaded when the window has nothing else to do, or at once when it is shown before that. Needs a `Suspense` around it. */
export function loadLater<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  let loading: Promise<{ default: ComponentType<Props> }> | null = null;
  const once = (): Promise<{ default: ComponentType<Props> }> =>
    (loading ??= load().then((component) => ({ default: component })));
  window.requestIdleCallback(() => void once(), { timeout: 5_000 });
  return lazy(once);
}
