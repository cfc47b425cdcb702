import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { protocol } from 'electron';

export type LocateImage = (draftId: string, hash: string) => Promise<{ path: string; mediaType: string } | null>;
/** Where the bytes of an item's file are, or of that version of it, asked of the library process. Null when it has none here. */
export type LocateFile = (itemId: string, hash: string | null) => Promise<{ path: string; mediaType: string } | null>;

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
};

/** For what runs as a worker: a worker follows its own script's policy. WebAssembly reads JPEG 2000 pictures in PDFs. */
const workerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** When the window has its program and is still reading it. */
const whileItIsReadMs = 50;

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/** `app://raakvlak/…` serves the interface; `app://raakvlak/file/<item>[/<hash>]` the bytes of an item's file, of one version; `app://raakvlak/image/<draft>/<hash>` a picture in a draft. `onProgram` is called while the window reads a part of its program. */
export function serveApp(
  rendererFolder: string,
  locateFile: LocateFile,
  locateImage: LocateImage,
  onProgram: () => void,
): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'raakvlak' || request.method !== 'GET') return new Response(null, { status: 404 });
    const path = decodeURIComponent(url.pathname);
    const [, item = '', version = null] = /^\/file\/([0-9a-z]+)(?:\/([0-9a-f]{64}))?$/.exec(path) ?? [];
    if (item !== '') return serveFile(await locateFile(item, version), request.headers.get('range'));
    const [, draft = '', hash = ''] = /^\/image\/([0-9a-z]{26})\/([0-9a-f]{64})$/.exec(path) ?? [];
    if (hash !== '') return serveFile(await locateImage(draft, hash), null);
    if (path.endsWith('.js')) setTimeout(onProgram, whileItIsReadMs);
    return serveInterface(rendererFolder, path === '/' ? '/index.html' : path);
  });
}

async function serveInterface(folder: string, path: string): Promise<Response> {
  const file = normalize(join(folder, path));
  if (!file.startsWith(normalize(folder) + sep)) return new Response(null, { status: 404 });
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return new Response(null, { status: 404 });
  const headers = {
    'content-type': mediaTypes[extname(file)] ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-security-policy': workerPolicy,
  };
  if (!file.endsWith('.html')) return new Response(bytes, { headers });
  const nonce = randomBytes(16).toString('base64');
  return new Response(bytes.toString('utf8').replaceAll('__NONCE__', nonce), {
    headers: { ...headers, 'content-security-policy': contentSecurityPolicy(nonce) },
  });
}

/** Nothing remote, no inline script; style elements only with the page's nonce (the component library makes them). */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "object-src 'none'",
  ].join('; ');
}

async function serveFile(found: Awaited<ReturnType<LocateFile>>, range: string | null): Promise<Response> {
  if (found === null) return new Response(null, { status: 404 });
  const { size } = await stat(found.path);
  const headers = {
    // Never a type that a browser would run; viewers decide by the item's own media type.
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'accept-ranges': 'bytes',
  };
  const part = /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
  if (part === null) {
    return new Response(streamOf(found.path, 0, size - 1), { headers: { ...headers, 'content-length': String(size) } });
  }
  const start = Number(part[1]);
  const end = part[2] === '' ? size - 1 : Math.min(Number(part[2]), size - 1);
  if (start > end) return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } });
  return new Response(streamOf(found.path, start, end), {
    status: 206,
    headers: {
      ...headers,
      'content-length': String(end - start + 1),
      'content-range': `bytes ${start}-${end}/${size}`,
    },
  });
}

function streamOf(path: string, start: number, end: number): ReadableStream {
  return Readable.toWeb(createReadStream(path, { start, end: Math.max(end, start) })) as ReadableStream;
}
