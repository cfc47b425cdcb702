/**
 * Maps in order with several at work at once: as many as fit in `weightLimit` (bytes, say), always at least one.
 * The results come in the order of `source`.
 */
export async function* mapBounded<In, Out>(
  source: AsyncIterable<In> | Iterable<In>,
  weightLimit: number,
  weight: (item: In) => number,
  work: (item: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const running: { result: Promise<Out>; weight: number }[] = [];
  let load = 0;
  for await (const item of source) {
    const own = weight(item);
    while (running.length > 0 && load + own > weightLimit) yield await takeFirst();
    load += own;
    const result = work(item);
    // It is awaited later, in its turn; until then a failure must not count as unhandled.
    result.catch(() => undefined);
    running.push({ result, weight: own });
  }
  while (running.length > 0) yield await takeFirst();

  async function takeFirst(): Promise<Out> {
    const first = running.shift() as (typeof running)[number];
    load -= first.weight;
    return first.result;
  }
}
