import { z } from 'zod';
import type { ItemId } from '../base/ids';
import type { Backup, BackupProof } from '../model/backup';
import type { GuardOverride, GuardReport } from '../model/guard';
import {
  placeSchema,
  type BundleMade,
  type BundleTakenIn,
  type CollectionFiles,
  type ConflictLine,
  type Inspection,
  type NewsLine,
  type OfflineProof,
  type Participant,
  type Published,
  type QuarantinedFile,
  type SpaceStatus,
  type SyncLogLine,
} from '../model/sync';
import { workingFields, type PublishPreview } from '../model/publishing';
import type { PackageMade } from '../model/package';
import type { ItemDetail } from '../model/views';
import { library } from './call';
import {
  blobHash,
  change,
  despite,
  itemId,
  itemIds,
  json,
  language,
  nothing,
  paths,
  readers,
  spaceId,
  spaceName,
} from './inputs';
import { filePath } from '../model/file-path';

/** Spaces, what is sent and received, and what keeps it safe. */
export const sharingCalls = {
  'spaces.list': library<readonly SpaceStatus[]>()(() => nothing),
  /** What is at a place, before anything is made or opened there. */
  'spaces.inspect': library<Inspection>()(() => z.object({ place: placeSchema })),
  /**
   * An open space, or a closed one: of that everybody who has the folder can read the name, and the owner when one is given. Without a place it is only here until it
   * is shared.
   */
  'spaces.create': library<SpaceStatus>()(() =>
    z.object({
      name: spaceName,
      place: placeSchema.nullable(),
      closed: z.boolean().optional(),
      owner: z.string().max(200).optional(),
    }),
  ),
  'spaces.open': library<SpaceStatus>()(() => z.object({ place: placeSchema })),
  /** Puts a space that is only here in a shared folder. */
  'spaces.share': library<SpaceStatus>()(() => z.object({ id: spaceId, place: placeSchema, despite })),
  'spaces.rename': library<SpaceStatus>()(() => z.object({ id: spaceId, name: spaceName })),
  /** The shared folder is somewhere else now, or will be. */
  'spaces.move': library<SpaceStatus>()(() => z.object({ id: spaceId, place: placeSchema })),
  /** The shared folder stays as it is; the copy here is set aside, not deleted. */
  'spaces.leave': library<void>()(() => z.object({ id: spaceId })),
  /**
   * Copies items to a space with a link to where they came from; `move` puts the originals in the bin. What leaves a closed space is in that space's log first, which only
   * a coordinator can write, and keeps no link to anything in it. `leaveOut`: fields that stay behind, `leftBehind` when not said and something leaves a closed space; `history`: earlier versions go along too, when there is no copy
   * yet; `redact`: redacted copies go instead of the items.
   */
  'spaces.publish': library<readonly Published[]>()(() =>
    z.object({
      ids: itemIds,
      space: spaceId,
      move: z.boolean(),
      leaveOut: z.array(z.enum(workingFields)).optional(),
      history: z.boolean().default(false),
      redact: z.boolean().default(false),
      despite,
    }),
  ),
  /** What `spaces.publish` makes readable, to whom, and what stays. */
  'spaces.publishPreview': library<PublishPreview>()(() => z.object({ ids: itemIds, space: spaceId })),
  'spaces.participants': library<readonly Participant[]>()(() => z.object({ id: spaceId })),
  'spaces.setKeepOffline': library<SpaceStatus>()(() => z.object({ id: spaceId, keep: z.boolean() })),
  /** Reads every file of the space that is here and says how many there are of how many. */
  'spaces.offlineProof': library<OfflineProof>()(() => z.object({ id: spaceId })),

  /** Collections whose files are kept on this computer. */
  'collections.kept': library<readonly ItemId[]>()(() => nothing),
  'collections.files': library<CollectionFiles>()(() => z.object({ id: itemId })),
  'collections.setKeepOffline': library<CollectionFiles>()(() => z.object({ id: itemId, keep: z.boolean() })),
  /** Reads every file of the collection that is here and says how many there are of how many. */
  'collections.offlineProof': library<OfflineProof>()(() => z.object({ id: itemId })),

  /** As `spaces.list`, once the shared folders are being looked after. */
  'sync.status': library<readonly SpaceStatus[]>()(() => nothing),
  /** A round of one space or of all; resolves when it is over. */
  'sync.now': library<readonly SpaceStatus[]>()(() => z.object({ id: spaceId.nullable() })),
  'sync.pause': library<SpaceStatus>()(() => z.object({ id: spaceId })),
  'sync.resume': library<SpaceStatus>()(() => z.object({ id: spaceId })),
  /** Breaks off the round that is going on; the next one goes on where it stopped. */
  'sync.cancel': library<SpaceStatus>()(() => z.object({ id: spaceId })),
  /** Answers the brake: look again, or put back what is gone from the shared folder. */
  'sync.release': library<SpaceStatus>()(() => z.object({ id: spaceId, choice: z.enum(['retry', 'put-back']) })),
  'sync.quarantine': library<readonly QuarantinedFile[]>()(() => z.object({ id: spaceId })),
  /** Newest first. */
  'sync.log': library<readonly SyncLogLine[]>()(() =>
    z.object({ id: spaceId.nullable(), limit: z.number().int().min(1).max(10_000) }),
  ),

  'conflicts.list': library<readonly ConflictLine[]>()(() => z.object({ space: spaceId.nullable() })),
  /** What others changed since the last visit, newest first. */
  'news.list': library<readonly NewsLine[]>()(() => nothing),
  'news.markSeen': library<void>()(() => nothing),

  /** Writes a bundle with what `readers`, or all other participants, were not seen to hold, or with everything. */
  'bundle.make': library<BundleMade>()(() =>
    z.object({ id: spaceId, path: filePath, all: z.boolean(), readers, despite }),
  ),
  /** Takes in a bundle; a space that was not here yet is opened. With data of persons in it sharing of that space is paused, so that it does not go on by itself. */
  'bundle.open': library<BundleTakenIn>()(() => z.object({ path: filePath })),

  /** A password that is easy to say and hard to guess; it is kept nowhere. */
  'package.password': library<{ password: string }>()(() => nothing),
  /**
   * Writes items as one encrypted page that any browser reads without a network, until a day that it asks to be kept to. What comes from a closed space is in that space's
   * log first. `files`: with PDFs to be saved. Errors: `package-password-weak`, `package-date-passed`, `package-too-large`, `access-denied`, `blob-missing`, those of the guard.
   */
  'package.make': library<PackageMade>()(() =>
    z.object({
      ids: itemIds,
      path: filePath,
      madeFor: z.string().trim().min(1).max(200),
      until: z.iso.date(),
      password: z.string().min(1).max(200),
      files: z.boolean(),
      language,
      /** Redacted copies, made for it, go in instead of the items. */
      redact: z.boolean().default(false),
      despite,
    }),
  ),

  /** Brings an item's file here when it is only in the shared folder, or that version of it. */
  'files.fetch': library<ItemDetail>()(() => z.object({ id: itemId, version: blobHash.optional() })),
  /** The item as it is with another version of its file: one of a conflict, or an earlier one. Error: `file-missing`. */
  'files.version': library<ItemDetail>()(() => z.object({ id: itemId, version: blobHash })),
  /** Ends a conflict over a file by keeping all: each of `others` becomes an item of its own beside this one, with a title. */
  'files.keepAll': library<{ readonly item: ItemDetail; readonly made: readonly ItemId[] }>()(() =>
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
  'guard.check': library<GuardReport>()(() =>
    z.object({
      job: z.string().max(60),
      scope: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('items'), ids: itemIds, history: z.boolean().optional() }),
        z.object({ kind: z.literal('space'), id: spaceId }),
        z.object({ kind: z.literal('library') }),
        z.object({
          kind: z.literal('new'),
          fields: z.record(z.string(), json),
          sets: z.record(z.string(), z.array(json)),
        }),
        z.object({
          kind: z.literal('changes'),
          changes: z
            .array(z.object({ id: itemId, change }))
            .min(1)
            .max(100_000),
        }),
        z.object({ kind: z.literal('paths'), paths }),
      ]),
    }),
  ),
  /** Copies in the private space in which what was found is hidden. */
  'guard.redact': library<readonly Published[]>()(() => z.object({ ids: itemIds })),
  /** What was shared all the same, newest first. */
  'guard.overrides': library<readonly GuardOverride[]>()(() => nothing),

  /** Newest first. */
  'backup.list': library<readonly Backup[]>()(() => nothing),
  'backup.make': library<Backup>()(() => nothing),
  /** Puts a snapshot, the newest when null, as a library of its own in an empty folder. */
  'backup.restore': library<Backup>()(() => z.object({ name: z.string().max(60).nullable(), folder: filePath })),
  /** Restores a snapshot, the newest when null, into a scratch folder and compares everything in it. */
  'backup.prove': library<BackupProof>()(() => z.object({ name: z.string().max(60).nullable() })),
} as const;
