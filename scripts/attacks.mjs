import { packageScript, runQuietly, say, script } from './process.mjs';

/*
 * The attacks of measures R11 to R16 at the counts of a release, from another seed than the everyday one: `node scripts/attacks.mjs [share] [first seed]`. A share of 0.1 is a tenth of it. Prints
 * what was tried, and at its end how many of it went wrong; a test that fails names what did.
 */
const [share = '1', seed = '1'] = process.argv.slice(2);
const part = (count) => String(Math.max(1, Math.round(count * Number(share))));

/** Each with what makes it long. */
const RUNS = [
  { name: 'R11 rights, authors, notices', files: ['access-attacks'], env: { RAAKVLAK_ATTACKS: part(100_000) } },
  {
    name: 'R11, R12 hostile bytes',
    files: ['attacks-hostile-bytes', 'closed-spaces-hostile'],
    env: {
      RAAKVLAK_DECODER_INPUTS: part(100_000),
      RAAKVLAK_CHANGED_BYTES: part(100_000),
      RAAKVLAK_HOSTILE_INPUTS: part(100_000),
    },
  },
  { name: 'R11 crowded folder', files: ['attacks-crowded-folder'], env: { RAAKVLAK_EMPTY_FILES: part(1_000_000) } },
  { name: 'R13 bombs', files: ['attacks-bombs', 'documents-hostile'], env: { RAAKVLAK_BOMBS: part(600) } },
  { name: 'R14 active content', files: ['documents-active-content'], env: { RAAKVLAK_HOSTILE_TEXTS: part(200_000) } },
  { name: 'R15 messages', files: ['attacks-messages'], env: { RAAKVLAK_MESSAGES: part(100_000) } },
  { name: 'R16 the age format', files: ['age-format'], env: { RAAKVLAK_AGE_FILES: part(100) } },
];
/** The same texts in the real window, and its viewers. */
const WINDOW = {
  RAAKVLAK_HOSTILE_TEXTS: part(20_000),
  RAAKVLAK_HOSTILE_IN_FILES: part(10_000),
  RAAKVLAK_HOSTILE_PDFS: '12',
};

await script(async (signal) => {
  const lines = [];
  let failed = 0;
  const done = (name, code, output) => {
    failed += code === 0 ? 0 : 1;
    const tried = output.match(/^attacks, .*|^messages: .*|^\d+ payloads in .*/gm) ?? [];
    const tests = /Tests .*|^\s+\d+ passed.*/m.exec(output)?.[0].trim() ?? '';
    lines.push(`${name}: ${code === 0 ? 'none succeeded' : 'FAILED'}; ${[...tried, tests].join('; ')}`);
    say(code === 0 ? lines.at(-1) : `${lines.at(-1)}\n${output}`);
  };
  for (const { name, files, env } of RUNS) {
    if (signal.aborted) return 130;
    const args = packageScript('vitest/vitest.mjs', 'run', ...files, '--no-color', '--no-file-parallelism');
    const options = { signal, env: { ...process.env, ...env, RAAKVLAK_SEED: seed, NO_COLOR: '1' } };
    const { code, output } = await runQuietly(process.execPath, args, options);
    done(name, code, output);
  }
  const args = packageScript('playwright/cli.js', 'test', '--project=e2e', 'untrusted-content');
  const options = { signal, env: { ...process.env, ...WINDOW, RAAKVLAK_SEED: seed } };
  const { code, output } = await runQuietly(process.execPath, args, options);
  done('R14, R15 in the window', code, output);
  console.log(lines.join('\n'));
  console.log(`${lines.length} runs, ${failed} with a fault`);
  return failed === 0 ? 0 : 1;
});
