import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultSettings, serviceSettings } from '../shared/model/settings';
import { keepCompiledCode } from './code-cache';

/*
 * Run after the build, by the Electron that will run the program, as Node and with the flags of the library process: opens that on an empty library and asks
 * what the first screen asks, so that what every start runs is compiled in what is kept.
 */
const firstQuestion = { id: 1, name: 'items.counts', input: undefined };

const kept = join(__dirname, 'library-process.code');
rmSync(kept, { force: true });
const compiled = keepCompiledCode(__dirname);
const folder = mkdtempSync(join(tmpdir(), 'raakvlak-code-'));
process.env['RAAKVLAK_OPTIONS'] = JSON.stringify({
  folder: join(folder, 'library'),
  configFolder: join(folder, 'config'),
  resources: join(__dirname, '../../resources'),
  freshIndex: false,
  settings: serviceSettings(defaultSettings),
});

const shell = new EventEmitter();
const tell = (data: unknown): void => void setImmediate(() => shell.emit('message', { data }));
shell.once('newListener', () => tell(firstQuestion));
Object.assign(process, {
  parentPort: Object.assign(shell, {
    postMessage: (message: { kind: string; id?: number }) => {
      if (message.kind === 'ask') tell({ told: message.id, value: null });
      if (message.kind === 'answer') finish();
    },
  }),
});

function finish(): void {
  writeFileSync(kept, compiled());
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

void import('./library-process');
