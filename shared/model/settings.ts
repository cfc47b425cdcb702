import { z } from 'zod';
import { annotationColours } from './annotation';
import { defaultDuplicateRules, duplicateRulesSchema } from './insight';

const profileSchema = z.object({
  name: z.string().trim().max(120),
  organisation: z.string().trim().max(200),
  role: z.string().trim().max(120),
});

export const savedSearchSchema = z.object({
  id: z.string().max(40),
  name: z.string().trim().min(1).max(120),
  text: z.string().max(1_000),
  filters: z.record(z.string(), z.array(z.string())),
});
export type SavedSearch = z.infer<typeof savedSearchSchema>;

/** Where somebody was in a document: a page (1 is the first) or a share of the text (0 to 1), and a zoom factor. */
export const readingPositionSchema = z.object({
  page: z.number().int().min(1).optional(),
  share: z.number().min(0).max(1).optional(),
  zoom: z.number().min(0.1).max(10).optional(),
});
export type ReadingPosition = z.infer<typeof readingPositionSchema>;

/** This device's settings and personal state. Never library content: losing them loses no knowledge. */
export const settingsSchema = z.object({
  version: z.literal(1),
  firstRunDone: z.boolean(),
  profile: profileSchema,
  language: z.enum(['nl', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  textSize: z.enum(['small', 'normal', 'large', 'larger']),
  libraryFolder: z.string().nullable(),
  window: z.object({ width: z.number(), height: z.number(), maximized: z.boolean() }).nullable(),
  panes: z.object({ sidebar: z.number(), list: z.number() }),
  savedSearches: z.array(savedSearchSchema),
  readingPositions: z.record(z.string(), readingPositionSchema),
  recent: z.array(z.string()),
  /** Tells what others changed, conflicts and stops of sync through the system's notifications. */
  notifications: z.boolean(),
  /** Sync uses no more than this in each direction; null: all there is. */
  bandwidthLimitKbPerSecond: z.number().int().min(8).max(10_000_000).nullable(),
  /** The app locks itself when nobody touched the computer for so long, where it has a passphrase; null: never. */
  lockAfterMinutes: z.number().int().min(1).max(720).nullable(),
  /** After this many days an item in the bin is offered for erasing for good; null: never. */
  binTermDays: z.number().int().min(1).max(3_650).nullable(),
  /** What each colour of an annotation stands for, in this person's words. */
  colourMeanings: z.partialRecord(z.enum(annotationColours), z.string().trim().max(80)),
  /** How tables with these columns were read before, the last one first. */
  tableMappings: z
    .array(
      z.object({
        columns: z.array(z.string().max(1_000)).max(500),
        type: z.string().max(60),
        /** Column index to field key. */
        mapping: z.record(z.string().max(4), z.string().max(60)),
      }),
    )
    .max(20),
  /** Where the last website was made. */
  siteFolder: z.string().max(4_000).nullable(),
  duplicateRules: duplicateRulesSchema,
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  version: 1,
  firstRunDone: false,
  profile: { name: '', organisation: '', role: '' },
  language: 'nl',
  theme: 'system',
  textSize: 'normal',
  libraryFolder: null,
  window: null,
  panes: { sidebar: 232, list: 420 },
  savedSearches: [],
  readingPositions: {},
  recent: [],
  notifications: true,
  bandwidthLimitKbPerSecond: null,
  lockAfterMinutes: null,
  binTermDays: null,
  colourMeanings: {},
  tableMappings: [],
  siteFolder: null,
  duplicateRules: defaultDuplicateRules,
};

/** What the window may change; `libraryFolder` and `window` have their own ways. */
export const settingsChangeSchema = settingsSchema
  .pick({
    firstRunDone: true,
    profile: true,
    language: true,
    theme: true,
    textSize: true,
    panes: true,
    savedSearches: true,
    recent: true,
    notifications: true,
    bandwidthLimitKbPerSecond: true,
    lockAfterMinutes: true,
    binTermDays: true,
    colourMeanings: true,
    tableMappings: true,
    siteFolder: true,
    duplicateRules: true,
  })
  .partial();
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

/** What the library side needs to know of the settings. */
export type ServiceSettings = Pick<
  Settings,
  'profile' | 'bandwidthLimitKbPerSecond' | 'binTermDays' | 'duplicateRules'
>;

export function serviceSettings({
  profile,
  bandwidthLimitKbPerSecond,
  binTermDays,
  duplicateRules,
}: Settings): ServiceSettings {
  return { profile, bandwidthLimitKbPerSecond, binTermDays, duplicateRules };
}
