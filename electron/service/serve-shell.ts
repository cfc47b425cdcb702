import { AppError } from '../../shared/base/errors';
import type { Answer, CallInput, CallName, EventName, Events } from '../../shared/contract';
import type { LibraryStatus } from '../../shared/model/views';
import { openService, type Service, type ServiceOptions } from './open-service';

/** A request of the shell: a call of the contract that it has checked, or one of its own (`internal.…`). */
interface Request {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

export interface ShellPort {
  send(
    message:
      { kind: 'answer'; id: number; answer: Answer<unknown> } | { kind: 'event'; name: EventName; payload: unknown },
  ): void;
  receive(listener: (message: unknown) => void): void;
}

/** Opens the library and answers the shell. What is asked while it opens waits, but for its status. */
export function serveShell(port: ShellPort, options: Omit<ServiceOptions, 'emit'>): void {
  let status: LibraryStatus = { state: 'opening', folder: options.folder, error: null, problems: [], spaces: [] };
  const emit = <Name extends EventName>(name: Name, payload: Events[Name]): void => {
    if (name === 'library.status') status = payload as LibraryStatus;
    port.send({ kind: 'event', name, payload });
  };
  const opened = openService({ ...options, emit });
  opened.catch((error: unknown) => {
    const { code, params } = asAppError(error);
    emit('library.status', { ...status, state: 'failed', error: { code, params } });
  });
  port.receive((message) => {
    const request = message as Request;
    const work =
      request.name === 'library.status' && status.state !== 'open'
        ? Promise.resolve(status)
        : opened.then((service) => answer(service, request));
    work.then(
      (value) => port.send({ kind: 'answer', id: request.id, answer: { ok: true, value } }),
      (error: unknown) => {
        const { code, params } = asAppError(error);
        port.send({ kind: 'answer', id: request.id, answer: { ok: false, code, params } });
      },
    );
  });
}

function answer(service: Service, { name, input }: Request): unknown {
  if (name === 'internal.locateFile') return service.locateFile((input as { item: string }).item);
  if (name === 'internal.close') return service.close();
  return service.call(name as CallName, input as CallInput<CallName>);
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  console.error(error);
  return new AppError('internal', {}, { cause: error });
}
