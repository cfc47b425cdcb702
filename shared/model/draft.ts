import type { ErrorCode, ErrorParams } from '../base/errors';
import type { BlobHash, ItemId, RevisionId } from '../base/ids';
import type { ComparedRow } from '../text/compare-texts';
import type { FileRef } from './file-ref';

/** What was kept of a text that somebody wrote. */
export interface DraftWritten {
  /** With what others wrote at the same time. */
  readonly text: string;
  /** Others changed the same words: this text stands, theirs is among the versions. */
  readonly clash: boolean;
}

export interface DraftImage {
  readonly hash: BlobHash;
  readonly item: ItemId;
}

/** A moment to which a text or file can go back; many small steps of one person are one version. */
export interface DraftVersion {
  readonly revision: RevisionId;
  /** When it was begun and when it was last written. */
  readonly since: string;
  readonly at: string;
  readonly by: 'self' | 'other';
  readonly who: { readonly name: string; readonly organisation: string } | null;
  readonly steps: number;
  readonly name: string | null;
  readonly status: string | null;
  readonly content: VersionContent;
}
export type VersionContent =
  { readonly kind: 'text'; readonly words: number } | { readonly kind: 'file'; readonly file: FileRef };

export interface DraftComparison {
  readonly rows: readonly ComparedRow[];
  readonly changes: number;
}

/** A file of an item that lies in the folder of working copies, to be changed with another program. */
export interface WorkingCopy {
  readonly item: ItemId;
  readonly title: string;
  readonly path: string;
  /** `missing`: not there now; `waiting`: changed, and not whole or not readable yet. */
  readonly state: 'ready' | 'waiting' | 'missing' | 'failed';
  readonly error: { readonly code: ErrorCode; readonly params: ErrorParams } | null;
  /** Another program has it open, as far as its lock file tells. */
  readonly isOpen: boolean;
  /** When it last became a version. */
  readonly savedAt: string | null;
  /** The file in the library was changed by others since the copy was made. */
  readonly others: boolean;
}

export const citationStyles = ['apa', 'vancouver'] as const;
export type CitationStyle = (typeof citationStyles)[number];
export const referenceFormats = [...citationStyles, 'bibtex', 'ris', 'csl-json'] as const;
export type ReferenceFormat = (typeof referenceFormats)[number];

/** A reference as it is pasted elsewhere, and which fields it lacks. */
export interface Reference {
  readonly text: string;
  readonly missing: readonly string[];
}

/** The citations of a text, worked out together. */
export interface CitedText {
  /** By the address in the text: what stands there in a document. */
  readonly citations: Readonly<Record<string, string>>;
  readonly bibliography: readonly { readonly id: ItemId; readonly text: string; readonly missing: readonly string[] }[];
  /** Cited, and not (any more) in this library. */
  readonly unknown: readonly ItemId[];
}
