import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { VerifyReport } from '../../shared/contract';
import type { Library } from '../library/library-types';
import { missingFiles } from './missing-files';
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
  const found = before.problems.length + before.missing.length;
  const after = shared && found > 0 ? await report(library, sharing) : before;
  const broughtBack = Math.max(0, found - after.problems.length - after.missing.length);
  return { ...after, mended: mendedIn(library) - mendedBefore + broughtBack };
}

function mendedIn(library: Library): number {
  return library.problems().filter(({ mended }) => mended === true).length;
}

async function report(library: Library, sharing: Sharing): Promise<Omit<VerifyReport, 'mended'>> {
  const { revisions, blobs, problems } = await library.verify();
  const onDemand = new Set(sharing.statuses().flatMap(({ id, keepOffline }) => (keepOffline ? [] : [id])));
  const missing: VerifyReport['missing'][number][] = [];
  for (const { id } of library.spaces())
    if (!onDemand.has(id)) missing.push(...(await missingFiles(library, library.space(id))));
  const paths = new Set(missing.map(({ space, path }) => `spaces/${space}/${path}`));
  // A file that is there again was brought back, and one that is missing is told with who has it.
  const open = problems.filter(
    ({ mended, code, file }) =>
      mended !== true && !(replaceable.has(code) && (paths.has(file) || existsSync(join(library.folder, file)))),
  );
  return {
    revisions,
    blobs,
    problems: open.map(({ code, file }) => ({ code, params: { file } })),
    missing,
  };
}
