import type { BlobHash, DeviceId, ItemId } from '../../shared/base/ids';
import type { VerifyReport } from '../../shared/contract/answers';
import type { LocalHead, LocalSpace } from '../library/local-space';
import type { Library } from '../library/library-types';
import { participantsOf } from './participants';

/** Of so many the holders are looked up; whoever misses more is helped by the number. */
export const mostNamed = 500;

/** Looked up at once; others get their turn in between. */
const atOnce = 50;

/** Where a revision is in its author's log. */
interface Position {
  readonly device: DeviceId;
  readonly n: number;
}

export interface MissingFiles {
  /** The first `mostNamed`, by hash, each with those who, by their own heads, hold what names it. */
  readonly named: VerifyReport['missing'];
  readonly count: number;
}

/** Files that items of a space name and that are not here. */
export async function missingFiles(library: Library, space: LocalSpace, most = mostNamed): Promise<MissingFiles> {
  const count = space.missingBlobCount();
  const absent = count === 0 ? [] : space.missingBlobs({ after: '', most });
  if (absent.length === 0) return { named: [], count };
  const heads = await space.heads();
  const names = participantsOf(library, space.id);
  const nameOf = (device: DeviceId): string => names.get(device)?.name || device.slice(0, 8);
  const named: VerifyReport['missing'][number][] = [];
  for (const [i, { hash, items }] of absent.entries()) {
    if (i % atOnce === atOnce - 1) await new Promise((resolve) => setImmediate(resolve));
    const path = `blobs/${hash.slice(0, 2)}/${hash}`;
    const positions = items.flatMap((item) => positionsOf(library, item, hash));
    named.push({ space: space.id, path, holders: [...new Set(holdersOf(heads, path, positions).map(nameOf))] });
  }
  return { named, count };
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
