import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { build } from 'vite';
import { hostilePayloads, type HostilePayload } from '../support/hostile-content';
import {
  hostileDocx,
  hostileOdt,
  hostilePdfs,
  hostileSvgs,
  hostileTexts,
  type HostileFile,
} from '../support/hostile-documents';
import { generatedPayloads } from '../support/hostile-grammar';
import { listeningTrap, type Trap } from '../support/listening-trap';
import type { HostileWindow } from '../support/untrusted-window';
import { ask, type RunningApp } from './launch';
import { pane, rows, search, startEmpty } from './steps';

const seed = Number(process.env['RAAKVLAK_SEED'] ?? 1);
/** A run with a higher count: RAAKVLAK_HOSTILE_TEXTS=100000. */
const texts = Number(process.env['RAAKVLAK_HOSTILE_TEXTS'] ?? 1_500);
/** Every text is read by the viewers too when this is higher. */
const textsInFiles = Math.min(texts, Number(process.env['RAAKVLAK_HOSTILE_IN_FILES'] ?? 1_500));
const pdfs = Number(process.env['RAAKVLAK_HOSTILE_PDFS'] ?? 1);
const atOnce = 50;
const perFile = 350;

/** Words that must never leave the file they are in. */
const secret = 'kanarie-5d1e07';

let folder = '';
let trap: Trap;
let running: RunningApp;
const requests: string[] = [];

// One application for all, in which whatever name is asked for is on this computer, where somebody listens.
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'raakvlak-untrusted-'));
  await writeFile(join(folder, 'geheim.txt'), secret);
  await mkdir(join(folder, 'bibliotheek'));
  trap = await listeningTrap();
  running = await startEmpty({
    libraryFolder: join(folder, 'bibliotheek'),
    configFolder: join(folder, 'instellingen'),
    args: [`--host-resolver-rules=MAP * 127.0.0.1:${trap.port}`],
  });
  running.page.on('request', (request) => {
    if (!/^(data:image\/|app:\/\/raakvlak\/|blob:app:)/.test(request.url())) requests.push(request.url());
  });
});

test.afterAll(async () => {
  // Not `close`: it counts what the policy says while the sanitiser parses, see `showHostile`.
  await running.app.close();
  await trap.close();
  await rm(folder, { recursive: true, force: true });
});

const remote = (): string => `http://127.0.0.1:${trap.port}/x`;
const generated = (count: number): readonly HostilePayload[] => [
  ...hostilePayloads,
  ...generatedPayloads(seed, Math.max(0, count - hostilePayloads.length), remote()),
];
const nothing = { effect: undefined, requests: [], seen: [] };

/** What came of it in the page, in its requests, and at whoever listens. */
async function effects(page: Page): Promise<Record<string, unknown>> {
  const effect = await page.evaluate(() => (window as { hostileEffect?: number }).hostileEffect);
  return { effect, requests, seen: trap.seen };
}

test(`nothing of ${texts} hostile texts from seed ${seed} runs, loads or stays`, async () => {
  test.setTimeout(60_000 + texts * 20);
  const { page } = running;
  const payloads = generated(texts);
  expect(payloads.length).toBe(texts);
  // The last of what the window loads by itself, after its first screen.
  await expect(page.locator('link[rel="stylesheet"][href*="palette-"]')).toBeAttached({ timeout: 15_000 });
  await page.evaluate(await bundled());
  const left: string[] = [];
  for (let at = 0; at < payloads.length; at += atOnce)
    left.push(
      ...(await page.evaluate(
        (part) => (window as unknown as HostileWindow).showHostile(part),
        payloads.slice(at, at + atOnce),
      )),
    );
  expect({ left, ...(await effects(page)) }).toEqual({ left: [], ...nothing });
});

test('nothing in files runs, loads or reads another file when they are opened in their viewers', async () => {
  test.setTimeout(120_000 + textsInFiles * 10);
  const { page } = running;
  const targets = { remote: remote(), secretFile: join(folder, 'geheim.txt') };
  const files = [
    ...hostileTexts(generated(textsInFiles), perFile),
    hostileDocx(targets),
    hostileOdt(targets),
    ...hostilePdfs(targets, pdfs),
    ...hostileSvgs(targets),
  ];
  const payloads = files.reduce((sum, file) => sum + file.payloads, 0);
  expect(payloads).toBeGreaterThanOrEqual(textsInFiles);
  expect(files.length).toBeGreaterThan(10);
  for (const [at, file] of files.entries()) await openInViewer(page, file, `proefstuk${at}`);
  expect(await effects(page)).toEqual(nothing);
  console.log(`${payloads} payloads in ${files.length} files, opened in their viewers: nothing ran, nothing was sent`);
});

/** Takes the file in under a title of its own, and reads it as a person would. */
async function openInViewer(page: Page, file: HostileFile, title: string): Promise<void> {
  const path = join(folder, `${title}-${file.name}`);
  await writeFile(path, file.bytes);
  const added = await ask(page, 'import.paths', { job: title, paths: [path] });
  expect(added, file.name).toMatchObject({ ok: true, value: { imported: [{ path }] } });
  const [id] = added.ok ? added.value.imported.map((each) => each.id) : [];
  if (id === undefined) throw new Error(`${file.name} was not taken in`);
  expect((await ask(page, 'items.change', { id, change: { set: { title } }, label: 'change' })).ok).toBe(true);
  await search(page, title);
  await expect(rows(page)).toHaveCount(1);
  await rows(page).first().dblclick();
  await pane(page).getByRole('tab', { name: 'Document' }).click();
  const read = page.getByRole('region', { name: new RegExp(`^Document .*${title}`) });
  await expect(read.locator('article, .textLayer').or(pane(page).getByRole('alert')).first()).toBeVisible();
  const text = await ask(page, 'document.text', { id });
  expect(`${await pane(page).innerText()} ${JSON.stringify(text)}`, file.name).not.toContain(secret);
}

/** The window's own sanitiser with the function that checks it, as a script. */
async function bundled(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve(__dirname, '../support/untrusted-window.ts'), formats: ['iife'], name: 'untrusted' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error('The script was not built');
  return chunk.code;
}

test.describe('the checklist of Electron (electron/shell/SECURITY.md), in the window as it runs', () => {
  const preferences = (): Promise<Record<string, unknown>> =>
    running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
  /** What becomes of a script in our own page, as text: a value, or the name of what stopped it. In a task of its own: the policy does not hold for the evaluation itself. */
  const tried = (expression: string): Promise<string> =>
    running.page.evaluate(
      `new Promise((done) => setTimeout(done)).then(async () => String(await (${expression}))).catch((error) => error.name)`,
    );

  test('E2 E3 E4 E6 E8 E9 E10 E11 the window runs with the preferences that it should', async () => {
    expect(await preferences()).toMatchObject({
      ...{ nodeIntegration: false, contextIsolation: true, sandbox: true, webSecurity: true },
      ...{ allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false },
      ...{ nodeIntegrationInSubFrames: false },
    });
    expect((await preferences())['nodeIntegrationInWorker'] ?? false).toBe(false);
    expect((await preferences())['enableBlinkFeatures'] ?? '').toBe('');
    expect(await tried('typeof require + typeof process + typeof module + typeof Buffer')).toBe('undefined'.repeat(4));
  });

  test('E1 no request of the page reaches anybody', async () => {
    const { port } = trap;
    for (const address of [`http://127.0.0.1:${port}`, 'http://voorbeeld.invalid', 'https://voorbeeld.invalid'])
      expect(await tried(`fetch('${address}/', { mode: 'no-cors' })`)).toBe('TypeError');
    expect(await tried(`navigator.sendBeacon('http://127.0.0.1:${port}/')`)).toMatch(/true|false/);
    await tried(
      `new Promise((done) => { const s = new WebSocket('ws://127.0.0.1:${port}'); s.onerror = s.onopen = done; })`,
    );
    await tried(
      `new Promise((done) => { const s = new EventSource('http://127.0.0.1:${port}'); s.onerror = s.onopen = done; })`,
    );
    expect(trap.seen).toEqual([]);
  });

  test('E5 no permission is given, whatever is asked for', async () => {
    expect(await tried('Notification.requestPermission()')).toBe('denied');
    expect(await tried('navigator.mediaDevices.getUserMedia({ audio: true })')).toMatch(/^Not/);
    expect(await tried('navigator.clipboard.readText()')).toBe('NotAllowedError');
    expect(
      await tried(
        'new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, (e) => no({ name: `code ${e.code}` })))',
      ),
    ).toBe('code 1');
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'background-sync'];
    for (const name of names)
      expect([name, await tried(`navigator.permissions.query({ name: '${name}' }).then((p) => p.state)`)]).toEqual([
        name,
        'denied',
      ]);
  });

  test('E7 the policy stops code from text, inline scripts and frames', async () => {
    expect(await tried('window.eval("1")')).toBe('EvalError');
    expect(await tried('new Function("return 1")()')).toBe('EvalError');
    const frames =
      "Object.assign(document.createElement('iframe'), { srcdoc: '<script>parent.hostileEffect=1</script>' })";
    await tried(
      `new Promise((done) => { const f = ${frames}; f.onload = done; document.body.append(f); setTimeout(done, 500); })`,
    );
    await tried(
      "(() => { const s = document.createElement('script'); s.textContent = 'window.hostileEffect=1'; document.body.append(s); })()",
    );
    expect(await effects(running.page)).toMatchObject({ effect: undefined, seen: [] });
    const policy = await running.page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'|\*|https?:/);
  });

  test('E12 a webview is an element like any other', async () => {
    const webview = "Object.assign(document.createElement('webview'), { src: 'https://voorbeeld.invalid/' })";
    expect(
      await tried(
        `(() => { const w = ${webview}; document.body.append(w); const is = typeof w.loadURL; w.remove(); return is; })()`,
      ),
    ).toBe('undefined');
    expect(await running.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  });

  test('E17 another page with our own preload gets no answer', async () => {
    const answers = await running.app.evaluate(
      async ({ BrowserWindow }, preload) => {
        const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
        await window.loadURL('data:text/html,<title>x</title>');
        const call = (name: string): Promise<unknown> =>
          window.webContents.executeJavaScript(
            `raakvlak.request(${JSON.stringify(name)}, undefined)`,
          ) as Promise<unknown>;
        const found = [await call('app.info'), await call('settings.get'), await call('items.counts')];
        window.destroy();
        return found;
      },
      resolve(__dirname, '../../out/preload/preload.js'),
    );
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, code: 'message-invalid' });
  });

  test('E18 files of this computer have no address', async () => {
    expect(await tried("fetch('file:///etc/hostname')")).toBe('TypeError');
    for (const path of [
      '/../main/main.js',
      '/%2e%2e/main/main.js',
      '/..%2fmain%2fmain.js',
      '/file/..%2f..%2fx',
      '//etc/passwd',
    ])
      expect([path, await tried(`fetch('app://raakvlak${path}').then((r) => r.status)`)]).toEqual([path, '404']);
    expect(await tried("fetch('/', { method: 'POST' }).then((r) => r.status)")).toBe('404');
  });

  test('E20 the page gets three functions and nothing of Electron', async () => {
    expect(await tried('Object.keys(raakvlak).sort().join()')).toBe('listen,pathOfFile,request');
    expect(await tried("Object.values(raakvlak).every((f) => typeof f === 'function')")).toBe('true');
    expect(await tried('(() => { raakvlak.request = 1; return typeof raakvlak.request; })()')).toMatch(
      /function|TypeError/,
    );
    expect(
      await tried('raakvlak.request.constructor === Function && typeof raakvlak.request.constructor("return process")'),
    ).toMatch(/EvalError|false/);
  });

  test('E13 E14 the page goes nowhere and opens no window', async () => {
    const { page, app } = running;
    const at = page.url();
    for (const address of [
      'https://voorbeeld.invalid/',
      'file:///etc/passwd',
      'data:text/html,x',
      'app://raakvlak/x',
      'app://anders/',
    ])
      await tried(`(location.href = ${JSON.stringify(address)})`);
    expect(await tried("window.open('https://voorbeeld.invalid/')")).toBe('null');
    expect(await tried("window.open('about:blank')")).toBe('null');
    await tried(
      "(() => { const a = document.createElement('a'); a.href = 'https://voorbeeld.invalid/'; a.target = '_blank'; a.click(); })()",
    );
    await tried(
      "(() => { const f = document.createElement('form'); f.action = 'https://voorbeeld.invalid/'; document.body.append(f); f.submit(); f.remove(); })()",
    );
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(page.url()).toBe(at);
    // Playwright itself goes on waiting for where the page did not go.
    expect(await tried("document.querySelector('[type=search], [role=searchbox]') !== null")).toBe('true');
  });
});

test('whoever listens would have heard it', async () => {
  expect(trap.seen).toEqual([]);
  await running.app.evaluate(
    ({ net }) =>
      new Promise<void>((done) => {
        const request = net.request({ url: 'http://voorbeeld.invalid/', partition: 'listening' });
        request.on('error', () => done());
        request.on('response', () => done());
        request.end();
      }),
  );
  expect(trap.seen).toHaveLength(1);
});
