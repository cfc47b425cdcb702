import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../shared/base/errors';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import type { FindingKind } from '../../shared/guard/finding';
import type { GuardedAction, GuardedDocument, GuardOverride, GuardReport } from '../../shared/model/guard';
import type { ItemState } from '../../shared/revision/item-state';
import type { RevisionBody } from '../../shared/revision/revision';
import { checkFile, checkItem, reportOf, stopped, type FileText } from '../guard/check';
import { redactFields } from '../guard/item-text';
import { changedBy, newIn } from '../guard/new-hits';
import { hiddenTypes } from '../library/hidden-types';
import type { ItemChange, Library } from '../library/library-types';
import type { Search } from '../search/search';
import { earlierStates } from './drafts/versions';
import type { Extractor } from './extractor';
import { existing, fileOf } from './handlers/items';
import type { Job } from './jobs';

export type GuardScope =
  /** `history`: their earlier versions too. */
  | { readonly kind: 'items'; readonly ids: readonly ItemId[]; readonly history?: boolean | undefined }
  | { readonly kind: 'space'; readonly id: SpaceId }
  | { readonly kind: 'library' }
  /** An item that is not there yet. */
  | { readonly kind: 'new'; readonly fields: ItemState['fields']; readonly sets: ItemState['sets'] }
  /** What changes bring that was not there; only where it would leave this computer. */
  | { readonly kind: 'changes'; readonly changes: readonly ItemChange[] }
  | { readonly kind: 'paths'; readonly paths: readonly string[] };

type Running = Pick<Job, 'signal' | 'progress'>;

/** Looks whether something that is about to be shared holds data of persons, and keeps what people decided about it. */
export interface Guard {
  check(scope: GuardScope, job?: Running): Promise<GuardReport>;
  /**
   * Lets an action go on, or not. `despite` is why somebody wants it all the same; it is kept. Errors: `guard-stopped`, and `guard-person-table`
   * where nobody can make an exception, both with `count`.
   */
  allow(action: GuardedAction, scope: GuardScope, despite: string | undefined): Promise<void>;
  /** Copies in the private space with everything hidden that stops a share. */
  redactedCopies(ids: readonly ItemId[]): Promise<readonly { readonly from: ItemId; readonly to: ItemId }[]>;
  /** Newest first. */
  overrides(): readonly GuardOverride[];
}

export interface GuardParts {
  readonly library: Library;
  readonly search: Search;
  readonly extractor: Extractor;
  readonly profile: () => { readonly name: string; readonly organisation: string };
}

const overrideType = 'guardOverride';
/** Written by the app itself: nothing that people typed about others. */
const unchecked: ReadonlySet<unknown> = new Set([...hiddenTypes, overrideType, 'judgement']);
const mostRemembered = 5_000;
const redactedMark = ' (afgeschermd)';

export function createGuard(parts: GuardParts): Guard {
  const { library } = parts;
  const remembered = new Map<string, GuardedDocument>();
  const checkOne = async (state: ItemState, signal?: AbortSignal): Promise<GuardedDocument> => {
    const file = fileOf(state);
    const key = `${state.id} ${state.heads.join()} ${file !== null && library.hasBlob(file.hash)}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const document = await checkItem(state, await textOfFile(parts, state, signal), signal);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(key, document);
    return document;
  };
  const check: Guard['check'] = async (scope, job) => {
    if (scope.kind === 'new')
      return reportOf([await checkItem({ id: null, space: null, ...scope }, null, job?.signal)]);
    if (scope.kind === 'changes') return reportOf(await checkChanges(parts, scope.changes, job?.signal));
    const documents: GuardedDocument[] = [];
    const todo = scope.kind === 'paths' ? scope.paths : [...idsIn(library, scope), ...earlierIn(library, scope)];
    for (const [at, each] of todo.entries()) {
      if (job?.signal.aborted === true) throw new AppError('cancelled');
      const document =
        scope.kind === 'paths'
          ? await checkFile(await readPath(parts, each as string, job?.signal), job?.signal)
          : await checkOne(typeof each === 'string' ? existing(library, each as ItemId) : each, job?.signal);
      documents.push(document);
      job?.progress({ done: at + 1, total: todo.length, current: document.title });
    }
    return reportOf(documents);
  };
  return {
    check,
    allow: async (action, scope, despite) => {
      const report = await check(scope);
      if (report.stops === 0) return;
      if (despite === undefined || report.final) throw stopped(report);
      await keepOverride(parts, action, despite, report);
    },
    redactedCopies: async (ids) => {
      const made: { from: ItemId; to: ItemId }[] = [];
      for (const id of ids) made.push({ from: id, to: await redactedCopy(parts, existing(library, id)) });
      return made;
    },
    overrides: () => overridesIn(library),
  };
}

/** What goes along when this is shared; of a space also what is in its bin. */
function idsIn(library: Library, scope: Exclude<GuardScope, { kind: 'paths' | 'new' | 'changes' }>): readonly ItemId[] {
  if (scope.kind === 'items') return scope.ids;
  const ids: ItemId[] = [];
  for (const { id, space, deleted, fields } of library.items()) {
    if (unchecked.has(fields['type'])) continue;
    if (scope.kind === 'library' ? !deleted : space === scope.id) ids.push(id);
  }
  return ids;
}

async function checkChanges(
  parts: GuardParts,
  changes: readonly ItemChange[],
  signal?: AbortSignal,
): Promise<readonly GuardedDocument[]> {
  const { library } = parts;
  const own = new Set(library.spaces().flatMap(({ id, kind }) => (kind === 'private' ? [id] : [])));
  const documents: GuardedDocument[] = [];
  for (const { id, change } of changes) {
    const before = existing(library, id);
    if (own.has(before.space) || unchecked.has(before.fields['type']) || !bringsWords(change)) continue;
    const after = changedBy(before, change);
    const isSameFile = fileOf(before)?.hash === fileOf(after)?.hash;
    const textOf = (state: ItemState): Promise<FileText | null> =>
      isSameFile ? Promise.resolve(null) : textOfFile(parts, state, signal);
    const then = await checkItem(before, await textOf(before), signal);
    documents.push(newIn(await checkItem(after, await textOf(after), signal), then));
  }
  return documents;
}

/** Relations name things of the library, and what goes brings nothing. */
function bringsWords({ set = {}, add = {} }: RevisionBody): boolean {
  return Object.keys(set).length > 0 || Object.keys(add).some((field) => field !== 'relations');
}

function earlierIn(library: Library, scope: GuardScope): readonly ItemState[] {
  return scope.kind === 'items' && scope.history === true ? scope.ids.flatMap((id) => earlierStates(library, id)) : [];
}

/** From the index where it has the text; otherwise the file is read now. */
async function textOfFile(
  { library, search, extractor }: GuardParts,
  state: ItemState,
  signal?: AbortSignal,
): Promise<FileText | null> {
  const file = fileOf(state);
  if (file === null) return null;
  const { name, hash } = file;
  const stored = search.documents.text(hash)?.pages ?? [];
  const isHere = library.hasBlob(hash);
  if (!isHere && stored.every((page) => page === ''))
    return { name, unread: { code: 'blob-missing', params: { file: name } } };
  const path = library.blobPath(hash);
  if (stored.every((page) => page === '')) return readPages(extractor, path, name, signal);
  return { name, pages: stored, asides: isHere && isWord(name) ? await extractor.asides(path, name, signal) : [] };
}

/** Its comments and deletions are not in the index. */
function isWord(name: string): boolean {
  return /\.doc[xm]$/i.test(name);
}

async function readPath({ extractor }: GuardParts, path: string, signal?: AbortSignal): Promise<FileText> {
  return { ...(await readPages(extractor, path, basename(path), signal)), name: path };
}

async function readPages(extractor: Extractor, path: string, name: string, signal?: AbortSignal): Promise<FileText> {
  try {
    const { analysed } = await extractor.extract(path, name, signal);
    const asides = analysed.kind === 'docx' ? await extractor.asides(path, name, signal) : [];
    return analysed.state === 'scan'
      ? { name, unread: { code: 'scan', params: { name } } }
      : { name, pages: analysed.pages, asides };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
    // An empty file has nothing to hide.
    if (error.code === 'document-empty') return { name, pages: [] };
    return { name, unread: { code: error.code, params: error.params } };
  }
}

async function redactedCopy({ library, extractor }: GuardParts, state: ItemState): Promise<ItemId> {
  const { fields, sets } = await redactFields(state);
  const file = fileOf(state);
  const { type, file: _file, origin: _origin, movedTo: _movedTo, title, ...others } = fields;
  const set = {
    ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== null)),
    title: `${String(title ?? '')}${redactedMark}`,
  };
  const add = Object.fromEntries(
    Object.entries(sets).filter(([field, values]) => field !== 'relations' && values.length > 0),
  );
  const redacted = file === null ? null : await redactBlob(library, extractor, file.hash, file.name);
  const made = await library.createItem(
    { type: String(type), set: { ...set, ...(redacted === null ? {} : { file: redacted }) }, add },
    { label: 'create:1' },
  );
  return made.id;
}

async function redactBlob(
  library: Library,
  extractor: Extractor,
  hash: Parameters<Library['blobPath']>[0],
  name: string,
): Promise<{ hash: string; name: string; mediaType: string; sizeBytes: number }> {
  const read = async (bytes: Uint8Array, of: string): Promise<{ kind: string; pages: readonly string[] }> => {
    const { analysed } = await extractor.extract(bytes, of);
    return { kind: analysed.kind, pages: analysed.pages };
  };
  const { redactFile } = await import('../guard/redact-file');
  const copy = await redactFile(new Uint8Array(await readFile(library.blobPath(hash))), name, read);
  const stored = await library.putBlob({ bytes: copy.bytes });
  return { hash: stored.hash, name: copy.name, mediaType: copy.mediaType, sizeBytes: stored.sizeBytes };
}

async function keepOverride(
  { library, profile }: GuardParts,
  action: GuardedAction,
  reason: string,
  { documents }: GuardReport,
): Promise<void> {
  const shared = documents.filter(({ stops }) => stops > 0);
  const counts: Partial<Record<FindingKind, number>> = {};
  for (const { hits } of shared)
    for (const { kind, notice } of hits) if (!notice) counts[kind] = (counts[kind] ?? 0) + 1;
  const { name, organisation } = profile();
  await library.createItem({
    type: overrideType,
    set: {
      title: 'Privacywacht',
      action,
      note: reason,
      by: [name, organisation].filter((part) => part !== '').join(', '),
      titles: shared.map(({ title }) => title).slice(0, 100),
      counts: JSON.stringify(counts),
    },
  });
}

function overridesIn(library: Library): readonly GuardOverride[] {
  const found: GuardOverride[] = [];
  for (const { id, fields, deleted, createdAt } of library.items()) {
    if (fields['type'] !== overrideType || deleted) continue;
    found.push({
      id,
      at: createdAt,
      by: String(fields['by'] ?? ''),
      action: fields['action'] as GuardedAction,
      reason: String(fields['note'] ?? ''),
      titles: Array.isArray(fields['titles']) ? fields['titles'].map(String) : [],
      counts: JSON.parse(String(fields['counts'] ?? '{}')) as GuardOverride['counts'],
    });
  }
  return found.sort((a, b) => (a.at < b.at ? 1 : -1));
}
