import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { cpuUsage, memoryUsage, resourceUsage } from 'node:process';
import type { ItemId } from '../../shared/base/ids';
import type { CallInput, CallName, Events } from '../../shared/contract';
import type { ItemQuery } from '../../shared/search/item-query';
import { openService, type Service } from '../../electron/service/open-service';
import type { ServiceOptions } from '../../electron/service/service-options';

/** What `library-process.ts` asks of the process that has the library open. */
export interface Requests {
  open(options: {
    folder: string;
    configFolder: string;
    resources: string;
    builtFolder: string;
  }): Promise<{ ms: number }>;
  call(call: { name: CallName; input: unknown }): Promise<{ ms: number; value: unknown }>;
  /** Times in milliseconds of each query, answered one after the other, and the ids on its page. */
  queries(work: { queries: readonly ItemQuery[]; mode: 'quick' | 'full' }): Promise<{ ms: number[]; ids: string[][] }>;
  /** `cpuSeconds`: of all its threads, since it was started. */
  memory(nothing: undefined): Promise<{ residentMb: number; peakMb: number; cpuSeconds: number }>;
  /** The texts of all files that are here have been read. */
  settled(nothing: undefined): Promise<void>;
  /** When the window is told that this item changed. */
  changed(item: { id: ItemId }): Promise<{ at: number }>;
  /** The longest that anything had to wait for its turn since this was last asked. */
  longestWait(nothing: undefined): Promise<{ ms: number }>;
  close(nothing: undefined): Promise<void>;
}

export type Request = {
  [Name in keyof Requests]: { readonly name: Name; readonly input: Parameters<Requests[Name]>[0] };
}[keyof Requests];

let service: Service | null = null;
/** Called with each change, null when there were too many to name. */
const waiting = new Set<(ids: readonly ItemId[] | null) => void>();

const emit: ServiceOptions['emit'] = (name, payload) => {
  if (name !== 'items.changed') return;
  for (const tell of [...waiting]) tell((payload as Events['items.changed']).ids);
};

const lookEveryMs = 1;
const waits = monitorEventLoopDelay({ resolution: lookEveryMs });
waits.enable();

function opened(): Service {
  if (service === null) throw new Error('No library is open.');
  return service;
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

const requests: Requests = {
  open: async (options) => {
    const { ms, value } = await timed(() =>
      openService({
        ...options,
        clock: () => new Date(),
        random: (sizeBytes) => randomBytes(sizeBytes),
        emit,
      }),
    );
    service = value;
    return { ms };
  },
  call: ({ name, input }) => timed<unknown>(() => opened().call(name, input as CallInput<typeof name>)),
  queries: async ({ queries, mode }) => {
    const ms: number[] = [];
    const ids: string[][] = [];
    for (const query of queries) {
      const answer = await timed(() => opened().call('items.query', { query, mode }));
      ms.push(answer.ms);
      ids.push(answer.value.rows.map((row) => row.id));
    }
    return { ms, ids };
  },
  memory: async () => ({
    residentMb: memoryUsage.rss() / 1e6,
    peakMb: peakBytes() / 1e6,
    cpuSeconds: (cpuUsage().user + cpuUsage().system) / 1e6,
  }),
  changed: ({ id }) =>
    new Promise((resolve) => {
      const tell = (ids: readonly ItemId[] | null): void => {
        if (ids?.includes(id) === false) return;
        waiting.delete(tell);
        resolve({ at: Date.now() });
      };
      waiting.add(tell);
    }),
  settled: () => opened().settled(),
  longestWait: () => {
    const ms = Math.max(0, waits.max / 1e6 - lookEveryMs);
    waits.reset();
    return Promise.resolve({ ms });
  },
  close: async () => {
    await service?.close();
    service = null;
  },
};

/** Where the kernel does not tell the peak of this program, that of Node, which on Linux may be that of whoever started it. */
function peakBytes(): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) * 1024;
  } catch {
    // Not Linux.
  }
  return resourceUsage().maxRSS * 1024;
}

// Whoever started this is gone.
process.on('disconnect', () => process.exit());
process.on('message', (message: Request) => {
  const answer = (requests[message.name] as (input: unknown) => Promise<unknown>)(message.input);
  answer.then(
    (value) => process.send?.({ value }),
    (error: unknown) =>
      process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
