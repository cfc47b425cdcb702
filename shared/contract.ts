import { z } from 'zod';
import type { ErrorCode, ErrorParams } from './base/errors';
import type { BlobHash, DeviceId, ItemId, RevisionId, SpaceId } from './base/ids';
import type { JsonValue } from './base/json';
import { anchorSchema } from './model/anchor-schema';
import { annotationColours, annotationKinds, type Annotation, type NotedAbout } from './model/annotation';
import type { Backup, BackupProof, ExpiredBin } from './model/backup';
import { citationStyles, referenceFormats } from './model/draft';
import type * as draft from './model/draft';
import type { GuardOverride, GuardReport } from './model/guard';
import type {
  BulkPreview,
  CurationPage,
  DuplicateLine,
  FieldMerge,
  Judgement,
  Lineage,
  OverlapLine,
} from './model/insight';
import { readingPositionSchema, settingsChangeSchema, type ReadingPosition, type Settings } from './model/settings';
import {
  placeSchema,
  type BundleMade,
  type BundleOpened,
  type CollectionFiles,
  type ConflictLine,
  type Inspection,
  type NewsLine,
  type OfflineProof,
  type Participant,
  type Published,
  type QuarantinedFile,
  type SpaceStatus,
  type SyncAttention,
  type SyncLogLine,
} from './model/sync';
import type {
  CsvPreview,
  EditState,
  HistoryStep,
  ImportReport,
  ItemDetail,
  JobProgress,
  LibraryStatus,
} from './model/views';
import type { GlossaryTerm } from './search/glossary';
import {
  itemQuerySchema,
  type Facet,
  type HitReason,
  type ItemPage,
  type PaletteHit,
  type SidebarCounts,
} from './search/item-query';
import { judgementAspects, verdicts } from './vocabulary/lists';

/** A request the window may make: `input` is checked on the trusted side, `Output` is what the answer holds. */
interface Call<Input extends z.ZodType, Output, Side extends 'shell' | 'library' = 'shell' | 'library'> {
  readonly input: Input;
  /** Who answers: the Electron shell, or the library process behind it. */
  readonly side: Side;
  readonly output?: Output;
}

const shell =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): Call<Input, Output, 'shell'> => ({ input, side: 'shell' });
const library =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): Call<Input, Output, 'library'> => ({ input, side: 'library' });

const nothing = z.undefined();
const itemId = z
  .string()
  .regex(/^[0-9a-z]{26}$/)
  .transform((id) => id as ItemId);
const place = z.number().int().min(0).max(10_000_000);
const spaceId = z
  .string()
  .regex(/^[0-9a-z]{26}$/)
  .transform((id) => id as SpaceId);
const spaceName = z.string().trim().min(1).max(120);
const revisionId = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((id) => id as RevisionId);
const blobHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((hash) => hash as BlobHash);
/** Devices of participants. */
const readers = z
  .array(
    z
      .string()
      .regex(/^[0-9a-f]{32}$/)
      .transform((device) => device as DeviceId),
  )
  .min(1)
  .max(1_000)
  .optional();
const json: z.ZodType<JsonValue> = z.json();
const itemIds = z.array(itemId).min(1).max(100_000);
const change = z.object({
  set: z.record(z.string(), json).optional(),
  add: z.record(z.string(), z.array(json)).optional(),
  remove: z.record(z.string(), z.array(json)).optional(),
});
/** Why somebody shares something in which the guard found data of persons. */
const despite = z.string().trim().min(3).max(1_000).optional();
const paths = z.array(z.string().min(1).max(4_000)).min(1).max(100_000);
const editKey = z.enum([
  'create',
  'change',
  'tag',
  'collect',
  'bin',
  'restore',
  'relate',
  'restoreVersion',
  'resolve',
  'import',
  'publish',
  'merge',
  'judge',
  'annotate',
  'place',
]);
const draftText = z.string().max(2_000_000);
const filePath = z.string().min(1).max(4_000);
const language = z.enum(['nl', 'en']);
const pageLimit = z.number().int().min(1).max(1_000);
const fieldName = z.string().min(1).max(60);
const bulkEdit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), field: fieldName, value: json }),
  z.object({ kind: z.literal('fill'), field: fieldName, value: json }),
  z.object({ kind: z.literal('add'), field: fieldName, value: z.string().max(200) }),
  z.object({ kind: z.literal('remove'), field: fieldName, value: z.string().max(200) }),
  z.object({ kind: z.literal('replace'), field: fieldName, value: z.string().max(200), by: z.string().max(200) }),
]);

export const contract = {
  'app.info': shell<AppInfo>()(nothing),
  /** Where passwords of servers are kept: in the system's secret store, or, where there is none, in a file that only this account can read. */
  'app.passwordsKept': shell<'system' | 'file'>()(nothing),
  'settings.get': shell<Settings>()(nothing),
  'settings.change': shell<Settings>()(settingsChangeSchema),
  'settings.setReadingPosition': shell<ReadingPosition>()(z.object({ item: itemId, position: readingPositionSchema })),
  'dialog.chooseFiles': shell<string[]>()(nothing),
  'dialog.chooseFolder': shell<string | null>()(nothing),
  'dialog.saveAs': shell<string | null>()(z.object({ suggestedName: z.string().max(255) })),
  /** Asks first, showing where the link goes; true when it was opened in the system browser. */
  'links.open': shell<boolean>()(z.object({ url: z.string().max(4_000) })),
  /** The window has written what was being typed and may go. */
  'window.close': shell<void>()(nothing),
  'library.move': shell<LibraryStatus>()(z.object({ folder: z.string().min(1).max(4_000) })),
  'library.showFolder': shell<void>()(nothing),

  'library.status': library<LibraryStatus>()(nothing),
  'library.verify': library<VerifyReport>()(nothing),
  /** One hash over the state of all items of each space; replicas that hold the same have the same. */
  'library.state': library<readonly SpaceState[]>()(nothing),
  'library.rebuild': library<void>()(nothing),
  'library.export': library<{ path: string; items: number }>()(z.object({ path: z.string().min(1) })),
  'library.loadSample': library<{ items: number }>()(nothing),
  /** A website of what is in open spaces, in an empty folder or over the one made there before. */
  'library.publish': library<{ records: number; files: number }>()(
    z.object({
      folder: z.string().min(1).max(4_000),
      spaces: z.array(spaceId).min(1).max(50),
      title: z.string().trim().min(1).max(200).optional(),
      despite,
    }),
  ),

  /** Listing and searching are one: a query without text lists. `mode` quick answers as you type, full ranks everything. */
  'items.query': library<ItemPage>()(z.object({ query: itemQuerySchema, mode: z.enum(['quick', 'full']) })),
  /** Only the ids, from one place in the order of the list to another, both included; the query's own page does not matter. */
  'items.ids': library<readonly ItemId[]>()(
    z.object({ query: itemQuerySchema, from: place, to: place }).refine(({ from, to }) => from <= to),
  ),
  'items.facets': library<readonly Facet[]>()(z.object({ query: itemQuerySchema })),
  /** Where in an item the query is found, and by which of what was searched for besides. */
  'items.why': library<readonly HitReason[]>()(z.object({ id: itemId, query: itemQuerySchema })),
  'items.counts': library<SidebarCounts>()(nothing),
  'items.get': library<ItemDetail>()(z.object({ id: itemId })),
  'items.create': library<ItemDetail>()(
    /** The private space when left out. */
    z.object({ type: z.string(), change, space: spaceId.optional(), despite }),
  ),
  'items.change': library<ItemDetail>()(z.object({ id: itemId, change, label: editKey })),
  'items.changeMany': library<{ changed: number }>()(z.object({ ids: itemIds, change, label: editKey })),
  'items.bin': library<{ changed: number }>()(z.object({ ids: itemIds })),
  'items.restore': library<{ changed: number }>()(z.object({ ids: itemIds })),
  /** Erases items that are in the bin for good, with every revision and the files that nothing else names. It cannot be undone. */
  'items.erase': library<{ erased: number }>()(z.object({ ids: itemIds })),
  /** Items that are in the bin longer than the term of the settings; nothing happens to them by itself. */
  'bin.expired': library<ExpiredBin>()(nothing),
  'items.history': library<readonly HistoryStep[]>()(z.object({ id: itemId })),
  'items.restoreTo': library<ItemDetail>()(z.object({ id: itemId, revision: revisionId })),
  'items.resolve': library<ItemDetail>()(z.object({ id: itemId, field: z.string(), value: json })),
  'items.titles': library<readonly { id: ItemId; type: string; title: string }[]>()(
    z.object({ ids: z.array(itemId).max(1_000) }),
  ),
  'edits.state': library<EditState>()(nothing),
  'edits.undo': library<EditState>()(nothing),
  'edits.redo': library<EditState>()(nothing),
  /** Titles, people and terms, tolerant of typos and accents. */
  'palette.find': library<readonly PaletteHit[]>()(
    z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(50) }),
  ),

  'import.paths': library<ImportReport>()(
    z.object({
      job: z.string().max(60),
      paths: z.array(z.string().min(1)).min(1).max(100_000),
      as: z.string().optional(),
    }),
  ),
  'import.text': library<ImportReport>()(z.object({ text: z.string().min(1).max(5_000_000), html: z.boolean() })),
  'import.csvPreview': library<CsvPreview>()(z.object({ path: z.string().min(1), type: z.string() })),
  'import.csv': library<ImportReport>()(
    z.object({ path: z.string().min(1), type: z.string(), mapping: z.record(z.string(), z.string()) }),
  ),
  'jobs.cancel': library<void>()(z.object({ job: z.string().max(60) })),

  'spaces.list': library<readonly SpaceStatus[]>()(nothing),
  /** What is at a place, before anything is made or opened there. */
  'spaces.inspect': library<Inspection>()(z.object({ place: placeSchema })),
  /** An open space; without a place it is only here until it is shared. */
  'spaces.create': library<SpaceStatus>()(z.object({ name: spaceName, place: placeSchema.nullable() })),
  'spaces.open': library<SpaceStatus>()(z.object({ place: placeSchema })),
  /** Puts a space that is only here in a shared folder. */
  'spaces.share': library<SpaceStatus>()(z.object({ id: spaceId, place: placeSchema, despite })),
  'spaces.rename': library<SpaceStatus>()(z.object({ id: spaceId, name: spaceName })),
  /** The shared folder is somewhere else now, or will be. */
  'spaces.move': library<SpaceStatus>()(z.object({ id: spaceId, place: placeSchema })),
  /** The shared folder stays as it is; the copy here is set aside, not deleted. */
  'spaces.leave': library<void>()(z.object({ id: spaceId })),
  /** Copies items to a space with a link to where they came from; `move` puts the originals in the bin. */
  'spaces.publish': library<readonly Published[]>()(
    z.object({ ids: itemIds, space: spaceId, move: z.boolean(), despite }),
  ),
  'spaces.participants': library<readonly Participant[]>()(z.object({ id: spaceId })),
  'spaces.setKeepOffline': library<SpaceStatus>()(z.object({ id: spaceId, keep: z.boolean() })),
  /** Reads every file of the space that is here and says how many there are of how many. */
  'spaces.offlineProof': library<OfflineProof>()(z.object({ id: spaceId })),

  /** Collections whose files are kept on this computer. */
  'collections.kept': library<readonly ItemId[]>()(nothing),
  'collections.files': library<CollectionFiles>()(z.object({ id: itemId })),
  'collections.setKeepOffline': library<CollectionFiles>()(z.object({ id: itemId, keep: z.boolean() })),
  /** Reads every file of the collection that is here and says how many there are of how many. */
  'collections.offlineProof': library<OfflineProof>()(z.object({ id: itemId })),

  /** As `spaces.list`, once the shared folders are being looked after. */
  'sync.status': library<readonly SpaceStatus[]>()(nothing),
  /** A round of one space or of all; resolves when it is over. */
  'sync.now': library<readonly SpaceStatus[]>()(z.object({ id: spaceId.nullable() })),
  'sync.pause': library<SpaceStatus>()(z.object({ id: spaceId })),
  'sync.resume': library<SpaceStatus>()(z.object({ id: spaceId })),
  /** Breaks off the round that is going on; the next one goes on where it stopped. */
  'sync.cancel': library<SpaceStatus>()(z.object({ id: spaceId })),
  /** Answers the brake: look again, or put back what is gone from the shared folder. */
  'sync.release': library<SpaceStatus>()(z.object({ id: spaceId, choice: z.enum(['retry', 'put-back']) })),
  'sync.quarantine': library<readonly QuarantinedFile[]>()(z.object({ id: spaceId })),
  /** Newest first. */
  'sync.log': library<readonly SyncLogLine[]>()(
    z.object({ id: spaceId.nullable(), limit: z.number().int().min(1).max(10_000) }),
  ),

  'conflicts.list': library<readonly ConflictLine[]>()(z.object({ space: spaceId.nullable() })),
  /** What others changed since the last visit, newest first. */
  'news.list': library<readonly NewsLine[]>()(nothing),
  'news.markSeen': library<void>()(nothing),

  /** Writes a bundle with what `readers`, or all other participants, were not seen to hold, or with everything. */
  'bundle.make': library<BundleMade>()(
    z.object({ id: spaceId, path: z.string().min(1).max(4_000), all: z.boolean(), readers, despite }),
  ),
  /** Takes in a bundle; a space that was not here yet is opened. */
  'bundle.open': library<BundleOpened>()(z.object({ path: z.string().min(1).max(4_000) })),

  /** Brings an item's file here when it is only in the shared folder, or that version of it. */
  'files.fetch': library<ItemDetail>()(z.object({ id: itemId, version: blobHash.optional() })),
  /** The item as it is with another version of its file: one of a conflict, or an earlier one. Error: `file-missing`. */
  'files.version': library<ItemDetail>()(z.object({ id: itemId, version: blobHash })),
  /** Ends a conflict over a file by keeping all: each of `others` becomes an item of its own beside this one, with a title. */
  'files.keepAll': library<{ readonly item: ItemDetail; readonly made: readonly ItemId[] }>()(
    z.object({
      id: itemId,
      keep: blobHash,
      others: z
        .array(z.object({ version: blobHash, title: z.string().min(1).max(1_000) }))
        .min(1)
        .max(20),
    }),
  ),

  /**
   * Looks for data of persons in items and their files, in all of a space or the library, or in files elsewhere. Sharing, publishing and bundling look too:
   * they answer `guard-stopped` or `guard-person-table` until nothing is found, or `despite` says why it is shared all the same.
   */
  'guard.check': library<GuardReport>()(
    z.object({
      job: z.string().max(60),
      scope: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('items'), ids: itemIds }),
        z.object({ kind: z.literal('space'), id: spaceId }),
        z.object({ kind: z.literal('library') }),
        z.object({ kind: z.literal('paths'), paths }),
      ]),
    }),
  ),
  /** Copies in the private space in which what was found is hidden. */
  'guard.redact': library<readonly Published[]>()(z.object({ ids: itemIds })),
  /** What was shared all the same, newest first. */
  'guard.overrides': library<readonly GuardOverride[]>()(nothing),

  /** Newest first. */
  'backup.list': library<readonly Backup[]>()(nothing),
  'backup.make': library<Backup>()(nothing),
  /** Puts a snapshot, the newest when null, as a library of its own in an empty folder. */
  'backup.restore': library<Backup>()(
    z.object({ name: z.string().max(60).nullable(), folder: z.string().min(1).max(4_000) }),
  ),
  /** Restores a snapshot, the newest when null, into a scratch folder and compares everything in it. */
  'backup.prove': library<BackupProof>()(z.object({ name: z.string().max(60).nullable() })),

  /** Every term of the thesaurus, those of the library and those of the app, with what it is called now. */
  'terms.glossary': library<readonly GlossaryTerm[]>()(nothing),

  /** What touches an item, best first, those that know each other and those that were judged too. */
  'overlaps.of': library<readonly OverlapLine[]>()(z.object({ id: itemId, limit: pageLimit })),
  /** Pairs that nobody has judged and that do not know each other, best first. */
  'overlaps.proposals': library<readonly OverlapLine[]>()(z.object({ limit: pageLimit })),
  /** Keeps what somebody decided about a pair; it is not asked again, on any replica. */
  'overlaps.judge': library<Judgement>()(
    z.object({ a: itemId, b: itemId, aspect: z.enum(judgementAspects), verdict: z.enum(verdicts) }),
  ),
  'duplicates.list': library<readonly DuplicateLine[]>()(z.object({ limit: pageLimit })),
  'duplicates.of': library<readonly DuplicateLine[]>()(z.object({ id: itemId })),
  /** In which fields two items differ, and what the merged one would get. */
  'duplicates.fields': library<readonly FieldMerge[]>()(z.object({ winner: itemId, loser: itemId })),
  /** One step to undo. Error: `merge-not-possible` for items of two spaces. */
  'duplicates.merge': library<{ id: ItemId }>()(
    z.object({ winner: itemId, loser: itemId, choices: z.record(z.string(), z.enum(['winner', 'loser', 'both'])) }),
  ),
  /** Where the id of a merged item leads: the item to show for it. */
  'duplicates.resolve': library<{ id: ItemId }>()(z.object({ id: itemId })),
  'curating.queue': library<CurationPage>()(
    z.object({
      reason: z.enum(['leftover', 'new', 'incomplete', 'stale', 'proposed', 'quality']).nullable(),
      offset: z.number().int().min(0),
      limit: pageLimit,
    }),
  ),
  'curating.lineage': library<Lineage>()(z.object({ id: itemId })),
  'curating.previewBulk': library<readonly BulkPreview[]>()(z.object({ ids: itemIds, edit: bulkEdit })),
  'curating.applyBulk': library<{ changed: number }>()(z.object({ ids: itemIds, edit: bulkEdit })),

  /** All annotations of an item, in the order of the document and then of their making: the same on every replica. */
  'annotations.of': library<readonly Annotation[]>()(z.object({ item: itemId })),
  /** What was noted about an item, in its own document and in others; of an annotation itself where it was noted. */
  'annotations.about': library<readonly NotedAbout[]>()(z.object({ item: itemId })),
  /** In the private space when no other is named. Errors: `item-not-found`, `space-not-found`. */
  'annotations.create': library<Annotation>()(
    z.object({
      item: itemId,
      space: spaceId.optional(),
      kind: z.enum(annotationKinds),
      colour: z.enum(annotationColours),
      anchor: anchorSchema,
      comment: z.string().max(200_000).default(''),
      replyTo: itemId.nullable().default(null),
    }),
  ),
  /** Writes a copy of the PDF with the annotations in it, or the annotations as W3C JSON-LD or as a reading note. Error: `annotations-no-pdf`. */
  'annotations.export': library<{ path: string; count: number }>()(
    z.object({ item: itemId, format: z.enum(['pdf', 'jsonld', 'markdown']), path: z.string().min(1).max(4_000) }),
  ),
  /** Takes in annotations from a JSON-LD file, or without a path those that are in the item's PDF itself. Known ones are left out. */
  'annotations.import': library<{ added: number; known: number }>()(
    z.object({ item: itemId, path: z.string().min(1).max(4_000).nullable(), space: spaceId.optional() }),
  ),
  /** A reading note of the item's annotations, as Markdown. */
  'annotations.note': library<{ markdown: string }>()(z.object({ item: itemId })),

  /** Keeps the text of a draft. `base` is what the writer started from: what others wrote since is joined with it. */
  'drafts.write': library<draft.DraftWritten>()(z.object({ id: itemId, base: draftText, text: draftText })),
  /** Keeps a picture of a draft. Error: `image-unsupported`. */
  'drafts.addImage': library<draft.DraftImage>()(
    z.object({ id: itemId, name: z.string().max(255), bytes: z.instanceof(Uint8Array) }),
  ),
  /** The versions of an item's text and file, newest first. */
  'drafts.versions': library<readonly draft.DraftVersion[]>()(z.object({ id: itemId })),
  /** An empty name takes the name away. */
  'drafts.nameVersion': library<void>()(
    z.object({ id: itemId, revision: revisionId, name: z.string().trim().max(120) }),
  ),
  /** Text and file of a version become those of now; everything else of the item stays. */
  'drafts.restoreVersion': library<ItemDetail>()(z.object({ id: itemId, revision: revisionId })),
  /** Errors: `blob-missing` for a file that is not here, those of reading it. */
  'drafts.compare': library<draft.DraftComparison>()(z.object({ id: itemId, from: revisionId, to: revisionId })),
  /** Writes a draft with its state on every page. Errors: `write-failed`, `disk-full`. */
  'drafts.exportDocx': library<{ path: string }>()(z.object({ id: itemId, path: filePath, language })),
  'drafts.exportPdf': shell<{ path: string }>()(z.object({ id: itemId, path: filePath, language })),
  /** The citations in a text and the bibliography that follows from them. */
  'citing.text': library<draft.CitedText>()(z.object({ text: draftText, style: z.enum(citationStyles), language })),
  /** References to items, in the order given. */
  'citing.references': library<readonly draft.Reference[]>()(
    z.object({ ids: itemIds, format: z.enum(referenceFormats), language }),
  ),

  /** Opens an item's file in the program that the system has for it, as a copy whose changes become versions. */
  'copies.open': shell<draft.WorkingCopy>()(z.object({ id: itemId })),
  /** Shows a working copy in the system's file manager. */
  'copies.show': shell<void>()(z.object({ id: itemId })),
  'copies.list': library<readonly draft.WorkingCopy[]>()(nothing),
  /** Keeps the last changes and takes the working copy away. Error: `working-copy-open` while a program has it open. */
  'copies.finish': library<void>()(z.object({ id: itemId })),

  /** Of the item's file, or of that version of it. */
  'document.text': library<DocumentView>()(z.object({ id: itemId, version: blobHash.optional() })),
  /** Untrusted HTML of a Word, OpenDocument or HTML file; the window sanitises it before it shows it. */
  'document.html': library<{ untrustedHtml: string }>()(z.object({ id: itemId, version: blobHash.optional() })),
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type CallInput<Name extends CallName> = z.input<Contract[Name]['input']>;
export type CheckedInput<Name extends CallName> = z.output<Contract[Name]['input']>;
export type CallOutput<Name extends CallName> = Contract[Name] extends Call<z.ZodType, infer Output> ? Output : never;

/** What the trusted side tells the window unasked. */
export interface Events {
  /** Items were made or changed; null: too many to name. */
  'items.changed': { readonly ids: readonly ItemId[] | null };
  /** Texts became searchable or failed to. */
  'documents.indexed': { readonly count: number };
  /** All spaces, whenever the status of one of them changed; at most four times a second. */
  'spaces.changed': readonly SpaceStatus[];
  /** Something happened that a person should know of; the shell shows it when the window does not have the focus. */
  'sync.attention': SyncAttention;
  'job.progress': JobProgress;
  'copies.changed': readonly draft.WorkingCopy[];
  'library.status': LibraryStatus;
  'settings.changed': Settings;
  /** The window is about to close; it answers with `window.close`. */
  'window.closing': Record<string, never>;
  /** A menu entry was chosen. */
  'menu.command': { readonly command: MenuCommand };
}
export type EventName = keyof Events;
export type MenuCommand =
  | 'add-files'
  | 'add-folder'
  | 'new-item'
  | 'search'
  | 'palette'
  | 'undo'
  | 'redo'
  | 'settings'
  | 'shortcuts'
  | 'help'
  | 'print'
  | 'close-tab';

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ErrorCode; readonly params: ErrorParams };

export interface AppInfo {
  readonly version: string;
  readonly platform: 'win32' | 'darwin' | 'linux';
  readonly electron: string;
  readonly chrome: string;
  readonly folders: { readonly config: string; readonly library: string };
  /** Where a damaged settings file was put aside at start, or null. */
  readonly damagedSettings: string | null;
}

export interface VerifyReport {
  readonly revisions: number;
  readonly blobs: number;
  readonly problems: readonly { readonly code: ErrorCode; readonly params: ErrorParams }[];
  /** Files that items name and that are not here, at most 500, with the participants who were seen to hold what names them. */
  readonly missing: readonly { readonly space: SpaceId; readonly path: string; readonly holders: readonly string[] }[];
  /** All that are missing. */
  readonly missingCount: number;
  /** Of what was damaged or missing: made whole again from the index or from shared folders. */
  readonly mended: number;
}

export interface SpaceState {
  readonly id: SpaceId;
  readonly name: string;
  readonly kind: 'private' | 'open' | 'closed';
  readonly items: number;
  readonly hash: string;
}

export interface DocumentView {
  readonly kind: string;
  readonly pages: readonly string[];
  readonly headings: readonly { readonly level: number; readonly text: string; readonly page: number }[];
}
