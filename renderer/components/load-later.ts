import { createElement, useEffect, useState, useSyncExternalStore, type ComponentType } from 'react';

/** By then the first screen is there; before, an idle moment only means that the window waits for the library, which starts at the same time. */
const startMs = 1_500;
/** More than this is free of a frame only where the next one is not being made already: nobody scrolls or types. */
const restMs = 20;
/** Who scrolls for longer gets it all the same, a piece at a time. */
const longestMs = 5_000;

/** What waits for its turn. */
const waiting: (() => unknown)[] = [];
let isTakingTurns = false;

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
  whenIdle(fetchOnce);
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

function whenIdle(work: () => unknown): () => void {
  const timer = setTimeout(() => {
    waiting.push(work);
    void takeTurns();
  }, startMs);
  return () => clearTimeout(timer);
}

/** One after the other: all at once they would hold up a frame for 60 ms. */
async function takeTurns(): Promise<void> {
  if (isTakingTurns) return;
  isTakingTurns = true;
  const until = performance.now() + longestMs;
  for (let work = waiting.shift(); work !== undefined; work = waiting.shift()) {
    await atRest(until);
    await work();
  }
  isTakingTurns = false;
}

function atRest(until: number): Promise<void> {
  return new Promise((resolve) => {
    const look = (idle: IdleDeadline): void => {
      if (idle.timeRemaining() > restMs || performance.now() > until) resolve();
      else window.requestIdleCallback(look, { timeout: longestMs });
    };
    window.requestIdleCallback(look, { timeout: longestMs });
  });
}
