import { mkdirSync, renameSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { walk, type FoundFile } from '../../electron/service/import/walk';
import { temporaryFolder } from '../support/library-folders';

async function filesUnder(path: string, now: Date): Promise<FoundFile[]> {
  const files: FoundFile[] = [];
  for await (const found of walk([path], now)) if (found.kind === 'file') files.push(found);
  return files;
}

describe('walking through a folder', () => {
  it('names each file once in the order of its name, whatever links there are', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'b'));
    for (const name of ['10.md', '9.md', '.hidden', 'Thumbs.db', 'b/1.md']) writeFileSync(join(folder, name), name);
    symlinkSync(folder, join(folder, 'b', 'loop'));
    symlinkSync(join(folder, '9.md'), join(folder, 'c.md'));
    const names = (await filesUnder(folder, new Date())).map(({ name }) => name);
    expect(names).toEqual(['9.md', '10.md', '1.md']);
  });
});

describe('the sign of a file', () => {
  const later = new Date(Date.now() + 60_000);

  it('is not given while a further change might not show in it', async () => {
    const path = join(temporaryFolder(), 'a.md');
    writeFileSync(path, 'een');
    const changedAt = statSync(path).ctimeMs;
    expect((await filesUnder(path, new Date(changedAt + 1_000)))[0]?.sign).toBeNull();
    expect((await filesUnder(path, new Date(changedAt + 6_000)))[0]?.sign).not.toBeNull();
  });

  it('is not given when the file comes from the future', async () => {
    const path = join(temporaryFolder(), 'a.md');
    writeFileSync(path, 'een');
    utimesSync(path, later, new Date(later.getTime() + 3_600_000));
    expect((await filesUnder(path, later))[0]?.sign).toBeNull();
  });

  it('stays while nothing changes, and is another when the bytes or the file behind the name are', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.md');
    const sign = async (): Promise<string | null | undefined> => (await filesUnder(path, later))[0]?.sign;
    writeFileSync(path, 'een');
    const { atime, mtime } = statSync(path);
    const first = await sign();
    expect(await sign()).toBe(first);
    writeFileSync(path, 'eem');
    utimesSync(path, atime, mtime);
    const second = await sign();
    writeFileSync(join(folder, 'b.md'), 'eeo');
    utimesSync(join(folder, 'b.md'), atime, mtime);
    renameSync(join(folder, 'b.md'), path);
    expect(new Set([first, second, await sign()]).size).toBe(3);
  });
});
