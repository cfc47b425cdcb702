import { buildFor } from './code-cache.mjs';
import { openDisplay } from './display.mjs';
import { say } from './process.mjs';
import { findRuntime } from './runtime.mjs';

/** Playwright's global set-up: an up-to-date build, a display, and RAAKVLAK_ELECTRON naming the Electron to launch. */
export default async function setUp() {
  const runtime = await findRuntime();
  say(runtime.description);
  await buildFor(runtime);
  const display = await openDisplay();
  if (display.name) process.env.DISPLAY = display.name;
  process.env.RAAKVLAK_ELECTRON = runtime.executable;
  return () => display.close();
}
