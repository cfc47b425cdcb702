import { Notification, type BrowserWindow } from 'electron';
import type { SyncAttention } from '../../shared/model/sync';
import { attentionTexts } from '../../shared/messages/attention';
import { fillText } from '../../shared/messages/fill';

/** Shows through the system what happened in a space, when nobody is looking at the window. A click brings the window to the front. */
export function notify(window: BrowserWindow, language: 'nl' | 'en', { kind, name, count }: SyncAttention): void {
  if (window.isDestroyed() || window.isFocused() || !Notification.isSupported()) return;
  const text = attentionTexts[kind];
  const notification = new Notification({
    title: name,
    body: fillText((count === 1 ? text.one : text.many)[language], { n: count }),
    silent: kind === 'news',
  });
  notification.on('click', () => {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
  notification.show();
}
