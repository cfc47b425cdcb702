import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BlobHash, SpaceId } from '../../shared/base/ids';
import type { VerifyReport } from '../../shared/contract/answers';
import type { Library } from '../library/library-types';
import { missingFiles, mostNamed } from './missing-files';
import type { Sharing } from './sharing';

const replaceable: ReadonlySet<string> = new Set(['blob-missing', 'blob-damaged', 'pack-missing', 'pack-damaged']);

/** Reads everything, looks in the shared folders for what is damaged or missing, and puts back there what they lack. */
export async function verifyAndMend({
  library,
  sharing,
}: {
  readonly library: Library;
  readonly sharing: Sharing;
}): Promise<VerifyReport> {
  const mendedBefore = mendedIn(library);
  const engine = await sharing.engine();
  const before = await report(library, sharing);
  const shared = engine.status().some(({ place, state }) => place !== null && state !== 'paused');
  if (shared) await engine.check();
  const found = before.problems.length + before.missingCount;
  const after = shared && found > 0 ? await report(library, sharing) : before;
  const broughtBack = Math.max(0, found - after.problems.length - after.missingCount);
  return { ...after, mended: mendedIn(library) - mendedBefore + broughtBack };
}

function mendedIn(library: Library): number {
  return library.problems().filter(({ mended }) => mended === true).length;
}

async function report(library: Library, sharing: Sharing): Promise<Omit<VerifyReport, 'mended'>> {
  const { revisions, blobs, problems } = await library.verify();
  const onDemand = new Set(sharing.statuses().flatMap(({ id, keepOffline }) => (keepOffline ? [] : [id])));
  const missing: VerifyReport['missing'][number][] = [];
  let missingCount = 0;
  for (const { id } of library.spaces()) {
    if (onDemand.has(id)) continue;
    const { named, count } = await missingFiles(library, library.space(id), Math.max(0, mostNamed - missing.length));
    missing.push(...named);
    missingCount += count;
  }
  // A file that is there again was brought back, and one that is missing is told with who has it.
  const open = problems.filter(
    ({ mended, code, file }) =>
      mended !== true &&
      !(replaceable.has(code) && (isMissing(library, file, onDemand) || existsSync(join(library.folder, file)))),
  );
  return {
    revisions,
    blobs,
    problems: open.map(({ code, file }) => ({ code, params: { file } })),
    missing,
    missingCount,
  };
}

/** A file of a space that is kept here whole and that is told as missing, though not by name when there are many. */
function isMissing(library: Library, file: string, onDemand: ReadonlySet<SpaceId>): boolean {
  const [, id, hash] = /^spaces\/([0-9a-z]{26})\/blobs\/[0-9a-f]{2}\/([0-9a-f]{64})$/.exec(file) ?? [];
  const space = library.spaces().find((each) => each.id === id);
  if (space === undefined || onDemand.has(space.id)) return false;
  return library.space(space.id).missingBlob(hash as BlobHash) !== null;
}
