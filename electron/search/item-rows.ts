import type { ItemId } from '../../shared/base/ids';
import type { ItemRow } from '../../shared/search/item-query';
import type { Database } from '../library/database';
import type { Analyser } from './dutch/analyse';
import type { Asked } from './expand';
import type { RankedRow } from './ranking';
import { snippetOf } from './snippets';
import { markable, markersOf, mergeMarks, titleMarkersOf } from './text-marks';

interface StoredRow {
  readonly row: number;
  readonly id: ItemId;
  readonly type: string;
  readonly title: string;
  readonly changed: string;
  readonly deleted: number;
  readonly conflicts: number;
  readonly file_hash: string | null;
  readonly file_vals: string;
  readonly card: string;
  readonly texts: string;
  readonly doc: number | null;
  readonly kind: string | null;
  readonly pages: number | null;
  readonly state: 'searchable' | 'scan' | 'empty' | 'failed' | null;
}

/** A row of the index; its score where text was searched. */
export type ListedRow = Omit<RankedRow, 'score'> & { readonly score: number | null };

const readRows = `SELECT row, id, type, title, changed, deleted, conflicts, file_hash, file_vals, card, texts, doc, kind, pages, state
  FROM search_item LEFT JOIN search_document ON hash = file_hash WHERE row IN (SELECT value FROM json_each(?))`;

/** The ids of these rows of the index, in this order. */
export function idsOfRows(database: Database, rows: readonly number[]): ItemId[] {
  const found = database
    .prepare(
      'SELECT search_item.id AS id FROM json_each(?) AS wanted JOIN search_item ON search_item.row = wanted.value ORDER BY wanted.key',
    )
    .all<{ id: ItemId }>(JSON.stringify(rows));
  return found.map(({ id }) => id);
}

/** The list rows for these rows of the index, in this order, with marks and snippets for what `asked` asks for. */
export function itemRows(
  database: Database,
  rows: readonly ListedRow[],
  asked: readonly Asked[],
  analyser: Analyser,
): ItemRow[] {
  const markers = asked.flatMap((node) => markersOf(node, analyser));
  const titleMarkers = asked.flatMap((node) => titleMarkersOf(node, analyser));
  const stored = new Map(
    database
      .prepare(readRows)
      .all<StoredRow>(JSON.stringify(rows.map(({ row }) => row)))
      .map((found) => [found.row, found]),
  );
  const elsewhere = elsewhereValue(database);
  return rows.flatMap(({ row, score }) => {
    const found = stored.get(row);
    if (found === undefined) return [];
    const title = markable(found.title);
    const card = JSON.parse(found.card) as Pick<ItemRow, 'meta' | 'tags'>;
    return {
      id: found.id,
      type: found.type,
      title: found.title,
      titleMarks: mergeMarks(titleMarkers.flatMap((marker) => marker.find(title, 20))),
      meta: card.meta,
      tags: card.tags,
      snippet: snippetOf(database, found, markers),
      fileKind: found.kind,
      pages: found.pages ?? 0,
      conflicts: found.conflicts,
      deleted: found.deleted === 1,
      changedAt: found.changed,
      score,
      textState: textStateOf(found, elsewhere),
    };
  });
}

/** `file_vals` of an item whose file is in a shared folder only; null when there never was one. */
function elsewhereValue(database: Database): string | null {
  const found = database
    .prepare(`SELECT id FROM search_value WHERE field = 'textState' AND value = 'elsewhere'`)
    .get<{ id: number }>();
  return found === undefined ? null : String(found.id);
}

function textStateOf({ file_hash, file_vals, state }: StoredRow, elsewhere: string | null): ItemRow['textState'] {
  if (file_hash === null) return 'none';
  return state ?? (file_vals === elsewhere ? 'elsewhere' : 'pending');
}
