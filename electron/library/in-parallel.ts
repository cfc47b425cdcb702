/** Does `work` for each value, at most `limit` at a time; results in order. The first failure is thrown once all that began has ended. */
export async function inParallel<T, R>(
  values: readonly T[],
  limit: number,
  work: (value: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < values.length) {
      const i = next++;
      results[i] = await work(values[i] as T);
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: Math.min(limit, values.length) }, worker));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  return results;
}

/** Runs what it is given one after the other, in the order it was asked; `between` after each, which the next waits for and which never fails. */
export function createQueue(
  between: () => Promise<void> = () => Promise.resolve(),
): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const run = last.then(work);
    last = run.then(between, between);
    return run;
  };
}
