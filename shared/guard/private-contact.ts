import type { Chunk, Found } from './chunk';
import type { Span } from './finding';
import { nearestPerson, type NamedPerson } from './persons';
import { familyWord, hasNear, pupilWord, roleWord } from './words';

const streetEnd =
  '(?:straat|laan|weg|plein|gracht|kade|dijk|hof|singel|pad|steeg|dreef|plantsoen|erf|burg|ring|markt|hoek|veld|kamp|oord|park|wal|berg|stee|horst|brink|es|enk|baan|akker|weide)';
const address = new RegExp(
  `(?<![\\p{L}])\\p{Lu}[\\p{L}'’.-]{0,40}${streetEnd}\\s+\\d{1,4}(?:\\s?[a-zA-Z](?![\\p{L}]))?(?![\\d.,]\\d)`,
  'gu',
);
const mobile = /(?<![\d])(?:(?:\+31|0031)[\s-]?(?:\(0\))?[\s-]?6|06)(?:[\s-]?\d){8}(?!\d)/gu;
const landline = /(?<![\d])(?:0\d{2}[\s-]?(?:\d[\s-]?){6}\d|0\d{3}[\s-]?(?:\d[\s-]?){5}\d)(?!\d)/gu;
const privateMail =
  /(?<![\p{L}\d._+-])[\p{L}\d._+-]{1,64}@(?:gmail|hotmail|outlook|live|ziggo|kpnmail|xs4all|icloud|yahoo|home|planet|upcmail|hetnet|casema|proton(?:mail)?)\.(?:com|nl|me)(?![\p{L}\d])/giu;
const mail = /(?<![\p{L}\d._+-])[\p{L}\d._+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){0,4}\.\p{L}{2,20}/gu;

const lives =
  /(?<![\p{L}])(?:woont|wonen|wonende?|woonachtig|woonadres|thuisadres|huisadres|privé-?adres|woonplaats|inwonend|verblijft|adres (?:van (?:de |het )?)?(?:leerlinge?|studente?|ouders|jongere|gezin))(?![\p{L}])/iu;
const office =
  /(?<![\p{L}])(?:school|college|locatie|vestiging|gemeente|bezoekadres|postadres|postbus|kantoor|loket|jongerenloket|redactie|uitgave|rbl|roc|directeur|stichting|hoofdlocatie)(?![\p{L}])/iu;
const atHome = new RegExp(
  `(?<![\\p{L}])(?:thuis|privé\\p{L}*|noodnummer|mobiel van|${pupilWord}|${familyWord})(?![\\p{L}])`,
  'iu',
);
const atWork = new RegExp(
  `(?<![\\p{L}])(?:school|bureau|werk|kantoor|afdeling|loket|balie|centrale|functie|inlichtingen|${roleWord})(?![\\p{L}])`,
  'iu',
);

/** Where somebody lives, and the numbers and addresses at which one reaches a person rather than an office. */
export function* findPrivateContact(chunk: Chunk): Generator<Found> {
  const { text, persons } = chunk;
  for (const span of spansOf(text, address)) {
    const person = nearestPerson(persons, span, 90);
    const saysLives = hasNear(text, lives, span.start, span.end, 70);
    const isOffice = hasNear(text, office, span.start, span.end, 60);
    if (person !== null && !person.atWork && (saysLives || (person.asPupil && !isOffice)))
      yield found(span, 'address-near-name', 'likely', person);
  }
  yield* findPhones(chunk);
  for (const span of spansOf(text, privateMail)) {
    const person = nearestPerson(persons, span, 80);
    yield found(span, 'mail-private', person === null ? 'possible' : 'likely', null);
  }
  for (const span of spansOf(text, mail)) {
    const [local = '', domain = ''] = text.slice(span.start, span.end).split('@');
    const isPersons = /\p{L}[._-]\p{L}/u.test(local) || nearestPerson(persons, span, 60) !== null;
    if (isPersons && !matches(privateMail, `${local}@${domain}`))
      yield { kind: 'professional-contact', reason: 'mail-at-work', sure: 'likely', ...span, hide: [] };
  }
}

function* findPhones({ text, persons }: Chunk): Generator<Found> {
  for (const span of spansOf(text, mobile)) {
    const person = nearestPerson(persons, span, 70);
    const isHome = hasNear(text, atHome, span.start, span.end, 60, 50);
    if (person === null || (person.atWork && !isHome)) continue;
    if (!isHome && hasNear(text, atWork, span.start, span.end, 70, 30)) continue;
    yield found(span, 'phone-near-name', isHome ? 'likely' : 'possible', null);
  }
  for (const span of spansOf(text, landline)) {
    const person = nearestPerson(persons, span, 60);
    if (person !== null && !person.atWork && hasNear(text, atHome, span.start, span.end, 60, 50))
      yield found(span, 'phone-near-name', 'likely', null);
  }
}

function* spansOf(text: string, pattern: RegExp): Generator<Span> {
  for (const { 0: all, index } of text.matchAll(pattern)) yield { start: index, end: index + all.length };
}

function matches(pattern: RegExp, text: string): boolean {
  return !spansOf(text, pattern).next().done;
}

function found({ start, end }: Span, reason: Found['reason'], sure: Found['sure'], person: NamedPerson | null): Found {
  const hide = [{ start, end }, ...(person === null ? [] : [{ start: person.start, end: person.end }])];
  return { kind: 'private-contact', reason, sure, start, end, hide };
}
