import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface ScriptedServer {
  readonly port: number;
  readonly url: string;
  /** Method, path and Authorization of what came in. */
  readonly seen: { readonly method: string; readonly path: string; readonly authorization: string }[];
  readonly server: Server;
  stop(): Promise<void>;
}

/** A server that answers as a test says; the request's body is read before, unless `early`. */
export async function scriptedServer(
  answer: (request: IncomingMessage, response: ServerResponse, body: Buffer) => void,
  { tls, early = false }: { tls?: { key: string; cert: string }; early?: boolean } = {},
): Promise<ScriptedServer> {
  const seen: ScriptedServer['seen'] = [];
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const { method = '', url: path = '', headers } = request;
    seen.push({ method, path, authorization: headers.authorization ?? '' });
    if (early) return answer(request, response, Buffer.alloc(0));
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => answer(request, response, Buffer.concat(pieces)));
  };
  const server = tls === undefined ? createServer(handle) : createTlsServer(tls, handle);
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}/dav/files`,
    seen,
    server,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A listing as a server gives it. */
export function multistatus(...entries: readonly { href: string; size?: number; etag?: string; modified?: string }[]) {
  const responses = entries.map(({ href, size, etag, modified }) => {
    const properties = [
      size === undefined ? '<d:resourcetype><d:collection/></d:resourcetype>' : '<d:resourcetype/>',
      size === undefined ? '' : `<d:getcontentlength>${size}</d:getcontentlength>`,
      etag === undefined ? '' : `<d:getetag>${etag}</d:getetag>`,
      modified === undefined ? '' : `<d:getlastmodified>${modified}</d:getlastmodified>`,
    ];
    return `<d:response><d:href>${href}</d:href><d:propstat><d:prop>${properties.join('')}</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`;
  });
  return `<?xml version="1.0"?><d:multistatus xmlns:d="DAV:">${responses.join('')}</d:multistatus>`;
}
