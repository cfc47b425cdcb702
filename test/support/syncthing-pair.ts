import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Two real Syncthing daemons that keep two folders in step over the loopback address. */
export interface SyncthingPair {
  /** Resolves when both have seen and carried everything. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

interface Side {
  readonly home: string;
  readonly folder: string;
  readonly id: string;
  readonly guiPort: number;
  readonly port: number;
}

/** True when tests that need it are to be left out: never in CI, where its absence is a failure. */
export function skipsSyncthing(): boolean {
  const isHere = spawnSync('syncthing', ['--version'], { stdio: 'ignore' }).status === 0;
  if (isHere || process.env['CI'] !== undefined) return false;
  console.warn(
    'Left out: tests with Syncthing. To run them: sudo apt-get install -y --no-install-recommends syncthing',
  );
  return true;
}

/** Error: when a daemon does not come up in 30 s. */
export async function startSyncthingPair(base: string, folders: readonly [string, string]): Promise<SyncthingPair> {
  const sides = await Promise.all(folders.map((folder, i) => prepareSide(join(base, `syncthing-${i}`), folder)));
  const [a, b] = sides as [Side, Side];
  writeConfiguration(a, b);
  writeConfiguration(b, a);
  const daemons = sides.map(start);
  await Promise.all(sides.map(isUp));
  return {
    settled: () => settled(sides),
    stop: async () => {
      await Promise.all(daemons.map(stop));
    },
  };
}

async function prepareSide(home: string, folder: string): Promise<Side> {
  mkdirSync(join(folder, '.stfolder'), { recursive: true });
  spawnSync('syncthing', ['generate', `--home=${home}`, '--no-default-folder'], {
    stdio: 'ignore',
    env: environment(home),
  });
  const { stdout } = spawnSync('syncthing', ['--device-id', `--home=${home}`], {
    encoding: 'utf8',
    env: environment(home),
  });
  return { home, folder, id: stdout.trim(), guiPort: await freePort(), port: await freePort() };
}

function environment(home: string): NodeJS.ProcessEnv {
  return { ...process.env, HOME: home, STNODEFAULTFOLDER: '1', STNOUPGRADE: '1', STNORESTART: '1' };
}

/** Loopback only: nothing is announced, relayed, upgraded or reported. */
function writeConfiguration(self: Side, other: Side): void {
  const off = [
    'globalAnnounceEnabled',
    'localAnnounceEnabled',
    'relaysEnabled',
    'natEnabled',
    'crashReportingEnabled',
    'startBrowser',
    'announceLANAddresses',
  ];
  const xml = `<configuration version="36">
  <folder id="samen" label="samen" path="${self.folder}" type="sendreceive" rescanIntervalS="3600" fsWatcherEnabled="true" fsWatcherDelayS="1">
    <filesystemType>basic</filesystemType><device id="${self.id}"></device><device id="${other.id}"></device><markerName>.stfolder</markerName>
  </folder>
  <device id="${self.id}" name="zelf"><address>dynamic</address></device>
  <device id="${other.id}" name="ander"><address>tcp://127.0.0.1:${other.port}</address></device>
  <gui enabled="true" tls="false"><address>127.0.0.1:${self.guiPort}</address><apikey>sleutel</apikey></gui>
  <options>
    <listenAddress>tcp://127.0.0.1:${self.port}</listenAddress>
    ${off.map((name) => `<${name}>false</${name}>`).join('')}
    <urAccepted>-1</urAccepted><autoUpgradeIntervalH>0</autoUpgradeIntervalH><reconnectionIntervalS>1</reconnectionIntervalS>
    <stunKeepaliveStartS>0</stunKeepaliveStartS>
  </options>
</configuration>`;
  writeFileSync(join(self.home, 'config.xml'), xml);
}

function start({ home }: Side): ChildProcess {
  return spawn('syncthing', ['serve', `--home=${home}`, '--no-browser'], { stdio: 'ignore', env: environment(home) });
}

async function stop(daemon: ChildProcess): Promise<void> {
  if (daemon.exitCode !== null) return;
  daemon.kill();
  await once(daemon, 'exit');
}

async function ask<T>({ guiPort }: Side, path: string, method = 'GET'): Promise<T> {
  const response = await fetch(`http://127.0.0.1:${guiPort}/rest/${path}`, {
    method,
    headers: { 'X-API-Key': 'sleutel' },
  });
  const text = await response.text();
  return (text === '' ? null : JSON.parse(text)) as T;
}

async function isUp(side: Side): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    try {
      await ask(side, 'system/ping');
      return;
    } catch {
      await wait(100);
    }
  }
  throw new Error('Syncthing did not come up.');
}

/** Asks for a scan on both sides and waits until neither needs anything, seen three times in a row. */
async function settled(sides: readonly Side[]): Promise<void> {
  for (let calm = 0, tries = 0; calm < 3; tries += 1) {
    if (tries > 600) throw new Error('Syncthing did not settle.');
    await Promise.all(sides.map((side) => ask(side, 'db/scan?folder=samen', 'POST')));
    const states = await Promise.all(
      sides.map((side) =>
        ask<{ state: string; needTotalItems: number; globalBytes: number; globalFiles: number }>(
          side,
          'db/status?folder=samen',
        ),
      ),
    );
    const same = new Set(states.map(({ globalBytes, globalFiles }) => `${globalFiles} ${globalBytes}`)).size === 1;
    calm = same && states.every(({ state, needTotalItems }) => state === 'idle' && needTotalItems === 0) ? calm + 1 : 0;
    await wait(100);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
