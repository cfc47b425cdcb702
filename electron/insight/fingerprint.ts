import type { ItemId } from '../../shared/base/ids';
import { fileRefSchema } from '../../shared/model/file-ref';
import { fold } from '../../shared/search/fold';
import type { ItemState } from '../../shared/revision/item-state';
import { relationsOf, text, texts, titleOf, typeOf, yearsOf, type Years } from './item-fields';
import { sketchOf, titleHashes, type TextSketch } from './text-sketch';
import { readTitle, type TitleMark } from './title-mark';

/** What one item is recognised by. */
export interface Fingerprint {
  readonly id: ItemId;
  /** Only items of one family can be the same thing. */
  readonly family: string;
  /** A thing with a name, such as a site or a target group: its text is a description, and many have the same one. */
  readonly isNamed: boolean;
  readonly file: string | null;
  readonly doi: string | null;
  readonly isbn: string | null;
  readonly title: TitleMark;
  readonly titleHashes: readonly number[];
  /** Surnames, folded. */
  readonly authors: ReadonlySet<string>;
  readonly years: Years | null;
  readonly place: string;
  readonly sketch: TextSketch | null;
  /** Items it has said to be another version of, or to follow. */
  readonly versionsOf: ReadonlySet<ItemId>;
}

/** An imported file becomes a document first: a study and a document can be one report. */
const families: Readonly<Record<string, string>> = {
  study: 'text',
  document: 'text',
  draft: 'text',
  policyPlan: 'text',
  project: 'work',
  measure: 'work',
};
const writtenTypes: ReadonlySet<string> = new Set([...Object.keys(families), 'programme', 'programmeLine', 'meeting']);
const neverCompared: ReadonlySet<string> = new Set([
  'judgement',
  'collection',
  'observation',
  'listValue',
  'yearlyAction',
]);
const textFields = [
  'summary',
  'abstract',
  'aim',
  'goal',
  'objective',
  'approach',
  'body',
  'findings',
  'recommendations',
  'results',
  'definition',
  'vision',
  'mission',
];
const versionKinds: ReadonlySet<string> = new Set(['newVersionOf', 'follows', 'replaces']);

/** `fileText` gives the text of an item's file, empty when it is not known. Null for what is never the same thing twice. */
export function fingerprintOf(state: ItemState, fileText: (state: ItemState) => string): Fingerprint | null {
  const type = typeOf(state);
  if (state.deleted || neverCompared.has(type)) return null;
  const file = fileRefSchema.safeParse(state.fields['file']);
  const own = textFields.map((key) => text(state, key)).join('\n');
  return {
    id: state.id,
    family: families[type] ?? type,
    isNamed: !writtenTypes.has(type),
    file: file.success ? file.data.hash : null,
    doi: normalDoi(text(state, 'doi')),
    isbn: normalIsbn(text(state, 'isbn')),
    title: readTitle(titleOf(state)),
    titleHashes: titleHashes(readTitle(titleOf(state)).name),
    authors: new Set(texts(state, 'authors').map(surname)),
    years: yearsOf(state),
    place: fold(text(state, 'place')),
    sketch: sketchOf(`${own}\n${fileText(state)}`),
    versionsOf: new Set(
      relationsOf(state)
        .filter(({ kind }) => versionKinds.has(kind))
        .map(({ target }) => target),
    ),
  };
}

function normalDoi(doi: string): string | null {
  return /10\.\d{4,9}\/\S+/.exec(doi.toLowerCase())?.[0].replace(/[.,;)]+$/, '') ?? null;
}

/** As 13 digits, so that the old and the new number of one book are the same. */
function normalIsbn(isbn: string): string | null {
  const digits = isbn.toUpperCase().replace(/[^\dX]/g, '');
  if (digits.length === 13) return digits;
  if (digits.length !== 10) return null;
  const body = `978${digits.slice(0, 9)}`;
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** `Jansen, P.` and `Piet Jansen` are both `jansen`. */
function surname(author: string): string {
  const plain = fold(author.replace(/\([^)]*\)/g, ' ')).trim();
  const words = (plain.includes(',') ? (plain.split(',')[0] ?? '') : plain)
    .split(/\s+/)
    .filter((word) => word.length > 2);
  return (plain.includes(',') ? words.join(' ') : words.at(-1)) ?? plain;
}
