import type { CallInput } from '../../shared/contract';
import type { Service } from '../../electron/service/open-service';
import type { testClock } from './library-folders';
import { openTestService } from './service-folders';

/** Where somebody works, and by which clock. */
export interface Desk {
  readonly base: string;
  readonly name: string;
  readonly clock: ReturnType<typeof testClock>;
}

/** One opens, works, sends and closes, before the other opens: the two are never there together. */
export async function visit<T>({ base, name, clock }: Desk, work: (service: Service) => Promise<T>): Promise<T> {
  const { service } = await openTestService(base, name, { clock });
  await service.call('sync.now', { id: null });
  const result = await work(service);
  await service.call('sync.now', { id: null });
  await service.close();
  return result;
}

const everything = {
  ...{ text: '', filters: {}, group: null, collection: null, view: 'all', sort: 'title' },
  ...{ descending: false, offset: 0, limit: 50 },
} as const;

/** Of what is listed, in order. */
export async function titles(service: Service): Promise<readonly string[]> {
  const page = await service.call('items.query', { query: everything, mode: 'quick' } as CallInput<'items.query'>);
  return page.rows.map(({ title }) => title).sort();
}
