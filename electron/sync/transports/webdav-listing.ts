import { SaxesParser } from 'saxes';
import { AppError } from '../../../shared/base/errors';

/** A file or folder as a server lists it (RFC 4918, `response`). */
export interface DavEntry {
  /** Decoded, without a slash at its end. */
  readonly path: string;
  readonly isFolder: boolean;
  readonly sizeBytes: number;
  /** Without quotes and without the mark of a weak one: some servers strengthen it after a second. */
  readonly etag: string;
  readonly modified: string;
}

const maxDepth = 32;
const maxBytes = 64 * 1024 * 1024;
const kept = new Set(['href', 'getetag', 'getcontentlength', 'getlastmodified', 'status']);

/**
 * Reads a `multistatus` as it comes in. Nothing outside it is read and only the five entities of XML itself are expanded.
 * Errors: `remote-garbled` for what is not whole, not XML, declares a document type, or is too deep or too large.
 */
export async function readListing(
  pieces: AsyncIterable<Uint8Array>,
  about: { place: string; path: string },
): Promise<readonly DavEntry[]> {
  const garbled = (cause?: unknown): AppError => new AppError('remote-garbled', about, { cause });
  const entries: DavEntry[] = [];
  const parser = listingParser(entries, garbled);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch (cause) {
      throw garbled(cause);
    }
  };
  let total = 0;
  for await (const piece of pieces) {
    total += piece.length;
    if (total > maxBytes) throw garbled();
    parser.write(decode(piece));
  }
  parser.write(decode()).close();
  return entries;
}

function listingParser(entries: DavEntry[], garbled: (cause?: unknown) => AppError): SaxesParser {
  const parser = new SaxesParser({ position: false });
  const way: string[] = [];
  let text = '';
  let fields = new Map<string, string>();
  let found = new Map<string, string>();
  parser.on('doctype', () => {
    throw garbled();
  });
  parser.on('error', (cause) => {
    throw garbled(cause);
  });
  parser.on('opentag', (tag) => {
    const name = localName(tag.name);
    if (way.length === 0 && name !== 'multistatus') throw garbled();
    if (way.push(name) > maxDepth) throw garbled();
    text = '';
    if (name === 'response') fields = new Map();
    if (name === 'propstat') found = new Map();
    if (name === 'collection' && way.at(-2) === 'resourcetype') found.set('collection', '');
  });
  parser.on('text', (part) => (text += part));
  parser.on('cdata', (part) => (text += part));
  parser.on('closetag', () => {
    const name = way.pop() ?? '';
    const within = way.at(-1);
    if (kept.has(name)) (within === 'response' ? fields : found).set(name, text.trim());
    if (name === 'propstat' && / 200\b/.test(found.get('status') ?? ''))
      for (const [property, value] of found) if (property !== 'status') fields.set(property, value);
    if (name === 'response') entries.push(entryOf(fields, garbled));
  });
  return parser;
}

function entryOf(fields: Map<string, string>, garbled: (cause?: unknown) => AppError): DavEntry {
  const size = fields.get('getcontentlength') ?? '0';
  if (!/^\d{1,15}$/.test(size)) throw garbled();
  try {
    return {
      path: plainPath(fields.get('href') ?? ''),
      isFolder: fields.has('collection'),
      sizeBytes: Number(size),
      etag: plainTag(fields.get('getetag') ?? ''),
      modified: fields.get('getlastmodified') ?? '',
    };
  } catch (cause) {
    throw garbled(cause);
  }
}

/** Servers name what they list by path or by whole address, encoded each in their own way. */
function plainPath(href: string): string {
  return decodeURIComponent(href.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, '')).replace(/\/+$/, '');
}

export function plainTag(etag: string): string {
  return etag.replace(/^W\//, '').replace(/^"|"$/g, '');
}

/** What a listing and a PUT say of one state of a file alike. */
export function tagOf(etag: string, sizeBytes: number): string {
  return `${etag}:${sizeBytes}`;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/**
 * What is directly in the folder that was asked for; null when it is not a folder. A server behind another may name itself differently than it was
 * asked, so when the folder is not found by its path, it is the entry of the same name that all others lie in.
 */
export function childrenOf(entries: readonly DavEntry[], folderPath: string): readonly DavEntry[] | null | 'garbled' {
  const wanted = folderPath.replace(/\/+$/, '');
  const shortest = entries.reduce<DavEntry | undefined>(
    (least, entry) => (least === undefined || entry.path.length < least.path.length ? entry : least),
    undefined,
  );
  const self = entries.find(({ path }) => path === wanted) ?? shortest;
  if (self === undefined || nameOf(self.path) !== nameOf(wanted)) return 'garbled';
  if (!self.isFolder) return null;
  const others = entries.filter((entry) => entry !== self);
  const inside = others.filter(({ path }) => parentOf(path) === self.path);
  return inside.length === others.length ? inside : 'garbled';
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
