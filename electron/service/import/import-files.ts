import { AppError } from '../../../shared/base/errors';
import type { BlobHash } from '../../../shared/base/ids';
import type { ImportedFile, ImportFailure, ImportReport } from '../../../shared/model/views';
import { documentLimits } from '../../documents/limits';
import { readUpTo } from '../../library/descriptor';
import { sha256 } from '../../library/hash';
import type { ActionOptions, NewItem } from '../../library/library-types';
import { itemsNaming } from '../../search/items-naming';
import { createSeenFiles } from '../../search/seen-files';
import type { Job } from '../jobs';
import type { Parts } from '../service';
import { mapBounded } from './bounded';
import { readRecords } from './records';
import { withoutKnownTerms } from './skos-terms';
import { failureOf, storeDocuments, type ReadDocument, type Report } from './store-documents';
import { walk, type Found, type FoundFile } from './walk';

/** Bytes of files that are being read at once; with the workers' own memory this bounds an import. */
const bytesInFlight = 64 * 1024 * 1024;
/** Small files count for more than their size: each waits in a queue of its own. So small that a worker has enough to read while a whole batch is indexed. */
const leastWeight = 128 * 1024;
const batchSize = 300;
/** The first is small, and each twice the one before: so that indexing begins while the worker still starts up. */
const firstBatchSize = 25;
/** Of these the first is being indexed. The bytes of the others go to the disk in the moments that indexing leaves, so that the next need not wait for its own. */
const batchesAtOnce = 3;
const batchBytes = 16 * 1024 * 1024;

type Outcome =
  | ReadDocument
  | {
      readonly kind: 'records';
      readonly path: string;
      readonly items: readonly NewItem[];
      readonly known: readonly ImportedFile[];
      readonly failed: readonly ImportFailure[];
    }
  | { readonly kind: 'known'; readonly file: ImportedFile; readonly hash: BlobHash }
  | { readonly kind: 'failed'; readonly failure: ImportFailure };

/**
 * Brings files and folders in: each becomes an item of type `as` with its bytes kept and its text searchable; reference files
 * and tables become a record each. All batches of one `group` are undone together. What fails stops only itself. Files whose bytes are here already are named, not doubled.
 */
export async function importFiles(
  parts: Parts,
  job: Job,
  paths: readonly string[],
  as: string,
  group: string,
): Promise<ImportReport> {
  const report = { imported: [] as ImportedFile[], known: [] as ImportedFile[], failed: [] as ImportFailure[] };
  const found: Found[] = [];
  for await (const file of walk(paths, parts.clock())) found.push(file);
  const recognised = recognise(parts, found);
  report.known.push(...recognised.known);
  const unread = found.filter(({ path }) => !recognised.paths.has(path));
  const batch = createBatch(parts, as, report, { label: `import:${found.length}`, group });
  let done = 0;
  const outcomes = mapBounded(unread, bytesInFlight, weightOf, (file) =>
    job.signal.aborted ? cancelled(file.path) : readOne(parts, file, as, job.signal),
  );
  const read = new Map<string, BlobHash>();
  for await (const outcome of outcomes) {
    const current = unread[(done += 1)]?.path ?? null;
    if (job.signal.aborted) continue;
    if (outcome.kind === 'failed') report.failed.push(outcome.failure);
    else if (outcome.kind === 'known') report.known.push(outcome.file);
    else await batch.add(outcome);
    if (outcome.kind === 'known') read.set(outcome.file.path, outcome.hash);
    if (outcome.kind === 'document') read.set(outcome.path, outcome.hash);
    job.progress({
      done: done + recognised.known.length,
      total: found.length,
      failed: report.failed.length,
      current,
    });
  }
  await batch.flush();
  remember(parts, unread, read);
  return { ...report, cancelled: job.signal.aborted };
}

/** Files that were read before, have not changed since, and whose bytes are still here. */
function recognise(
  { library }: Parts,
  found: readonly Found[],
): { readonly known: readonly ImportedFile[]; readonly paths: ReadonlySet<string> } {
  const seen = createSeenFiles(library.database).known(found.filter(isSigned));
  const known = found.flatMap(({ path }) => {
    const item = seen.get(path);
    return item === undefined ? [] : [{ id: item.id, path, title: item.title }];
  });
  return { known, paths: new Set(seen.keys()) };
}

/** What did not get into the library is remembered too: no item has its bytes, so it is read again. */
function remember({ library }: Parts, found: readonly Found[], read: ReadonlyMap<string, BlobHash>): void {
  const files = found.filter(isSigned).flatMap(({ path, sign }) => {
    const hash = read.get(path);
    return hash === undefined ? [] : [{ path, sign, hash }];
  });
  createSeenFiles(library.database).remember(files);
}

function isSigned(found: Found): found is FoundFile & { readonly sign: string } {
  return found.kind === 'file' && found.sign !== null;
}

function weightOf(found: Found): number {
  return found.kind === 'file' ? Math.max(found.sizeBytes, leastWeight) : leastWeight;
}

async function readOne(parts: Parts, found: Found, as: string, signal: AbortSignal): Promise<Outcome> {
  const { path } = found;
  try {
    if (found.kind === 'unreadable') throw new AppError(`file-${found.reason}`, { name: path });
    const bytes = await readUpTo(path, documentLimits.maxFileBytes);
    if (bytes === null) {
      throw new AppError('document-too-large', {
        name: found.name,
        limitMb: Math.floor(documentLimits.maxFileBytes / 2 ** 20),
      });
    }
    const records = await readRecords(bytes, found.name, path, as);
    if (records !== null)
      return { kind: 'records', path, ...records, ...withoutKnownTerms(parts.library, records.items, path) };
    const hash = sha256(bytes) as BlobHash;
    const known = knownFile(parts, hash, path);
    if (known !== null) return { kind: 'known', file: known, hash };
    const prepared = await parts.extractor.extract(bytes, found.name, signal);
    return { kind: 'document', path, name: found.name, bytes, hash, prepared };
  } catch (error) {
    return { kind: 'failed', failure: failureOf(path, error) };
  }
}

function knownFile({ library }: Parts, hash: BlobHash, path: string): ImportedFile | null {
  const id = itemsNaming(library.database, hash).find((item) => library.get(item)?.deleted === false);
  const title = id === undefined ? null : library.get(id)?.fields['title'];
  return id === undefined ? null : { id, path, title: typeof title === 'string' ? title : '' };
}

/**
 * Collects what was read and stores it some hundreds at a time: one pack, one transaction, one flush to disk. The bytes of some batches go to the disk
 * while the batch before them is indexed and the next is collected; never more, so that memory stays bounded.
 */
function createBatch(
  parts: Parts,
  as: string,
  report: Report,
  action: ActionOptions,
): { add(outcome: Outcome): Promise<void>; flush(): Promise<void> } {
  const sent = new Set<BlobHash>();
  // Files with the bytes of one that was sent: a file was looked up when it was read, and that one may not have been stored by then.
  const twins: Pick<ReadDocument, 'hash' | 'path'>[] = [];
  let waiting: ReadDocument[] = [];
  let bytes = 0;
  let size = firstBatchSize;
  const storing: Promise<void>[] = [];
  const send = async (): Promise<void> => {
    const batch = waiting;
    [waiting, bytes] = [[], 0];
    size = Math.min(2 * size, batchSize);
    if (batch.length === 0) return;
    if (storing.length === batchesAtOnce) await storing.shift();
    const stored = storeDocuments(parts, as, batch, report, action, storing.at(-1));
    // Whoever waits for it is told; until then a failure must not count as unhandled.
    stored.catch(() => undefined);
    storing.push(stored);
  };
  const flush = async (): Promise<void> => {
    await send();
    await storing.at(-1);
    for (const { hash, path } of twins.splice(0)) {
      const known = knownFile(parts, hash, path);
      if (known !== null) report.known.push(known);
      else report.failed.push({ path, code: 'file-other', params: { name: path } });
    }
  };
  return {
    flush,
    add: async (outcome) => {
      if (outcome.kind === 'records') {
        report.failed.push(...outcome.failed);
        report.known.push(...outcome.known);
        const states = outcome.items.length === 0 ? [] : await parts.library.createItems(outcome.items, action);
        for (const { id, fields } of states)
          report.imported.push({ id, path: outcome.path, title: String(fields['title'] ?? '') });
      }
      if (outcome.kind !== 'document') return;
      if (sent.has(outcome.hash)) {
        twins.push({ hash: outcome.hash, path: outcome.path });
        return;
      }
      sent.add(outcome.hash);
      waiting.push(outcome);
      bytes += outcome.bytes.length + sizeOf(outcome.prepared);
      if (waiting.length >= size || bytes >= batchBytes) await send();
    },
  };
}

/** In memory, of the text of a document: a Word file of 20 KB may hold as much as a page of Markdown or a hundred times that. */
function sizeOf({ analysed: { pages, headingText, bodyText } }: ReadDocument['prepared']): number {
  const texts = [...pages, headingText.words, headingText.forms, bodyText.words, bodyText.forms];
  return texts.reduce((sum, text) => sum + text.length, 0);
}

async function cancelled(path: string): Promise<Outcome> {
  return { kind: 'failed', failure: { path, code: 'cancelled', params: {} } };
}
