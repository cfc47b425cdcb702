import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/base/errors';
import type { Backup, BackupProof } from '../../../shared/model/backup';
import { createQueue } from '../../library/in-parallel';
import type { Library } from '../../library/library-types';
import { writeError } from '../../library/write-file-atomic';
import type { Proof } from './prove-snapshot';
import { readManifest, writeManifest } from './manifest';
import { keptSnapshots } from './retention';
import { countFiles, dropGone, restoreFiles, takeImmutable, takeMutable } from './snapshot-files';

/** Where snapshots are, inside the library folder. */
const shelf = 'snapshots';
const unfinished = '.making-';
const scratch = '.proof-';

export interface Backups {
  /** Newest first. */
  list(): Promise<readonly Backup[]>;
  /** Errors: `disk-full`, `write-failed`. */
  make(): Promise<Backup>;
  /** Makes one when none was made today. */
  makeWhenDue(): Promise<Backup | null>;
  /** When a snapshot still holds what has been erased for good since: makes a new one, and removes those. */
  forgetErased(): Promise<void>;
  /** The newest when null. Error: `backup-missing`. */
  prove(name: string | null): Promise<BackupProof>;
  /** Puts a snapshot as a library in a folder. Errors: `backup-missing`, `move-target-not-empty`. */
  restore(name: string | null, folder: string): Promise<Backup>;
}

export interface BackupParts {
  readonly library: Pick<Library, 'folder' | 'spaces' | 'erasures' | 'stateHash' | 'exclusively'>;
  readonly clock: () => Date;
  /** Restores a snapshot beside itself and reads all of it; null when there is none in that folder. */
  readonly proof: (snapshot: string) => Promise<Proof | null>;
}

/** Snapshots of an open library: folders with its own layout, that open as a library and need nothing else. One job at a time. */
export function createBackups(parts: BackupParts): Backups {
  const root = join(parts.library.folder, shelf);
  const queue = createQueue();
  const find = async (name: string | null): Promise<Backup> => {
    const all = await list(root);
    const found = name === null ? all[0] : all.find((each) => each.name === name);
    if (found === undefined) throw new AppError('backup-missing');
    return found;
  };
  return {
    list: () => list(root),
    make: () => queue(() => make(root, parts)),
    makeWhenDue: () =>
      queue(async () => {
        const [newest] = await list(root);
        const day = (at: string): string => at.slice(0, 10);
        const today = day(parts.clock().toISOString());
        return newest !== undefined && day(newest.madeAt) === today ? null : make(root, parts);
      }),
    forgetErased: () =>
      queue(async () => {
        if (await holdsErased(root, parts)) await make(root, parts);
      }),
    prove: (name) =>
      queue(async () => {
        const { name: found } = await find(name);
        const proof = await parts.proof(join(root, found));
        if (proof === null) throw new AppError('backup-missing');
        return { name: found, ...proof };
      }),
    restore: (name, folder) =>
      queue(async () => {
        const found = await find(name);
        try {
          await mkdir(folder, { recursive: true });
          if ((await readdir(folder)).length > 0) throw new AppError('move-target-not-empty', { folder });
          await restoreFiles(join(root, found.name), folder, false);
        } catch (error) {
          throw writeError(error, folder);
        }
        return found;
      }),
  };
}

async function list(root: string): Promise<readonly Backup[]> {
  const found: Backup[] = [];
  for (const name of await readdir(root).catch(() => [])) {
    const manifest = name.startsWith('.') ? null : await readManifest(join(root, name));
    if (manifest === null) continue;
    const { madeAt, files, sizeBytes, damaged } = manifest;
    found.push({ name, madeAt, files, sizeBytes, damaged });
  }
  return found.sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
}

/** The bulk is taken while people work; what changed meanwhile, with heads and states that belong together, while nothing is written. */
async function make(root: string, { library, clock }: BackupParts): Promise<Backup> {
  await clearUnfinished(root);
  const [newest] = await list(root);
  const before = newest === undefined ? null : join(root, newest.name);
  const madeAt = clock().toISOString();
  const name = freeName(root, madeAt.replace(/[:.]/g, '-'));
  const target = join(root, `${unfinished}${name}`);
  try {
    await mkdir(target, { recursive: true });
    await takeImmutable(library.folder, before, target);
    const taken = await library.exclusively(async () => {
      const damaged = await takeImmutable(library.folder, before, target);
      await takeMutable(library.folder, target);
      await dropGone(library.folder, target);
      const states = Object.fromEntries(library.spaces().map(({ id }) => [id, library.stateHash(id)]));
      return { damaged, states, erasures: [...carriedOut(library)] };
    });
    const counts = await countFiles(target);
    const { states, erasures, damaged } = taken;
    await writeManifest(target, { format: 1, madeAt, ...counts, damaged: damaged.length, states, erasures });
    await rename(target, join(root, name));
    await tidy(root, name, erasures, clock().getTime());
    return { name, madeAt, ...counts, damaged: damaged.length };
  } catch (error) {
    await rm(target, { recursive: true, force: true });
    throw error instanceof AppError ? error : writeError(error, root);
  }
}

/** Two erasures that come in together make two snapshots within a millisecond. */
function freeName(root: string, wanted: string): string {
  let name = wanted;
  for (let n = 2; existsSync(join(root, name)); n += 1) name = `${wanted}-${n}`;
  return name;
}

/** One that has only been heard of leaves the words where they are until its turn comes. */
function carriedOut(library: Pick<Library, 'erasures'>): readonly string[] {
  return library.erasures().flatMap(({ id, done }) => (done ? [id] : []));
}

async function holdsErased(root: string, { library }: BackupParts): Promise<boolean> {
  const erasures = carriedOut(library);
  for (const { name } of await list(root)) {
    const known = new Set((await readManifest(join(root, name)))?.erasures);
    if (erasures.some((id) => !known.has(id))) return true;
  }
  return false;
}

/** Removes what the terms no longer keep, and what still holds words that were erased for good. Never the one just made. */
async function tidy(root: string, made: string, erasures: readonly string[], now: number): Promise<void> {
  const all = await list(root);
  const kept = keptSnapshots(
    all.map(({ madeAt }) => Date.parse(madeAt)),
    now,
  );
  for (const { name, madeAt } of all) {
    if (name === made) continue;
    const known = new Set((await readManifest(join(root, name)))?.erasures);
    const outdated = erasures.some((id) => !known.has(id));
    if (outdated || !kept.has(Date.parse(madeAt))) await rm(join(root, name), { recursive: true, force: true });
  }
}

async function clearUnfinished(root: string): Promise<void> {
  for (const name of await readdir(root).catch(() => []))
    if (name.startsWith(unfinished) || name.startsWith(scratch))
      await rm(join(root, name), { recursive: true, force: true });
}
