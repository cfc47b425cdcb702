import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { buildForNode } from '../support/library-build';
import { libraryOptions, openTestLibrary, temporaryFolder } from '../support/library-folders';

let holder: string;
beforeAll(async () => {
  holder = await buildForNode('library-lock-worker');
}, 60_000);

async function hold(base: string): Promise<{ child: ChildProcess; said: string }> {
  const { folder, witnessFolder } = libraryOptions(base);
  const child = spawn(process.execPath, [holder, folder, witnessFolder], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [chunk] = (await once(child.stdout as NonNullable<typeof child.stdout>, 'data')) as [Buffer];
  return { child, said: chunk.toString().trim() };
}

test('a second process is refused, and the lock dies with the first, however it dies', async () => {
  const base = temporaryFolder();
  const first = await hold(base);
  expect(first.said).toBe('open');
  expect((await hold(base)).said).toBe('library-in-use');
  await expect(openTestLibrary(base)).rejects.toMatchObject({ code: 'library-in-use' });
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  expect((await hold(base)).said).toBe('open');
});

test('opening twice in one process is refused as well, and works after closing', async () => {
  const base = temporaryFolder();
  const library = await openTestLibrary(base);
  await expect(openTestLibrary(base)).rejects.toMatchObject({ code: 'library-in-use' });
  await library.close();
  await (await openTestLibrary(base)).close();
});
