import { existsSync, writeFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/base/errors';
import { openDatabase, type Database, type Statement } from './database';
import type { ItemIndex, ItemIndexFactory } from './item-index';
import { coreSchema, coreTables } from './schema';
import type { ProblemDesk } from './set-aside';

export interface IndexFile {
  readonly database: Database;
  readonly index: ItemIndex;
}

const fileName = 'index.sqlite';
const damagedSign = 'index.damaged';

export function indexPath(folder: string): string {
  return join(folder, fileName);
}

/** Opens index.sqlite; one that is missing, damaged or of another version is made anew, empty, for the replicas to fill. */
export async function openIndexFile(folder: string, factory: ItemIndexFactory, desk: ProblemDesk): Promise<IndexFile> {
  const path = indexPath(folder);
  const damaged = existsSync(join(folder, damagedSign));
  if (!damaged && existsSync(path)) {
    const file = tryOpen(folder, path, factory, desk);
    if (file !== null) return file;
  } else if (damaged) desk.report({ code: 'index-damaged', file: fileName, mended: true });
  await discardIndexFile(folder);
  return open(folder, path, factory);
}

/** Deletes the file and what stands beside it. Only while it is closed. */
export async function discardIndexFile(folder: string): Promise<void> {
  for (const name of [fileName, `${fileName}-wal`, `${fileName}-shm`, damagedSign])
    await rm(join(folder, name), { force: true });
}

/** Makes the next opening start from nothing. */
export async function condemnIndexFile(folder: string): Promise<void> {
  await writeFile(join(folder, damagedSign), '');
}

function tryOpen(folder: string, path: string, factory: ItemIndexFactory, desk: ProblemDesk): IndexFile | null {
  let database: Database | null = null;
  try {
    database = openDatabase(path);
    const row = database.prepare(`SELECT value FROM core_meta WHERE key = 'schema'`).get<{ value: string }>();
    if (row?.value === schemaNumber(factory)) return parts(folder, database, factory);
  } catch {
    desk.report({ code: 'index-damaged', file: fileName, mended: true });
  }
  if (database !== null) closeWhole(database);
  return null;
}

/**
 * Folds the write-ahead log into the file first. libsql lets go of a file only when its statements have been collected, and a log
 * that is still there then would be taken for that of the file that has come in its place.
 */
function closeWhole(database: Database): void {
  try {
    database.exec('PRAGMA journal_mode = DELETE');
  } catch {
    // A damaged file is about to be thrown away.
  }
  database.close();
}

function open(folder: string, path: string, factory: ItemIndexFactory): IndexFile {
  const database = openDatabase(path);
  database.exec(coreTables);
  const file = parts(folder, database, factory);
  // Last, so that a crash half-way leaves a file that counts as another version.
  database.prepare(`INSERT INTO core_meta VALUES ('schema', ?)`).run(schemaNumber(factory));
  return file;
}

function schemaNumber(factory: ItemIndexFactory): string {
  return `${coreSchema}.${factory.schema}`;
}

function parts(folder: string, database: Database, factory: ItemIndexFactory): IndexFile {
  const guarded = guard(database, () => writeFileSync(join(folder, damagedSign), ''));
  return { database: guarded, index: factory.open(guarded) };
}

/**
 * SQLite finds damage when it touches it: say so in our own words, and start from nothing at the next opening. A disk that is full or fails leaves the file as it
 * was. Errors: `index-damaged`, `disk-full`, `write-failed`.
 */
function guard(database: Database, condemn: () => void): Database {
  const watch = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (isDamage(error)) condemn();
      throw inOurWords(error);
    }
  };
  const statements = new WeakMap<Statement, Statement>();
  return {
    exec: (sql) => watch(() => database.exec(sql)),
    prepare: (sql) => {
      const statement = watch(() => database.prepare(sql));
      const known = statements.get(statement);
      if (known !== undefined) return known;
      const watched: Statement = {
        run: (...values) => watch(() => statement.run(...values)),
        get: <Row>(...values: Parameters<Statement['get']>) => watch(() => statement.get<Row>(...values)),
        all: <Row>(...values: Parameters<Statement['all']>) => watch(() => statement.all<Row>(...values)),
      };
      statements.set(statement, watched);
      return watched;
    },
    transaction: (work) => watch(() => database.transaction(work)),
    settle: () => database.settle(),
    close: () => closeWhole(database),
  };
}

/** A size that is damaged may ask for more memory than there is. */
function isDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB|NOMEM)/.test(codeOf(error));
}

function inOurWords(error: unknown): unknown {
  const code = codeOf(error);
  if (isDamage(error)) return new AppError('index-damaged', {}, { cause: error });
  if (code === 'SQLITE_FULL') return new AppError('disk-full', { file: fileName }, { cause: error });
  if (!/^SQLITE_(IOERR|READONLY|CANTOPEN)/.test(code)) return error;
  return new AppError('write-failed', { file: fileName, reason: code }, { cause: error });
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code);
}
