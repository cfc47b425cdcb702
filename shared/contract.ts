import { z } from 'zod';
import type { ErrorCode, ErrorParams } from './base/errors';
import type { ItemId, RevisionId } from './base/ids';
import type { JsonValue } from './base/json';
import { readingPositionSchema, settingsChangeSchema, type ReadingPosition, type Settings } from './model/settings';
import type {
  CsvPreview,
  EditState,
  HistoryStep,
  ImportReport,
  ItemDetail,
  JobProgress,
  LibraryStatus,
} from './model/views';
import { itemQuerySchema, type Facet, type ItemPage, type PaletteHit, type SidebarCounts } from './search/item-query';

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
const revisionId = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((id) => id as RevisionId);
const json: z.ZodType<JsonValue> = z.json();
const itemIds = z.array(itemId).min(1).max(100_000);
const change = z.object({
  set: z.record(z.string(), json).optional(),
  add: z.record(z.string(), z.array(json)).optional(),
  remove: z.record(z.string(), z.array(json)).optional(),
});
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
]);

export const contract = {
  'app.info': shell<AppInfo>()(nothing),
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
  'library.rebuild': library<void>()(nothing),
  'library.export': library<{ path: string; items: number }>()(z.object({ path: z.string().min(1) })),
  'library.loadSample': library<{ items: number }>()(nothing),

  /** Listing and searching are one: a query without text lists. `mode` quick answers as you type, full ranks everything. */
  'items.query': library<ItemPage>()(z.object({ query: itemQuerySchema, mode: z.enum(['quick', 'full']) })),
  'items.facets': library<readonly Facet[]>()(z.object({ query: itemQuerySchema })),
  'items.counts': library<SidebarCounts>()(nothing),
  'items.get': library<ItemDetail>()(z.object({ id: itemId })),
  'items.create': library<ItemDetail>()(z.object({ type: z.string(), change })),
  'items.change': library<ItemDetail>()(z.object({ id: itemId, change, label: editKey })),
  'items.changeMany': library<{ changed: number }>()(z.object({ ids: itemIds, change, label: editKey })),
  'items.bin': library<{ changed: number }>()(z.object({ ids: itemIds })),
  'items.restore': library<{ changed: number }>()(z.object({ ids: itemIds })),
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

  'document.text': library<DocumentView>()(z.object({ id: itemId })),
  /** Untrusted HTML of a Word, OpenDocument or HTML file; the window sanitises it before it shows it. */
  'document.html': library<{ untrustedHtml: string }>()(z.object({ id: itemId })),
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
  'job.progress': JobProgress;
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
}

export interface DocumentView {
  readonly kind: string;
  readonly pages: readonly string[];
  readonly headings: readonly { readonly level: number; readonly text: string; readonly page: number }[];
}
