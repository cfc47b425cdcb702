import { join } from 'node:path';
import type { Page } from 'playwright';
import { createCorpus } from '../support/corpus';
import { startRaakvlak, type RunningWindow } from './app-process';
import { freshFolder, keptLibrary, warmIndex } from './library-process';
import { atMost, type BenchContext, type Row } from './measure';

const keys = 200;
const scrollSeconds = 10;

/** P4 and P9 in the real window: from a key to the painted list, and frames while the whole list is scrolled. */
export async function windowBench(context: BenchContext): Promise<readonly Row[]> {
  const [searched, scrolled] = context.quick ? [10_000, 10_000] : [100_000, 50_000];
  const folder = await freshFolder(context, 'window');
  const large = await keptLibrary(context, searched);
  await warmIndex(large);
  const typing = await startRaakvlak(join(large, 'library'), join(folder, 'config-typing'));
  const keyMs = await typeWords(typing.page);
  await typing.close();
  const scrolling = await startRaakvlak(
    join(await keptLibrary(context, scrolled), 'library'),
    join(folder, 'config-scrolling'),
  );
  const frameMs = await scrollThrough(scrolling.page, scrollSeconds);
  const memory = memoryRows(scrolling, scrolled);
  await scrolling.close();
  return [
    {
      measure: `key to painted list, ${searched.toLocaleString('en')} documents`,
      values: keyMs,
      unit: 'ms',
      better: 'lower',
      goal: atMost(100, 'ms'),
    },
    {
      measure: `frames while scrolling ${scrolled.toLocaleString('en')} rows (longest ${Math.max(...frameMs).toFixed(0)} ms)`,
      values: frameMs,
      unit: 'ms',
      better: 'lower',
      goal: { text: 'none > 50 ms', met: () => Math.max(...frameMs) <= 50 },
    },
    ...memory,
  ];
}

function memoryRows(window: RunningWindow, documents: number): Row[] {
  const memory = window.memory();
  if (memory === null) return [];
  const size = `after scrolling ${documents.toLocaleString('en')} items`;
  return [
    {
      measure: `library process of the app ${size}`,
      values: [memory.library],
      unit: 'MB',
      better: 'lower',
      goal: atMost(200, 'MB'),
    },
    {
      measure: `window process of the app ${size}`,
      values: [memory.renderer],
      unit: 'MB',
      better: 'lower',
      goal: atMost(250, 'MB'),
    },
  ];
}

/** Types words into the search field, each key as soon as what the one before found is painted. Milliseconds from key to paint. */
async function typeWords(page: Page): Promise<number[]> {
  const corpus = createCorpus(99);
  await page.locator('[data-pane="list"] [role="option"][id]').first().waitFor();
  // On a display without a window manager no window has the focus, and keys would go nowhere.
  await (await page.context().newCDPSession(page)).send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await page.locator('#search-field').focus();
  const ms: number[] = [];
  while (ms.length < keys) {
    const word = corpus.word();
    if (word.length < 4) continue;
    for (let length = 1; length <= Math.min(word.length, 8) && ms.length < keys; length += 1)
      ms.push(await paintAfterKey(page, word.slice(0, length)));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await page.locator('[data-pane="list"] [role="listbox"][aria-busy="false"]').waitFor();
  }
  return ms;
}

/** Types the last letter of `text`; milliseconds until the frame is painted in which the list answers to it, whether that changed a row or not. */
async function paintAfterKey(page: Page, text: string): Promise<number> {
  // In an object, for a handle to a promise waits for it; and there before the key is: the two go to the page by different ways.
  const watch = await page.evaluateHandle((typed) => {
    const list = document.querySelector('[data-pane="list"]');
    let pressedAt = 0;
    addEventListener('keydown', (event) => (pressedAt = event.timeStamp), { capture: true, once: true });
    const painted = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (list?.getAttribute('data-answers') !== typed) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - pressedAt);
          port2.postMessage(null);
        });
      });
      observer.observe(list ?? document.body, { attributeFilter: ['data-answers'] });
    });
    return { painted };
  }, text);
  await page.keyboard.press(text.slice(-1));
  const ms = await watch.evaluate(({ painted }) => painted);
  await watch.dispose();
  return ms;
}

/** Scrolls from the first row to the last and back in big and small steps; the time from each frame to the next. */
function scrollThrough(page: Page, seconds: number): Promise<number[]> {
  return page.locator('[data-pane="list"] [role="listbox"]').evaluate(
    (list, duration) =>
      new Promise<number[]>((resolve) => {
        const frames: number[] = [];
        const start = performance.now();
        let last = start;
        const step = (now: number): void => {
          frames.push(now - last);
          last = now;
          const passed = (now - start) / duration;
          if (passed >= 1) {
            resolve(frames.slice(1));
            return;
          }
          // Half of the time as a wheel turns, half as the bar is dragged from end to end.
          if (passed < 0.5) list.scrollTop += 300;
          else list.scrollTop = (passed - 0.5) * 2 * list.scrollHeight;
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    seconds * 1_000,
  );
}
