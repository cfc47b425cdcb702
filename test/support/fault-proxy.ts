import { createServer, type IncomingMessage, request as httpRequest, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong between us and a server (and in it). Statuses are answered without asking the server. */
export const proxyFaults = [
  '401',
  '403',
  '404',
  '405',
  '409',
  '412',
  '423',
  '429',
  '500',
  '502',
  '503',
  '504',
  '507',
  'hang',
  'reset',
  'cut-body',
  'short-body',
  'half-put',
  'lost-put',
  'double-put',
  'old-listing',
  'weak-etag',
  'no-etag',
  'redirect',
  'throttle',
  'html',
] as const;
export type ProxyFault = (typeof proxyFaults)[number];

export interface ProxiedRequest {
  readonly method: string;
  readonly path: string;
  readonly fault: ProxyFault | null;
}

export interface FaultProxy {
  /** The address of the target as it is through here. */
  readonly url: string;
  readonly requests: readonly ProxiedRequest[];
  /** Requests that came to the address that redirects point to: there should be none. */
  readonly strayed: readonly string[];
  /** How often each fault was injected. */
  readonly injected: ReadonlyMap<ProxyFault, number>;
  heal(): void;
  stop(): Promise<void>;
}

export const retryAfterSeconds = 7;
/** Three times for each answer; less than the patience of the client. */
const throttleMs = 40;

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
}

/**
 * Stands before a WebDAV server over plain http (`target` is its address) and does to each request what `plan` says. A fault that does not fit the
 * request (a lost PUT on a GET) lets it through uncounted.
 */
export async function startFaultProxy(
  target: string,
  plan: (method: string, path: string) => ProxyFault | null,
): Promise<FaultProxy> {
  const requests: ProxiedRequest[] = [];
  const strayed: string[] = [];
  const injected = new Map<ProxyFault, number>();
  const listings = new Map<string, Answer>();
  let isHealed = false;

  const stray = createServer((request, response) => {
    strayed.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`);
    response.end();
  }).listen(0, '127.0.0.1');
  const server = createServer((request, response) => void handle(request, response).catch(() => response.destroy()));
  // The question is passed over: who asks first gets the answer of the fault.
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    response.writeContinue();
    void handle(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await Promise.all([stray, server].map((one) => new Promise((resolve) => one.once('listening', resolve))));
  const portOf = (one: typeof server): number => (one.address() as AddressInfo).port;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '' } = request;
    const body = await bodyOf(request);
    const planned = isHealed ? null : plan(method, path);
    const fault = planned !== null && fits(planned, method, listings.has(path)) ? planned : null;
    requests.push({ method, path, fault });
    if (fault !== null) injected.set(fault, (injected.get(fault) ?? 0) + 1);
    if (fault !== null && /^\d/.test(fault)) return refuse(response, Number(fault));
    if (fault === 'hang') return;
    if (fault === 'reset') return void request.socket.resetAndDestroy();
    if (fault === 'redirect')
      return void response.writeHead(302, { Location: `http://127.0.0.1:${portOf(stray)}${path}` }).end();
    if (fault === 'html')
      return void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html><br>Log in to the hotel</html>');
    if (fault === 'lost-put') return void response.writeHead(201).end();
    const forwarded = fault === 'half-put' ? body.subarray(0, body.length >> 1) : body;
    if (fault === 'double-put') await forward(target, request, forwarded);
    const old = listings.get(path);
    const fresh = await forward(target, request, forwarded);
    if (method === 'PROPFIND' && fresh.status === 207) listings.set(path, fresh);
    await reply(response, fault === 'old-listing' && old !== undefined ? old : fresh, fault);
  }

  return {
    url: `http://127.0.0.1:${portOf(server)}${new URL(target).pathname}`,
    requests,
    strayed,
    injected,
    heal: () => {
      isHealed = true;
    },
    stop: async () => {
      for (const one of [server, stray]) {
        one.closeAllConnections();
        await new Promise((resolve) => one.close(resolve));
      }
    },
  };
}

/** The requests that a fault can be done to; all, for those that are not here. */
const fitting: Partial<Record<ProxyFault, readonly string[]>> = {
  'half-put': ['PUT'],
  'lost-put': ['PUT'],
  'double-put': ['PUT'],
  'short-body': ['GET', 'PROPFIND'],
  'cut-body': ['GET', 'PROPFIND'],
  throttle: ['GET', 'PROPFIND'],
  'old-listing': ['PROPFIND'],
  'weak-etag': ['PROPFIND', 'PUT'],
  'no-etag': ['PROPFIND', 'PUT'],
};

function fits(fault: ProxyFault, method: string, wasListed: boolean): boolean {
  if (fault === 'old-listing' && !wasListed) return false;
  return fitting[fault]?.includes(method) ?? true;
}

function refuse(response: ServerResponse, status: number): void {
  const headers: Record<string, string> = {
    ...(status === 429 || status === 503 ? { 'Retry-After': String(retryAfterSeconds) } : {}),
    ...(status === 401 ? { 'WWW-Authenticate': 'Basic realm="dav"' } : {}),
  };
  response.writeHead(status, headers).end('no');
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

function forward(target: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
  const { hostname, port } = new URL(target);
  const { expect: _asked, 'transfer-encoding': _chunked, ...others } = headers;
  return new Promise((resolve, reject) => {
    const asking = httpRequest({
      hostname,
      port,
      method,
      path: url,
      headers: { ...others, host: `${hostname}:${port}`, 'content-length': String(body.length) },
    });
    asking.on('error', reject);
    asking.on('response', (answer) => {
      bodyOf(answer).then(
        (content) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: content }),
        reject,
      );
    });
    asking.end(body);
  });
}

async function reply(response: ServerResponse, answer: Answer, fault: ProxyFault | null): Promise<void> {
  const whole = fault === 'weak-etag' || fault === 'no-etag' ? changeTags(answer.body, fault) : answer.body;
  const body = fault === 'short-body' ? whole.subarray(0, whole.length >> 1) : whole;
  const { 'transfer-encoding': _chunked, connection: _connection, ...headers } = answer.headers;
  const etag =
    fault === 'no-etag' ? undefined : fault === 'weak-etag' ? `W/${String(headers['etag'])}` : headers['etag'];
  const shown = { ...headers, 'content-length': String(body.length), etag };
  for (const [name, value] of Object.entries(shown)) if (value !== undefined) response.setHeader(name, value);
  response.writeHead(answer.status);
  if (fault === 'cut-body' && body.length > 1) {
    response.write(body.subarray(0, body.length >> 1), () => response.destroy());
    return;
  }
  if (fault === 'throttle') {
    for (let start = 0; start < body.length; start += Math.ceil(body.length / 3)) {
      response.write(body.subarray(start, start + Math.ceil(body.length / 3)));
      await new Promise((resolve) => setTimeout(resolve, throttleMs));
    }
    response.end();
    return;
  }
  response.end(body);
}

function changeTags(xml: Buffer, fault: 'weak-etag' | 'no-etag'): Buffer {
  const tag = /<(\w+:)?getetag>([^<]*)<\/(\w+:)?getetag>/g;
  return Buffer.from(xml.toString('utf8').replace(tag, fault === 'no-etag' ? '' : '<$1getetag>W/$2</$1getetag>'));
}
