import { spawn } from 'node:child_process';
import { copyFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { openLibrary } from '../../electron/library/library';
import { buildForNode } from '../support/library-build';
import { inMemory, libraryOptions, temporaryFolder } from '../support/library-folders';

const places = Number(process.env['RAAKVLAK_INDEX_PLACES'] ?? 20);
const seed = Number(process.env['RAAKVLAK_SEED'] ?? 1);

interface Line {
  readonly place: number;
  readonly told: string;
  readonly hash: string;
  readonly items: number;
}

/** A library with an index of some hundreds of kilobytes, closed; and what it holds. */
async function filled(base: string): Promise<Pick<Line, 'hash' | 'items'>> {
  const library = await openLibrary(libraryOptions(base));
  const { id: space } = await library.createSpace({ name: 'Samen' });
  for (let i = 0; i < 6; i += 1) {
    const drafts = Array.from({ length: 10 }, (_, n) => ({
      type: 'project',
      set: { title: `Project ${i}.${n}`, summary: `Waar het over gaat, ${n} `.repeat(12) },
      add: { tags: [`tag${n}`, `tag${i}`] },
      space,
    }));
    const [first] = await library.createItems(drafts);
    if (first !== undefined) await library.change(first.id, { set: { aim: 'Minder uitval' } });
  }
  const holds = { hash: library.stateHash(space), items: [...library.items()].length };
  await library.close();
  return holds;
}

test(
  `an index damaged at ${places} places gives the same as before, from the logs (seed ${seed})`,
  { timeout: 60_000 + places * 1_000 },
  async () => {
    const worker = await buildForNode('index-damage-worker');
    const base = temporaryFolder(inMemory);
    const before = await filled(base);
    const { folder, witnessFolder } = libraryOptions(base);
    const whole = join(base, 'whole.sqlite');
    copyFileSync(join(folder, 'index.sqlite'), whole);
    const counts = new Map<string, number>();
    let next = 0;
    let begun = '';
    while (next < places) {
      const args = [worker, folder, witnessFolder, whole, String(seed), String(next), String(places), begun];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
      const ended = new Promise<NodeJS.Signals | number | null>((resolve) =>
        child.on('close', (code, signal) => resolve(signal ?? code)),
      );
      begun = '';
      for await (const text of createInterface({ input: child.stdout })) {
        const { place, told, ...holds } = JSON.parse(text) as Line;
        expect(holds, `place ${place}`).toEqual(before);
        counts.set(told, (counts.get(told) ?? 0) + 1);
        next = place + 1;
      }
      const end = await ended;
      if (next >= places) break;
      // libsql ends its process over text that is no UTF-8. Whoever starts it again condemns the index first.
      expect(end, `place ${next}`).toBe('SIGABRT');
      counts.set('ended the process', (counts.get('ended the process') ?? 0) + 1);
      writeFileSync(join(folder, 'index.damaged'), '');
      begun = 'begun';
    }
    const list = [...counts].map((pair) => pair.join(' ')).join(', ');
    console.log(`${places} places of ${statSync(whole).size} bytes: ${list}; losses 0`);
    expect((counts.get('mended') ?? 0) + (counts.get('made anew') ?? 0)).toBeGreaterThan(places / 10);
  },
);
