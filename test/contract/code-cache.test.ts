import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'raakvlak-code-'));
const program = join(folder, 'program');
const cache = join(program, 'program.code');

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: 'electron/code-cache.ts',
      outDir: folder,
      rollupOptions: { output: { format: 'cjs', entryFileNames: 'code-cache.js' } },
    },
  });
  mkdirSync(program);
  writeFileSync(join(program, 'main.js'), `const { answer } = require('./part.js');\nexports.told = answer + 1;\n`);
  writeFileSync(join(program, 'part.js'), 'exports.answer = 41;\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('takes compiled code instead of the text, which V8 does not look at again', () => {
  keep();
  writeFileSync(join(program, 'part.js'), 'exports.answer = 99;\n');
  expect(start()).toBe('42');
  writeFileSync(join(program, 'part.js'), 'exports.answer = 41;\n');
});

it.each([
  ['of other flags', () => keep('--no-opt')],
  ['that is damaged', () => writeFileSync(cache, 'nothing')],
  ['that is not there', () => rmSync(cache)],
])('runs as ever with code %s', (_what, spoil) => {
  spoil();
  writeFileSync(join(program, 'part.js'), 'exports.answer = 99;\n');
  expect(start()).toBe('100');
});

/** Has Node run the program, and keeps what it compiled. */
function keep(...flags: string[]): void {
  run(
    flags,
    `const compiled = require('./code-cache.js').keepCompiledCode(__dirname + '/program');
     require('./program/main.js');
     require('node:fs').writeFileSync(${JSON.stringify(cache)}, compiled());`,
  );
}

function start(): string {
  return run(
    [],
    `require('./code-cache.js').useCodeCache(${JSON.stringify(cache)});
     process.stdout.write(String(require('./program/main.js').told));`,
  );
}

function run(flags: readonly string[], text: string): string {
  const script = join(folder, 'run.js');
  writeFileSync(script, text);
  return execFileSync(process.execPath, [...flags, script], { encoding: 'utf8' });
}
