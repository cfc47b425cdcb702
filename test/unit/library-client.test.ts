import { fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LibraryClient, type LibraryChild, type LibraryOptions } from '../../electron/shell/library-client';
import { temporaryFolder } from '../support/library-folders';

const options = { folder: '/library', configFolder: '/config', resources: '/resources' } as LibraryOptions;

/** Writes down each start, dies as SQLite does when it aborts, unless `survives` (an expression of the options) holds. */
function library(survives: string): { client: LibraryClient; starts(): { freshIndex: boolean }[] } {
  const folder = temporaryFolder();
  const [program, log] = [join(folder, 'library.cjs'), join(folder, 'starts')];
  writeFileSync(log, '');
  writeFileSync(
    program,
    `const options = JSON.parse(process.env.RAAKVLAK_OPTIONS);
     require('node:fs').appendFileSync(${JSON.stringify(log)}, JSON.stringify(options) + '\\n');
     if (!(${survives})) process.kill(process.pid, 'SIGKILL');
     process.on('message', ({ id, name }) => process.send({ kind: 'answer', id, answer: { ok: true, value: name } }));
     process.send({ kind: 'event', name: 'library.status', payload: { state: 'open' } });`,
  );
  const client = new LibraryClient(
    (env) => {
      const child = fork(program, [], { env });
      onTestFinished(() => void child.kill('SIGKILL'));
      return Object.assign(child, { postMessage: (message: object) => child.send(message) }) as unknown as LibraryChild;
    },
    options,
    { secretKey: () => Promise.resolve(null) },
  );
  const starts = (): { freshIndex: boolean }[] =>
    readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { freshIndex: boolean });
  return { client, starts };
}

describe('a library process that dies as soon as it opens its index', () => {
  it('is started again, the third time without the index, and then answers', async () => {
    const { client, starts } = library('options.freshIndex');
    client.start();
    const [name, status] = (await once(client.events, 'event')) as [string, { state: string }];
    expect([name, status.state]).toEqual(['library.status', 'open']);
    expect(starts().map(({ freshIndex }) => freshIndex)).toEqual([false, false, true]);
    expect(await client.request('items.counts', undefined)).toEqual({ ok: true, value: 'items.counts' });
  });

  it('is given up when that does not help, and says so', async () => {
    const { client, starts } = library('false');
    client.start();
    const [name, status] = (await once(client.events, 'event')) as [string, { state: string; error: { code: string } }];
    expect([name, status.state, status.error.code]).toEqual(['library.status', 'failed', 'library-stopped']);
    expect(starts()).toHaveLength(3);
    expect(await client.request('items.counts', undefined)).toMatchObject({ ok: false, code: 'library-stopped' });
  });
});
