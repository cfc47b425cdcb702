import type { Chunk, Found } from './chunk';
import { elevenRest, numberRuns, type NumberRun } from './numbers';
import { nearestPerson } from './persons';
import { distanceBefore, hasNear, pupilWord } from './words';

const label =
  /(?<![\p{L}])(?:b\.?s\.?n\b\.?|burger-?\s?-?service-?\s?-?(?:nummer|nr)s?|sofi(?:-?\s?-?(?:nummer|nr))?(?!\p{L})|pgn|persoonsgebonden nummer|citizen service number)/giu;
const labelAfter =
  /^[\s("'“]{0,4}(?:als |\()?\s*(?:bsn|b\.s\.n|burger-?\s?service-?\s?(?:nummer|nr)|sofi-?\s?nummer|pgn)(?!\p{L})/iu;
/** Numbers of other things. The word that is nearest before a number says what it is. */
const otherLabel =
  /(?<![\p{L}])(?:kvk|k\.v\.k|kamer van koophandel|rsin|btw|iban|rekening\p{L}*|isbn|issn|doi|orcid|brin|nur|tel(?:efoon\p{L}*|\b)|fax\p{L}*|bel(?:t|len)?(?!\p{L})|subsidie\p{L}*|beschikking\p{L}*|dossier\p{L}*|zaak\p{L}*|kenmerk|referentie|contract\p{L}*|order\p{L}*|factu\p{L}*|polis\p{L}*|vestiging\p{L}*|aanvraag\p{L}*|project\p{L}*|postbus|versie|bestand|onderwijs(?:nummer|nr)|leerling(?:nummer|nr)|student(?:nummer|nr))/giu;
/** Between a label and its number stands at most a short remark. */
const reach = 70;
/** With less than this in between, and no other word, the label is that of the number. */
const directly = /(?:nummer|nr\.?|leerling|student|[\s:=.\-–#("])*$/iu;
const nearPupil = 60;

/** Numbers that are said to be a BSN, or that pass its test beside the name of a pupil. */
export function* findBsn({ text, persons }: Chunk): Generator<Found> {
  for (const run of numberRuns(text)) {
    const passes = elevenRest(run.digits) === 0 && !/^(\d)\1+$/.test(run.digits);
    const own = distanceBefore(text, label, run.start, reach);
    const other = distanceBefore(text, otherLabel, run.start, reach);
    const isLabelled = own !== null && (other === null || own <= other || isBoth(text, run, own));
    if (labelAfter.test(text.slice(run.end, run.end + 40)) && passes) yield found(run, 'bsn-labelled', 'certain');
    else if (isLabelled && passes) yield found(run, 'bsn-labelled', 'certain');
    else if (isLabelled && directly.exec(text.slice(run.start - own, run.start))?.index === 0)
      yield found(run, 'bsn-mistyped', 'possible');
    else if (passes && other === null && run.digits.length === 9 && isBesidePupil(text, run, persons))
      yield found(run, 'bsn-near-pupil', 'likely');
  }
}

/** "BSN/onderwijsnummer": one label for two numbers. */
function isBoth(text: string, run: NumberRun, own: number): boolean {
  return /^\s?(?:\/|of|en)\s?(?:onderwijs|leerling|student)(?:nummer|nr)[\s:=.]*$/iu.test(
    text.slice(run.start - own, run.start),
  );
}

const pupil = new RegExp(`(?<![\\p{L}])${pupilWord}(?![\\p{L}])`, 'iu');

function isBesidePupil(text: string, run: NumberRun, persons: Chunk['persons']): boolean {
  return (
    nearestPerson(persons, run, nearPupil) !== null && hasNear(text, pupil, run.start, run.end, nearPupil, nearPupil)
  );
}

function found({ start, end }: NumberRun, reason: Found['reason'], sure: Found['sure']): Found {
  return { kind: 'bsn', reason, sure, start, end, hide: [{ start, end }] };
}
