import { randomBytes } from 'node:crypto';
import { mkdtempSync, mkdirSync, writeFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { AppError } from '../../shared/base/errors';
import { openLibrary } from '../../electron/library/library';

const base = mkdtempSync(join(tmpdir(), 'raakvlak-bench-'));
const documents = Number(process.argv[2] ?? 10_000);
const src = join(base, 'src');
mkdirSync(src);
const words = Array.from({ length: 2000 }, (_, i) => `woord${i}`);
let seed = 1;
const next = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
for (let i = 0; i < documents; i++)
  writeFileSync(join(src, `${i}.md`), `# ${i}\n` + Array.from({ length: 1500 }, () => words[next(2000)]).join(' '));
const options = {
  folder: join(base, 'library'),
  witnessFolder: join(base, 'config'),
  clock: () => new Date(),
  random: (n: number) => randomBytes(n),
  onProgress: () => undefined,
};
const time = async <T>(label: string, count: number, work: () => Promise<T>): Promise<T> => {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const result = await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    label.padEnd(34),
    `${ms.toFixed(0)} ms`.padStart(9),
    count > 0 ? `${((count / ms) * 1000).toFixed(0)}/s` : '',
    `cpu ${((user + system) / 1000).toFixed(0)} ms`, `rss ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
  );
  return result;
};
let library = await time('open empty', 0, () => openLibrary(options));
const blobTime = { ms: 0 };
await time('import (blobs and items, 200s)', documents, async () => {
  for (let i = 0; i < documents; i += 200) {
    const paths = Array.from({ length: Math.min(200, documents - i) }, (_, k) => ({ path: join(src, `${i + k}.md`) }));
    const t = performance.now();
    const blobs = await library.putBlobs(paths);
    blobTime.ms += performance.now() - t;
    await library.createItems(
      blobs.map((blob, k) => {
        if (blob instanceof AppError) throw blob;
        return {
          type: 'document',
          set: {
            title: `Document ${i + k}`,
            summary: 'Een samenvatting van dit stuk.',
            year: 2020,
            file: { ...blob, name: `${i + k}.md`, mediaType: 'text/markdown' },
          },
          add: { tags: [`tag${k % 20}`], regions: [`regio${k % 30}`] },
        };
      }),
    );
  }
});
console.log('  of which blobs', blobTime.ms.toFixed(0), 'ms');
const some = [...Array(100)].map((_, i) => i);
const ids = [...library.items()].slice(0, 100).map((s) => s.id);
await time('100 single edits', 100, async () => {
  for (const i of some) await library.change(ids[i] as (typeof ids)[number], { set: { title: `Nieuw ${i}` } });
});
const draft = await library.createItem({ type: 'draft', set: { title: 'Concept' } });
let body = 'Zin nummer nul. '.repeat(300);
await time('1000 autosaves of 5 KB', 1000, async () => {
  for (let i = 0; i < 1000; i++) {
    body += `Zin ${i}. `;
    await library.change(draft.id, { set: { body } });
  }
});
await time('history of 1000', 0, async () => library.history(draft.id).length);
await library.close();
library = await time('open again', 0, () => openLibrary(options));
await time('verify', documents, () =>
  library.verify().then((r) => {
    if (r.problems.length) console.log(r);
  }),
);
await library.close();
rmSync(join(options.folder, 'index.sqlite'));
library = await time('rebuild (index removed)', documents, () => openLibrary(options));
await library.close();
rmSync(base, { recursive: true });
