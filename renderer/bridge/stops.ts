import { AppError } from '../../shared/base/errors';
import type { CallInput, CallName } from '../../shared/contract';

type Scope = CallInput<'guard.check'>['scope'];

/** A message that the guard stopped: what it would look at, and who waits for the answer. */
export interface Stop {
  readonly scope: Scope;
  /** How much it found. */
  readonly count: number;
  /** Why it is to be kept all the same; null: not. */
  readonly answer: (despite: string | null) => void;
}

const asked: { [Name in CallName]?: (input: never) => Scope } = {
  'items.create': ({ type, change }: CallInput<'items.create'>): Scope => ({
    ...{ kind: 'new', fields: { type, ...change.set }, sets: change.add ?? {} },
  }),
  'items.change': ({ id, change }: CallInput<'items.change'>): Scope => ({
    kind: 'changes',
    changes: [{ id, change }],
  }),
  'items.changeMany': ({ ids, change }: CallInput<'items.changeMany'>): Scope => ({
    ...{ kind: 'changes', changes: ids.map((id) => ({ id, change })) },
  }),
  'drafts.write': ({ id, text }: CallInput<'drafts.write'>): Scope => ({
    ...{ kind: 'changes', changes: [{ id, change: { set: { body: text } } }] },
  }),
  'annotations.create': ({ comment = '', anchor }: CallInput<'annotations.create'>): Scope => ({
    ...{ kind: 'new', fields: { type: 'annotation', comment, title: anchor.quote?.exact ?? '' }, sets: {} },
  }),
};

/** What the guard stopped this message for; null for another error, and where a dialog of its own asks. */
export function stoppedScope(name: CallName, input: unknown, error: unknown): Scope | null {
  const isStop = error instanceof AppError && ['guard-stopped', 'guard-person-table'].includes(error.code);
  return isStop ? (asked[name]?.(input as never) ?? null) : null;
}
