import type { ItemId } from '../base/ids';

/** Fields that say who works on something and how it goes on: whoever publishes may leave them behind. */
export const workingFields = ['owner', 'reviewers', 'commentsUntil', 'audience', 'qualityNote', 'contactRole'] as const;
export type WorkingField = (typeof workingFields)[number];

/** What is left behind when something leaves a closed space, unless somebody chooses otherwise. */
export const leftBehind: readonly WorkingField[] = ['reviewers', 'commentsUntil', 'qualityNote'];

/** What becomes readable when items are published, and what stays where it is. */
export interface PublishPreview {
  /** The others who take part in the space, by name as far as they have said one. */
  readonly readers: readonly string[];
  readonly items: readonly PublishedItem[];
  /** Out of these closed spaces something goes; `mayShare` false: only a coordinator can do that. */
  readonly leaves: readonly { readonly name: string; readonly mayShare: boolean }[];
}

export interface PublishedItem {
  readonly id: ItemId;
  readonly title: string;
  /** Fields with something in them, the title among them; the text of a draft is `body`. */
  readonly fields: readonly string[];
  readonly file: { readonly name: string; readonly sizeBytes: number } | null;
  readonly pictures: number;
  /** Relations with what the space has. */
  readonly relations: number;
  /** A copy from before is brought up to date. */
  readonly isUpdate: boolean;
  readonly stays: {
    /** Earlier versions of its text or file. */
    readonly versions: number;
    readonly annotations: number;
    /** With items that the space does not have. */
    readonly relations: number;
  };
}
