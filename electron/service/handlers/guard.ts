import type { LibraryHandlers, Parts } from '../service';

type Names = 'guard.check' | 'guard.redact' | 'guard.overrides';

/** Looking for data of persons before something is shared, or in the whole library. */
export function guardHandlers({ guard, jobs }: Parts): Pick<LibraryHandlers, Names> {
  return {
    'guard.check': ({ job, scope }) => jobs.run(job, 'guard', (running) => guard.check(scope, running)),
    'guard.redact': ({ ids }) => guard.redactedCopies(ids),
    'guard.overrides': () => guard.overrides(),
  };
}
