import { AppError } from '../../shared/base/errors';
import type { Answer, CallInput, CallName, CallOutput, EventName, Events } from '../../shared/contract';
import './preload';

const inFlight = new Set<Promise<unknown>>();

/** Resolves when every question has its answer. */
export async function settled(): Promise<void> {
  while (inFlight.size > 0) await Promise.allSettled(inFlight);
}

/** Asks the trusted side; throws an `AppError` with the code it answers. */
export async function ask<Name extends CallName>(
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
