import { unzipSync } from 'fflate';
import { AppError } from '../../shared/base/errors';
import type { DocumentContext } from './limits';

/** A zipped document: its parts by name, unpacked when asked for. */
export interface ZipParts {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The part's bytes, or null when there is no such part. */
  read(name: string): Uint8Array | null;
}

/**
 * Reads the list of parts and refuses what would grow too large before anything is unpacked. fflate never writes more than the
 * size in that list, so a part that lies about its size comes out cut off, not large.
 * Errors: `document-truncated` (the list at the end is missing), `document-damaged`, `zip-bomb`.
 */
export function openZip(bytes: Uint8Array, context: DocumentContext): ZipParts {
  const sizes = new Map<string, number>();
  unzip(bytes, context, ({ name, originalSize }) => {
    sizes.set(name, originalSize);
    if (sizes.size > context.limits.maxZipEntries) throw new AppError('zip-bomb', { name: context.name });
    return false;
  });
  let left = context.limits.maxUnpackedBytes;
  return {
    names: [...sizes.keys()],
    has: (name) => sizes.has(name),
    read: (name) => {
      const size = sizes.get(name);
      if (size === undefined) return null;
      left -= size;
      if (left < 0) throw new AppError('zip-bomb', { name: context.name });
      return unzip(bytes, context, (entry) => entry.name === name)[name] ?? null;
    },
  };
}

type Filter = (entry: { name: string; originalSize: number }) => boolean;

const missingDirectory = 13;

function unzip(bytes: Uint8Array, context: DocumentContext, filter: Filter): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const truncated = (cause as { code?: number }).code === missingDirectory;
    throw new AppError(truncated ? 'document-truncated' : 'document-damaged', { name: context.name }, { cause });
  }
}
