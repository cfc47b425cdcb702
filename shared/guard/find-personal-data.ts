import { findBirthDates } from './birth-date';
import { findBsn } from './bsn';
import { chunksOf, type Found, type Rule } from './chunk';
import { findEducationNumbers } from './education-number';
import { findingKinds, type Finding, type FindingPlace } from './finding';
import { findHealth } from './health';
import { findPersonLines, findPersonTable } from './person-table';
import { findPrivateContact } from './private-contact';
import { findSmallCells } from './small-cells';
import { linesOf, tablesOf, type Table } from './tables';

const rules: readonly Rule[] = [
  findBsn,
  findEducationNumbers,
  findBirthDates,
  findPrivateContact,
  findHealth,
  ({ text }) => findPersonLines([...linesOf(text)]),
];
const tableRowsAtOnce = 500;

/**
 * What in a text must not be shared: each finding once, in the order of the text. It gives way (yields) after every piece of some milliseconds, so that
 * whoever runs it can let other work go first; `findPersonalData` runs it to its end.
 */
export function* lookForPersonalData(pages: readonly string[]): Generator<void, readonly Finding[]> {
  const findings: Finding[] = [];
  for (const [page, text] of pages.entries()) {
    const found: Found[] = [];
    for (const { at, chunk } of chunksOf(text)) {
      for (const rule of rules) for (const each of rule(chunk)) found.push(moved(each, at));
      yield;
    }
    const tables: Table[] = [];
    let lines = 0;
    for (const table of tablesOf(linesOf(text))) {
      if (table !== null) {
        tables.push(table);
        found.push(...findPersonTable(table), ...findSmallCells(table));
      }
      if ((lines += 1) % tableRowsAtOnce === 0) yield;
    }
    findings.push(...placed(withoutDoubles(found), text, page, tables));
  }
  return findings;
}

export function findPersonalData(pages: readonly string[]): readonly Finding[] {
  const work = lookForPersonalData(pages);
  for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value;
}

function moved(found: Found, by: number): Found {
  const hide = found.hide.map(({ start, end }) => ({ start: start + by, end: end + by }));
  return { ...found, start: found.start + by, end: found.end + by, hide };
}

const rank = { certain: 0, likely: 1, possible: 2 } as const;

/** What a more telling finding covers is not told again; in a table of persons only numbers are, because they weigh more. */
function withoutDoubles(found: readonly Found[]): readonly Found[] {
  const sorted = [...found].sort(
    (a, b) =>
      findingKinds.indexOf(a.kind) - findingKinds.indexOf(b.kind) || a.start - b.start || rank[a.sure] - rank[b.sure],
  );
  const kept: Found[] = [];
  const tables: Found[] = [];
  const numbers = new Set<number>();
  let last: Found | null = null;
  for (const each of sorted) {
    const { kind, start, end } = each;
    if (last?.kind === kind && start < last.end) continue;
    const inTable = tables.some((table) => start >= table.start && end <= table.end);
    if (inTable || (kind === 'education-number' && numbers.has(start))) continue;
    if (kind === 'person-table') tables.push(each);
    if (kind === 'bsn') numbers.add(start);
    kept.push(each);
    last = each;
  }
  return kept.sort((a, b) => a.start - b.start);
}

function placed(found: readonly Found[], text: string, page: number, tables: readonly Table[]): readonly Finding[] {
  let line = 1;
  let at = 0;
  return found.map(({ kind, reason, sure, start, end, hide }) => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < start; next = text.indexOf('\n', at)) {
      line += 1;
      at = next + 1;
    }
    return { kind, reason, sure, place: { page, line, start, end, cell: cellAt(tables, start, kind) }, hide };
  });
}

function cellAt(tables: readonly Table[], start: number, kind: Found['kind']): FindingPlace['cell'] {
  const table = kind === 'person-table' ? undefined : tables.find((each) => each.start <= start && start < each.end);
  if (table === undefined) return null;
  const row = rowAt(table, start);
  const column = table.rows[row]?.findIndex((cell) => cell.start <= start && start <= cell.end) ?? -1;
  return column < 0 ? null : { row: row + 1, column: column + 1 };
}

/** The last row that begins at or before a place; rows stand in order. */
function rowAt({ rows }: Table, place: number): number {
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((rows[middle]?.[0]?.start ?? Infinity) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
