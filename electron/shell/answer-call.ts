import { AppError } from '../../shared/base/errors';
import { callsWhileLocked } from '../../shared/contract/lock-calls';
import { contract, type Answer, type CallName, type CallOutput, type CheckedInput } from '../../shared/contract';

export type ShellHandlers = {
  [Name in CallName as (typeof contract)[Name]['side'] extends 'shell' ? Name : never]?: (
    input: CheckedInput<Name>,
  ) => Promise<CallOutput<Name>> | CallOutput<Name>;
};

export type ToLibrary = (name: string, input: unknown) => Promise<Answer<unknown>>;

/** Answers a message from the window, which may be anything: nothing but a call of the contract with an input that fits gets further than here. Never rejects. */
export async function answerCall(
  name: unknown,
  input: unknown,
  handlers: ShellHandlers,
  toLibrary: ToLibrary,
  isLocked: () => boolean = () => false,
): Promise<Answer<unknown>> {
  if (typeof name !== 'string' || !Object.hasOwn(contract, name)) return refused(name);
  if (isLocked() && !callsWhileLocked.includes(name)) return { ok: false, code: 'app-locked', params: {} };
  const { side, input: schema } = contract[name as CallName];
  const checked = schema.safeParse(input);
  if (!checked.success) return refused(name);
  if (side === 'library') return toLibrary(name, checked.data);
  const handler = (handlers as Record<string, ((input: unknown) => unknown) | undefined>)[name];
  return handler === undefined ? refused(name) : envelope(() => handler(checked.data));
}

export function refused(name: unknown): Answer<never> {
  return { ok: false, code: 'message-invalid', params: { name: typeof name === 'string' ? name.slice(0, 60) : '' } };
}

async function envelope(work: () => unknown): Promise<Answer<unknown>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, code: error.code, params: error.params };
    console.error(error);
    return { ok: false, code: 'internal', params: {} };
  }
}
