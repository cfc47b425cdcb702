import type { Found } from './chunk';
import { columnOf, type Cell, type Table } from './tables';

const pupils =
  /(?:leerling|student|jongere|vsv|thuiszitter|uitval|schoolverlater|overstap|deelnemer|vrijstelling|startkwalificatie|meisjes|jongens)/iu;
/** Columns of numbers that count no pupils. */
const otherNumbers =
  /%|percentage|aandeel|niveau|(?<!school)jaar(?![\p{L}])|leerjaar|fase|score|duur|uren|uur|weken|dagen|maanden|gesprek|bijeenkomst|prioriteit|weging|gemiddeld|cijfer|doel|nr\b|nummer|klas|groep|leeftijd|kosten|euro|plaats(?![\p{L}])|scholen|docent|mentor|fte/iu;
const year = /^(?:19|20)\d\d(?:\W(?:19|20)?\d\d)?$/;
const mostOfOneTable = 200;

/** Counts of one to four in tables about pupils: who knows the school knows who that is. */
export function* findSmallCells(table: Table): Generator<Found> {
  const [header = [], ...body] = table.rows;
  if (!pupils.test([table.caption, ...header.map(({ text }) => text)].join(' '))) return;
  let left = mostOfOneTable;
  for (let column = 1; column < header.length; column += 1) {
    if (!isCount(header[column]?.text ?? '', body, column)) continue;
    for (const row of body) {
      const cell = row[column];
      if (cell === undefined || !/^[1-4]$/.test(cell.text) || left-- <= 0) continue;
      const { start, end } = cell;
      yield { kind: 'small-cells', reason: 'cell-under-five', sure: 'likely', start, end, hide: [{ start, end }] };
    }
  }
}

function isCount(title: string, body: readonly (readonly Cell[])[], column: number): boolean {
  if (/^\d/.test(title) ? !year.test(title) : otherNumbers.test(title)) return false;
  const filled = columnOf(body, column);
  return filled.length > 0 && filled.every((text) => /^(?:[<≤]\s?)?\d{1,3}(?:[. ]?\d{3})*$|^-$/.test(text));
}
