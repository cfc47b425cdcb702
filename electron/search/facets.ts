import { itemTypes } from '../../shared/model/types';
import type { FieldSpec } from '../../shared/model/field';
import type { Facet, ItemQuery } from '../../shared/search/item-query';
import type { Database } from '../library/database';
import { openEnd } from './describe-item';
import type { RowColumns } from './row-columns';
import type { RowSet } from './row-set';
import type { Selection } from './selection';

/** Values shown of one facet, the chosen ones besides. */
const valuesShown = 50;
const lastYear = 2200;

const typeFacets = itemTypes.flatMap((type) =>
  (type.fields as readonly FieldSpec[]).filter((field) => field.facet === true).map((field) => field.key),
);
/** In the order they are offered. */
const facetFields: readonly string[] = [...new Set(['type', 'tags', ...typeFacets, 'fileKind', 'textState', 'space'])];

interface Counts {
  readonly values: Int32Array;
  readonly years: Int32Array;
}

/** A row counts for every facet when it passes all choices, and for one facet when only that facet's own choice leaves it out. */
function countInto(rows: RowSet, columns: RowColumns): Counts {
  const values = new Int32Array(columns.valueCount);
  const steps = new Int32Array(lastYear + 2);
  for (let row = 0; row < rows.length; row += 1) {
    if (rows[row] !== 1) continue;
    const start = columns.starts[row] ?? 0;
    const end = start + (columns.lengths[row] ?? 0);
    for (let at = start; at < end; at += 1) {
      const id = columns.values[at] ?? 0;
      values[id] = (values[id] ?? 0) + 1;
    }
    const [from, to] = [columns.yearFrom[row] ?? 1, columns.yearTo[row] ?? 0];
    if (from > to) continue;
    const first = Math.min(from, lastYear);
    const last = to === openEnd ? lastYear : Math.min(to, lastYear);
    steps[first] = (steps[first] ?? 0) + 1;
    steps[last + 1] = (steps[last + 1] ?? 0) - 1;
  }
  for (let year = 1; year < steps.length; year += 1) steps[year] = (steps[year] ?? 0) + (steps[year - 1] ?? 0);
  return { values, years: steps };
}

/** Years that some item names; a project that still runs counts in each of them after its start. */
function namedYears(columns: RowColumns): Set<number> {
  const named = new Set<number>();
  for (let row = 0; row < columns.size; row += 1) {
    if (columns.presence[row] === 0 || (columns.yearFrom[row] ?? 1) > (columns.yearTo[row] ?? 0)) continue;
    for (const year of [columns.yearFrom[row] ?? 0, columns.yearTo[row] ?? 0])
      if (year !== 0 && year !== openEnd) named.add(year);
  }
  return named;
}

function yearFacet(counts: Counts, columns: RowColumns, chosen: readonly string[]): Facet {
  const years = new Set([...namedYears(columns), ...chosen.map(Number)]);
  const values = [...years]
    .sort((a, b) => b - a)
    .map((year) => ({ value: String(year), count: counts.years[year] ?? 0, selected: chosen.includes(String(year)) }));
  return { field: 'year', values: values.filter((value) => value.count > 0 || value.selected) };
}

function valueFacet(
  database: Database,
  columns: RowColumns,
  field: string,
  counts: Counts,
  chosen: readonly string[],
): Facet {
  const countOf = (id: number): number => counts.values[id] ?? 0;
  const most = columns
    .valuesOf(field)
    .filter((id) => countOf(id) > 0)
    .sort((a, b) => countOf(b) - countOf(a) || a - b)
    .slice(0, valuesShown);
  const named = database
    .prepare(
      `SELECT id, value FROM search_value WHERE id IN (SELECT value FROM json_each(?1))
         UNION SELECT id, value FROM search_value WHERE field = ?2 AND value IN (SELECT value FROM json_each(?3))`,
    )
    .all<{ id: number; value: string }>(JSON.stringify(most), field, JSON.stringify(chosen));
  const values = named.map(({ id, value }) => ({ value, count: countOf(id), selected: chosen.includes(value) }));
  const unknown = chosen.filter((value) => !named.some((other) => other.value === value));
  return {
    field,
    values: values
      .concat(unknown.map((value) => ({ value, count: 0, selected: true })))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
  };
}

/**
 * Exact counts of what each facet value would leave, given the text and the choices in all other facets: `hits` are the rows that the text finds, null
 * for no text. Facets without any value are left out.
 */
export function countFacets(
  database: Database,
  columns: RowColumns,
  query: ItemQuery,
  selection: Selection,
  hits: RowSet | null,
): Facet[] {
  const chosenFacets = [...selection.facets.values()];
  const failures = new Uint8Array(columns.size);
  for (const rows of chosenFacets) rows.forEach((inside, row) => (failures[row] = (failures[row] ?? 0) + (1 - inside)));
  const within = (test: (row: number) => boolean): RowSet =>
    selection.base.map((inside, row) => (inside === 1 && (hits === null || hits[row] === 1) && test(row) ? 1 : 0));
  const all = countInto(
    within((row) => failures[row] === 0),
    columns,
  );
  const facets = facetFields.map((field) => {
    const own = selection.facets.get(field);
    const counts =
      own === undefined
        ? all
        : countInto(
            within((row) => failures[row] === 1 - (own[row] ?? 0)),
            columns,
          );
    const chosen = query.filters[field] ?? [];
    return field === 'year' ? yearFacet(counts, columns, chosen) : valueFacet(database, columns, field, counts, chosen);
  });
  return facets.filter((facet) => facet.values.length > 0);
}
