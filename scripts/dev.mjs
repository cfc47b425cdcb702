import { prepare } from './prepare.mjs';
import { openDisplay } from './display.mjs';
import { packageScript, run, say, script } from './process.mjs';
import { findRuntime, sandboxArguments } from './runtime.mjs';

await script(async (signal) => {
  await prepare(signal);
  const runtime = await findRuntime(signal);
  say(runtime.description);
  const display = await openDisplay();
  try {
    const env = {
      ...process.env,
      ELECTRON_EXEC_PATH: runtime.executable,
      ...(sandboxArguments().length > 0 ? { NO_SANDBOX: '1' } : {}),
      ...(display.name ? { DISPLAY: display.name } : {}),
    };
    return await run(process.execPath, packageScript('electron-vite/bin/electron-vite.js', 'dev'), { env, signal });
  } finally {
    display.close();
  }
});
