import { Agent as HttpAgent, type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { trustedCertificates } from './certificates';
import { proxyParts, tunnelThrough } from './http-proxy';

export interface HttpBody {
  readonly sizeBytes: number;
  /** From the start again each time, because a request may have to be repeated. */
  pieces(): AsyncIterable<Uint8Array>;
}

export interface HttpRequest {
  readonly method: string;
  /** Path and query, as they are sent. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: HttpBody;
  readonly signal?: AbortSignal | undefined;
}

/** Sends one request and gives the answer as soon as its headers are here. Errors are those of Node, with a `code`. */
export interface HttpClient {
  send(request: HttpRequest): Promise<IncomingMessage>;
  close(): void;
}

export interface HttpClientOptions {
  readonly address: URL;
  /** PEM; trusted besides those of the system. */
  readonly certificates: readonly string[];
  readonly proxy: string | null;
  /** A connection on which nothing moves this long is given up. */
  readonly stallMs: number;
}

const connections = 8;
/** From this size on the server is asked first, so that a refusal does not cost the whole upload. */
const askFirstBytes = 256 * 1024;
/** A server that does not know the question gets the bytes unasked after this. */
const askedEnoughMs = 1_000;

/** Talks to one server over connections that are kept open. */
export function httpClient({ address, certificates, proxy, stallMs }: HttpClientOptions): HttpClient {
  const isTls = address.protocol === 'https:';
  const pool = { keepAlive: true, maxSockets: connections, scheduling: 'lifo' as const };
  const agent = isTls ? new HttpsAgent({ ...pool, ca: trustedCertificates(certificates) }) : new HttpAgent(pool);
  if (isTls && proxy !== null) Object.assign(agent, { createConnection: tunnelThrough(proxy, stallMs) });
  const own = {
    host: address.hostname.replace(/^\[|\]$/g, ''),
    port: Number(address.port || (isTls ? 443 : 80)),
    headers: { Host: address.host },
    prefix: '',
  };
  const peer = isTls || proxy === null ? own : viaProxy(proxy, address);
  const open = ({ method, target, headers, body, signal }: HttpRequest): ClientRequest =>
    (isTls ? httpsRequest : httpRequest)({
      agent,
      host: peer.host,
      port: peer.port,
      method,
      path: `${peer.prefix}${target}`,
      timeout: stallMs,
      headers: { ...peer.headers, ...headers, ...(body === undefined ? {} : bodyHeaders(body)) },
      ...(signal === undefined ? {} : { signal }),
    });
  return {
    send: async (request) => {
      for (;;) {
        const asking = open(request);
        try {
          return await answerTo(asking, request.body);
        } catch (error) {
          // The server closed a kept connection at the moment it was used again: that says nothing about the server.
          const wasStale = asking.reusedSocket && (error as NodeJS.ErrnoException).code === 'ECONNRESET';
          if (!wasStale || request.signal?.aborted === true) throw error;
        }
      }
    },
    close: () => agent.destroy(),
  };
}

/** Plain http goes to the proxy itself, with the whole address in the request (RFC 9112, 3.2.2). */
function viaProxy(proxy: string, address: URL) {
  const { host, port, headers } = proxyParts(proxy);
  return { host, port, headers: { Host: address.host, ...headers }, prefix: address.origin };
}

function bodyHeaders({ sizeBytes }: HttpBody): Record<string, string> {
  const asking = sizeBytes >= askFirstBytes ? { Expect: '100-continue' } : undefined;
  return { 'Content-Length': String(sizeBytes), ...asking };
}

function answerTo(asking: ClientRequest, body: HttpBody | undefined): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    let sentBytes = 0;
    let isAnswered = false;
    const send = async ({ pieces }: HttpBody): Promise<void> => {
      const counted = async function* (): AsyncGenerator<Uint8Array> {
        for await (const piece of pieces()) {
          if (isAnswered) return;
          sentBytes += piece.length;
          yield piece;
        }
      };
      await pipeline(Readable.from(counted()), asking);
    };
    const fail = (error: unknown): void => {
      if (!isAnswered) reject(error as Error);
    };
    const start = once(() => (body === undefined ? asking.end() : void send(body).catch(fail)));
    const patience = startWhenAsked(asking, start);
    asking.on('error', fail);
    asking.on('timeout', () => asking.destroy(stalled()));
    asking.on('response', (answer) => {
      isAnswered = true;
      clearTimeout(patience);
      answer.on('error', () => undefined);
      // Answered before all was sent: a refusal. What it says in words is not needed, and the connection is of no more use.
      if (sentBytes < (body?.sizeBytes ?? 0)) asking.destroy();
      resolve(answer);
    });
    asking.on('close', () => clearTimeout(patience));
  });
}

/** At once, or when the server said to go on. */
function startWhenAsked(asking: ClientRequest, start: () => void): NodeJS.Timeout | undefined {
  if (asking.getHeader('Expect') === undefined) {
    start();
    return undefined;
  }
  asking.flushHeaders();
  asking.once('continue', start);
  return setTimeout(start, askedEnoughMs);
}

function once(action: () => unknown): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    action();
  };
}

function stalled(): Error {
  return Object.assign(new Error('nothing moved'), { code: 'ETIMEDOUT' });
}

/** Lets go of an answer whose content does not matter, keeping the connection when little is left on it. */
export function discard(answer: IncomingMessage): void {
  if (Number(answer.headers['content-length'] ?? 0) <= 64 * 1024 && answer.headers['transfer-encoding'] === undefined)
    answer.resume();
  else answer.destroy();
}
