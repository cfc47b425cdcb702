#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildWhenStale } from './build.mjs';
import { prepareModules } from './prepare.mjs';
import { root, ScriptError, say } from './process.mjs';

// A clone has sources to build the command line from; an installed copy has only the result.
if (existsSync(join(root, 'electron', 'cli.ts'))) {
  try {
    await prepareModules();
    await buildWhenStale();
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
    say(error.message);
    process.exit(1);
  }
}

const commandLine = join(root, 'out', 'main', 'cli.js');
process.argv[1] = commandLine;
createRequire(import.meta.url)(commandLine);
