import { prepare } from './prepare.mjs';
import { packageScript, run, script } from './process.mjs';

// Plays the main job in the real application and writes numbered screenshots to out/tour/.
await script(async (signal) => {
  await prepare(signal);
  return run(process.execPath, packageScript('playwright/cli.js', 'test', '--project=tour', ...process.argv.slice(2)), {
    signal,
  });
});
