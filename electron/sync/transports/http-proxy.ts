import { request as httpRequest } from 'node:http';
import type { Socket } from 'node:net';
import { connect as tlsConnect, type ConnectionOptions } from 'node:tls';
import { AppError } from '../../../shared/base/errors';
import { basicHeader } from './http-login';
import { parsedUrl } from './url';

/**
 * The proxy for an address, from HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY (either case) as curl reads them; null for none. This computer
 * itself is never reached through a proxy.
 */
export function proxyFor(address: URL, env: NodeJS.ProcessEnv): string | null {
  const read = (name: string): string => env[name.toLowerCase()] ?? env[name] ?? '';
  if (isLoopback(address.hostname) || isExempt(address, read('NO_PROXY'))) return null;
  const found = read(address.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') || read('ALL_PROXY');
  if (found === '') return null;
  return found.includes('://') ? found : `http://${found}`;
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function isExempt({ hostname, port, protocol }: URL, noProxy: string): boolean {
  const ownPort = port || (protocol === 'https:' ? '443' : '80');
  return noProxy
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [, name, entryPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
      if (entryPort !== undefined && entryPort !== ownPort) return false;
      const host = (name ?? '').replace(/^\*?\./, '').toLowerCase();
      return hostname === host || hostname.endsWith(`.${host}`);
    });
}

/** Where the proxy is and how to log in to it. Errors: `remote-address` for one that is no HTTP proxy. */
export function proxyParts(proxy: string): { host: string; port: number; headers: Record<string, string> } {
  const url = parsedUrl(proxy);
  if (url?.protocol !== 'http:') throw new AppError('remote-address', { place: proxy.replace(/\/\/.*@/, '//') });
  const credentials = { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || 80),
    headers: url.username === '' ? {} : { 'Proxy-Authorization': basicHeader(credentials) },
  };
}

type Connected = (error: Error | null, socket?: Socket) => void;

/** Makes TLS connections through a proxy, by CONNECT (RFC 9110, 9.3.6), for the `createConnection` of an https Agent. */
export function tunnelThrough(proxy: string, stallMs: number) {
  const { host, port, headers } = proxyParts(proxy);
  return (options: ConnectionOptions, connected: Connected): undefined => {
    const target = `${options.host}:${options.port}`;
    const asking = httpRequest({
      host,
      port,
      method: 'CONNECT',
      path: target,
      headers: { ...headers, Host: target },
      timeout: stallMs,
      agent: false,
    });
    asking.once('timeout', () => asking.destroy(Object.assign(new Error('proxy'), { code: 'ETIMEDOUT' })));
    asking.once('error', (error) => connected(error));
    asking.once('connect', ({ statusCode }, socket: Socket) => {
      socket.setTimeout(0);
      if (statusCode === 200) return connected(null, tlsConnect({ ...options, socket }));
      socket.destroy();
      connected(Object.assign(new Error('proxy'), { code: `proxy ${statusCode}` }));
    });
    asking.end();
    return undefined;
  };
}
