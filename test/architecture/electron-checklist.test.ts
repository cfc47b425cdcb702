/** What of Electron's security checklist (electron/shell/SECURITY.md) can be read from the sources; the rest is tried in the running window. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const json = (path: string): unknown => JSON.parse(read(path));

const sources = ['electron', 'renderer'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.(tsx?|html)$/.test(path)),
);
/** The sources in which these words stand outside comments. */
const using = (words: RegExp): readonly string[] =>
  sources.filter((path) => words.test(read(path).replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')));

interface MadeWindow {
  readonly path: string;
  /** From names to the source of their values. */
  readonly preferences: ReadonlyMap<string, string>;
}

/** Everything in the sources that shows a page. */
function madeWindows(): readonly MadeWindow[] {
  return sources
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => {
      const file = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
      const found: MadeWindow[] = [];
      const visit = (node: ts.Node): void => {
        if (
          ts.isNewExpression(node) &&
          /^(BrowserWindow|BaseWindow|BrowserView|WebContentsView)$/.test(node.expression.getText())
        )
          found.push({ path, preferences: preferencesIn(node) });
        ts.forEachChild(node, visit);
      };
      visit(file);
      return found;
    });
}

function preferencesIn(made: ts.NewExpression): ReadonlyMap<string, string> {
  const options = made.arguments?.[0];
  const given =
    options !== undefined && ts.isObjectLiteralExpression(options)
      ? options.properties.find((property) => property.name?.getText() === 'webPreferences')
      : undefined;
  const values = given !== undefined && ts.isPropertyAssignment(given) ? given.initializer : undefined;
  if (values === undefined || !ts.isObjectLiteralExpression(values)) return new Map();
  return new Map(
    values.properties.map((property) => [
      property.name?.getText() ?? '…',
      ts.isPropertyAssignment(property) ? property.initializer.getText() : 'of that name',
    ]),
  );
}

const windows = madeWindows();
/** Of every window, by where it is made. */
const each = (preference: string): Record<string, string | undefined> =>
  Object.fromEntries(windows.map(({ path, preferences }) => [path, preferences.get(preference)]));
const all = (value: string | undefined): Record<string, string | undefined> =>
  Object.fromEntries(windows.map(({ path }) => [path, value]));

describe('every window that the sources make', () => {
  test('E1 loads our own page, and nothing names another', () => {
    expect(windows.map(({ path }) => path).sort()).toEqual([
      'electron/shell/print-to-pdf.ts',
      'electron/shell/window.ts',
    ]);
    expect(using(/\.loadURL\(/)).toHaveLength(2);
    expect(read('electron/shell/window.ts')).toContain('window.loadURL(startPage())');
    expect(read('electron/shell/print-to-pdf.ts')).toContain('`${appOrigin}/print`');
    expect(read('renderer/index.html')).not.toMatch(/https?:|\/\//);
  });

  test('E2 is without Node', () => {
    expect(each('nodeIntegration')).toEqual(all('false'));
    expect(using(/nodeIntegrationIn(Worker|SubFrames)/)).toEqual([]);
  });

  test('E3 keeps the preload in a world of its own', () => {
    expect(each('contextIsolation')).toEqual(all('true'));
  });

  test('E4 is in a sandbox, which nothing turns off', () => {
    expect(each('sandbox')).toEqual(all('true'));
    expect(using(/no-sandbox|commandLine\.append/)).toEqual([]);
  });

  test('E6 keeps origins apart', () => {
    expect(each('webSecurity')).toEqual({ ...all(undefined), 'electron/shell/window.ts': 'true' });
    expect(using(/disable-web-security|disablewebsecurity/i)).toEqual([]);
  });

  test('E8 E9 E10 E11 has nothing switched on that is off by itself', () => {
    const risky =
      /allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|webviewTag|allowpopups|<webview|bypassCSP|enableRemoteModule/;
    expect(using(risky)).toEqual([]);
    const known =
      'preload sandbox contextIsolation nodeIntegration webSecurity spellcheck navigateOnDragDrop devTools javascript partition';
    const named = windows.flatMap(({ preferences }) => [...preferences.keys()]);
    expect(named.filter((name) => !known.split(' ').includes(name))).toEqual([]);
  });
});

test('E15 addresses and files are handed to the system in these places only', () => {
  expect(using(/\bopenExternal\b/)).toEqual(['electron/shell/open-link.ts']);
  // The website that was made here, and the library's own folder.
  expect(using(/\bopenPath\b/)).toEqual(['electron/shell/handlers.ts', 'electron/shell/open-copy.ts']);
  expect(read('electron/shell/handlers.ts').match(/openPath\([^)]*\)/g)).toEqual([
    'openPath(page)',
    'openPath(libraryFolder()',
  ]);
});

test('E16 what ships is the Electron that package.json follows, with nothing that holds it back', () => {
  const { devDependencies } = json('package.json') as { devDependencies: Record<string, string> };
  const { packages } = json('package-lock.json') as { packages: Record<string, { version?: string }> };
  const wanted = devDependencies['electron'] ?? '';
  expect(wanted).toMatch(/^\^\d+\.\d+\.\d+$/);
  expect(packages['node_modules/electron']?.version?.split('.')[0]).toBe(wanted.slice(1).split('.')[0]);
  expect(Number(wanted.slice(1).split('.')[0])).toBeGreaterThanOrEqual(45);
  expect(json('electron.builder.json')).not.toHaveProperty('electronVersion');
});

test('E18 no page or file comes by file://', () => {
  expect(using(/loadFile\(|file:\/\/|registerFileProtocol|interceptFileProtocol/)).toEqual([]);
});

test('E19 every fuse is set, to what is safe', () => {
  expect((json('electron.builder.json') as { electronFuses: unknown }).electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('E20 the preload hands over nothing of Electron as it is', () => {
  const preload = read('electron/preload.ts');
  expect(using(/contextBridge|exposeInMainWorld/)).toEqual(['electron/preload.ts']);
  expect(preload.match(/exposeInMainWorld/g)).toHaveLength(1);
  // Each use of the raw bridge names its own channel.
  expect(preload.match(/ipcRenderer\.\w+\('[^']*'/g)).toEqual([
    "ipcRenderer.invoke('raakvlak'",
    "ipcRenderer.on('raakvlak-event'",
  ]);
  expect(preload.match(/\bipcRenderer\b/g)).toHaveLength(3);
});
