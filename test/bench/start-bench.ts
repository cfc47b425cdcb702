import { join } from 'node:path';
import { startRaakvlak, startWindow, writeEmptyApp, type RunningWindow } from './app-process';
import { freshFolder, keptLibrary } from './library-process';
import { besideOf, ratioAtMost, type BenchContext, type Row } from './measure';

/** A start is short, and differs from the next by a tenth. */
const roundsPerRun = 5;

/** P1 and P2: from starting the program to a window that shows its list and takes a key in the search field, beside an empty Electron window. */
export async function startBench(context: BenchContext): Promise<readonly Row[]> {
  const folder = await freshFolder(context, 'start');
  const emptyApp = await writeEmptyApp(context);
  const documents = context.quick ? 10_000 : 50_000;
  const many = join(await keptLibrary(context, documents), 'library');
  const starts = {
    electron: () => startWindow({ app: emptyApp, env: { EMPTY_CONFIG: join(folder, 'config-electron') } }),
    empty: () => startRaakvlak(join(folder, 'library'), join(folder, 'config-empty')),
    many: () => startRaakvlak(many, join(folder, 'config-many')),
  };
  const ms: Record<keyof typeof starts, number[]> = { electron: [], empty: [], many: [] };
  const names = Object.keys(starts) as (keyof typeof starts)[];
  const rounds = context.quick ? context.runs : context.runs * roundsPerRun;
  // The first round fills caches, as any earlier use would; one of each in turn, and each the first in turn, so that a busy moment strikes all alike.
  for (let round = -1; round < rounds; round += 1) {
    const first = Math.max(0, round) % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const window = await starts[name]();
      const usable = name === 'electron' ? await firstPaintAt(window) : await usableAt(window);
      await window.close();
      if (round >= 0) ms[name].push(usable - window.startedAt);
    }
  }
  const unit = { unit: 'ms', better: 'lower' } as const;
  const size = `${documents.toLocaleString('en')} items`;
  return [
    { measure: 'start: empty Electron window', values: ms.electron, ...unit },
    {
      measure: 'start: Raakvlak usable, empty library',
      values: ms.empty,
      ...unit,
      peer: besideOf('empty window', ms.electron),
      goal: ratioAtMost(1.6),
    },
    {
      measure: `start: Raakvlak usable, ${size}`,
      values: ms.many,
      ...unit,
      peer: besideOf('empty library', ms.empty),
      goal: ratioAtMost(1.15),
    },
  ];
}

/** Looks at every frame whether the search field takes keys and the list shows rows, or says that there are none. */
async function usableAt({ page }: RunningWindow): Promise<number> {
  const found = await page.waitForFunction(
    () => {
      const field = document.querySelector<HTMLInputElement>('#search-field');
      const list = document.querySelector('[data-pane="list"]');
      const rows = list?.querySelector('[role="option"][id]') ?? null;
      const empty =
        list?.querySelector('button') !== null &&
        list?.querySelector('[role="status"]') !== null &&
        list?.querySelector('[role="listbox"]') === null;
      return field !== null && !field.disabled && (rows !== null || empty) ? Date.now() : false;
    },
    null,
    { polling: 'raf', timeout: 60_000 },
  );
  return (await found.jsonValue()) as number;
}

async function firstPaintAt({ page }: RunningWindow): Promise<number> {
  const found = await page.waitForFunction(
    () => {
      const paint = performance.getEntriesByName('first-contentful-paint')[0];
      return paint === undefined ? false : performance.timeOrigin + paint.startTime;
    },
    null,
    { polling: 'raf', timeout: 60_000 },
  );
  return (await found.jsonValue()) as number;
}
