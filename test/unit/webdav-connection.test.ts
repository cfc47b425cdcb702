import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { httpLogin } from '../../electron/sync/transports/http-login';
import { proxyFor } from '../../electron/sync/transports/http-proxy';
import { webdavAddress } from '../../electron/sync/transports/webdav-address';
import { webdavTransport } from '../../electron/sync/transports/webdav-transport';
import { multistatus, type ScriptedServer, scriptedServer } from '../support/scripted-server';
import { failure, login, serving, stopAll, stops } from '../support/webdav-client';
import { makeCertificates } from '../support/webdav-servers';

afterEach(stopAll);
const limitBytes = 1e6;
const text = (value: string) => ({ sizeBytes: Buffer.byteLength(value), content: Buffer.from(value) });

describe('logging in', () => {
  test('a password does not travel in the open, but to this computer or when somebody allowed it', () => {
    const open = (address: string, allowOpenPassword = false) =>
      webdavTransport({ address, login, allowOpenPassword, random: randomBytes });
    expect(() => open('http://nas.example.org/dav')).toThrow(/remote-insecure/);
    expect(() => open('http://127.0.0.1.example.org/dav')).toThrow(/remote-insecure/);
    expect(() => webdavTransport({ address: 'http://a:b@nas.example/dav', login: null, random: randomBytes })).toThrow(
      /remote-insecure/,
    );
    for (const address of ['http://localhost/dav', 'http://[::1]:80/dav', 'https://nas.example.org/dav']) open(address);
    open('http://nas.example.org/dav', true);
  });

  test.each(['nas.example.org/dav', 'ftp://nas.example.org', 'https://', 'file:///etc', ''])(
    '%j is no address',
    (address) => {
      expect(() => webdavAddress(address)).toThrow(/remote-address/);
    },
  );

  test('the place never shows the password', () => {
    const { place, login: found } = webdavAddress('https://anna:ge%3Aheim@cloud.example.org/dav/Samen//?x=1#y');
    expect(place).toBe('https://cloud.example.org/dav/Samen');
    expect(found).toEqual({ user: 'anna', password: 'ge:heim' });
    expect(() => webdavAddress('ftp://anna:geheim@x.example')).toThrow(
      expect.objectContaining({ params: { place: 'ftp://x.example' } }),
    );
  });

  test.each([
    ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
    ['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
  ])('digest with %s gives the answer of RFC 7616, 3.9.1', (algorithm, response) => {
    const mufasa = httpLogin(
      { user: 'Mufasa', password: 'Circle of Life' },
      () => 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
    );
    const challenge =
      `Basic realm="other", Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, ` +
      'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"';
    expect(mufasa.challenged(challenge, undefined)).toBe(true);
    const header = mufasa.header('GET', '/dir/index.html') ?? '';
    expect(header).toContain(`response="${response}"`);
    expect(header).toContain('nc=00000001');
    expect(mufasa.header('GET', '/dir/index.html')).toContain('nc=00000002');
    expect(mufasa.challenged(challenge, header)).toBe(false);
  });

  test('a digest that grew old in the middle of an upload is made again and the whole file sent again', async () => {
    let nonce = 1;
    const hash = (...parts: string[]): string => createHash('md5').update(parts.join(':')).digest('hex');
    const { transport, server } = await serving(({ method = '', headers }, response, body) => {
      const field = (name: string): string =>
        new RegExp(`${name}="?([^",]*)`).exec(headers.authorization ?? '')?.[1] ?? '';
      const proof = [field('nonce'), field('nc'), field('cnonce'), 'auth', hash(method, field('uri'))];
      const isRight = field('response') === hash(hash('anna', 'dav', 'geheim'), ...proof);
      if (isRight && field('nonce') === `n${nonce}`) response.writeHead(body.length === 5 ? 201 : 400).end();
      else {
        const stale = isRight ? ', stale=true' : '';
        response
          .writeHead(401, { 'WWW-Authenticate': `Digest realm="dav", nonce="n${nonce}", qop="auth"${stale}` })
          .end();
      }
    });
    await transport.write('heads/a', text('12345'));
    expect(server.seen).toHaveLength(2);
    await transport.write('heads/a', text('12345'));
    expect(server.seen).toHaveLength(3);
    nonce = 2;
    await transport.write('heads/a', text('12345'));
    expect(server.seen).toHaveLength(5);
  });

  test('a wrong password is asked for once, not tried on', async () => {
    const { transport, server } = await serving((_request, response) =>
      response
        .writeHead(401, { 'WWW-Authenticate': `Digest realm="dav", nonce="${server_nonce()}", qop="auth"` })
        .end(),
    );
    let count = 0;
    function server_nonce(): string {
      return `n${(count += 1)}`;
    }
    expect((await failure(transport.list(''))).code).toBe('remote-login');
    expect(server.seen).toHaveLength(2);
  });
});

describe('connections', () => {
  test('one connection serves many requests', async () => {
    const { transport, server } = await serving((_request, response) =>
      response.writeHead(207).end(multistatus({ href: '/dav/files/' })),
    );
    let connections = 0;
    server.server.on('connection', () => (connections += 1));
    for (let i = 0; i < 10; i += 1) await transport.list('');
    expect(connections).toBe(1);
  });

  test('a kept connection that the server closed is not an error', async () => {
    let count = 0;
    const { transport, server } = await serving((request, response) => {
      count += 1;
      if (count === 2) request.socket.resetAndDestroy();
      else response.writeHead(207).end(multistatus({ href: '/dav/files/' }));
    });
    await transport.list('');
    await transport.list('');
    expect(server.seen).toHaveLength(3);
  });

  test('a server that says nothing is given up', async () => {
    const { transport } = await serving(() => undefined, { stallMs: 80 });
    expect(await failure(transport.list(''))).toMatchObject({
      code: 'remote-unreachable',
      params: { reason: 'ETIMEDOUT' },
    });
  });

  test('so is one that stops in the middle', async () => {
    const { transport } = await serving(
      (_request, response) => {
        response.writeHead(200, { 'Content-Length': '10' });
        response.write('12345');
      },
      { stallMs: 80 },
    );
    expect((await failure(transport.read('heads/a', { limitBytes }))).code).toBe('remote-unreachable');
  });

  test('a computer that is not there, a name that is none', async () => {
    for (const address of ['http://127.0.0.1:1/dav', 'https://nergens.invalid/dav']) {
      const transport = webdavTransport({ address, login, random: randomBytes });
      stops.push(transport.close);
      expect((await failure(transport.list(''))).code).toBe('remote-unreachable');
    }
  });

  test('an unknown certificate is refused before the password is sent, a given one accepted', async () => {
    const home = await mkdtemp(join(tmpdir(), 'raakvlak-tls-'));
    const ca = await makeCertificates(home);
    const [key, cert] = [
      await readFile(join(home, 'server.key'), 'utf8'),
      await readFile(join(home, 'server.pem'), 'utf8'),
    ];
    const server = await scriptedServer(
      (_request, response) => response.writeHead(207).end(multistatus({ href: '/dav/files/' })),
      { tls: { key, cert } },
    );
    stops.push(server.stop, () => rm(home, { recursive: true }));
    const open = (address: string, certificates: string[]) => {
      const transport = webdavTransport({ address, login, certificates, random: randomBytes });
      stops.push(transport.close);
      return transport;
    };
    expect((await failure(open(server.url, []).list(''))).code).toBe('remote-certificate');
    expect(server.seen).toEqual([]);
    expect(await open(server.url, [ca]).list('')).toEqual([]);
    const other = server.url.replace('127.0.0.1', '127.0.0.2');
    expect((await failure(open(other, [ca]).list(''))).code).toMatch(/^remote-(certificate|unreachable)$/);
  });
});

describe('proxies', () => {
  test.each([
    ['https://a.example', { HTTPS_PROXY: 'http://p:1' }, 'http://p:1'],
    ['https://a.example', { https_proxy: 'p:1' }, 'http://p:1'],
    ['http://a.example', { HTTPS_PROXY: 'http://p:1' }, null],
    ['http://a.example', { ALL_PROXY: 'http://p:1' }, 'http://p:1'],
    ['https://a.example', { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'example' }, null],
    ['https://a.example', { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'x,.a.example' }, null],
    ['https://ba.example', { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'a.example' }, 'http://p:1'],
    ['https://a.example:8443', { HTTPS_PROXY: 'http://p:1', no_proxy: 'a.example:443' }, 'http://p:1'],
    ['https://a.example', { HTTPS_PROXY: 'http://p:1', NO_PROXY: '*' }, null],
    ['https://127.0.0.1', { HTTPS_PROXY: 'http://p:1' }, null],
  ])('%s with %j goes through %j', (address, env, proxy) => {
    expect(proxyFor(new URL(address), env as NodeJS.ProcessEnv)).toBe(proxy);
  });

  test('TLS goes through a tunnel, and what a proxy refuses is unreachable or failed', async () => {
    const home = await mkdtemp(join(tmpdir(), 'raakvlak-proxy-'));
    const ca = await makeCertificates(home);
    const [key, cert] = [
      await readFile(join(home, 'server.key'), 'utf8'),
      await readFile(join(home, 'server.pem'), 'utf8'),
    ];
    const server = await scriptedServer(
      (_request, response) => response.writeHead(207).end(multistatus({ href: '/dav/files/' })),
      { tls: { key, cert } },
    );
    const tunnels: string[] = [];
    const proxy = createServer().on('connect', (request: IncomingMessage, socket) => {
      tunnels.push(`${request.url} ${request.headers['proxy-authorization'] ?? ''}`);
      if (request.headers['proxy-authorization'] === undefined) {
        socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      const through = connect(server.port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        through.pipe(socket).pipe(through);
      });
      through.on('error', () => socket.destroy());
      socket.on('error', () => through.destroy());
    });
    proxy.listen(0, '127.0.0.1');
    await new Promise((resolve) => proxy.once('listening', resolve));
    const { port } = proxy.address() as AddressInfo;
    const open = (address: string) => {
      const transport = webdavTransport({
        address: server.url,
        login,
        certificates: [ca],
        proxy: address,
        random: randomBytes,
      });
      stops.push(transport.close);
      return transport;
    };
    stops.push(
      server.stop,
      () => Promise.resolve(proxy.close()),
      () => rm(home, { recursive: true }),
    );
    const through = open(`http://piet:klaas@127.0.0.1:${port}`);
    expect(await through.list('')).toEqual([]);
    expect(await through.list('')).toEqual([]);
    expect(tunnels).toEqual([`127.0.0.1:${server.port} Basic ${Buffer.from('piet:klaas').toString('base64')}`]);
    expect((await failure(open(`http://127.0.0.1:${port}`).list(''))).code).toMatch(/^remote-(failed|unreachable)$/);
    await through.close();
  });

  test('plain http asks the proxy for the whole address', async () => {
    const proxy: ScriptedServer = await scriptedServer((_request, response) =>
      response.writeHead(207).end(multistatus({ href: '/dav/' })),
    );
    const transport = webdavTransport({
      address: 'http://cloud.invalid/dav',
      login: null,
      proxy: `http://127.0.0.1:${proxy.port}`,
      random: randomBytes,
    });
    stops.push(proxy.stop, transport.close);
    expect(await transport.list('')).toEqual([]);
    expect(proxy.seen[0]?.path).toBe('http://cloud.invalid/dav/');
  });
});
