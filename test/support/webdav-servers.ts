import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A real WebDAV server on this computer. */
export interface WebdavServer {
  /** Of the folder it serves, with a slash at its end. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** The authority that signed its certificate, as PEM; null without TLS. */
  readonly ca: string | null;
  readonly folder: string;
  /** All requests so far, from the server's own log. */
  requests(): Promise<readonly ServedRequest[]>;
  stop(): Promise<void>;
}

export interface ServedRequest {
  readonly method: string;
  readonly path: string;
  /** Status and bytes on the wire, where the log has them (Apache). */
  readonly status: number | null;
  readonly receivedBytes: number | null;
  readonly sentBytes: number | null;
}

export type ServerName = 'rclone' | 'apache';

const user = 'anna';
const password = 'vsv "samen" 2026';
const modules = '/usr/lib/apache2/modules';

/** The Debian package to install, or null when the server is here. */
function missingPackage(server: ServerName): string | null {
  if (server === 'rclone') return programOf('rclone') === null ? 'rclone' : null;
  return programOf('apache2') === null || !existsSync(`${modules}/mod_dav.so`) ? 'apache2-bin' : null;
}

/** True when tests that need a server are to be left out: never in CI, where its absence is a failure. */
export function skipsServer(server: ServerName): boolean {
  const missing = missingPackage(server);
  if (missing === null || process.env['CI'] !== undefined) return false;
  console.warn(
    `Left out: tests against ${server}. To run them: sudo apt-get install -y --no-install-recommends ${missing}`,
  );
  return true;
}

function programOf(name: string): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/**
 * `rclone serve webdav` over plain http with Basic authentication. It remembers nothing between requests, so that what a test does to the folder shows; that makes
 * it four times as slow as it is when it remembers its folders for as long as it does by itself, 5 minutes. Without `asksWho` it lets in everybody.
 */
export async function startRclone(folder?: string, remembersFor = '0s', asksWho = true): Promise<WebdavServer> {
  const own = folder === undefined ? await mkdtemp(join(tmpdir(), 'raakvlak-rclone-')) : null;
  const served = folder ?? (own as string);
  const port = await freePort();
  let log = '';
  const options = ['--dir-cache-time', remembersFor, '--poll-interval', '0', '--config', '/dev/null', '-v'];
  const login = asksWho ? ['--user', user, '--pass', password] : [];
  const child = spawn(
    programOf('rclone') ?? 'rclone',
    ['serve', 'webdav', served, '--addr', `127.0.0.1:${port}`, ...login, ...options],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  child.stderr.setEncoding('utf8').on('data', (part: string) => (log += part));
  await listening(child, port, () => log);
  return {
    url: `http://127.0.0.1:${port}/`,
    user,
    password,
    ca: null,
    folder: served,
    requests: () =>
      Promise.resolve(
        [...log.matchAll(/ INFO {2}: (\/.*): ([A-Z]+) from /g)].map(([, path = '', method = '']) => ({
          method,
          path,
          status: null,
          receivedBytes: null,
          sentBytes: null,
        })),
      ),
    stop: async () => {
      await ended(child);
      if (own !== null) await rm(own, { recursive: true, force: true });
    },
  };
}

export interface ApacheOptions {
  /** Handed over to the server's user when it has one of its own. Its own folder when left out. */
  readonly folder?: string;
  readonly auth: 'basic' | 'digest' | 'none';
  readonly tls: boolean;
  /** Lines to add inside the served directory. */
  readonly extra?: string;
  /** How long a digest's nonce is good. */
  readonly nonceSeconds?: number;
}

/** Apache mod_dav, with its own certificate authority when it speaks TLS. */
export async function startApache(options: ApacheOptions): Promise<WebdavServer> {
  const home = await mkdtemp(join(tmpdir(), 'raakvlak-apache-'));
  const folder = options.folder ?? join(home, 'files');
  const locks = join(home, 'locks');
  await mkdir(folder, { recursive: true });
  await mkdir(locks);
  chmodSync(home, 0o755);
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', 'www-data:www-data', folder, locks]);
  const ca = options.tls ? await makeCertificates(home) : null;
  await writeFile(join(home, 'users-basic'), `${user}:{SHA}${hash('sha1', password, 'base64')}\n`);
  await writeFile(join(home, 'users-digest'), `${user}:dav:${hash('md5', `${user}:dav:${password}`, 'hex')}\n`);
  const port = await freePort();
  await writeFile(join(home, 'httpd.conf'), configuration(home, folder, port, options));
  const child = spawn(programOf('apache2') ?? 'apache2', ['-f', join(home, 'httpd.conf'), '-DFOREGROUND'], {
    stdio: 'ignore',
  });
  await listening(child, port, () => readFile(join(home, 'error.log'), 'utf8').catch(() => ''));
  const logged = async (): Promise<string> => readFile(join(home, 'access.log'), 'utf8').catch(() => '');
  return {
    url: `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}/dav/`,
    user,
    password,
    ca,
    folder,
    requests: async () => parseAccessLog(await logged()),
    stop: async () => {
      await ended(child);
      await rm(home, { recursive: true, force: true });
    },
  };
}

function configuration(
  home: string,
  folder: string,
  port: number,
  { auth, tls, extra = '', nonceSeconds }: ApacheOptions,
) {
  const load = (...names: string[]): string =>
    names.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`).join('\n');
  const login = {
    none: 'Require all granted',
    basic: `AuthType Basic\nAuthName dav\nAuthUserFile ${home}/users-basic\nRequire valid-user`,
    digest: `AuthType Digest\nAuthName dav\nAuthUserFile ${home}/users-digest\nAuthDigestNonceLifetime ${nonceSeconds ?? 300}\nRequire valid-user`,
  }[auth];
  return `
ServerRoot ${home}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${home}/pid
ErrorLog ${home}/error.log
${load(
  'mpm_event',
  'authn_core',
  'authn_file',
  'authz_core',
  'authz_user',
  'auth_basic',
  'auth_digest',
  'alias',
  'mime',
  'dav',
  'dav_fs',
  'logio',
  'headers',
  'ssl',
  'setenvif',
)
  // What Debian builds in cannot be loaded as well.
  .split('\n')
  .filter((line) => existsSync(line.split(' ')[2] ?? ''))
  .join('\n')}
User www-data
Group www-data
TypesConfig /dev/null
LogFormat "%m %U %>s %I %O" counted
CustomLog ${home}/access.log counted
DAVLockDB ${home}/locks/lock
KeepAlive On
KeepAliveTimeout 60
MaxKeepAliveRequests 0
DocumentRoot ${home}
Alias /dav ${folder}
${tls ? `SSLEngine on\nSSLCertificateFile ${home}/server.pem\nSSLCertificateKeyFile ${home}/server.key` : ''}
<Directory ${folder}>
  Dav On
  ${login}
  ${extra}
</Directory>
`;
}

/** A certificate authority of our own and a certificate for 127.0.0.1 and localhost. Gives the authority. */
export async function makeCertificates(home: string): Promise<string> {
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: home, stdio: 'ignore' });
  };
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=Raakvlak test CA');
  openssl('req', ...key, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=127.0.0.1');
  await writeFile(join(home, 'server.ext'), 'subjectAltName=IP:127.0.0.1,DNS:localhost\n');
  const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'server.ext'];
  openssl('x509', '-req', '-in', 'server.csr', ...signing, '-out', 'server.pem');
  return readFile(join(home, 'ca.pem'), 'utf8');
}

function parseAccessLog(text: string): ServedRequest[] {
  return [...text.matchAll(/^([A-Z]+) (\S+) (\d+) (\d+) (\d+)$/gm)].map(
    ([, method = '', path = '', status, receivedBytes, sentBytes]) => ({
      method,
      path,
      status: Number(status),
      receivedBytes: Number(receivedBytes),
      sentBytes: Number(sentBytes),
    }),
  );
}

function hash(algorithm: string, text: string, encoding: 'hex' | 'base64'): string {
  return createHash(algorithm).update(text).digest(encoding);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until the server takes connections; when it ends instead, throws what it logged. */
async function listening(child: ChildProcess, port: number, log: () => string | Promise<string>): Promise<void> {
  let end: string | null = null;
  child.once('exit', (code) => (end = `ended with ${code}`));
  child.once('error', (error) => (end = error.message));
  for (;;) {
    if (await connects(port)) return;
    if (end !== null) throw new Error(`The server ${String(end)}: ${await log()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function connects(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exit;
}
