import type { BlobHash, DeviceId, ItemId } from '../../shared/base/ids';
import type { VerifyReport } from '../../shared/contract';
import type { LocalHead, LocalSpace } from '../library/local-space';
import type { Library } from '../library/library-types';
import { participantsOf } from './participants';

/** Where a revision is in its author's log. */
interface Position {
  readonly device: DeviceId;
  readonly n: number;
}

/** Files that items of a space name and that are not here, each with those who, by their own heads, hold what names it. */
export async function missingFiles(library: Library, space: LocalSpace): Promise<VerifyReport['missing']> {
  const absent = space.missingBlobs();
  if (absent.length === 0) return [];
  const heads = await space.heads();
  const names = participantsOf(library, space.id);
  const nameOf = (device: DeviceId): string => names.get(device)?.name || device.slice(0, 8);
  return absent.map(({ hash, items }) => {
    const path = `blobs/${hash.slice(0, 2)}/${hash}`;
    const named = items.flatMap((item) => positionsOf(library, item, hash));
    return { space: space.id, path, holders: [...new Set(holdersOf(heads, path, named).map(nameOf))] };
  });
}

function holdersOf(heads: readonly LocalHead[], path: string, named: readonly Position[]): readonly DeviceId[] {
  return heads
    .filter(({ own, head: { owner, seen, missing } }) => {
      if (own || missing.includes(path)) return false;
      return named.some(({ device, n }) => device === owner.device || (seen[device] ?? 0) >= n);
    })
    .map(({ head }) => head.owner.device);
}

function positionsOf(library: Library, item: ItemId, hash: BlobHash): readonly Position[] {
  const at = library.database.prepare('SELECT device, n FROM core_revisions WHERE id = ?');
  return library
    .history(item)
    .filter(({ changes }) => changes.some(({ field, after }) => field === 'file' && hashIn(after) === hash))
    .flatMap(({ revision }) => at.get<Position>(revision) ?? []);
}

function hashIn(file: unknown): unknown {
  return typeof file === 'object' && file !== null && 'hash' in file ? file.hash : null;
}
