import { AppError } from '../../shared/base/errors';
import type { ItemId } from '../../shared/base/ids';
import type { Answer, CallInput, CallName, EventName, Events } from '../../shared/contract';
import type { ServiceSettings } from '../../shared/model/settings';
import type { LibraryStatus } from '../../shared/model/views';
import { secretBoxOf, type SecretBox } from '../library/secret-box';
import { openPasswordStore, type PasswordStore } from '../sync/password-store';
import { openService, type Service } from './open-service';
import type { ServiceOptions } from './service-options';

/** A request of the shell: a call of the contract that it has checked, or one of its own (`internal.…`). */
interface Request {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

/** What only the shell can do; it answers with `Told` under the same number. */
export interface Ask {
  readonly kind: 'ask';
  readonly id: number;
  readonly what: 'secretKey';
}
export interface Told {
  readonly told: number;
  readonly value: unknown;
}

export interface ShellPort {
  send(
    message:
      | { kind: 'answer'; id: number; answer: Answer<unknown> }
      | { kind: 'event'; name: EventName; payload: unknown }
      | Ask,
  ): void;
  receive(listener: (message: unknown) => void): void;
}

/** Opens the library and answers the shell. What is asked while it opens waits, but for its status. */
export function serveShell(port: ShellPort, options: Omit<ServiceOptions, 'emit' | 'passwords'>): void {
  let status: LibraryStatus = { state: 'opening', folder: options.folder, error: null, problems: [], spaces: [] };
  const emit = <Name extends EventName>(name: Name, payload: Events[Name]): void => {
    if (name === 'library.status') status = payload as LibraryStatus;
    port.send({ kind: 'event', name, payload });
  };
  const { ask, told } = askShell(port);
  const key = ask('secretKey');
  const secretBox = async (): Promise<SecretBox> => secretBoxOf((await key) as string | null, options.random);
  const passwords = async (): Promise<PasswordStore> => openPasswordStore(options.folder, await secretBox());
  const opened = openService({ ...options, emit, passwords, secretBox });
  opened.catch((error: unknown) => {
    const { code, params } = asAppError(error);
    emit('library.status', { ...status, state: 'failed', error: { code, params } });
  });
  port.receive((message) => {
    if (told(message)) return;
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
  if (name === 'internal.locateFile') {
    const { item, hash } = input as { item: string; hash: string | null };
    return service.locateFile(item, hash);
  }
  if (name === 'internal.locateImage') {
    const { draft, hash } = input as { draft: string; hash: string };
    return service.locateImage(draft, hash);
  }
  if (name === 'internal.openCopy') return service.openCopy((input as { item: ItemId }).item);
  if (name === 'internal.stampPdf') {
    const { item, language, path } = input as { item: ItemId; language: 'nl' | 'en'; path: string };
    return service.stampPdf(item, language, path);
  }
  if (name === 'internal.draftPage') {
    const { item, language } = input as { item: ItemId; language: 'nl' | 'en' };
    return service.draftPage(item, language);
  }
  if (name === 'internal.recoveryPage') return service.recoveryPage((input as { language: 'nl' | 'en' }).language);
  if (name === 'internal.settings') return service.changeSettings(input as ServiceSettings);
  if (name === 'internal.close') return service.close();
  return service.call(name as CallName, input as CallInput<CallName>);
}

interface ShellAsker {
  ask(what: Ask['what']): Promise<unknown>;
  /** True when the message was an answer to something asked. */
  told(message: unknown): boolean;
}

function askShell(port: ShellPort): ShellAsker {
  const waiting = new Map<number, (value: unknown) => void>();
  let nextId = 1;
  return {
    ask: (what) =>
      new Promise((resolve) => {
        const id = nextId++;
        waiting.set(id, resolve);
        port.send({ kind: 'ask', id, what });
      }),
    told: (message) => {
      const { told: id, value } = message as Partial<Told>;
      if (id === undefined) return false;
      waiting.get(id)?.(value);
      return waiting.delete(id);
    },
  };
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  console.error(error);
  return new AppError('internal', {}, { cause: error });
}
