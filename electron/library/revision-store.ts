import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { BlobHash, DeviceId, ItemId, RevisionId, SpaceId } from '../../shared/base/ids';
import type { Revision, RevisionBody, RevisionHeader } from '../../shared/revision/revision';
import type { Database, Statement } from './database';

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
  return {
    header: JSON.parse(header) as RevisionHeader,
    body: text === null ? null : (JSON.parse(text) as RevisionBody),
  };
}

function blobNamedBy(body: RevisionBody | null): BlobHash | null {
  const file = body?.set?.['file'];
  return typeof file === 'object' && file !== null && !Array.isArray(file) && typeof file['hash'] === 'string'
    ? (file['hash'] as BlobHash)
    : null;
}

/** All revisions of all spaces, in index.sqlite: what an item's state is computed from without unpacking logs. */
export class RevisionStore {
  constructor(private readonly database: Database) {}

  /** How far the log of a device has been read; null when not at all. */
  logEnd(space: SpaceId, device: DeviceId): { readonly n: number; readonly revision: RevisionId } | null {
    return this.sql('SELECT n, revision FROM core_logs WHERE space = ? AND device = ?').get(space, device) ?? null;
  }

  logs(): readonly { readonly space: SpaceId; readonly device: DeviceId }[] {
    return this.sql('SELECT space, device FROM core_logs ORDER BY space, device').all();
  }

  /** Keeps those that are new, and gives them. A body that an erasure names is not kept. */
  insert(space: SpaceId, revisions: readonly Revision[]): readonly Revision[] {
    this.noteLogEnds(space, revisions);
    return revisions.filter((revision) => this.insertOne(space, revision));
  }

  ofItem(item: ItemId): readonly Revision[] {
    return this.sql('SELECT header, body FROM core_revisions WHERE item = ? ORDER BY rowid')
      .all<Row>(item)
      .map(revisionOf);
  }

  /** In order of `n`, from and to included; a forked log has more than one of an `n`. */
  ofLog(space: SpaceId, device: DeviceId, from: number, to: number): readonly Revision[] {
    const found = this.sql(
      'SELECT header, body FROM core_revisions WHERE space = ? AND device = ? AND n BETWEEN ? AND ? ORDER BY n, id',
    );
    return found.all<Row>(space, device, from, to).map(revisionOf);
  }

  find(
    id: RevisionId,
  ): { readonly item: ItemId; readonly space: SpaceId; readonly device: DeviceId; readonly n: number } | null {
    return this.sql('SELECT item, space, device, n FROM core_revisions WHERE id = ?').get(id) ?? null;
  }

  spaceOf(item: ItemId): SpaceId | null {
    return this.sql('SELECT space FROM core_revisions WHERE item = ?').get<{ space: SpaceId }>(item)?.space ?? null;
  }

  itemsNaming(hash: BlobHash): readonly ItemId[] {
    return this.sql('SELECT item FROM core_blobs WHERE hash = ?')
      .all<{ item: ItemId }>(hash)
      .map(({ item }) => item);
  }

  blobsOf(item: ItemId): readonly BlobHash[] {
    return [...new Set(this.ofItem(item).map(({ body }) => blobNamedBy(body)))].filter((hash) => hash !== null);
  }

  /** Every file that any revision names. */
  blobs(): readonly BlobHash[] {
    return this.sql('SELECT DISTINCT hash FROM core_blobs')
      .all<{ hash: BlobHash }>()
      .map(({ hash }) => hash);
  }

  isErased(id: RevisionId | BlobHash): boolean {
    return this.sql('SELECT 1 FROM core_erased WHERE id = ?').get(id) !== undefined;
  }

  /** Forgets the bodies and remembers that they are to stay away; gives the items they were of. */
  erase(revisions: readonly RevisionId[], blobs: readonly BlobHash[]): readonly ItemId[] {
    for (const id of [...revisions, ...blobs]) this.sql('INSERT OR IGNORE INTO core_erased VALUES (?)').run(id);
    const items = [...new Set(revisions.map((id) => this.forgetBody(id)))].filter((item) => item !== null);
    for (const item of items) {
      this.sql('DELETE FROM core_blobs WHERE item = ?').run(item);
      for (const { body } of this.ofItem(item)) this.noteBlob(item, body);
    }
    return items;
  }

  private insertOne(space: SpaceId, { header, body }: Revision): boolean {
    const kept = body === null || this.isErased(header.id) ? null : body;
    const { changes } = this.sql(
      'INSERT OR IGNORE INTO core_revisions (id, item, space, device, n, header, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ).run(
      header.id,
      header.item,
      space,
      header.device,
      header.n,
      JSON.stringify(header),
      kept === null ? null : packBody(kept),
    );
    this.noteBlob(header.item, kept);
    return changes > 0;
  }

  private noteBlob(item: ItemId, body: RevisionBody | null): void {
    const blob = blobNamedBy(body);
    if (blob !== null) this.sql('INSERT OR IGNORE INTO core_blobs VALUES (?, ?)').run(blob, item);
  }

  private noteLogEnds(space: SpaceId, revisions: readonly Revision[]): void {
    const ends = new Map<DeviceId, RevisionHeader>();
    for (const { header } of revisions)
      if (header.n > (ends.get(header.device)?.n ?? 0)) ends.set(header.device, header);
    for (const { device, n, id } of ends.values()) {
      this.sql(
        `INSERT INTO core_logs VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET n = excluded.n, revision = excluded.revision WHERE excluded.n > n`,
      ).run(space, device, n, id);
    }
  }

  private forgetBody(id: RevisionId): ItemId | null {
    const row = this.sql('SELECT item FROM core_revisions WHERE id = ?').get<{ item: ItemId }>(id);
    this.sql('UPDATE core_revisions SET body = NULL WHERE id = ?').run(id);
    return row?.item ?? null;
  }

  private sql(text: string): Statement {
    return this.database.prepare(text);
  }
}
