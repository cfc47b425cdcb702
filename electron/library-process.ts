import { randomBytes, webcrypto } from 'node:crypto';
import { join } from 'node:path';
import type { ServiceSettings } from '../shared/model/settings';
import { useCodeCache } from './code-cache';
import type { ShellPort } from './service/serve-shell';

/** What a utility process of Electron has besides Node's own `process`; typed here because nothing behind it may know Electron. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

// Node 18 in Electron 25 has it as a module only; libraries look for the global.
(globalThis as { crypto?: unknown }).crypto ??= webcrypto;

const { parentPort } = process as unknown as { readonly parentPort: ParentPort };
const port: ShellPort = {
  send: (message) => parentPort.postMessage(message),
  receive: (listener) => parentPort.on('message', ({ data }) => listener(data)),
};

const options = {
  ...(JSON.parse(process.env['RAAKVLAK_OPTIONS'] ?? '{}') as {
    folder: string;
    configFolder: string;
    resources: string;
    freshIndex: boolean;
    settings: ServiceSettings;
  }),
  env: process.env,
  builtFolder: __dirname,
  clock: () => new Date(),
  random: (sizeBytes: number) => randomBytes(sizeBytes),
};

// Before anything else is loaded.
useCodeCache(join(__dirname, 'library-process.code'));
void import('./service/serve-shell').then(({ serveShell }) => serveShell(port, options));
