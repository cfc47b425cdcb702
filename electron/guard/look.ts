import { AppError } from '../../shared/base/errors';
import type { Finding } from '../../shared/guard/finding';

/** How long the guard works before it lets others go first. With its longest piece of work this stays well under 50 ms. */
const sliceMs = 10;

/** As `findPersonalData`, which is read from disk when it is first wanted, in slices, so that nothing waits long for it. Error: `cancelled`. */
export async function look(pages: readonly string[], signal?: AbortSignal): Promise<readonly Finding[]> {
  const { lookForPersonalData } = await import('../../shared/guard/find-personal-data');
  const work = lookForPersonalData(pages);
  let until = performance.now() + sliceMs;
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted === true) throw new AppError('cancelled');
    until = performance.now() + sliceMs;
  }
}
