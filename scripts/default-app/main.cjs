/* eslint-disable @typescript-eslint/no-require-imports -- Electron before 28 starts CommonJS only */
// Stands in for Electron's default app in a runtime that came without one: `electron <folder> …` starts the
// application in that folder, as the original does.
const { app } = require('electron');
const { existsSync, readFileSync, statSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');

const position = process.argv.findIndex((argument, index) => index > 0 && !argument.startsWith('-'));
if (position < 0) {
  console.error('Usage: electron <folder of an application>');
  process.exit(1);
}

const target = resolve(process.argv[position]);
const folder = statSync(target).isDirectory() ? target : dirname(target);
const manifestPath = join(folder, 'package.json');
const manifest = existsSync(manifestPath) ? JSON.parse(readFileSync(manifestPath, 'utf8')) : {};

if (manifest.productName ?? manifest.name) app.setName(manifest.productName ?? manifest.name);
if (manifest.version) app.setVersion(manifest.version);
app.setAppPath(folder);
process.argv.splice(position, 1);
require(target === folder ? join(folder, manifest.main ?? 'index.js') : target);
