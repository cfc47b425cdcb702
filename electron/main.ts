import { join } from 'node:path';
import { makeNoCodeForChecks } from '../shared/base/check-without-code';
import { useCodeCache } from './code-cache';

makeNoCodeForChecks();
// Before anything else is loaded; all of it is before Electron is ready.
useCodeCache(join(__dirname, 'main.code'));
void import('./shell/start').then(({ start }) => start(__dirname));
