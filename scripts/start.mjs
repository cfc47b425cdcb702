import { prepare } from './prepare.mjs';
import { buildFor } from './code-cache.mjs';
import { openDisplay } from './display.mjs';
import { root, run, say, script } from './process.mjs';
import { findRuntime, sandboxArguments } from './runtime.mjs';

await script(async (signal) => {
  await prepare(signal);
  const runtime = await findRuntime(signal);
  say(runtime.description);
  await buildFor(runtime, signal);
  const display = await openDisplay();
  if (display.isVirtual) {
    say(`There is no display here: the window opens on a virtual one (${display.name}), where nobody sees it.`);
    say('For screenshots of the app at work: npm run tour. To stop: Ctrl+C.');
  }
  const asRoot = sandboxArguments();
  if (asRoot.length > 0) say('Running as root: Chromium then works only without its sandbox (--no-sandbox).');
  try {
    // Without a desktop Chromium complains about the services it misses; only what is fatal is worth reading there.
    const quiet = display.isVirtual ? ['--log-level=3'] : [];
    const env = { ...process.env, ...(display.name ? { DISPLAY: display.name } : {}) };
    return await run(runtime.executable, [root, ...asRoot, ...quiet, ...process.argv.slice(2)], { env, signal });
  } finally {
    display.close();
  }
});
