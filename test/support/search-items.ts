import type { BlobHash, DeviceId, ItemId, RevisionId, SpaceId } from '../../shared/base/ids';
import type { JsonValue } from '../../shared/base/json';
import type { ItemState } from '../../shared/revision/item-state';
import type { ItemQuery } from '../../shared/search/item-query';
import type { DocumentText } from '../../electron/documents/document-text';

export const testItemId = (n: number): ItemId => n.toString(36).padStart(26, '0') as ItemId;
export const testHash = (n: number): BlobHash => n.toString(16).padStart(64, '0') as BlobHash;

export interface TestItem {
  readonly n: number;
  readonly fields?: Record<string, JsonValue>;
  readonly sets?: Record<string, JsonValue[]>;
  /** The number of its file, for `testHash`. */
  readonly file?: number;
  readonly deleted?: boolean;
  readonly changedAt?: string;
  readonly conflict?: string;
}

/** A state as the library would compute it from revisions. */
export function testState({
  n,
  fields = {},
  sets = {},
  file,
  deleted = false,
  changedAt,
  conflict,
}: TestItem): ItemState {
  const at = changedAt ?? new Date(Date.UTC(2024, 0, 1) + n * 60_000).toISOString();
  const version = { value: 'anders', revision: 'r' as RevisionId, device: 'd' as DeviceId, at };
  return {
    id: testItemId(n),
    space: 'private' as SpaceId,
    fields: {
      type: 'document',
      title: `Item ${n}`,
      ...fields,
      ...(file === undefined
        ? {}
        : { file: { hash: testHash(file), name: `bestand-${file}.md`, mediaType: 'text/markdown', sizeBytes: 1 } }),
    },
    sets,
    conflicts: conflict === undefined ? [] : [{ field: conflict, versions: [version, version] }],
    deleted,
    revived: false,
    heads: [],
    createdAt: at,
    changedAt: at,
  };
}

export function testDocument(pages: readonly string[], headings: readonly string[] = []): DocumentText {
  return {
    kind: 'markdown',
    mediaType: 'text/markdown',
    pages,
    headings: headings.map((text) => ({ level: 2, text, page: 0 })),
    namedAs: null,
    title: null,
    authors: [],
    date: null,
    language: 'nl',
    searchable: 'text',
  };
}

export function testQuery(text: string, change: Partial<ItemQuery> = {}): ItemQuery {
  return {
    text,
    filters: {},
    group: null,
    collection: null,
    view: 'all',
    sort: 'relevance',
    descending: true,
    withoutExpansions: [],
    offset: 0,
    limit: 100,
    ...change,
  };
}
