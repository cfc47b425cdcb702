import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SpaceId } from '../../shared/base/ids';
import { openLibrary, type Library } from '../../electron/library/library';
import { markerName } from '../../electron/library/marker';
import { RemoteState } from '../../electron/sync/remote-state';
import { runRound } from '../../electron/sync/round';
import { roundContext } from '../../electron/sync/round-context';
import type { Transport } from '../../electron/sync/transport';
import { folderTransport } from '../../electron/sync/transports/folder-transport';
import { createCorpus } from '../support/corpus';
import { grantAccess } from '../support/let-in';
import { freshFolder } from './library-process';
import { medianOf, type BenchContext, type Row } from './measure';

const itemsAtOnce = 500;
/** Of so many records one has a file. */
const recordsPerFile = 10;
const steps = ['writing', 'sending', 'receiving', 'opening'] as const;

type Step = (typeof steps)[number];
type Times = Record<Step | 'cpu', number>;

/** P11: what encryption costs. The same records, one in ten with a file, in an open and a closed space, by turns. */
export async function syncClosedBench(context: BenchContext): Promise<readonly Row[]> {
  const records = context.quick ? 1_000 : 10_000;
  const found: Record<'open' | 'closed', Times[]> = { open: [], closed: [] };
  for (let run = 0; run < context.runs; run += 1)
    for (const kind of run % 2 === 0 ? (['open', 'closed'] as const) : (['closed', 'open'] as const)) {
      const times = await timesOf(await freshFolder(context, `closed-${kind}`), kind === 'closed', records);
      found[kind].push(times);
      context.say(
        `${kind}: ${steps.map((step) => `${step} ${times[step].toFixed(0)} ms`).join(', ')}, ${times.cpu.toFixed(0)} ms of processor`,
      );
    }
  const name = `${records.toLocaleString('en')} records, a tenth with a file`;
  const sums = (kind: 'open' | 'closed'): number[] =>
    found[kind].map(({ sending, receiving, opening }) => sending + receiving + opening);
  const ratio = medianOf(sums('closed')) / medianOf(sums('open'));
  const cpu = (kind: 'open' | 'closed'): number => medianOf(found[kind].map((times) => times.cpu));
  return [
    ...steps.flatMap((step) =>
      (['open', 'closed'] as const).map((kind): Row => {
        const values = found[kind].map((times) => times[step]);
        return { measure: `${step}, ${kind} space of ${name}`, values, unit: 'ms', better: 'lower' };
      }),
    ),
    {
      measure: 'sending, receiving and opening, closed against open',
      values: [ratio],
      unit: '×',
      better: 'lower',
      goal: { text: 'at most 1.3', met: () => ratio <= 1.3 },
    },
    { measure: 'the same in processor time', values: [cpu('closed') / cpu('open')], unit: '×', better: 'lower' },
  ];
}

async function timesOf(base: string, closed: boolean, records: number): Promise<Times> {
  const folder = join(base, 'shared');
  await mkdir(folder, { recursive: true });
  const transport = folderTransport(folder);
  const anna = await libraryIn(base, 'anna');
  const { id } = await anna.createSpace({ name: 'Samen', closed });
  const writing = await timed(() => fill(anna, id, records));
  const marker = await anna.space(id).markerBytes();
  await writeFile(join(folder, markerName), marker);
  const bram = await libraryIn(base, 'bram');
  await bram.adoptSpace(marker);
  if (closed) await grantAccess(anna, id, bram);
  const before = process.cpuUsage();
  const sending = await timed(() => round(anna, id, transport));
  const receiving = await timed(() => round(bram, id, transport));
  if (anna.stateHash(id) !== bram.stateHash(id)) throw new Error('Not the same on both sides.');
  await Promise.all([anna.close(), bram.close()]);
  let again: Library | null = null;
  const opening = await timed(async () => {
    again = await libraryIn(base, 'bram');
    await round(again, id, transport);
  });
  const { user, system } = process.cpuUsage(before);
  await (again as Library | null)?.close();
  return { writing, sending, receiving, opening, cpu: (user + system) / 1000 };
}

function libraryIn(base: string, name: string): Promise<Library> {
  return openLibrary({
    folder: join(base, name, 'library'),
    witnessFolder: join(base, name, 'config'),
    clock: () => new Date(),
    random: (sizeBytes) => randomBytes(sizeBytes),
    machine: name,
  });
}

async function fill(library: Library, space: SpaceId, records: number): Promise<void> {
  const corpus = createCorpus(1);
  for (let first = 0; first < records; first += itemsAtOnce) {
    const count = Math.min(itemsAtOnce, records - first);
    const texts = Array.from({ length: Math.ceil(count / recordsPerFile) }, () => corpus.document(5_000, 20_000));
    const blobs = await library.putBlobs(texts.map(({ body }) => ({ bytes: Buffer.from(body) })));
    const items = Array.from({ length: count }, (_, i) => {
      const blob = i % recordsPerFile === 0 ? blobs[i / recordsPerFile] : undefined;
      const file =
        blob === undefined || blob instanceof Error
          ? {}
          : { file: { ...blob, name: 'a.txt', mediaType: 'text/plain' } };
      const findings = texts[i % texts.length]?.body.slice(i, i + 400) ?? '';
      return { type: 'study', space, set: { title: `Studie ${first + i}`, findings, ...file } };
    });
    await library.createItems(items);
  }
}

async function round(library: Library, id: SpaceId, transport: Transport): Promise<void> {
  await runRound(
    roundContext(library, id, { transport, state: new RemoteState(transport.place), clock: () => new Date() }),
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
