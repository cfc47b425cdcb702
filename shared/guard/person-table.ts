import type { Found } from './chunk';
import { datePattern } from './birth-date';
import { elevenRest } from './numbers';
import { findPersons } from './persons';
import { columnOf, type Cell, type Line, type Table } from './tables';

const pupilName =
  /^(?:naam (?:van )?(?:de |het )?)?(?:(?:oud-)?leerlinge?|studente?|jongere|oud-?student|cliënt|client|kind|pupil|thuiszitter|vsv'?er|stagiaire?)(?:\s?-?naam)?$|^(?:naam|voornaam|achternaam|roepnaam) ?(?:leerling|student|jongere|kind|deelnemer)$/iu;
/** Whoever takes part: may be an organisation as well. */
const taker = /^(?:deelnemer|deelneemster|kandidaat)(?:\s?naam)?$/iu;
/** A name of something: of a person only when what is in the column are names of persons. */
const anyName = /^(?:volledige )?(?:naam|namen|name)$/iu;
const ownName = /^(?:voornaam|voornamen|achternaam|roepnaam|initialen|voorletters|first name|last name|surname)$/iu;
const bsn =
  /^(?:bsn|b\.s\.n\.?|burgerservice-?\s?(?:nummer|nr)|sofi-?\s?(?:nummer|nr)?|pgn)(?:[\s-]?(?:nummer|nr))?\.?(?: .{0,20})?$/iu;
const pupilId =
  /(?:leerling|student|studenten|deelnemer|onderwijs|stam|inschrijf|pupil)[\s_-]?(?:nummer|nr|id)\.?|^ll\.?nr|^stud\.?nr|^pgn$|^eck/iu;
const birth = /geb(?:oorte)?\.?[\s_-]?(?:datum|dat|jaar)|^geboren(?: op)?$|^geb\.?$|date of birth|birth ?date/iu;
/** What only schools and families say of one person. */
const personal =
  /^(?:klas|groep klas|leeftijd|geslacht|sekse|m\/v|nationaliteit|herkomst|verzuim\p{L}*|ziek\p{L}*|spijbel\p{L}*|uitval\p{L}*|uitgevallen|startkwalificatie|diploma|vooropleiding|diagnose|thuissituatie|laatste school|van school)(?![\p{L}])|(?:ouder|privé|weken thuis|uitval|betrokken hulp|stagebedrijf)/iu;
/** What may be said of a person, or of a school or a project. */
const trait =
  /^(?:postcode|woonplaats|adres|straat|reden\p{L}*|status|opleiding|stage\p{L}*|situatie|zorg|hulp|mentor|begeleider|niveau|nu|vertrek|afspraak|telefoon|mobiel|advies|uitstroom|bestemming|naar)(?![\p{L}])|gestart/iu;
const atWork =
  /^(?:functie|rol|organisatie|instelling|werkgever|afdeling|taak|eigenaar|expertise|bijdrage|e-?mail(?:adres)?$)(?![\p{L}])/iu;
const counted = /aantal|percentage|%|totaal|gemiddeld|aandeel|som|respons/iu;

const nameLike = /^(?:\p{Lu}[\p{Ll}'’-]+|(?:\p{Lu}\.\s?){1,4})(?:\s(?:\p{L}[\p{L}'’.-]*)){0,4}$/u;
const individual: readonly { readonly column: RegExp; readonly value: RegExp }[] = [
  { column: /^leeftijd/iu, value: /^(?:[89]|[12]\d)$/ },
  { column: /^(?:geslacht|sekse|m\/v)/iu, value: /^(?:m|v|x|j|man|vrouw|jongen|meisje|onbekend|anders)$/iu },
  { column: /^geboortejaar/iu, value: /^(?:19[89]|20[012])\d$/ },
];
const enoughTraits = 3;
const mostNumbers = 500;
/** Rows by which a column of names is known. */
const tellingNames = 60;

/** A table with a row per person: by its columns, by what is in them, or by traits that only one person has at a time. */
export function* findPersonTable(table: Table): Generator<Found> {
  const [header = [], ...body] = table.rows;
  const reason = reasonOf(header, body);
  if (reason === null) return;
  const first = body[0]?.[0];
  const start = first?.start ?? table.start;
  yield { kind: 'person-table', reason, sure: 'certain', start, end: table.end, hide: [{ start, end: table.end }] };
  let left = mostNumbers;
  for (const [column, cell] of header.entries()) {
    if (!bsn.test(cell.text)) continue;
    for (const row of body) {
      const number = row[column];
      const digits = number?.text.replace(/[\s.-]/g, '') ?? '';
      if (number === undefined || !/^\d{8,9}$/.test(digits) || elevenRest(digits) !== 0 || left-- <= 0) continue;
      const { start: from, end } = number;
      yield { kind: 'bsn', reason: 'bsn-labelled', sure: 'certain', start: from, end, hide: [{ start: from, end }] };
    }
  }
}

type Rows = readonly (readonly Cell[])[];

function reasonOf(header: readonly Cell[], body: Rows): Found['reason'] | null {
  const titles = header.map(({ text }) => text.replace(/[*_:]/g, '').trim());
  if (titles.some((title) => counted.test(title))) return null;
  const columnsOf = (pattern: RegExp): readonly number[] =>
    titles.flatMap((title, at) => (pattern.test(title) ? [at] : []));
  const has = (columns: readonly number[], value: RegExp): boolean => columns.some((at) => fills(body, at, value));
  if (has(columnsOf(bsn), /^[\d .-]{8,13}$/) || has(columnsOf(pupilId), /^[\p{L}\d-]*\d{3,}[\p{L}\d-]*$/u))
    return 'table-numbers';
  if (has(columnsOf(pupilName), nameLike)) return 'table-names';
  const known = columnsOf(personal).filter((at) => fills(body, at, /\S/)).length;
  const traits = known + columnsOf(trait).filter((at) => fills(body, at, /\S/)).length;
  const works = columnsOf(atWork).length > 0;
  const byName = columnsOf(anyName).some((at) => holdsPersons(body, at));
  const takesPart = columnsOf(taker).some((at) => holdsPersons(body, at));
  const named = byName || takesPart || has(columnsOf(ownName), nameLike);
  if (named && has(columnsOf(birth), /\d/)) return 'table-names';
  // A name with one trait may be a colleague with a telephone; with two, and no work, it is somebody at home.
  const isEnough = known > 0 || traits > 1 || (traits > 0 && !byName);
  if (named && !works && isEnough) return 'table-names';
  const alone = individual.filter(({ column, value }) => has(columnsOf(column), value)).length;
  if (alone > 0 && body.length > 1 && alone + traits > enoughTraits) return 'table-traits';
  return null;
}

/** A third of what is filled in names a person, as far as one can tell by a name. */
function holdsPersons(body: Rows, column: number): boolean {
  const filled = columnOf(body, column).slice(0, tellingNames);
  return filled.length > 0 && filled.filter((text) => findPersons(text).length > 0).length * 3 >= filled.length;
}

/** Half of what is filled in looks like this, and something is. */
function fills(body: Rows, column: number, value: RegExp): boolean {
  const filled = columnOf(body, column);
  return filled.length > 0 && filled.filter((text) => value.test(text)).length * 2 >= filled.length;
}

const headerWord =
  /(?<![\p{L}])(?:naam|voornaam|achternaam|roepnaam|leerling|student|jongere|geboren|geboortedatum|geb\.?\s?datum|bsn)(?![\p{L}])/giu;
const sentence = /[.!?]\s|[.!?:]$/;
const leastLines = 3;
/** A date before this year beside a name is that of a birth, after it that of a meeting. */
const lastBirthYear = 2014;
const longestLine = 160;

/** Lines under each other that each begin with or hold a person and a date of birth, as a table becomes in the text of a PDF. */
export function* findPersonLines(lines: readonly Line[]): Generator<Found> {
  let run: Line[] = [];
  let underHeader = false;
  for (const line of [...lines, { text: '', start: 0, end: 0 }]) {
    const isRow =
      line.text.length <= longestLine && !sentence.test(line.text.trim()) && hasPersonAndDate(line.text, underHeader);
    if (isRow) {
      run.push(line);
      continue;
    }
    const [first] = run;
    const last = run.at(-1);
    if (first !== undefined && last !== undefined && run.length >= (underHeader ? 2 : leastLines)) {
      const span = { start: first.start, end: last.end };
      yield { kind: 'person-table', reason: 'table-lines', sure: 'likely', ...span, hide: [span] };
    }
    run = [];
    const words = new Set([...line.text.matchAll(headerWord)].map(([word]) => word.toLowerCase()));
    underHeader = words.size >= 2 && line.text.length <= longestLine && !/\d/.test(line.text);
  }
}

function hasPersonAndDate(text: string, underHeader: boolean): boolean {
  const date = text.match(datePattern)?.[0];
  if (date === undefined) return false;
  if (underHeader) return /\p{Lu}\p{Ll}/u.test(text);
  const year = Number(/(?:19|20)\d\d/.exec(date)?.[0]);
  return year >= 1980 && year <= lastBirthYear && findPersons(text).length > 0;
}
