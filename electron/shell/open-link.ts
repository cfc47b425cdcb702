import type { BrowserWindow, Dialog, Shell } from 'electron';
import { AppError } from '../../shared/base/errors';
import { linkTexts } from '../../shared/messages/links';

interface Asking {
  readonly window: BrowserWindow;
  readonly language: 'nl' | 'en';
  readonly dialog: Pick<Dialog, 'showMessageBox'>;
  readonly shell: Pick<Shell, 'openExternal'>;
}

/**
 * Shows where a link goes before the system's browser or mail program opens it; true when it was opened. Only secure web and mail addresses: one of before https
 * is asked for by https, as browsers do. Error: `link-refused`.
 */
export async function openLink(url: string, { window, language, dialog, shell }: Asking): Promise<boolean> {
  const target = targetOf(url);
  if (target === null) throw new AppError('link-refused', { url: url.slice(0, 200) });
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: linkTexts.question[language],
    detail: target,
    buttons: [linkTexts.open[language], linkTexts.cancel[language]],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  if (response !== 0) return false;
  await shell.openExternal(target);
  return true;
}

/** The address that is shown is the one that is opened. A name and password before the host would show another host than it leads to. */
function targetOf(url: string): string | null {
  const target = URL.canParse(url) ? new URL(url) : null;
  if (target?.protocol === 'mailto:') return target.href;
  if (target === null || !['https:', 'http:'].includes(target.protocol) || target.username + target.password !== '')
    return null;
  target.protocol = 'https:';
  return target.href;
}
