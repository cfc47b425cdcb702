import { AppError } from '../../shared/base/errors';
import type { Answer, CallInput, CallName, CallOutput, EventName, Events } from '../../shared/contract';
import './preload';
import { stoppedScope, type Stop } from './stops';

const inFlight = new Set<Promise<unknown>>();

/** Resolves when every question has its answer. */
export async function settled(): Promise<void> {
  while (inFlight.size > 0) await Promise.allSettled(inFlight);
}

let decide: ((stop: Stop) => void) | null = null;

/** Shows people what the guard stopped, so that they can say why it is to be kept all the same. */
export function decideOnStops(next: ((stop: Stop) => void) | null): void {
  decide = next;
}

/**
 * Asks the trusted side; throws an `AppError` with the code it answers. What the guard stops in something that people write waits for their answer, and is sent again with
 * their reason.
 */
export async function ask<Name extends CallName>(
  name: Name,
  ...input: CallInput<Name> extends undefined ? [] : [CallInput<Name>]
): Promise<CallOutput<Name>> {
  try {
    return await send(name, ...input);
  } catch (error) {
    const scope = stoppedScope(name, input[0], error);
    if (scope === null || decide === null) throw error;
    const count = Number((error as AppError).params['count'] ?? 0);
    const despite = await new Promise<string | null>((answer) => decide?.({ scope, count, answer }));
    if (despite === null) throw error;
    return send(name, ...([{ ...(input[0] as object), despite }] as unknown as typeof input));
  }
}

async function send<Name extends CallName>(
  name: Name,
  ...[input]: CallInput<Name> extends undefined ? [] : [CallInput<Name>]
): Promise<CallOutput<Name>> {
  const request = window.raakvlak.request(name, input);
  inFlight.add(request);
  const answer = (await request.finally(() => inFlight.delete(request))) as Answer<CallOutput<Name>>;
  if (!answer.ok) throw new AppError(answer.code, answer.params);
  return answer.value;
}

type Listener<Name extends EventName> = (payload: Events[Name]) => void;
const listeners = new Map<string, Set<(payload: never) => void>>();
let listening = false;

/** Calls `listener` for each event until the returned function is called. */
export function listen<Name extends EventName>(name: Name, listener: Listener<Name>): () => void {
  if (!listening) {
    listening = true;
    window.raakvlak.listen((event, payload) => listeners.get(event)?.forEach((each) => each(payload as never)));
  }
  const all = listeners.get(name) ?? new Set();
  listeners.set(name, all.add(listener));
  return () => void all.delete(listener);
}

/** The path of a file that somebody dropped on the window; '' when it has none. */
export function pathOfFile(file: File): string {
  return window.raakvlak.pathOfFile(file);
}

/** Where the bytes of this version of an item's file can be loaded from. */
export function fileUrl(item: string, hash: string): string {
  return `app://raakvlak/file/${item}/${hash}`;
}

/** Where a picture of a draft can be loaded from. */
export function imageUrl(draft: string, hash: string): string {
  return `app://raakvlak/image/${draft}/${hash}`;
}
