import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { AppError } from '../../shared/base/errors';
import { contract, type Answer, type CallName, type CallOutput, type CheckedInput } from '../../shared/contract';
import { appOrigin } from './protocol';

export type ShellHandlers = {
  [Name in CallName as (typeof contract)[Name]['side'] extends 'shell' ? Name : never]?: (
    input: CheckedInput<Name>,
  ) => Promise<CallOutput<Name>> | CallOutput<Name>;
};

/** The one place where messages cross between window and trusted side: sender and input are checked, the answer is an envelope. */
export function answerWindow(
  handlers: ShellHandlers,
  toLibrary: (name: string, input: unknown) => Promise<Answer<unknown>>,
): void {
  ipcMain.handle('raakvlak', async (event, name: unknown, input: unknown): Promise<Answer<unknown>> => {
    if (!isOurWindow(event) || typeof name !== 'string' || !Object.hasOwn(contract, name)) {
      return { ok: false, code: 'message-invalid', params: { name: String(name).slice(0, 60) } };
    }
    const call = contract[name as CallName];
    const checked = call.input.safeParse(input);
    if (!checked.success) return { ok: false, code: 'message-invalid', params: { name } };
    if (call.side === 'library') return toLibrary(name, checked.data);
    const handler = (handlers as Record<string, ((input: unknown) => unknown) | undefined>)[name];
    return handler === undefined
      ? { ok: false, code: 'message-invalid', params: { name } }
      : envelope(() => handler(checked.data));
  });
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

/** Only the main frame of our own page may speak; a frame inside it or a page from elsewhere may not. */
function isOurWindow(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  if (frame === null || frame !== event.sender.mainFrame) return false;
  const devServer = process.env['ELECTRON_RENDERER_URL'];
  return frame.url.startsWith(`${appOrigin}/`) || (devServer !== undefined && frame.url.startsWith(devServer));
}
