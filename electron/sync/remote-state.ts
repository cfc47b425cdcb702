import { z } from 'zod';
import type { BlobHash, RevisionId } from '../../shared/base/ids';
import { readLimited } from '../library/files';
import { replaceFile } from '../library/write-file-atomic';
import type { HeadFacts } from './head-facts';
import { faultsSchema, Quarantine } from './quarantine';

/** A sound head as it was last seen in the shared folder, or put there. */
export interface RemoteHead extends HeadFacts {
  /** Empty when the storage did not tell: then the next listing's is compared by reading. */
  readonly tag: string;
  /** A listing showed it. What was only sent may have been lost on the way, which is no sign of a broken folder. */
  readonly seen: boolean;
}

const headSchema = z.object({
  format: z.number(),
  last: z.object({ n: z.number(), revision: z.string().transform((id) => id as RevisionId) }).nullable(),
  edition: z.number(),
  sig: z.string(),
  hash: z.string(),
  tag: z.string(),
  seen: z.boolean(),
});

const schema = z.object({
  format: z.literal(1),
  place: z.string(),
  marker: z.string().nullable(),
  heads: z.record(z.string(), headSchema),
  ownFiles: z.array(z.string()),
  superseded: z.record(z.string(), z.number()),
  unchecked: z.array(z.string()),
  putBack: z.record(z.string(), z.number()),
  erased: z.array(z.string()),
  erasures: z.array(z.string()).default([]),
  strays: z.array(z.string()).default([]),
  keys: z.array(z.string()).default([]),
  faults: faultsSchema,
  syncedAt: z.string().nullable(),
  tidiedAt: z.number(),
  checkedAt: z.number(),
});

const largestFileBytes = 64 * 1024 * 1024;

/** What this device knows of a shared folder. A cache: losing it costs requests, nothing else. Times are milliseconds since 1970. */
export class RemoteState {
  /** Of the marker's bytes, as last seen there. */
  marker: string | null = null;
  /** By path. */
  heads = new Map<string, RemoteHead>();
  /** Paths of our own log that were put there and looked at again. */
  ownFiles = new Set<string>();
  /** Paths of our own that larger packs replaced, and since when. */
  superseded = new Map<string, number>();
  /** Files that were put there without looking whether they were kept. */
  unchecked = new Set<BlobHash>();
  /** Paths that others missed and that we put back, and when. */
  putBack = new Map<string, number>();
  /** Files that were removed from there because an erasure asks it. */
  erased = new Set<string>();
  /** Erasures after which the packs that held those words were removed from there. */
  erasures = new Set<string>();
  /** Paths of packs that no head of their own device names and that were put there. */
  strays = new Set<string>();
  /** Paths of key files that were seen or put there. */
  keys = new Set<string>();
  /** Cards, requests and answers that lie there, with their signature; looked at anew after every start. */
  readonly notices = new Map<string, { readonly tag: string; readonly sig: string }>();
  /** Paths of keys that were not taken, so that it is told once; they are looked at again, for what may give them may become known. */
  readonly refusedKeys = new Set<string>();
  /** How often each epoch was looked into for a key of ours. */
  readonly epochTries = new Map<string, number>();
  quarantine = new Quarantine();
  syncedAt: string | null = null;
  tidiedAt = 0;
  checkedAt = 0;
  /** As it was last written, without `syncedAt`. */
  saved = '';

  constructor(readonly place: string) {}

  /** Takes nothing for granted any more but what went wrong. */
  forgetWhatIsThere(): void {
    this.marker = null;
    this.heads.clear();
    this.ownFiles.clear();
    this.unchecked.clear();
    this.putBack.clear();
    this.strays.clear();
    this.keys.clear();
    this.notices.clear();
  }

  toJson(): Readonly<Record<string, unknown>> {
    return {
      format: 1,
      place: this.place,
      marker: this.marker,
      heads: Object.fromEntries(this.heads),
      ownFiles: [...this.ownFiles],
      superseded: Object.fromEntries(this.superseded),
      unchecked: [...this.unchecked],
      putBack: Object.fromEntries(this.putBack),
      erased: [...this.erased],
      erasures: [...this.erasures],
      strays: [...this.strays],
      keys: [...this.keys],
      faults: this.quarantine.toJson(),
      syncedAt: this.syncedAt,
      tidiedAt: this.tidiedAt,
      checkedAt: this.checkedAt,
    };
  }
}

/** What was kept at `path` when it is about this place; otherwise knows nothing. */
export async function loadRemoteState(path: string, place: string): Promise<RemoteState> {
  const state = new RemoteState(place);
  const bytes = await readLimited(path, largestFileBytes);
  const text = bytes instanceof Uint8Array ? Buffer.from(bytes).toString('utf8') : '';
  const kept = schema.safeParse(parsed(text));
  if (!kept.success || kept.data.place !== place) return state;
  const { heads, ownFiles, superseded, unchecked, putBack, erased, faults, marker, syncedAt } = kept.data;
  state.marker = marker;
  state.heads = new Map(Object.entries(heads));
  state.ownFiles = new Set(ownFiles);
  state.superseded = new Map(Object.entries(superseded));
  state.unchecked = new Set(unchecked as BlobHash[]);
  state.putBack = new Map(Object.entries(putBack));
  state.erased = new Set(erased);
  state.erasures = new Set(kept.data.erasures);
  state.strays = new Set(kept.data.strays);
  state.keys = new Set(kept.data.keys);
  state.quarantine = new Quarantine(new Map(Object.entries(faults)));
  state.syncedAt = syncedAt;
  state.tidiedAt = kept.data.tidiedAt;
  state.checkedAt = kept.data.checkedAt;
  return state;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Writes it when more has changed than when it was last in step: a look that finds nothing writes nothing. Without a sync: after a power cut an older
 * one costs requests.
 */
export async function saveRemoteState(path: string, state: RemoteState): Promise<void> {
  const content = JSON.stringify({ ...state.toJson(), syncedAt: null });
  if (content === state.saved) return;
  await replaceFile(path, Buffer.from(JSON.stringify(state.toJson())));
  state.saved = content;
}
