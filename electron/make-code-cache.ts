import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeNoCodeForChecks } from '../shared/base/check-without-code';
import type { CallName } from '../shared/contract';
import { firstQuestions } from '../shared/contract/first-questions';
import { keepCompiledCode } from './code-cache';

/*
 * Run after the build, by the Electron that will run the program, as Node: with `main` for the main process, with `library` and the flags of the library process
 * for that one. Does what every start does, so that what that runs is compiled in what is kept. Of the program nothing is loaded before, but what is only data.
 */

/** What a window asks while it opens on an empty library. */
const questions: readonly (readonly [name: CallName, input: unknown])[] = [
  ...firstQuestions,
  ['spaces.list', undefined],
  ['collections.kept', undefined],
  ['access.mine', undefined],
];

/** Long enough for what begins by itself, half a second after the first list. */
const backgroundMs = 1_000;

async function keepCode(file: string, run: (folder: string) => Promise<void>): Promise<void> {
  const kept = join(__dirname, file);
  rmSync(kept, { force: true });
  const compiled = keepCompiledCode(__dirname);
  const folder = mkdtempSync(join(tmpdir(), 'raakvlak-code-'));
  await run(folder);
  writeFileSync(kept, compiled());
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

/** The settings and the checks of what the window asks; the rest of the main process runs in Electron only. */
async function runMain(folder: string): Promise<void> {
  makeNoCodeForChecks();
  const { openSettings } = await import('./library/settings');
  await openSettings(folder, () => new Date()).change({ firstRunDone: true });
  openSettings(folder, () => new Date());
  await import('./access/key-lock');
  const { answerCall } = await import('./shell/answer-call');
  for (const [name, input] of questions)
    await answerCall(name, input, {}, () => Promise.resolve({ ok: true, value: null }));
}

async function runLibrary(folder: string): Promise<void> {
  const { defaultSettings, serviceSettings } = await import('../shared/model/settings');
  process.env['RAAKVLAK_OPTIONS'] = JSON.stringify({
    folder: join(folder, 'library'),
    configFolder: join(folder, 'config'),
    resources: join(__dirname, '../../resources'),
    freshIndex: false,
    settings: serviceSettings(defaultSettings),
  });
  const shell = new EventEmitter();
  const tell = (data: unknown): void => void setImmediate(() => shell.emit('message', { data }));
  const answered = new Promise<void>((resolve) => {
    let waiting = questions.length;
    const postMessage = (message: { kind: string; id?: number }): void => {
      if (message.kind === 'ask') tell({ told: message.id, value: null });
      if (message.kind === 'answer' && (waiting -= 1) === 0) resolve();
    };
    Object.assign(process, { parentPort: Object.assign(shell, { postMessage }) });
  });
  shell.once('newListener', () => {
    for (const [index, [name, input]] of questions.entries()) tell({ id: index + 1, name, input });
  });
  await import('./library-process');
  await answered;
  await wait(backgroundMs);
}

void (process.argv[2] === 'main' ? keepCode('main.code', runMain) : keepCode('library-process.code', runLibrary));
