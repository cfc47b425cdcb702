import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase, type Database } from '../../electron/library/database';
import { createQueue } from '../../electron/library/in-parallel';
import { temporaryFolder } from '../support/library-folders';

const megabyte = 1024 * 1024;

function openNew(): { readonly database: Database; readonly logBytes: () => number; write(megabytes: number): void } {
  const path = join(temporaryFolder(), 'index.sqlite');
  const database = openDatabase(path);
  onTestFinished(() => database.close());
  database.exec('CREATE TABLE texts (text TEXT)');
  const insert = database.prepare('INSERT INTO texts VALUES (?)');
  const write = (megabytes: number): void =>
    database.transaction(() => {
      for (let i = 0; i < megabytes; i += 1) insert.run('x'.repeat(megabyte));
    });
  return { database, write, logBytes: () => statSync(`${path}-wal`).size };
}

test('settling moves a log of writes that has grown into the file, and it begins anew', async () => {
  const { database, write, logBytes } = openNew();
  write(20);
  expect(logBytes()).toBeGreaterThan(20 * megabyte);
  await database.settle();
  write(1);
  expect(logBytes()).toBeLessThan(2 * megabyte);
  expect(database.prepare('SELECT count(*) AS count FROM texts').get()).toMatchObject({ count: 21 });
});

test('settling leaves a small log of writes where it is', async () => {
  const { database, write, logBytes } = openNew();
  write(2);
  await database.settle();
  write(1);
  expect(logBytes()).toBeGreaterThan(3 * megabyte);
});

test('writing goes on while it settles, and nothing of it is lost', async () => {
  const { database, write } = openNew();
  write(20);
  const settled = database.settle();
  write(1);
  await settled;
  expect(database.prepare('SELECT count(*) AS count FROM texts').get()).toMatchObject({ count: 21 });
  expect(database.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' });
});

test('whoever never settles is settled by a commit', () => {
  const { write, logBytes } = openNew();
  for (let i = 0; i < 10; i += 1) write(10);
  expect(logBytes()).toBeLessThan(80 * megabyte);
});

test('who waits in a queue waits for what is done in between, who has had a turn does not', async () => {
  const done: string[] = [];
  let goOn = (): void => undefined;
  const between = (): Promise<void> =>
    new Promise<void>((resolve) => (goOn = resolve)).then(() => void done.push('between'));
  const queue = createQueue(between);
  const first = queue(() => Promise.resolve(done.push('first')));
  const second = queue(() => Promise.resolve(done.push('second')));
  await first;
  expect(done).toEqual(['first']);
  goOn();
  await second;
  expect(done).toEqual(['first', 'between', 'second']);
});
