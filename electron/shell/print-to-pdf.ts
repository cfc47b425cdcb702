import { randomUUID } from 'node:crypto';
import { BrowserWindow } from 'electron';
import { AppError } from '../../shared/base/errors';
import { appOrigin } from './protocol';

/** A page as the library makes it, with what stands above and under every sheet. */
export interface PrintedPage {
  readonly html: string;
  readonly header: string;
  readonly footer: string;
}

/** Inches. */
const margins = { top: 0.85, bottom: 0.8, left: 0.8, right: 0.8 };

/**
 * Prints a page of our own making in a window that nobody sees, in a session of its own that knows no other page: no script, nothing from the app or the
 * network. Error: `export-failed`.
 */
export async function printToPdf({ html, header, footer }: PrintedPage): Promise<Uint8Array> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, javascript: false, partition: randomUUID() },
  });
  const { session } = window.webContents;
  const address = `${appOrigin}/print`;
  session.protocol.handle('app', () => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }));
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: url !== address && !/^data:/.test(url) }));
  try {
    await window.loadURL(address);
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      margins,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: header,
      footerTemplate: footer,
    });
  } catch (cause) {
    throw new AppError('export-failed', {}, { cause });
  } finally {
    window.destroy();
  }
}
