import { createElement, useEffect, useState, useSyncExternalStore, type ComponentType } from 'react';

/** By then the first screen is there; before, an idle moment only means that the window waits for the library, which starts at the same time. */
const startMs = 1_500;

/**
 * A component whose code is fetched when it is first shown; `Meanwhile`, or nothing, stands in its place until then. React's own `lazy` would keep
 * back for 300 ms what takes ten to fetch.
 */
export function loadOnDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType<Props> = Nothing,
): ComponentType<Props> {
  return onceLoaded(load, Meanwhile).Component;
}

/** The same for what is soon needed: fetched when the window has nothing else to do, or at once when it is shown before that. */
export function loadLater<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType<Props> = Nothing,
): ComponentType<Props> {
  const { Component, fetchOnce } = onceLoaded(load, Meanwhile);
  whenIdle(() => void fetchOnce());
  return Component;
}

/** False until the first screen is there and the window has nothing else to do. */
export function useLater(): boolean {
  const [isLater, setLater] = useState(false);
  useEffect(() => whenIdle(() => setLater(true)), []);
  return isLater;
}

function onceLoaded<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType<Props>,
): { readonly Component: ComponentType<Props>; readonly fetchOnce: () => Promise<void> } {
  let shown = Meanwhile;
  let fetching: Promise<void> | null = null;
  const fetchOnce = (): Promise<void> =>
    (fetching ??= load().then(
      (component) => void (shown = component),
      (error: unknown) => void (shown = failing(error)),
    ));
  const subscribe = (changed: () => void): (() => void) => {
    if (shown === Meanwhile) void fetchOnce().then(changed);
    return () => undefined;
  };
  const Component = (props: Props): React.JSX.Element =>
    createElement(
      useSyncExternalStore(subscribe, () => shown),
      props,
    );
  return { Component, fetchOnce };
}

/** Whoever shows it catches the error, as of any other component. */
function failing(error: unknown): () => never {
  return () => {
    throw error;
  };
}

function Nothing(): null {
  return null;
}

function whenIdle(work: () => void): () => void {
  const timer = setTimeout(() => window.requestIdleCallback(work, { timeout: 5_000 }), startMs);
  return () => clearTimeout(timer);
}
