import type { BlobHash, DeviceId } from '../../shared/base/ids';
import { limits } from '../library/limits';

const headName = /^([0-9a-f]{32})(-[0-9a-f]{16})?\.json$/;
const logFile = /^log\/([0-9a-f]{32})\/(\d{1,15})-([0-9a-f]{64})\.(pack|list)$/;
const blobFile = /^blobs\/([0-9a-f]{2})\/(\1[0-9a-f]{62})$/;

/** Whose head a name in `heads/` is; null for anything else that lies there, such as a copy some syncer made (F3). */
export function deviceOfHeadName(name: string): DeviceId | null {
  return (headName.exec(name)?.[1] as DeviceId | undefined) ?? null;
}

export function logFolder(device: DeviceId): string {
  return `log/${device}`;
}

/** Where a file lies on this disk; in the shared folder only of an open space. */
export function blobPath(hash: BlobHash): string {
  return `blobs/${hash.slice(0, 2)}/${hash}`;
}

/** An immutable file of a space: whose, and the hash its name gives. */
export type NamedFile =
  | { readonly kind: 'pack' | 'list'; readonly device: DeviceId; readonly n: number; readonly hash: string }
  | { readonly kind: 'blob'; readonly hash: BlobHash };

/** What a path is; null when no rule of FORMAT.md describes it, so that a path from a stranger's head leads nowhere else. */
export function namedFile(path: string): NamedFile | null {
  const blob = blobFile.exec(path);
  if (blob !== null) return { kind: 'blob', hash: blob[2] as BlobHash };
  const [, device, n, hash, kind] = logFile.exec(path) ?? [];
  if (hash === undefined) return null;
  return { kind: kind as 'pack' | 'list', device: device as DeviceId, n: Number(n), hash };
}

/** What reading a file may cost (F6). */
export function limitOf(path: string): number {
  if (path.startsWith('heads/')) return limits.head;
  if (path.startsWith('keys/')) return limits.key;
  if (path.startsWith('log/')) return path.endsWith('.list') ? limits.list : limits.pack;
  return limits.marker;
}
