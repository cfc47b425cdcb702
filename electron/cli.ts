import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { runCli } from './service/cli/run';

/** Reads a line without showing it; null when nobody sits at a terminal. */
async function askSecret(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, next) => next() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}

void runCli(process.argv.slice(2), {
  env: process.env,
  platform: process.platform,
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  askSecret,
  untilStopped: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    }),
  builtFolder: __dirname,
}).then((code) => {
  process.exitCode = code;
});
