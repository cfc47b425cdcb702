import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { BlobHash, DeviceId, ItemId, RevisionId, SpaceId } from '../../shared/base/ids';
import type { Revision, RevisionBody, RevisionHeader } from '../../shared/revision/revision';
import type { Database, Statement } from './database';
import type { BlobInfo } from './library-types';
import type { BlobPage, MissingBlob } from './local-space';
import { isIntact } from './revision-seal';

interface Row {
  readonly header: string;
  readonly body: string | Uint8Array | null;
}

interface AbsentRow {
  readonly hash: BlobHash;
  readonly size: number;
  readonly items: string;
}

function missingBlob({ hash, size, items }: AbsentRow): MissingBlob {
  return { hash, sizeBytes: size, items: items.split(',') as ItemId[] };
}

type IsErased = (id: RevisionId | BlobHash) => boolean;

const deflateFromLength = 4_000;

function packBody(body: RevisionBody): string | Uint8Array {
  const text = JSON.stringify(body);
  return text.length < deflateFromLength ? text : deflateRawSync(text, { level: 1 });
}

function bodyOf({ body }: Pick<Row, 'body'>): RevisionBody | null {
  const text = body === null || typeof body === 'string' ? body : inflateRawSync(body).toString('utf8');
  return text === null ? null : (JSON.parse(text) as RevisionBody);
}

function revisionOf({ header, body }: Row): Revision {
  return { header: JSON.parse(header) as RevisionHeader, body: bodyOf({ body }) };
}

/** The file that a revision gives its item. */
export function blobNamedBy(body: RevisionBody | null): BlobInfo | null {
  const file = body?.set?.['file'];
  if (typeof file !== 'object' || file === null || Array.isArray(file)) return null;
  const { hash, sizeBytes } = file;
  if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) return null;
  return { hash: hash as BlobHash, sizeBytes: typeof sizeBytes === 'number' ? sizeBytes : 0 };
}

/** All revisions of all spaces, in index.sqlite: what an item's state is computed from without unpacking logs. */
export class RevisionStore {
  /** `hasBlob` tells whether a file is here in a space, `isHere` whether in any, `isPrivate` which space goes before all others. */
  constructor(
    private readonly database: Database,
    private readonly hasBlob: (space: SpaceId, hash: BlobHash) => boolean,
    private readonly isHere: (hash: BlobHash) => boolean,
    private readonly isPrivate: (space: SpaceId) => boolean,
  ) {}

  /** How far the log of a device has been read; null when not at all. */
  logEnd(space: SpaceId, device: DeviceId): { readonly n: number; readonly revision: RevisionId } | null {
    return this.sql('SELECT n, revision FROM core_logs WHERE space = ? AND device = ?').get(space, device) ?? null;
  }

  logs(): readonly { readonly space: SpaceId; readonly device: DeviceId }[] {
    return this.sql('SELECT space, device FROM core_logs ORDER BY space, device').all();
  }

  /** Hashes of the packs that have been read. */
  packsRead(space: SpaceId, device: DeviceId): ReadonlySet<string> {
    const rows = this.sql('SELECT hash FROM core_packs WHERE space = ? AND device = ?');
    return new Set(rows.all<{ hash: string }>(space, device).map(({ hash }) => hash));
  }

  notePacks(space: SpaceId, device: DeviceId, hashes: Iterable<string>): void {
    for (const hash of hashes) this.sql('INSERT OR IGNORE INTO core_packs VALUES (?, ?, ?)').run(space, device, hash);
  }

  /** Forgets the packs that are in no log any more. */
  keepPacks(space: SpaceId, device: DeviceId, hashes: ReadonlySet<string>): void {
    for (const hash of this.packsRead(space, device))
      if (!hashes.has(hash))
        this.sql('DELETE FROM core_packs WHERE space = ? AND device = ? AND hash = ?').run(space, device, hash);
  }

  /** Keeps those that are new, and gives them. A body that an erasure names is not kept. */
  insert(space: SpaceId, revisions: readonly Revision[]): readonly Revision[] {
    this.noteLogEnds(space, revisions);
    const isErased = this.erasedIn(space);
    return revisions.filter((revision) => this.insertOne(space, revision, isErased));
  }

  /** Of its own space: what another space says about it does not count. */
  ofItem(item: ItemId, space = this.spaceOf(item)): readonly Revision[] {
    if (space === null) return [];
    return this.sql('SELECT header, body FROM core_revisions WHERE item = ? AND space = ? ORDER BY rowid')
      .all<Row>(item, space)
      .map(revisionOf);
  }

  /** Another revision with the same number in the same log: it has forked. */
  hasTwin(space: SpaceId, { device, n, id }: Pick<RevisionHeader, 'device' | 'n' | 'id'>): boolean {
    const twins = this.sql('SELECT 1 FROM core_revisions WHERE space = ? AND device = ? AND n = ? AND id <> ?');
    return twins.get(space, device, n, id) !== undefined;
  }

  /** The same for any of these, all of one device. */
  hasTwins(space: SpaceId, revisions: readonly Revision[]): boolean {
    const ids = new Map(revisions.map(({ header }) => [header.n, header.id]));
    const [first] = revisions;
    if (first === undefined) return false;
    const numbers = [...ids.keys()].sort((a, b) => a - b);
    const known = this.sql('SELECT n, id FROM core_revisions WHERE space = ? AND device = ? AND n BETWEEN ? AND ?');
    return known
      .all<{ n: number; id: RevisionId }>(space, first.header.device, numbers[0] ?? 0, numbers.at(-1) ?? 0)
      .some(({ n, id }) => ids.has(n) && ids.get(n) !== id);
  }

  /** In order of `n`, from and to included; a forked log has more than one of an `n`. */
  ofLog(space: SpaceId, device: DeviceId, from: number, to: number): readonly Revision[] {
    const found = this.sql(
      'SELECT header, body FROM core_revisions WHERE space = ? AND device = ? AND n BETWEEN ? AND ? ORDER BY n, id',
    );
    return found.all<Row>(space, device, from, to).map(revisionOf);
  }

  /** The bodies alone, which spares reading headers. */
  bodiesOfLog(space: SpaceId, device: DeviceId, from: number, to: number): readonly (RevisionBody | null)[] {
    const found = this.sql('SELECT body FROM core_revisions WHERE space = ? AND device = ? AND n BETWEEN ? AND ?');
    return found.all<Pick<Row, 'body'>>(space, device, from, to).map(bodyOf);
  }

  /** Whether a revision that a log has stands here whole, under the columns that it is found by. `spaces`: those that are open. */
  holds({ header, body }: Revision, spaces: ReadonlyMap<SpaceId, unknown>): boolean {
    const row = this.sql('SELECT item, space, device, n, header, body FROM core_revisions WHERE id = ?').get<
      Row & { item: string; space: SpaceId; device: string; n: number }
    >(header.id);
    if (row === undefined || !spaces.has(row.space)) return false;
    const { item, device, n } = header;
    const here = revisionOf(row);
    const hasBody = here.body !== null || body === null || this.isErased(row.space, header.id);
    const isFiled = row.item === item && row.device === device && row.n === n;
    // The id stands for all of a header but the signature.
    const isSame = here.header.id === header.id && here.header.sig === header.sig && isIntact(here);
    return isFiled && hasBody && isSame;
  }

  find(
    id: RevisionId,
  ): { readonly item: ItemId; readonly space: SpaceId; readonly device: DeviceId; readonly n: number } | null {
    return this.sql('SELECT item, space, device, n FROM core_revisions WHERE id = ?').get(id) ?? null;
  }

  /**
   * The space of an item. Made by chance once only; should somebody give an item of theirs the id of one elsewhere, the private space
   * goes first, then the smallest id, whatever order they came in.
   */
  spaceOf(item: ItemId): SpaceId | null {
    const ends = this.sql('SELECT min(space) AS first, max(space) AS last FROM core_revisions WHERE item = ?');
    const { first = null, last = null } = ends.get<{ first: SpaceId | null; last: SpaceId | null }>(item) ?? {};
    if (first === last) return first;
    const rows = this.sql('SELECT DISTINCT space FROM core_revisions WHERE item = ? ORDER BY space').all<{
      space: SpaceId;
    }>(item);
    return (rows.find(({ space }) => this.isPrivate(space)) ?? rows[0])?.space ?? null;
  }

  /** Changes whenever what is known of an item in a space does. */
  markOf(item: ItemId, space: SpaceId): string {
    const counted = this.sql(
      'SELECT count(*) AS all_, count(body) AS whole FROM core_revisions WHERE item = ? AND space = ?',
    ).get<{ all_: number; whole: number }>(item, space);
    return `${counted?.all_ ?? 0} ${counted?.whole ?? 0}`;
  }

  itemsIn(space: SpaceId): readonly ItemId[] {
    return this.items('SELECT DISTINCT item FROM core_revisions WHERE space = ?', space);
  }

  /** Items in which these devices wrote. */
  itemsBy(space: SpaceId, devices: readonly DeviceId[]): readonly ItemId[] {
    const sql = 'SELECT DISTINCT item FROM core_revisions WHERE space = ? AND device = ?';
    return devices.flatMap((device) => this.items(sql, space, device));
  }

  /** Items with a revision whose header names this one. */
  itemsUnder(space: SpaceId, revision: RevisionId): readonly ItemId[] {
    const sql = "SELECT DISTINCT item FROM core_revisions WHERE space = ? AND header LIKE '%' || ? || '%'";
    return this.items(sql, space, revision);
  }

  /** Items of which nothing that is here counts yet. */
  itemsWithoutState(space: SpaceId): readonly ItemId[] {
    const sql =
      'SELECT DISTINCT item FROM core_revisions WHERE space = ? AND NOT EXISTS (SELECT 1 FROM core_items WHERE id = item)';
    return this.items(sql, space);
  }

  itemsNaming(hash: BlobHash): readonly ItemId[] {
    return this.sql('SELECT item FROM core_blobs WHERE hash = ?')
      .all<{ item: ItemId }>(hash)
      .map(({ item }) => item);
  }

  /** As a revision that names the file says; 0 when none does. */
  sizeOf(hash: BlobHash): number {
    const revisions = this.itemsNaming(hash).flatMap((item) => this.ofItem(item));
    return revisions.map(({ body }) => blobNamedBy(body)).find((blob) => blob?.hash === hash)?.sizeBytes ?? 0;
  }

  blobsOf(item: ItemId): readonly BlobHash[] {
    const named = this.ofItem(item).map(({ body }) => blobNamedBy(body)?.hash);
    return [...new Set(named)].filter((hash) => hash !== undefined);
  }

  /** Every file that any revision names. */
  blobs(): readonly BlobHash[] {
    return this.sql('SELECT DISTINCT hash FROM core_blobs')
      .all<{ hash: BlobHash }>()
      .map(({ hash }) => hash);
  }

  hasErased(space: SpaceId): boolean {
    return this.sql('SELECT 1 FROM core_erased WHERE space = ? LIMIT 1').get(space) !== undefined;
  }

  /** As `isErased`, for many: where nothing has been erased nothing is looked up. Good until the index is written. */
  erasedIn(space: SpaceId): IsErased {
    return this.hasErased(space) ? (id) => this.isErased(space, id) : () => false;
  }

  isErased(space: SpaceId, id: RevisionId | BlobHash): boolean {
    return this.sql('SELECT 1 FROM core_erased WHERE space = ? AND id = ?').get(space, id) !== undefined;
  }

  /** Forgets the bodies and remembers that they are to stay away from this space; gives the items they were of. */
  erase(space: SpaceId, revisions: readonly RevisionId[], blobs: readonly BlobHash[]): readonly ItemId[] {
    for (const id of [...revisions, ...blobs])
      this.sql('INSERT OR IGNORE INTO core_erased VALUES (?, ?)').run(space, id);
    for (const hash of blobs) this.noteArrived(space, hash);
    const items = [...new Set(revisions.map((id) => this.forgetBody(space, id)))].filter((item) => item !== null);
    for (const item of items) {
      this.sql('DELETE FROM core_blobs WHERE item = ?').run(item);
      for (const { body } of this.ofItem(item)) this.noteBlob(space, item, body);
    }
    return items;
  }

  /** Files that are named in this space and are not here, with the items that name them, in order of hash. */
  absentBlobs(space: SpaceId, { after, most }: BlobPage = { after: '', most: -1 }): readonly MissingBlob[] {
    return this.sql(
      `SELECT a.hash, a.size, group_concat(b.item) AS items FROM core_absent a JOIN core_blobs b ON b.hash = a.hash
       WHERE a.space = ? AND a.hash > ? GROUP BY a.hash ORDER BY a.hash LIMIT ?`,
    )
      .all<AbsentRow>(space, after, most)
      .map(missingBlob);
  }

  absentBlob(space: SpaceId, hash: BlobHash): MissingBlob | null {
    const row = this.sql(
      `SELECT a.hash, a.size, group_concat(b.item) AS items FROM core_absent a JOIN core_blobs b ON b.hash = a.hash
       WHERE a.space = ? AND a.hash = ? GROUP BY a.hash`,
    ).get<AbsentRow>(space, hash);
    return row === undefined ? null : missingBlob(row);
  }

  countAbsent(space: SpaceId): number {
    const counted = this.sql(
      'SELECT count(*) AS count FROM core_absent a WHERE space = ? AND EXISTS (SELECT 1 FROM core_blobs b WHERE b.hash = a.hash)',
    ).get<{ count: number }>(space);
    return counted?.count ?? 0;
  }

  noteAbsent(space: SpaceId, { hash, sizeBytes }: BlobInfo): void {
    this.sql('INSERT OR IGNORE INTO core_absent VALUES (?, ?, ?)').run(space, hash, sizeBytes);
  }

  isAbsent(space: SpaceId, hash: BlobHash): boolean {
    return this.sql('SELECT 1 FROM core_absent WHERE space = ? AND hash = ?').get(space, hash) !== undefined;
  }

  /** It is waited for in this space, and no other space has it here. */
  isElsewhere(space: SpaceId, hash: BlobHash): boolean {
    return this.isAbsent(space, hash) && !this.isHere(hash);
  }

  noteArrived(space: SpaceId, hash: BlobHash): void {
    this.sql('DELETE FROM core_absent WHERE space = ? AND hash = ?').run(space, hash);
  }

  /** Items that have a revision in this space, some at a time. */
  itemsOfSpace(space: SpaceId, most: number): readonly ItemId[] {
    const rows = this.sql(`SELECT DISTINCT item FROM (SELECT item FROM core_revisions WHERE space = ? LIMIT ${most})`);
    return rows.all<{ item: ItemId }>(space).map(({ item }) => item);
  }

  /** Forgets what a space that was left said about these items. */
  forgetItems(space: SpaceId, items: readonly ItemId[]): void {
    for (const item of items) {
      this.sql('DELETE FROM core_revisions WHERE item = ? AND space = ?').run(item, space);
      this.sql('DELETE FROM core_blobs WHERE item = ?').run(item);
      const home = this.spaceOf(item);
      if (home !== null) for (const { body } of this.ofItem(item)) this.noteBlob(home, item, body);
    }
  }

  forgetSpace(space: SpaceId): void {
    for (const table of ['logs', 'packs', 'absent', 'erased'])
      this.sql(`DELETE FROM core_${table} WHERE space = ?`).run(space);
  }

  private insertOne(space: SpaceId, { header, body }: Revision, isErased: IsErased): boolean {
    const kept = body === null || isErased(header.id) ? null : body;
    // A copy without its body, which no erasure asked for, says nothing against one that has it: a signature covers the hash alone.
    const { changes } = this.sql(
      `INSERT INTO core_revisions (id, item, space, device, n, header, body) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET body = excluded.body WHERE body IS NULL AND excluded.body IS NOT NULL`,
    ).run(
      header.id,
      header.item,
      space,
      header.device,
      header.n,
      JSON.stringify(header),
      kept === null ? null : packBody(kept),
    );
    if (changes === 0) return false;
    this.noteBlob(space, header.item, kept, isErased);
    return true;
  }

  private noteBlob(space: SpaceId, item: ItemId, body: RevisionBody | null, isErased = this.erasedIn(space)): void {
    const blob = blobNamedBy(body);
    if (blob === null) return;
    this.sql('INSERT OR IGNORE INTO core_blobs VALUES (?, ?)').run(blob.hash, item);
    if (!isErased(blob.hash) && !this.hasBlob(space, blob.hash)) this.noteAbsent(space, blob);
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

  private forgetBody(space: SpaceId, id: RevisionId): ItemId | null {
    const row = this.sql('SELECT item FROM core_revisions WHERE id = ? AND space = ?').get<{ item: ItemId }>(id, space);
    this.sql('UPDATE core_revisions SET body = NULL WHERE id = ? AND space = ?').run(id, space);
    return row?.item ?? null;
  }

  private items(sql: string, ...values: readonly string[]): readonly ItemId[] {
    return this.sql(sql)
      .all<{ item: ItemId }>(...values)
      .map(({ item }) => item);
  }

  private sql(text: string): Statement {
    return this.database.prepare(text);
  }
}
