import type { CheckedInput } from '../../../shared/contract';
import type { GuardScope } from '../guard';
import type { LibraryHandlers, Parts } from '../service';
import { bodyOf } from './items';

type Names = 'guard.check' | 'guard.redact' | 'guard.overrides';

/** Undefined keys, which messages may carry, are no part of a change. */
function scopeOf(scope: CheckedInput<'guard.check'>['scope']): GuardScope {
  if (scope.kind !== 'changes') return scope;
  return { kind: 'changes', changes: scope.changes.map(({ id, change }) => ({ id, change: bodyOf(change) })) };
}

/** Looking for data of persons before something is shared, or in the whole library. */
export function guardHandlers({ guard, jobs }: Parts): Pick<LibraryHandlers, Names> {
  return {
    'guard.check': ({ job, scope }) => jobs.run(job, 'guard', (running) => guard.check(scopeOf(scope), running)),
    'guard.redact': ({ ids }) => guard.redactedCopies(ids),
    'guard.overrides': () => guard.overrides(),
  };
}
