import { stat } from 'node:fs/promises';
import type { BlobHash } from '../../shared/base/ids';
import { isMissing } from '../library/files';
import { inParallel } from '../library/in-parallel';
import { batchesOf, smallFileBytes } from './batches';
import { blobsMissing } from './named-blobs';
import type { FaultCode } from './quarantine';
import { faultOfFile, readRemote, stopIfCancelled, type RoundContext } from './round-context';
import { targetOf } from './outgoing-blobs';

/** Of what is read together; one is read while the disk is busy with others. */
const batchesAtOnce = 4;
const transfersInBatch = 8;

/** What is being fetched now: a round and a person may want the same file at once. */
export type FileFetches = Map<BlobHash, Promise<boolean>>;

export interface WantedFile {
  readonly hash: BlobHash;
  readonly sizeBytes: number;
}

/**
 * Fetches the files that documents name and that are not here, several at a time: small ones together, then each larger one resumed where an earlier attempt
 * left it. Stops early when something more urgent waits; the next round goes on.
 */
export async function fetchFiles(context: RoundContext): Promise<void> {
  const { space, state, mode, report, clock } = context;
  const missing = await blobsMissing(space);
  const names = new Set(missing.flatMap(({ hash }) => space.blobPaths(hash)));
  state.quarantine.clearWhere((path) => path.startsWith('blobs/') && !names.has(path));
  report.filesWanted = missing.length;
  const due = missing
    .filter(mode.wantsFile)
    .filter(({ hash }) => state.quarantine.isDue(targetOf(context, hash), clock()));
  let done = 0;
  const told = (): void => {
    done += 1;
    context.tell({ phase: 'files-in', done, total: due.length });
  };
  const stops = (): boolean => stopsNow(context);
  const large = due.filter((file) => !isSmall(file));
  await inParallel([...batchesOf(due.filter(isSmall)), ...large], batchesAtOnce, async (next) => {
    if (stops()) return;
    const here =
      'hash' in next ? [await fetchFile(context, next)] : await Promise.all(begin(context, next, { told, stops }));
    report.filesWanted -= here.filter(Boolean).length;
    if ('hash' in next) told();
  });
}

/** True when the file is here, or never will be because it was erased. What is wrong with it otherwise is in quarantine. */
export function fetchFile(context: RoundContext, file: WantedFile): Promise<boolean> {
  if (isSmall(file)) return begin(context, [file], alone)[0] as Promise<boolean>;
  const { fetches } = context;
  const begun = fetches.get(file.hash);
  if (begun !== undefined) return begun;
  const fetching = resume(context, file).finally(() => fetches.delete(file.hash));
  fetches.set(file.hash, fetching);
  return fetching;
}

interface Batch {
  /** Called for each file that has been read. */
  readonly told: () => void;
  /** Whether to leave it at what has been read. */
  readonly stops: () => boolean;
}

/** What a person asked for waits for nothing. */
const alone: Batch = { told: () => undefined, stops: () => false };

function isSmall({ sizeBytes }: WantedFile): boolean {
  return sizeBytes <= smallFileBytes;
}

/** Error: `cancelled`. */
function stopsNow(context: RoundContext): boolean {
  const { report } = context;
  stopIfCancelled(context);
  report.unfinished ||= context.interrupted();
  return report.unfinished;
}

/** Fetches those that are not being fetched yet, together. */
function begin(context: RoundContext, files: readonly WantedFile[], batch: Batch): readonly Promise<boolean>[] {
  const { fetches } = context;
  const begun = files.filter(({ hash }) => !fetches.has(hash));
  const fetching = fetchTogether(context, begun, batch).finally(() => {
    for (const { hash } of begun) fetches.delete(hash);
  });
  for (const { hash } of begun)
    fetches.set(
      hash,
      fetching.then((here) => here.has(hash)),
    );
  return files.map(({ hash }) => fetches.get(hash) as Promise<boolean>);
}

/** Gives those that are here now. What was read before something failed is kept first. */
async function fetchTogether(
  context: RoundContext,
  files: readonly WantedFile[],
  { told, stops }: Batch,
): Promise<ReadonlySet<BlobHash>> {
  const failures: unknown[] = [];
  const read: { readonly hash: BlobHash; readonly bytes: Uint8Array }[] = [];
  await inParallel(files, transfersInBatch, async ({ hash, sizeBytes }) => {
    if (failures.length > 0) return;
    try {
      if (stops()) return;
      const bytes = await readFirst(context, hash, sizeBytes);
      if (bytes instanceof Uint8Array) read.push({ hash, bytes });
      else refuse(context, hash, bytes ?? 'not-there');
      told();
    } catch (error) {
      failures.push(error);
    }
  });
  const outcomes = await context.space.receiveBlobs(read);
  for (const [i, { hash }] of read.entries()) {
    if (outcomes[i] === 'damaged') refuse(context, hash, 'damaged');
    else accept(context, hash);
  }
  if (failures.length > 0) throw failures[0];
  return new Set(read.filter((_, i) => outcomes[i] !== 'damaged').map(({ hash }) => hash));
}

/** Under each name that it may have, until one is there. */
async function readFirst(
  context: RoundContext,
  hash: BlobHash,
  sizeBytes: number,
): Promise<Uint8Array | null | 'too-large' | 'unreadable'> {
  const { space } = context;
  for (const path of space.blobPaths(hash)) {
    const bytes = await readRemote(context, path, space.blobSize(sizeBytes));
    if (bytes !== null) return bytes;
  }
  return null;
}

function accept(context: RoundContext, hash: BlobHash): void {
  context.state.quarantine.clear(targetOf(context, hash));
  context.report.filesIn += 1;
}

function refuse(context: RoundContext, hash: BlobHash, reason: FaultCode): void {
  const path = targetOf(context, hash);
  context.state.quarantine.add(path, reason, null, context.clock());
  if (reason !== 'not-there') context.log('warning', 'file-refused', { file: path, reason });
}

async function resume(context: RoundContext, file: WantedFile): Promise<boolean> {
  const { hash } = file;
  let outcome: 'kept' | FaultCode = 'not-there';
  for (const path of context.space.blobPaths(hash)) {
    outcome = await resumeFrom(context, file, path);
    if (outcome !== 'not-there') break;
  }
  if (outcome === 'kept') accept(context, hash);
  else refuse(context, hash, outcome);
  return outcome === 'kept';
}

async function resumeFrom(
  context: RoundContext,
  { hash, sizeBytes }: WantedFile,
  path: string,
): Promise<'kept' | FaultCode> {
  const there = { hash, path, sizeBytes: context.space.blobSize(sizeBytes) };
  const begun = await sizeOf(context.space.partialPath(path));
  const outcome = await fetchOnce(context, there, begun <= there.sizeBytes ? begun : 0);
  // The part that was there may have been the bad one.
  return outcome === 'damaged' && begun > 0 ? fetchOnce(context, there, 0) : outcome;
}

async function fetchOnce(
  context: RoundContext,
  { hash, path, sizeBytes }: WantedFile & { readonly path: string },
  from: number,
): Promise<'kept' | FaultCode> {
  const { space, transport, signal, pace } = context;
  const partial = space.partialPath(path);
  try {
    if (from < sizeBytes || from === 0) {
      const found = await transport.download(path, partial, from, { limitBytes: sizeBytes, signal, pace });
      if (!found) return 'not-there';
    }
  } catch (error) {
    return faultOfFile(context, error);
  }
  return (await space.receiveBlob(hash, partial)) === 'damaged' ? 'damaged' : 'kept';
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return 0;
    throw error;
  }
}
