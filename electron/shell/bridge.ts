import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import type * as Answers from './answer-call';
import { isOwnPage } from './own-pages';

/** The one place where messages cross between window and trusted side: sender and input are checked, the answer is an envelope. */
export function answerWindow(
  handlers: Answers.ShellHandlers,
  toLibrary: Answers.ToLibrary,
  isLocked: () => boolean,
): void {
  ipcMain.handle('raakvlak', async (event, name: unknown, input: unknown) => {
    const isOurs = isOurWindow(event);
    const { answerCall, refused } = await loadAnswers();
    return isOurs ? answerCall(name, input, handlers, toLibrary, isLocked) : refused(name);
  });
}

/** The checks of all inputs take time to load. */
export const loadAnswers = (): Promise<typeof Answers> => import('./answer-call');

/** Only the main frame of our own page may speak; a frame inside it or a page from elsewhere may not. */
function isOurWindow({ sender, senderFrame: frame }: IpcMainInvokeEvent): boolean {
  return frame !== null && frame === sender.mainFrame && isOwnPage(frame.url);
}
