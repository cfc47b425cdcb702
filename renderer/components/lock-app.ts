import { ask, settled } from '../bridge/client';

/** Leaving a field saves it, so the window leaves the field and waits until all is written before it is emptied. Rejects with `passphrase-missing`. */
export async function lockApp(): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await settled();
  await ask('lock.close');
}
