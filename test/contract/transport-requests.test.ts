/* What the ways to a server cost, counted by the servers themselves. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Transport } from '../../electron/sync/transport';
import { webdavTransport } from '../../electron/sync/transports/webdav-transport';
import {
  type ServedRequest,
  skipsServer,
  startApache,
  startRclone,
  type WebdavServer,
} from '../support/webdav-servers';

const limitBytes = 1e6;
const head = { sizeBytes: 900, content: Buffer.alloc(900, 'h') };
const device = (i: number): string => `heads/${i.toString(16).padStart(32, 'ab')}.json`;

const cases = [
  { name: 'rclone', start: () => startRclone(), skip: skipsServer('rclone'), loginRequests: 0 },
  {
    name: 'Apache, basic, TLS',
    start: () => startApache({ auth: 'basic', tls: true }),
    skip: skipsServer('apache'),
    loginRequests: 0,
  },
  {
    name: 'Apache, digest, TLS',
    start: () => startApache({ auth: 'digest', tls: true }),
    skip: skipsServer('apache'),
    loginRequests: 1,
  },
];

describe.each(cases.filter(({ skip }) => !skip))('on $name', ({ start, loginRequests }) => {
  let server: WebdavServer;
  let transport: Transport;
  const open = (password: string): Transport =>
    webdavTransport({
      address: `${server.url}samen`,
      login: { user: server.user, password },
      certificates: server.ca === null ? [] : [server.ca],
      random: randomBytes,
    });
  beforeAll(async () => {
    server = await start();
    transport = open(server.password);
    await transport.makeRoot();
    // Its line in the server's log, and those of the start before it, are not to count for the first test.
    await vi.waitFor(async () => expect(methods(await server.requests())).toContain('MKCOL'), { timeout: 10_000 });
  });
  afterAll(async () => {
    await transport?.close();
    await server?.stop();
  });

  /** What one action costs: a server may write its log a moment after it answered. */
  async function costOf(action: () => Promise<unknown>, expected: number): Promise<readonly ServedRequest[]> {
    const before = (await server.requests()).length;
    await action();
    for (let look = 0; look < 1_000; look += 1) {
      if ((await server.requests()).length >= before + expected) break;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return (await server.requests()).slice(before);
  }
  const methods = (requests: readonly ServedRequest[]): string[] => requests.map(({ method }) => method);

  test('the first file of a folder costs two requests more than the next', async () => {
    expect(methods(await costOf(() => transport.write(device(0), head), 3))).toEqual(['PUT', 'MKCOL', 'PUT']);
    expect(methods(await costOf(() => transport.write(device(1), head), 1))).toEqual(['PUT']);
  });

  test('reading, removing, and a listing of 2 and of 50 devices cost one each; an entry stays under 0.4 KB', async () => {
    expect(methods(await costOf(() => transport.read(device(0), { limitBytes }), 1))).toEqual(['GET']);
    const few = await costOf(() => transport.list('heads'), 1);
    expect(methods(few)).toEqual(['PROPFIND']);
    await costOf(async () => {
      for (let i = 2; i < 50; i += 1) await transport.write(device(i), head);
    }, 48);
    const many = await costOf(() => transport.list('heads'), 1);
    expect(methods(many)).toEqual(['PROPFIND']);
    const [sentFew, sentMany] = [few[0]?.sentBytes ?? null, many[0]?.sentBytes ?? null];
    if (sentFew !== null && sentMany !== null) {
      expect((sentMany - sentFew) / 48).toBeLessThan(400);
      expect(sentFew).toBeLessThan(4_000);
      console.info(
        `an entry of a listing: ${Math.round((sentMany - sentFew) / 48)} bytes; two devices: ${sentFew} bytes`,
      );
    }
    expect(await transport.list('heads')).toHaveLength(50);
    expect(methods(await costOf(() => transport.remove(device(49)), 1))).toEqual(['DELETE']);
  });

  test('a new connection costs a digest one request more, once; a wrong password is tried no further', async () => {
    const fresh = open(server.password);
    const first = await costOf(() => fresh.list('heads'), 1 + loginRequests);
    expect(first).toHaveLength(1 + loginRequests);
    expect(await costOf(() => fresh.list('heads'), 1)).toHaveLength(1);
    await fresh.close();
    const wrong = open('verkeerd');
    const tried = await costOf(
      () => expect(wrong.list('heads')).rejects.toMatchObject({ code: 'remote-login' }),
      server.ca === null ? 0 : 1 + loginRequests,
    );
    expect(tried.length).toBeLessThanOrEqual(1 + loginRequests);
    await wrong.close();
  });
});
