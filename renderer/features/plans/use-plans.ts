import type { UseQueryResult } from '@tanstack/react-query';
import { firstOfAll } from '../../state/first-of-all';
import type { YearComparison } from '../../../shared/model/insight';
import { useAsk } from '../../bridge/queries';
import { plans } from '../../state/map';

const actions = { ...firstOfAll, filters: { type: ['yearlyAction'] } };

interface Plans {
  readonly query: UseQueryResult<YearComparison>;
  readonly years: readonly number[];
  /** In which there are yearly actions. */
  readonly regions: readonly string[];
  /** The one that is looked at: chosen, or the last there is. */
  readonly year: number;
  readonly region: string | null;
}

/** The plans as they are looked at now: of which year and region. */
export function usePlans(): Plans {
  const { year: chosen, region } = plans.use((state) => state);
  // Years are named whichever year is asked for.
  const query = useAsk('plans.compare', { year: chosen ?? new Date().getFullYear(), region }, { keepLast: true });
  const facets = useAsk('items.facets', { query: actions }).data;
  const years = query.data?.years ?? [];
  return {
    query,
    years,
    regions: facets?.find(({ field }) => field === 'regions')?.values.map(({ value }) => value) ?? [],
    year: chosen ?? years.at(-1) ?? new Date().getFullYear(),
    region,
  };
}
