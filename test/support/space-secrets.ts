import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { open } from '../../electron/access/age/age';
import type { Identity } from '../../electron/access/age/x25519';
import { openDatabase } from '../../electron/library/database';
import { keysOf } from '../../electron/library/device';
import { unwrapEpochKey } from '../../electron/library/epoch-key';
import { inflateRawSync } from 'node:zlib';
import { textsFoundIn } from './byte-scan';
import { filesIn } from './library-folders';

/** Every key with which something under a folder could be read: those of the libraries in it, and of the epochs that they were given. */
export function allKeysIn(folder: string): readonly Identity[] {
  const files = filesIn(folder);
  const devices = files
    .filter((path) => path.endsWith('device/device.json'))
    .map((path) => {
      const { secret } = JSON.parse(readFileSync(join(folder, path), 'utf8')) as { secret: string };
      return keysOf(Buffer.from(secret, 'base64')).identity;
    });
  const epochs = new Map<string, Identity>();
  for (const path of files.filter((each) => /(?:^|\/)keys\/[^/]+\/[0-9a-f]{32}$/.test(each)))
    for (const device of devices) {
      const found = unwrapEpochKey(readFileSync(join(folder, path)), device);
      if (found !== null) epochs.set(found.key.identity.text, found.key.identity);
    }
  return [...devices, ...epochs.values()];
}

/** In which files under a folder these texts occur: as they are, compressed, encoded, encrypted to one of the keys, or in a row of a database. */
export function whereTextsAre(folder: string, texts: readonly string[], keys: readonly Identity[]): readonly string[] {
  return filesIn(folder).flatMap((path) => {
    const bytes = readFileSync(join(folder, path));
    const found = new Set([
      ...textsFoundIn(Buffer.from(path), texts, 3),
      ...[bytes, ...opened(bytes, keys)].flatMap((plain) => textsFoundIn(plain, texts, 2)),
      ...(path.endsWith('.sqlite') ? inRows(join(folder, path), texts) : []),
    ]);
    return [...found].map((text) => `${text} in ${path}`);
  });
}

function opened(bytes: Uint8Array, keys: readonly Identity[]): readonly Uint8Array[] {
  try {
    return [open(bytes, [...keys])];
  } catch {
    return [];
  }
}

/** Long texts lie compressed in a column, which is nothing that a look at bytes finds. */
function inRows(path: string, texts: readonly string[]): readonly string[] {
  const database = openDatabase(path);
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all<{ name: string }>();
    const values = tables
      .filter(({ name }) => !name.startsWith('sqlite_'))
      .flatMap(({ name }) => database.prepare(`SELECT * FROM "${name}"`).all<Record<string, unknown>>())
      .flatMap((row) => Object.values(row));
    const blobs = values.filter((value) => value instanceof Uint8Array);
    const plain = [...values.filter((value) => typeof value === 'string'), ...blobs.flatMap(inflated)].join('\n');
    return texts.filter((text) => plain.includes(text));
  } finally {
    database.close();
  }
}

function inflated(bytes: Uint8Array): readonly string[] {
  try {
    return [inflateRawSync(bytes).toString('utf8')];
  } catch {
    return [];
  }
}

/** Pages of a database that are free and may hold what was in them; 0 when it is not there. */
export function freePagesOf(path: string): number {
  if (!existsSync(path)) return 0;
  const database = openDatabase(path);
  try {
    return database.prepare('PRAGMA freelist_count').get<{ freelist_count: number }>()?.freelist_count ?? 0;
  } finally {
    database.close();
  }
}
