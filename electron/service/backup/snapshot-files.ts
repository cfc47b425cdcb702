import { createHash } from 'node:crypto';
import { createReadStream, constants } from 'node:fs';
import { copyFile, link, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inParallel } from '../../library/in-parallel';
import { temporarySuffix } from '../../library/write-file-atomic';

/** The parts of a replica that belong to its space; what is half fetched or set aside does not. */
const folders = ['heads', 'log', 'substitutes', 'blobs', 'keys', 'cards', 'requests'];
const marker = 'raakvlak.json';
const filesAtOnce = 8;

/** Paths below a library, with `/`, of all that a snapshot holds. */
async function replicaFiles(library: string): Promise<readonly string[]> {
  const found: string[] = [];
  const walk = async (path: string): Promise<void> => {
    for (const entry of await readdir(join(library, path), { withFileTypes: true }).catch(() => [])) {
      if (entry.isDirectory()) await walk(`${path}/${entry.name}`);
      else if (entry.isFile() && !entry.name.endsWith(temporarySuffix)) found.push(`${path}/${entry.name}`);
    }
  };
  for (const space of await readdir(join(library, 'spaces')).catch(() => [])) {
    for (const folder of folders) await walk(`spaces/${space}/${folder}`);
    if ((await stat(join(library, 'spaces', space, marker)).catch(() => null)) !== null)
      found.push(`spaces/${space}/${marker}`);
  }
  return found;
}

/** A file whose name holds the hash of its bytes never changes once it is there. */
function isImmutable(path: string): boolean {
  return hashIn(path) !== null;
}

/**
 * Brings immutable files into a snapshot that are not there yet: from the snapshot before when it has them, from the library otherwise. A link to
 * the library itself would share its bytes, and a byte that goes wrong there would go wrong in every snapshot; snapshots among themselves share them. Gives
 * the paths whose bytes are not what their name says.
 */
export async function takeImmutable(
  library: string,
  before: string | null,
  target: string,
): Promise<readonly string[]> {
  const paths = (await replicaFiles(library)).filter(isImmutable);
  const outcomes = await inParallel(paths, filesAtOnce, async (path) => {
    const to = join(target, path);
    if ((await sizeOf(to)) !== null) return null;
    await mkdir(dirname(to), { recursive: true });
    if (before !== null && (await linked(join(before, path), to))) return null;
    return (await copied(join(library, path), to, hashIn(path))) ? null : path;
  });
  return outcomes.filter((path) => path !== null);
}

/** Copies what changes in place: markers, heads, and the packs that stand in for erased ones. */
export async function takeMutable(library: string, target: string): Promise<void> {
  const paths = (await replicaFiles(library)).filter((path) => !isImmutable(path));
  await inParallel(paths, filesAtOnce, async (path) => {
    await mkdir(dirname(join(target, path)), { recursive: true });
    await copied(join(library, path), join(target, path), null);
  });
}

/** Removes what the library had when the snapshot was begun and has no more: packs that were written again, files that were erased for good. */
export async function dropGone(library: string, target: string): Promise<void> {
  const there = new Set(await replicaFiles(library));
  for (const path of await replicaFiles(target)) if (!there.has(path)) await rm(join(target, path));
}

/** Puts a snapshot's replicas in another folder on the same disk; bytes are shared where they can be, for nothing here writes into them. */
export async function restoreFiles(snapshot: string, target: string, share: boolean): Promise<void> {
  await inParallel(await replicaFiles(snapshot), filesAtOnce, async (path) => {
    const to = join(target, path);
    await mkdir(dirname(to), { recursive: true });
    if (!share || !isImmutable(path) || !(await linked(join(snapshot, path), to)))
      await copied(join(snapshot, path), to, null);
  });
}

export async function countFiles(folder: string): Promise<{ files: number; sizeBytes: number }> {
  const paths = await replicaFiles(folder);
  const sizes = await inParallel(paths, filesAtOnce, async (path) => (await sizeOf(join(folder, path))) ?? 0);
  return { files: paths.length, sizeBytes: sizes.reduce((sum, size) => sum + size, 0) };
}

function hashIn(path: string): string | null {
  const [, , folder] = path.split('/');
  if (folder !== 'log' && folder !== 'blobs') return null;
  return /(?:^|[/-])([0-9a-f]{64})(?:\.pack|\.list)?$/.exec(path)?.[1] ?? null;
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch {
    // Not there, or a file system without links: a copy will do.
    return false;
  }
}

/** False when the bytes are not the named ones, and then nothing is left. A file that went meanwhile is no damage. */
async function copied(from: string, to: string, hash: string | null): Promise<boolean> {
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  } catch (error) {
    await rm(to, { force: true });
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  }
  if (hash !== null && (await hashOf(to)) !== hash) {
    await rm(to, { force: true });
    return false;
  }
  const file = await open(to, 'r+');
  await file.sync().finally(() => file.close());
  return true;
}

async function hashOf(path: string): Promise<string> {
  const hasher = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hasher.update(chunk as Uint8Array);
  return hasher.digest('hex');
}

async function sizeOf(path: string): Promise<number | null> {
  return (await stat(path).catch(() => null))?.size ?? null;
}
