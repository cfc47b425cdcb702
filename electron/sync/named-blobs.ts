import type { BlobHash, DeviceId } from '../../shared/base/ids';
import type { LocalSpace, MissingBlob } from '../library/local-space';

/** Of so many revisions the files are found at once; others get their turn in between. */
const revisionsAtOnce = 500;

/** The files that revisions `from` to `to` of a log name, each once; however long the log is, nobody waits for it. */
export async function blobsNamed(
  space: Pick<LocalSpace, 'blobsNamedBy'>,
  device: DeviceId,
  from: number,
  to: number,
): Promise<readonly BlobHash[]> {
  const named = new Set<BlobHash>();
  for (let first = from; first <= to; first += revisionsAtOnce) {
    const last = Math.min(to, first + revisionsAtOnce - 1);
    for (const hash of space.blobsNamedBy(device, first, last)) named.add(hash);
    if (last < to) await new Promise((resolve) => setImmediate(resolve));
  }
  return [...named];
}

/** Of so many missing files the names are read at once. */
const missingAtOnce = 1000;

/** Every file that is named and not here, in order of hash. */
export async function blobsMissing(space: Pick<LocalSpace, 'missingBlobs'>): Promise<readonly MissingBlob[]> {
  const missing: MissingBlob[] = [];
  for (;;) {
    const page = space.missingBlobs({ after: missing.at(-1)?.hash ?? '', most: missingAtOnce });
    missing.push(...page);
    if (page.length < missingAtOnce) return missing;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
