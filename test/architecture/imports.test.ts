/*
 * Who may import whom, computed over all sources. A row names a folder (or an entry point) and what it may import besides
 * itself; a folder without a row fails, so a new one is a decision made here.
 *
 * The directions: shared knows nobody. In electron, files become text in `documents`, `library` keeps items, `search` finds
 * them; `sync`, `access` and `insight` stand on `library`, which takes the age format from `access/age`, and nothing else; `service` is where they meet, for the library process and the
 * command line. Only `shell` and the entry points of the window know Electron; the library process and the command line
 * run in plain Node. In renderer, features do not know each other, and only `bridge` knows the preload. Static files under
 * `resources` are open to all but shared.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

interface Row {
  /** Folders and files of ours, besides the row itself. */
  imports: string[];
  /** Names of packages; 'any' leaves them free (but never `electron`, which is always named). */
  packages: string[] | 'any';
  /** May it use Node's own modules? */
  node: boolean;
}

const PURE_PACKAGES = ['zod', 'canonicalize', 'diff', 'node-diff3', 'fuse.js', 'approx-string-match'];
const LIBRARY_SIDE = ['documents', 'library', 'search', 'sync', 'access', 'insight', 'guard', 'publish', 'package'].map(
  (name) => `electron/${name}`,
);

/** What main may do without the library process: settings, where the library is, and the key that opens it. It never opens the library itself. */
const BEFORE_THE_LIBRARY = [
  ...['settings', 'library-folder', 'move-library', 'secret-key'].map((name) => `electron/library/${name}`),
  'electron/access/key-lock',
];

const MATRIX: Record<string, Row> = {
  shared: { imports: [], packages: PURE_PACKAGES, node: false },

  'electron/documents': { imports: ['shared'], packages: 'any', node: true },
  'electron/library': { imports: ['shared', 'electron/access/age'], packages: 'any', node: true },
  'electron/search': { imports: ['shared', 'electron/documents', 'electron/library'], packages: 'any', node: true },
  'electron/access': { imports: ['shared', 'electron/library'], packages: 'any', node: true },
  'electron/sync': { imports: ['shared', 'electron/library', 'electron/access'], packages: 'any', node: true },
  'electron/insight': { imports: ['shared', 'electron/library', 'electron/search'], packages: 'any', node: true },
  'electron/guard': { imports: ['shared'], packages: 'any', node: true },
  'electron/publish': { imports: ['shared', 'electron/documents', 'electron/library'], packages: 'any', node: true },
  'electron/package': {
    imports: ['shared', 'electron/documents', 'electron/library', 'electron/access'],
    packages: 'any',
    node: true,
  },
  'electron/service': { imports: ['shared', ...LIBRARY_SIDE], packages: 'any', node: true },
  'electron/shell': {
    imports: ['shared', 'electron/library-heap.json', ...BEFORE_THE_LIBRARY],
    packages: ['electron'],
    node: true,
  },

  'electron/main.ts': { imports: ['shared', 'electron/shell', 'electron/code-cache'], packages: [], node: true },
  'electron/preload.ts': { imports: ['shared'], packages: ['electron'], node: false },
  'electron/code-cache.ts': { imports: [], packages: [], node: true },
  'electron/make-code-cache.ts': {
    imports: [
      'shared',
      'electron/code-cache',
      'electron/library-process',
      'electron/shell/answer-call',
      ...BEFORE_THE_LIBRARY,
    ],
    packages: [],
    node: true,
  },
  'electron/library-process.ts': {
    imports: ['shared', 'electron/code-cache', 'electron/service', ...LIBRARY_SIDE],
    packages: 'any',
    node: true,
  },
  'electron/cli.ts': { imports: ['shared', 'electron/service', ...LIBRARY_SIDE], packages: 'any', node: true },

  'renderer/styles': { imports: [], packages: 'any', node: false },
  'renderer/bridge': { imports: ['shared'], packages: 'any', node: false },
  'renderer/state': { imports: ['shared', 'renderer/bridge'], packages: 'any', node: false },
  'renderer/components': {
    imports: ['shared', 'renderer/bridge', 'renderer/state', 'renderer/styles'],
    packages: 'any',
    node: false,
  },
  'renderer/viewers': {
    imports: ['shared', 'renderer/bridge', 'renderer/state', 'renderer/components', 'renderer/styles'],
    packages: 'any',
    node: false,
  },
  // Each renderer/features/<screen> is a folder of its own to this row: it may not import the others.
  'renderer/features/*': {
    imports: ['shared', ...['bridge', 'state', 'components', 'viewers', 'styles'].map((name) => `renderer/${name}`)],
    packages: 'any',
    node: false,
  },
  'renderer/app': { imports: ['shared', 'renderer'], packages: 'any', node: false },
  'renderer/main.tsx': { imports: ['shared', 'renderer'], packages: 'any', node: false },
};

const projectFolder = join(__dirname, '../..');
const sources = ['shared', 'electron', 'renderer'].flatMap(sourcesUnder);

describe('the import matrix', () => {
  it('has a row for every source', () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.filter((path) => rowOf(path) === undefined)).toEqual([]);
  });

  it('holds for every import', () => {
    expect(sources.flatMap(forbiddenImports)).toEqual([]);
  });

  it('keeps the bridge of the preload to renderer/bridge', () => {
    const users = sources.filter(
      (path) => path.startsWith('renderer/') && /\b(window|globalThis)\.raakvlak\b/.test(read(path)),
    );
    expect(users.filter((path) => !path.startsWith('renderer/bridge/'))).toEqual([]);
  });

  it('keeps raw messages to one file on each side', () => {
    expect(sources.filter((path) => /\bipcMain\b/.test(read(path))).length).toBeLessThanOrEqual(1);
    expect(sources.filter((path) => /\bipcRenderer\b/.test(read(path)))).toEqual(['electron/preload.ts']);
  });

  it('sees what it forbids', () => {
    const wrong = [
      ['electron/library/a.ts', '../search/b'],
      ['electron/documents/a.ts', '../shell/b'],
      ['electron/service/a.ts', 'electron'],
      ['electron/shell/a.ts', '../library/library'],
      ['electron/main.ts', '../renderer/app/app'],
      ['renderer/features/list/a.tsx', '../reader/b'],
      ['renderer/app/a.tsx', '../../electron/main'],
      ['renderer/app/a.tsx', 'node:fs'],
      ['shared/model/a.ts', 'react'],
      ['shared/model/a.ts', 'fs'],
    ] as const;
    for (const [path, specifier] of wrong)
      expect([path, specifier, isAllowed(path, specifier)]).toEqual([path, specifier, false]);
    expect(isAllowed('renderer/features/list/a.tsx', './b')).toBe(true);
    expect(isAllowed('electron/shell/a.ts', 'electron')).toBe(true);
  });
});

function sourcesUnder(folder: string): string[] {
  const found = readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' });
  return found
    .map((path) => posix.join(folder, path.split(sep).join('/')))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && statSync(join(projectFolder, path)).isFile())
    .sort();
}

function read(path: string): string {
  return readFileSync(join(projectFolder, path), 'utf8');
}

/** The row's name for a path, with the screen's own name in the place of a star: `renderer/features/list`. */
function unitOf(path: string): string {
  const [top, second, third] = path.split('/');
  if (top === 'shared') return 'shared';
  if (second === 'features') return [top, second, third].join('/');
  return [top, second].join('/');
}

function rowOf(path: string): Row | undefined {
  const unit = unitOf(path);
  return MATRIX[unit.startsWith('renderer/features/') ? 'renderer/features/*' : unit];
}

function forbiddenImports(path: string): string[] {
  const { importedFiles } = ts.preProcessFile(read(path), true, true);
  return importedFiles
    .filter(({ fileName }) => !isAllowed(path, fileName))
    .map(({ fileName }) => `${path} imports ${fileName}`);
}

function isAllowed(path: string, specifier: string): boolean {
  const row = rowOf(path);
  if (row === undefined) return false;
  if (specifier.startsWith('.')) return isOwnOrAllowed(path, row, posix.join(posix.dirname(path), specifier));
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return row.node;
  const name = packageName(specifier);
  return row.packages === 'any' ? name !== 'electron' : row.packages.includes(name);
}

function isOwnOrAllowed(path: string, row: Row, target: string): boolean {
  const mayReadResources = unitOf(path) !== 'shared';
  if (mayReadResources && target.startsWith('resources/')) return true;
  return [unitOf(path), ...row.imports].some((allowed) => target === allowed || target.startsWith(`${allowed}/`));
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
