import { z } from 'zod';
import type { ItemId } from '../base/ids';
import type { ExpiredBin } from '../model/backup';
import { itemExportFormats, type SitePreview } from '../model/export';
import { readingPositionSchema, settingsChangeSchema, type ReadingPosition, type Settings } from '../model/settings';
import type { CsvPreview, EditState, HistoryStep, ImportReport, ItemDetail, LibraryStatus } from '../model/views';
import {
  itemQuerySchema,
  type Facet,
  type HitReason,
  type ItemPage,
  type PaletteHit,
  type SidebarCounts,
} from '../search/item-query';
import { library, shell } from './call';
import {
  change,
  despite,
  editKey,
  itemId,
  itemIds,
  json,
  language,
  nothing,
  paths,
  place,
  revisionId,
  spaceId,
} from './inputs';
import { filePath } from '../model/file-path';
import type { AppInfo, VerifyReport, SpaceState } from './answers';

/** The window itself, the library as a whole, its items, and what comes in. */
export const libraryCalls = {
  'app.info': shell<AppInfo>()(() => nothing),
  /** Where passwords of servers are kept: in the system's secret store, or, where there is none, in a file that only this account can read. */
  'app.passwordsKept': shell<'system' | 'file'>()(() => nothing),
  'settings.get': shell<Settings>()(() => nothing),
  'settings.change': shell<Settings>()(() => settingsChangeSchema),
  'settings.setReadingPosition': shell<ReadingPosition>()(() =>
    z.object({ item: itemId, position: readingPositionSchema }),
  ),
  'dialog.chooseFiles': shell<string[]>()(() => nothing),
  'dialog.chooseFolder': shell<string | null>()(() => nothing),
  'dialog.saveAs': shell<string | null>()(() => z.object({ suggestedName: z.string().max(255) })),
  /** Asks first, showing where the link goes; true when it was opened in the system browser. */
  'links.open': shell<boolean>()(() => z.object({ url: z.string().max(4_000) })),
  /** The window has written what was being typed and may go. */
  'window.close': shell<void>()(() => nothing),
  'library.move': shell<LibraryStatus>()(() => z.object({ folder: filePath })),
  'library.showFolder': shell<void>()(() => nothing),

  'library.status': library<LibraryStatus>()(() => nothing),
  'library.verify': library<VerifyReport>()(() => nothing),
  /** One hash over the state of all items of each space; replicas that hold the same have the same. */
  'library.state': library<readonly SpaceState[]>()(() => nothing),
  'library.rebuild': library<void>()(() => nothing),
  'library.export': library<{ path: string; items: number }>()(() => z.object({ path: filePath })),
  /** These items, or all that are not in the bin, for other programs; Markdown in an empty folder, all else in a file. */
  'library.exportItems': library<{ path: string; items: number }>()(() =>
    z.object({ path: filePath, format: z.enum(itemExportFormats), ids: itemIds.nullable(), language }),
  ),
  'library.loadSample': library<{ items: number }>()(() => nothing),
  /** What a website of these spaces would show. */
  'library.sitePreview': library<SitePreview>()(() => z.object({ spaces: z.array(spaceId).min(1).max(50) })),
  /** Shows a website that was made here in the system's browser. Error: `site-missing`. */
  'library.openSite': shell<void>()(() => z.object({ folder: filePath })),
  /** A website of what is in open spaces, in an empty folder or over the one made there before. */
  'library.publish': library<{ records: number; files: number }>()(() =>
    z.object({
      folder: filePath,
      spaces: z.array(spaceId).min(1).max(50),
      title: z.string().trim().min(1).max(200).optional(),
      despite,
    }),
  ),

  /** Listing and searching are one: a query without text lists. `mode` quick answers as you type, full ranks everything. */
  'items.query': library<ItemPage>()(() => z.object({ query: itemQuerySchema, mode: z.enum(['quick', 'full']) })),
  /** Only the ids, from one place in the order of the list to another, both included; the query's own page does not matter. */
  'items.ids': library<readonly ItemId[]>()(() =>
    z.object({ query: itemQuerySchema, from: place, to: place }).refine(({ from, to }) => from <= to),
  ),
  'items.facets': library<readonly Facet[]>()(() => z.object({ query: itemQuerySchema })),
  /** Where in an item the query is found, and by which of what was searched for besides. */
  'items.why': library<readonly HitReason[]>()(() => z.object({ id: itemId, query: itemQuerySchema })),
  'items.counts': library<SidebarCounts>()(() => nothing),
  /**
   * What is made or changed in a shared space leaves this computer by itself, so the guard looks first, in all of these and in those of drafts and annotations: errors
   * `guard-stopped` and `guard-person-table` until nothing new is found, or `despite` says why it is kept all the same.
   */
  'items.get': library<ItemDetail>()(() => z.object({ id: itemId })),
  'items.create': library<ItemDetail>()(() =>
    /** The private space when left out. */
    z.object({ type: z.string(), change, space: spaceId.optional(), despite }),
  ),
  'items.change': library<ItemDetail>()(() => z.object({ id: itemId, change, label: editKey, despite })),
  'items.changeMany': library<{ changed: number }>()(() => z.object({ ids: itemIds, change, label: editKey, despite })),
  'items.bin': library<{ changed: number }>()(() => z.object({ ids: itemIds })),
  'items.restore': library<{ changed: number }>()(() => z.object({ ids: itemIds })),
  /** Erases items that are in the bin for good, with every revision and the files that nothing else names. It cannot be undone. */
  'items.erase': library<{ erased: number }>()(() => z.object({ ids: itemIds })),
  /** Items that are in the bin longer than the term of the settings; nothing happens to them by itself. */
  'bin.expired': library<ExpiredBin>()(() => nothing),
  'items.history': library<readonly HistoryStep[]>()(() => z.object({ id: itemId })),
  'items.restoreTo': library<ItemDetail>()(() => z.object({ id: itemId, revision: revisionId })),
  'items.resolve': library<ItemDetail>()(() => z.object({ id: itemId, field: z.string(), value: json })),
  'items.titles': library<readonly { id: ItemId; type: string; title: string }[]>()(() =>
    z.object({ ids: z.array(itemId).max(1_000) }),
  ),
  'edits.state': library<EditState>()(() => nothing),
  'edits.undo': library<EditState>()(() => nothing),
  'edits.redo': library<EditState>()(() => nothing),
  /** Titles, people and terms, tolerant of typos and accents. */
  'palette.find': library<readonly PaletteHit[]>()(() =>
    z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(50) }),
  ),

  'import.paths': library<ImportReport>()(() =>
    z.object({
      job: z.string().max(60),
      paths,
      as: z.string().optional(),
    }),
  ),
  'import.text': library<ImportReport>()(() => z.object({ text: z.string().min(1).max(5_000_000), html: z.boolean() })),
  /** A table in a text file or a workbook, of which `sheet` names the sheet; the first with rows when it is null. */
  'import.csvPreview': library<CsvPreview>()(() =>
    z.object({ path: filePath, type: z.string(), sheet: z.string().max(200).nullable().default(null) }),
  ),
  /** Rows in which something does not fit stay out, unless `partial`; without a mapping the names of the columns decide. One step to undo. */
  'import.csv': library<ImportReport>()(() =>
    z.object({
      path: filePath,
      type: z.string(),
      mapping: z.record(z.string(), z.string()).nullable(),
      sheet: z.string().max(200).nullable().default(null),
      partial: z.boolean().default(false),
    }),
  ),
  'jobs.cancel': library<void>()(() => z.object({ job: z.string().max(60) })),
} as const;
