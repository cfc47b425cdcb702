import { copyFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from 'playwright/test';
import fuses from '../../electron.builder.json';
import { ask, launchApp } from './launch';

const shipped = resolve(__dirname, '../../dist/linux-unpacked/raakvlak');
const inspectable = `${shipped}-inspectable`;
const samplePdf = resolve(__dirname, '../../resources/sample/files/thuis-is-geen-lokaal.pdf');
const IS_ON = '1'.charCodeAt(0);

// What ships refuses the debugger that Playwright needs, so the test starts a copy with only that one fuse turned back.
test.beforeAll(async () => {
  await copyFile(shipped, inspectable);
  await flipFuses(inspectable, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true });
});

test.afterAll(() => rm(inspectable, { force: true }));

test('the packaged application opens its window and reads a PDF into its library', async () => {
  const { app, page, close } = await launchApp({ executable: inspectable });
  await expect(page).toHaveTitle(/Raakvlak/);
  await expect(page.locator('#root')).not.toBeEmpty();
  expect(await app.evaluate(({ app: electron }) => electron.isPackaged)).toBe(true);

  const answer = await ask(page, 'import.paths', { job: 'packaged', paths: [samplePdf] });
  expect(answer).toMatchObject({ ok: true, value: { imported: [{ path: samplePdf }], failed: [] } });
  await close();
});

test('what ships has the fuses of electron.builder.json', async () => {
  const wire = await getCurrentFuseWire(shipped);
  for (const [name, wanted] of Object.entries(fuses.electronFuses)) {
    const option = FuseV1Options[(name.charAt(0).toUpperCase() + name.slice(1)) as keyof typeof FuseV1Options];
    expect([name, wire[option] === IS_ON]).toEqual([name, wanted]);
  }
});
