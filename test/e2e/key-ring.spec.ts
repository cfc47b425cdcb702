import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from 'playwright/test';
import { skipsKeyRing, startKeyRing } from '../support/key-ring';
import { skipsServer, startRclone } from '../support/webdav-servers';
import { look } from './accessible';
import { launchApp, type LaunchOptions } from './launch';
import { answer, sidebar, spaceOf } from './sharing-steps';
import { pane, startEmpty } from './steps';

const name = 'Regio Noord';

/** From the page of the space, where it says that the server refuses the password. */
async function logInAgain(page: Page, user: string, password: string): Promise<void> {
  await sidebar(page)
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
  const again = pane(page).getByRole('button', { name: 'Opnieuw inloggen…' }).first();
  await expect(again).toBeVisible();
  await look(page, 'login-refused');
  await again.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Op deze computer is geen sleutelbos');
  await dialog.getByLabel('Gebruikersnaam').fill(user);
  await dialog.getByLabel('App-wachtwoord', { exact: true }).fill(password);
  await dialog.getByRole('button', { name: 'Kijken wat er staat' }).click();
  await expect(dialog).toContainText('Dit is dezelfde ruimte.');
  await look(page, 'login-again');
  await dialog.getByRole('button', { name: 'Deze plek gebruiken' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(pane(page)).toContainText('Alles is gedeeld en opgehaald.');
}

test('a password is sealed by the key ring of the system, found again at the next start, and asked for without the key ring', async () => {
  test.skip(skipsKeyRing() || skipsServer('rclone'), 'needs gnome-keyring, dbus and rclone');
  test.setTimeout(90_000);
  const ring = await startKeyRing();
  const server = await startRclone();
  const { url, user, password } = server;
  try {
    const withRing: LaunchOptions = { env: ring.env, args: ['--password-store=gnome-libsecret'] };
    const first = await startEmpty(withRing);
    const { libraryFolder, configFolder } = first;
    expect(await answer(first.page, 'app.passwordsKept', undefined)).toBe('system');
    await answer(first.page, 'spaces.create', { name, place: { kind: 'webdav', url: `${url}ruimte`, user, password } });
    await first.close();

    const kept = await readFile(join(libraryFolder, 'device', 'passwords.json'), 'utf8');
    const key = await readFile(join(configFolder, 'secret.key'));
    for (const form of [password, Buffer.from(password).toString('base64').slice(0, 12)])
      expect(kept).not.toContain(form);
    // Chromium marks what the key ring sealed; what it seals with a password of its own that everybody knows begins with v10.
    expect(key.subarray(0, 3).toString()).toBe('v11');

    const again = await launchApp({ ...withRing, libraryFolder, configFolder });
    const { id } = await spaceOf(again.page, name);
    await answer(again.page, 'sync.now', { id });
    expect(await spaceOf(again.page, name)).toMatchObject({ state: 'idle', fault: null });
    await again.close();

    const without = await launchApp({ args: ['--password-store=basic'], libraryFolder, configFolder });
    expect(await answer(without.page, 'app.passwordsKept', undefined)).toBe('file');
    await answer(without.page, 'sync.now', { id });
    expect(await spaceOf(without.page, name)).toMatchObject({ fault: { code: 'remote-login' } });
    await logInAgain(without.page, user, password);
    expect(await spaceOf(without.page, name)).toMatchObject({ state: 'idle', fault: null });
    await without.close();
  } finally {
    await server.stop();
    await ring.stop();
  }
});
