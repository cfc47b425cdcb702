import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder, isStarted, npmOptions, root, run, runQuietly, say, script } from './process.mjs';

/*
 * Electronegativity (Doyensec) over our sources. It is 405 packages and 147 MB, some of them old, so it is no dependency of this project: it is fetched as
 * scripts/electronegativity/package-lock.json pins it, into the cache, without running anybody's install scripts, and reads a copy of the sources.
 */
const pinned = join(root, 'scripts', 'electronegativity');
const tool = join(cacheFolder, 'electronegativity');
const FOLDERS = ['electron', 'renderer', 'shared'];
const LIMIT_MS = 180_000;

/** Gives `{ passed, failed, skipped }`, one of them 1: failed when something is found that has no reason in findings.json, or has one and is not found. */
export async function checkWithElectronegativity(signal) {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
  if (!(await bring(limit))) {
    say('Electronegativity cannot be fetched here: the sources were not held against it.');
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const found = await findings(limit);
  const known = JSON.parse(await readFile(join(pinned, 'findings.json'), 'utf8'));
  const key = ({ rule, where }) => `${rule} ${where}`.trim();
  const keys = (list) => new Set(list.map(key));
  const unexplained = [...keys(found)].filter((each) => !keys(known).has(each));
  const gone = [...keys(known)].filter((each) => !keys(found).has(each));
  for (const each of unexplained) say(`Electronegativity finds, and findings.json gives no reason: ${each}`);
  for (const each of gone) say(`findings.json explains what Electronegativity does not find any more: ${each}`);
  const failed = unexplained.length + gone.length > 0 ? 1 : 0;
  say(`electronegativity: ${found.length} findings, ${unexplained.length} without a reason`);
  return { passed: 1 - failed, failed, skipped: 0 };
}

/** As package-lock.json says, once. */
async function bring(signal) {
  const lock = await readFile(join(pinned, 'package-lock.json'), 'utf8');
  const stamp = join(tool, 'installed.json');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === lock) return true;
  await rm(tool, { recursive: true, force: true });
  await mkdir(tool, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) await cp(join(pinned, name), join(tool, name));
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const code = await run('npm', args, { ...npmOptions, cwd: tool, signal, stdio: ['ignore', 2, 2] }).catch(() => 1);
  if (code !== 0) return false;
  await writeFile(stamp, lock);
  return true;
}

async function findings(signal) {
  const sources = join(tool, 'sources');
  await rm(sources, { recursive: true, force: true });
  for (const folder of FOLDERS) await copyAsScript(folder, sources);
  await cp(join(root, 'package.json'), join(sources, 'package.json'));
  const report = join(tool, 'report.sarif');
  await rm(report, { force: true });
  const program = join(tool, 'node_modules/@doyensec/electronegativity/dist/index.js');
  const args = [program, '--input', sources, '--output', report, '--relative', '--electron-version', await version()];
  const { output } = await runQuietly(process.execPath, args, { signal });
  const sarif = await readFile(report, 'utf8').catch(() => null);
  if (sarif === null) throw new Error(`Electronegativity gave no report:\n${output}`);
  return JSON.parse(sarif).runs[0].results.map(({ ruleId, locations }) => ({
    rule: ruleId,
    where: sourceOf(locations[0].physicalLocation.artifactLocation.uri),
  }));
}

/** The TypeScript that it knows is of before ours, so it reads what ours becomes. Ours is loaded here: on a fresh clone it comes after this script has started. */
async function copyAsScript(folder, target) {
  const { default: ts } = await import('typescript');
  const compilerOptions = { target: 'ES2019', module: 'ESNext', jsx: 'react-jsx' };
  for (const entry of await readdir(join(root, folder), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || entry.name.endsWith('.d.ts') || !/\.(tsx?|html)$/.test(entry.name)) continue;
    const text = await readFile(path, 'utf8');
    const isScript = !entry.name.endsWith('.html');
    const place = join(target, path.slice(root.length).replace(/\.tsx?$/, '.js'));
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, isScript ? ts.transpileModule(text, { compilerOptions }).outputText : text);
  }
}

async function version() {
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  return packages['node_modules/electron'].version;
}

/** What is about the whole application has no place. */
function sourceOf(uri) {
  return uri.startsWith('file:') ? '' : uri.replace(/\.js$/, '.ts');
}

if (isStarted(import.meta.url)) {
  await script(async (signal) => (await checkWithElectronegativity(signal)).failed);
}
