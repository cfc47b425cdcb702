import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { multistatus, scriptedServer } from '../support/scripted-server';
import { failure, type Script, serving, stopAll, stops } from '../support/webdav-client';

afterEach(stopAll);
const limitBytes = 1e6;
const text = (value: string) => ({ sizeBytes: Buffer.byteLength(value), content: Buffer.from(value) });

describe('what a status means', () => {
  test.each([
    [401, 'remote-login'],
    [403, 'remote-denied'],
    [405, 'remote-read-only'],
    [408, 'remote-busy'],
    [412, 'remote-failed'],
    [413, 'remote-too-large'],
    [423, 'remote-busy'],
    [429, 'remote-busy'],
    [500, 'remote-failed'],
    [502, 'remote-failed'],
    [503, 'remote-busy'],
    [504, 'remote-failed'],
    [507, 'remote-full'],
    [302, 'remote-garbled'],
    [207, 'remote-garbled'],
  ])('%i on a PUT is %s', async (status, code) => {
    const { transport } = await serving((_request, response) => response.writeHead(status).end('words'));
    const error = await failure(transport.write('heads/a.json', text('x')));
    expect(error.code).toBe(code);
    expect(error.params['place']).toBe(transport.place);
  });

  test.each([
    ['7', 7_000],
    ['Sun, 01 Jan 2040 00:02:00 GMT', 120_000],
    ['Sun, 01 Jan 2030 00:00:00 GMT', 0],
    ['soon', 0],
    [undefined, 0],
  ])('Retry-After %j is %i ms, by the clock of the server', async (value, ms) => {
    const { transport } = await serving((_request, response) => {
      response.setHeader('Date', 'Sun, 01 Jan 2040 00:00:00 GMT');
      if (value !== undefined) response.setHeader('Retry-After', value);
      response.writeHead(503).end();
    });
    expect((await failure(transport.list(''))).params['retryAfterMs']).toBe(ms);
  });

  test('a page of a hotel is not a listing', async () => {
    const { transport } = await serving((_request, response) => response.end('<html><body>Log in</body></html>'));
    expect((await failure(transport.list('heads'))).code).toBe('remote-garbled');
  });
});

describe('listings', () => {
  const listing = async (xml: string | Buffer, folder = 'heads') => {
    const { transport, server } = await serving((_request, response) => response.writeHead(207).end(xml));
    return { files: await failure(transport.list(folder)), listed: () => transport.list(folder), server };
  };
  const self = { href: '/dav/files/heads/' };

  test.each([
    [
      'entities',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d:multistatus xmlns:d="DAV:">&b;</d:multistatus>',
    ],
    ['an external document type', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><d:multistatus xmlns:d="DAV:"/>'],
    ['a document type before a listing that is right', `<!DOCTYPE multistatus>${multistatus(self).slice(21)}`],
    ['an unknown entity', '<d:multistatus xmlns:d="DAV:">&lol;</d:multistatus>'],
    ['no end', multistatus(self).slice(0, -20)],
    ['nothing', ''],
    ['another document', '<d:prop xmlns:d="DAV:"/>'],
    ['10,000 levels', `<d:multistatus xmlns:d="DAV:">${'<a>'.repeat(10_000)}`],
    [
      'bytes that are not UTF-8',
      Buffer.concat([Buffer.from('<d:multistatus xmlns:d="DAV:">'), Buffer.from([0xff, 0xfe])]),
    ],
    [
      'a size that is no number',
      multistatus(self).replace('</d:prop>', '<d:getcontentlength>-5</d:getcontentlength></d:prop>'),
    ],
    ['a name that cannot be decoded', multistatus(self, { href: '/dav/files/heads/%E0%A4%A', size: 1 })],
    ['another folder', multistatus({ href: '/dav/files/other/' })],
    ['a file of another folder', multistatus(self, { href: '/dav/files/other/a.json', size: 1 })],
    ['no folder but what is in it', multistatus({ href: '/dav/files/heads/a.json', size: 1 })],
  ])('with %s is garbled', async (_name, xml) => {
    expect((await listing(xml)).files.code).toBe('remote-garbled');
  });

  test('names may be addresses, encoded as the server likes; a proxy may have changed the way to them', async () => {
    const { listed } = await listing(
      multistatus(
        { href: 'https://inside.example/other/%68eads' },
        { href: 'https://inside.example/other/heads/%61.json', size: 5, etag: '"1"' },
        { href: 'https://inside.example/other/heads/sub/' },
      ),
    );
    expect(await listed()).toEqual([{ name: 'a.json', sizeBytes: 5, tag: '1:5' }]);
  });

  test('a weak ETag is the same as the strong one that it becomes', async () => {
    const weak = await listing(multistatus(self, { href: '/dav/files/heads/a', size: 5, etag: 'W/&quot;1&quot;' }));
    expect(await weak.listed()).toEqual([{ name: 'a', sizeBytes: 5, tag: '1:5' }]);
  });

  test('without ETags the time is asked for, once more the first time only', async () => {
    const bodies: string[] = [];
    const { transport, server } = await serving((_request, response, body) => {
      bodies.push(body.toString());
      const modified = body.includes('getlastmodified') ? { modified: 'Mon, 01 Jan 2024 00:00:00 GMT' } : {};
      response.writeHead(207).end(multistatus(self, { href: '/dav/files/heads/a', size: 5, ...modified }));
    });
    const tag = 'Mon, 01 Jan 2024 00:00:00 GMT:5';
    expect(await transport.list('heads')).toEqual([{ name: 'a', sizeBytes: 5, tag }]);
    expect(server.seen).toHaveLength(2);
    await transport.list('heads');
    expect(server.seen).toHaveLength(3);
    expect(bodies[0]).not.toContain('getlastmodified');
  });

  test('a folder that is not there costs one more request, to tell it from a root that is not there', async () => {
    const { transport, server } = await serving(({ url }, response) =>
      url === '/dav/files/'
        ? response.writeHead(207).end(multistatus({ href: '/dav/files/' }))
        : response.writeHead(404).end(),
    );
    expect(await transport.list('heads')).toBeNull();
    expect(server.seen.map(({ path }) => path)).toEqual(['/dav/files/heads/', '/dav/files/']);
  });

  test('20,000 files', async () => {
    const names = Array.from({ length: 20_000 }, (_, i) => ({
      href: `/dav/files/heads/${i}`,
      size: i,
      etag: `"${i}"`,
    }));
    const { listed } = await listing(multistatus(self, ...names));
    expect(await listed()).toHaveLength(20_000);
  });
});

describe('redirects', () => {
  test('within the server are followed, with the password and the whole file', async () => {
    const bodies: string[] = [];
    const { transport, server } = await serving(({ url }, response, body) => {
      bodies.push(body.toString());
      if (url?.startsWith('/dav') === true) response.writeHead(307, { Location: `/new${url.slice(4)}` }).end();
      else response.writeHead(201).end();
    });
    await transport.write('heads/a.json', text('whole'));
    expect(bodies).toEqual(['whole', 'whole']);
    expect(server.seen[1]).toMatchObject({
      path: '/new/files/heads/a.json',
      authorization: server.seen[0]?.authorization,
    });
  });

  test.each([301, 302, 303, 307, 308])('to another address (%i) are not: nothing is sent there', async (status) => {
    const elsewhere = await scriptedServer((_request, response) => response.writeHead(201).end());
    stops.push(elsewhere.stop);
    const { transport } = await serving((_request, response) =>
      response.writeHead(status, { Location: `${elsewhere.url}/x?token=1` }).end(),
    );
    const error = await failure(transport.write('heads/a.json', text('whole')));
    expect(error).toMatchObject({ code: 'remote-moved', params: { target: `${elsewhere.url}/x` } });
    expect(elsewhere.seen).toEqual([]);
  });

  test('in a circle end', async () => {
    const { transport, server } = await serving(({ url }, response) =>
      response.writeHead(302, { Location: url }).end(),
    );
    expect((await failure(transport.list(''))).code).toBe('remote-failed');
    expect(server.seen).toHaveLength(5);
  });
});

describe('downloads', () => {
  const content = Buffer.from('0123456789');
  const resumed = async (script: Script, from: number) => {
    const folder = await mkdtemp(join(tmpdir(), 'raakvlak-webdav-'));
    stops.push(() => rm(folder, { recursive: true }));
    const target = join(folder, 'file');
    await writeFile(target, content.subarray(0, from));
    const { transport } = await serving(script);
    const result = await failure(transport.download('blobs/ab/x', target, from, { limitBytes }));
    return { code: result.code, text: (await readFile(target)).toString() };
  };

  test('a server that knows no ranges sends all; what is here is passed over', async () => {
    const { code, text: got } = await resumed((_request, response) => response.end(content), 4);
    expect([code, got]).toEqual(['nothing thrown', '0123456789']);
  });

  test('another range than was asked for is refused', async () => {
    const wrong: Script = (_request, response) =>
      response.writeHead(206, { 'Content-Range': 'bytes 0-9/10' }).end(content);
    expect(await resumed(wrong, 4)).toEqual({ code: 'remote-garbled', text: '0123' });
  });

  test('a file that became shorter is garbled', async () => {
    expect((await resumed((_request, response) => response.writeHead(416).end(), 4)).code).toBe('remote-garbled');
  });

  test('of a body that was cut nothing wrong stays', async () => {
    const cut: Script = (_request, response) => {
      response.writeHead(206, { 'Content-Length': '7', 'Content-Range': 'bytes 3-9/10' });
      response.write(content.subarray(3, 8), () => response.destroy());
    };
    const { code, text: got } = await resumed(cut, 4);
    expect(code).toBe('remote-unreachable');
    expect(content.toString().startsWith(got)).toBe(true);
    expect(got.length).toBeGreaterThanOrEqual(4);
  });

  test('a body without end stops at the limit', async () => {
    const { transport, server } = await serving((_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', more);
      more();
    });
    expect((await failure(transport.read('heads/a', { limitBytes: 1_000_000 }))).code).toBe('remote-too-large');
    expect(server.seen).toHaveLength(1);
  });
});

describe('uploads', () => {
  const large = { sizeBytes: 5_000_000, content: Buffer.alloc(5_000_000, 7) };

  test('a server that refuses is not sent the file', async () => {
    let sent = 0;
    const { transport, server } = await serving(() => undefined);
    server.server.on('checkContinue', (_request: IncomingMessage, response: ServerResponse) =>
      response.writeHead(507).end(),
    );
    const pace = (sizeBytes: number): Promise<void> => Promise.resolve(void (sent += sizeBytes));
    expect((await failure(transport.write('blobs/ab/x', { ...large, pace }))).code).toBe('remote-full');
    expect(sent).toBe(0);
  });

  test('a server that does not know the question gets the file after a second', async () => {
    let received = 0;
    const { transport, server } = await serving(() => undefined);
    server.server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
      request.on('data', (piece: Buffer) => (received += piece.length));
      request.on('end', () => response.writeHead(201).end());
    });
    await transport.write('blobs/ab/x', large);
    expect(received).toBe(5_000_000);
  });

  test('a refusal in the middle is heard', async () => {
    const { transport } = await serving((_request, response) => response.writeHead(507).end(), {}, { early: true });
    expect((await failure(transport.write('blobs/ab/x', large))).code).toMatch(/^remote-(full|unreachable)$/);
  });

  test('folders are made from the deepest that is there, once for files that go there together', async () => {
    const folders = new Set(['/dav/files/']);
    const { transport, server } = await serving(({ method, url = '' }, response) => {
      const above = `${url.replace(/\/$/, '').replace(/[^/]+$/, '')}`;
      if (!folders.has(above)) response.writeHead(409).end();
      else {
        if (method === 'MKCOL') folders.add(url);
        response.writeHead(201).end();
      }
    });
    await Promise.all([1, 2, 3].map((n) => transport.write(`log/device/${n}`, text('x'))));
    const count = (method: string): number => server.seen.filter((one) => one.method === method).length;
    expect([count('MKCOL'), count('PUT')]).toEqual([3, 6]);
    await transport.write('log/device/4', text('x'));
    expect(count('PUT')).toBe(7);
  });
});
