import { randomUUID } from 'node:crypto';
import { BrowserWindow } from 'electron';
import { AppError } from '../../shared/base/errors';
import { appOrigin } from './own-pages';

/** A page as the library makes it, with what stands above and under every sheet. */
export interface PrintedPage {
  readonly html: string;
  readonly header: string;
  readonly footer: string;
}

/** Inches. */
const margins = { top: 0.85, bottom: 0.8, left: 0.8, right: 0.8 };

/** On A4 as a PDF. Error: `export-failed`. */
export function printToPdf(page: PrintedPage): Promise<Uint8Array> {
  return withPage(page, async ({ webContents }) => {
    try {
      return await webContents.printToPDF({
        pageSize: 'A4',
        margins,
        printBackground: true,
        displayHeaderFooter: true,
        headerTemplate: page.header,
        footerTemplate: page.footer,
      });
    } catch (cause) {
      throw new AppError('export-failed', {}, { cause });
    }
  });
}

/** Through the system's own dialog; who closes that has printed nothing, and that is no error. Error: `print-failed` (reason). */
export function printOnPaper(page: PrintedPage): Promise<void> {
  return withPage(
    page,
    ({ webContents }) =>
      new Promise<void>((resolve, reject) =>
        webContents.print({ printBackground: true }, (printed, reason) => {
          if (printed || /cancel/i.test(reason)) resolve();
          else reject(new AppError('print-failed', { reason }));
        }),
      ),
  );
}

/**
 * Shows a page of our own making in a window that nobody sees, in a session of its own that knows no other page: no script, nothing from the app or the
 * network. Error: `export-failed` when it cannot be shown.
 */
async function withPage<T>({ html }: PrintedPage, work: (window: BrowserWindow) => Promise<T>): Promise<T> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      javascript: false,
      partition: randomUUID(),
    },
  });
  const { session } = window.webContents;
  const address = `${appOrigin}/print`;
  session.protocol.handle('app', () => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }));
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: url !== address && !/^data:/.test(url) }));
  try {
    await window.loadURL(address).catch((cause: unknown) => {
      throw new AppError('export-failed', {}, { cause });
    });
    return await work(window);
  } finally {
    window.destroy();
  }
}
