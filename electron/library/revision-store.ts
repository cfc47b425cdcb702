import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { BlobHash, DeviceId, ItemId, RevisionId, SpaceId } from '../../shared/base/ids';
import type { Revision, RevisionBody, RevisionHeader } from '../../shared/revision/revision';
import type { Database } from './database';

/** All revisions of all spaces, in index.sqlite: what an item's state is computed from without unpacking logs. */
export interface RevisionStore {
  /** How far the log of a device has been read; null when not at all. */
  logEnd(space: SpaceId, device: DeviceId): { readonly n: number; readonly revision: RevisionId } | null;
  logs(): readonly { readonly space: SpaceId; readonly device: DeviceId }[];
  /** Keeps those that are new, and gives them. A body that an erasure names is not kept. */
  insert(space: SpaceId, revisions: readonly Revision[]): readonly Revision[];
  ofItem(item: ItemId): readonly Revision[];
  /** In order of `n`, from and to included; a forked log has more than one of an `n`. */
  ofLog(space: SpaceId, device: DeviceId, from: number, to: number): readonly Revision[];
  find(id: RevisionId): { readonly item: ItemId; readonly space: SpaceId; readonly device: DeviceId; readonly n: number } | null;
  spaceOf(item: ItemId): SpaceId | null;
  count(): number;
  itemsNaming(hash: BlobHash): readonly ItemId[];
  blobsOf(item: ItemId): readonly BlobHash[];
  blobs(): readonly BlobHash[];
  isErased(id: RevisionId | BlobHash): boolean;
  /** Forgets the bodies and remembers that they are to stay away; gives the items they were of. */
  erase(revisions: readonly RevisionId[], blobs: readonly BlobHash[]): readonly ItemId[];
}

interface Row {
  readonly header: string;
  readonly body: string | Uint8Array | null;
}

const deflateFromLength = 4_000;

function packBody(body: RevisionBody): string | Uint8Array {
  const text = JSON.stringify(body);
  return text.length < deflateFromLength ? text : deflateRawSync(text, { level: 1 });
}

function revisionOf({ header, body }: Row): Revision {
  const text = body === null || typeof body === 'string' ? body : inflateRawSync(body).toString('utf8');
  return { header: JSON.parse(header) as RevisionHeader, body: text === null ? null : (JSON.parse(text) as RevisionBody) };
}

function blobNamedBy(body: RevisionBody | null): BlobHash | null {
  const file = body?.set?.['file'];
  return typeof file === 'object' && file !== null && !Array.isArray(file) && typeof file['hash'] === 'string' ? (file['hash'] as BlobHash) : null;
}

export function openRevisionStore(database: Database): RevisionStore {
  const sql = (text: string): ReturnType<Database['prepare']> => database.prepare(text);
  const isErased = (id: string): boolean => sql('SELECT 1 FROM core_erased WHERE id = ?').get(id) !== undefined;
  const ofItem = (item: ItemId): readonly Revision[] =>
    sql('SELECT header, body FROM core_revisions WHERE item = ? ORDER BY rowid').all<Row>(item).map(revisionOf);

  function insertOne(space: SpaceId, { header, body }: Revision): boolean {
    const kept = body === null || isErased(header.id) ? null : body;
    const { changes } = sql('INSERT OR IGNORE INTO core_revisions (id, item, space, device, n, header, body) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
      header.id,
      header.item,
      space,
      header.device,
      header.n,
      JSON.stringify(header),
      kept === null ? null : packBody(kept),
    );
    const blob = blobNamedBy(kept);
    if (blob !== null) sql('INSERT OR IGNORE INTO core_blobs VALUES (?, ?)').run(blob, header.item);
    return changes > 0;
  }

  function noteLogEnds(space: SpaceId, revisions: readonly Revision[]): void {
    const ends = new Map<DeviceId, RevisionHeader>();
    for (const { header } of revisions) if (header.n > (ends.get(header.device)?.n ?? 0)) ends.set(header.device, header);
    for (const { device, n, id } of ends.values()) {
      sql(`INSERT INTO core_logs VALUES (?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET n = excluded.n, revision = excluded.revision WHERE excluded.n > n`).run(space, device, n, id);
    }
  }

  function forgetBody(id: RevisionId): ItemId | null {
    const row = sql('SELECT item FROM core_revisions WHERE id = ?').get<{ item: ItemId }>(id);
    sql('UPDATE core_revisions SET body = NULL WHERE id = ?').run(id);
    return row?.item ?? null;
  }

  return {
    logEnd: (space, device) => sql('SELECT n, revision FROM core_logs WHERE space = ? AND device = ?').get(space, device) ?? null,
    logs: () => sql('SELECT space, device FROM core_logs ORDER BY space, device').all(),
    insert: (space, revisions) => {
      noteLogEnds(space, revisions);
      return revisions.filter((revision) => insertOne(space, revision));
    },
    ofItem,
    ofLog: (space, device, from, to) =>
      sql('SELECT header, body FROM core_revisions WHERE space = ? AND device = ? AND n BETWEEN ? AND ? ORDER BY n, id')
        .all<Row>(space, device, from, to)
        .map(revisionOf),
    find: (id) => sql('SELECT item, space, device, n FROM core_revisions WHERE id = ?').get(id) ?? null,
    spaceOf: (item) => sql('SELECT space FROM core_revisions WHERE item = ?').get<{ space: SpaceId }>(item)?.space ?? null,
    count: () => sql('SELECT count(*) AS count FROM core_revisions').get<{ count: number }>()?.count ?? 0,
    itemsNaming: (hash) => sql('SELECT item FROM core_blobs WHERE hash = ?').all<{ item: ItemId }>(hash).map(({ item }) => item),
    blobsOf: (item) => [...new Set(ofItem(item).map(({ body }) => blobNamedBy(body)))].filter((hash) => hash !== null),
    blobs: () => sql('SELECT DISTINCT hash FROM core_blobs').all<{ hash: BlobHash }>().map(({ hash }) => hash),
    isErased,
    erase: (revisions, blobs) => {
      for (const id of [...revisions, ...blobs]) sql('INSERT OR IGNORE INTO core_erased VALUES (?)').run(id);
      const items = [...new Set(revisions.map(forgetBody))].filter((item) => item !== null);
      for (const item of items) {
        sql('DELETE FROM core_blobs WHERE item = ?').run(item);
        for (const { body } of ofItem(item)) {
          const blob = blobNamedBy(body);
          if (blob !== null) sql('INSERT OR IGNORE INTO core_blobs VALUES (?, ?)').run(blob, item);
        }
      }
      return items;
    },
  };
}
