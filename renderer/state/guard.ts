import type { GuardReport } from '../../shared/model/guard';
import { createStore } from './store';

/** The last look through the whole library: it stays while one goes from finding to finding. */
export const libraryCheck = createStore<{ readonly report: GuardReport | null }>({ report: null });
