import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../electron/library/hash';
import { damagedSpace, forkedSpace, newerSpace } from './space-fixtures-forged';
import { closedSpace, openSpace } from './space-fixtures-made';

export const fixtureSpaces = ['open', 'newer', 'damaged', 'forked', 'closed'] as const;

/** Writes all example spaces below a folder. The same bytes each time with the same zlib. */
export async function writeSpaceFixtures(target: string): Promise<void> {
  await openSpace(join(target, 'open'));
  await newerSpace(join(target, 'newer'));
  await damagedSpace(join(target, 'damaged'));
  await forkedSpace(join(target, 'forked'));
  await closedSpace(join(target, 'closed'), join(target, 'closed.key'));
}

/** All files below a folder with the hash of each. */
export function hashesBelow(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  return Object.fromEntries(paths.map((path) => [path, sha256(readFileSync(join(folder, path)))]));
}

/** Of the device whose key lies beside the closed example space. */
export function memberSecret(target: string): Uint8Array {
  const [, hexadecimal = ''] = /^# .*: ([0-9a-f]{64})$/m.exec(readFileSync(join(target, 'closed.key'), 'utf8')) ?? [];
  return Buffer.from(hexadecimal, 'hex');
}
