import { prepareModules } from './prepare.mjs';
import { outputOf, packageScript, run, say, script } from './process.mjs';
import { testEverything } from './test.mjs';

const CHECKS = [
  ...['shared', 'electron', 'renderer', 'test'].map((folder) => [
    `types in ${folder}`,
    'typescript/bin/tsc',
    '-p',
    folder,
  ]),
  ['lint', 'eslint/bin/eslint.js', '.', '--max-warnings=0'],
  ['formatting', 'prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  ['unused code and packages', 'knip/bin/knip.js'],
];

// The same on every machine: types, lint, formatting, unused code, tests; and nothing of it may change the working tree.
await script(async (signal) => {
  await prepareModules(signal);
  const before = outputOf('git', ['status', '--porcelain']);
  const failures = [];
  for (const [name, path, ...args] of CHECKS) {
    say(`· ${name}`);
    if ((await run(process.execPath, packageScript(path, ...args), { signal })) !== 0) failures.push(name);
    if (signal.aborted) return 130;
  }
  if ((await testEverything({ alsoNode24: false }, signal)) !== 0) failures.push('tests');
  if (outputOf('git', ['status', '--porcelain']) !== before) failures.push('clean tree: the run changed files');
  say(failures.length === 0 ? 'All checks passed.' : `Failed: ${failures.join('; ')}.`);
  return failures.length === 0 ? 0 : 1;
});
