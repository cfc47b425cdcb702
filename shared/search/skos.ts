import { z } from 'zod';
import { AppError } from '../base/errors';
import { fold } from './fold';
import { labelsOf, thesaurusTermSchema, type ThesaurusTerm } from './thesaurus';

/*
 * The thesaurus as SKOS (W3C Recommendation 2009) in JSON-LD 1.1: what any thesaurus program reads. Abbreviation, long form and validity have no word in
 * SKOS: the labels are told as altLabel too, and once more in a namespace of our own, so that they come back as what they were.
 */

const skos = 'http://www.w3.org/2004/02/skos/core#';
const dct = 'http://purl.org/dc/terms/';
const own = 'urn:raakvlak:vocabulary:';
const scheme = 'urn:raakvlak:thesaurus';

const context = {
  skos,
  dct,
  rv: own,
  '@language': 'nl',
  ...Object.fromEntries(
    ['prefLabel', 'altLabel', 'hiddenLabel', 'definition', 'scopeNote'].map((name) => [name, `skos:${name}`]),
  ),
  ...Object.fromEntries(
    ['broader', 'related', 'inScheme'].map((name) => [name, { '@id': `skos:${name}`, '@type': '@id' }]),
  ),
  isReplacedBy: { '@id': 'dct:isReplacedBy', '@type': '@id' },
  source: 'dct:source',
  ...Object.fromEntries(
    ['abbreviation', 'longForm', 'validFrom', 'validTo', 'replacedFrom'].map((name) => [
      name,
      { '@id': `rv:${name}`, '@language': null },
    ]),
  ),
};

function idsOf(terms: readonly ThesaurusTerm[]): Map<ThesaurusTerm, string> {
  const taken = new Set<string>();
  return new Map(
    terms.map((term) => {
      const slug =
        fold(term.preferred)
          .replace(/[^a-z0-9]+/g, '-')
          .replace(/^-|-$/g, '') || 'term';
      let id = `urn:raakvlak:term:${slug}`;
      for (let n = 2; taken.has(id); n += 1) id = `urn:raakvlak:term:${slug}-${n}`;
      taken.add(id);
      return [term, id];
    }),
  );
}

const present = (entries: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(entries).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );

/** The terms as a SKOS concept scheme in JSON-LD. A broader or related term that is not among them is left as its name. */
export function exportSkos(terms: readonly ThesaurusTerm[]): string {
  const ids = idsOf(terms);
  const byName = new Map<string, string>();
  for (const term of terms)
    for (const label of labelsOf(term)) if (!byName.has(fold(label))) byName.set(fold(label), ids.get(term) ?? '');
  for (const term of terms) byName.set(fold(term.preferred), ids.get(term) ?? '');
  const refer = (name: string): string => byName.get(fold(name)) ?? `urn:raakvlak:name:${encodeURIComponent(name)}`;
  const concepts = terms.map((term) =>
    present({
      '@id': ids.get(term),
      '@type': 'skos:Concept',
      inScheme: scheme,
      prefLabel: term.preferred,
      altLabel: [...new Set([term.abbreviation, term.longForm, ...term.synonyms].filter((label) => label !== null))],
      hiddenLabel: term.variants,
      definition: term.definition,
      scopeNote: term.note,
      source: term.source,
      broader: term.broader.map(refer),
      related: term.related.map(refer),
      isReplacedBy: term.successor === null ? null : refer(term.successor),
      abbreviation: term.abbreviation,
      longForm: term.longForm,
      validFrom: term.validFrom,
      validTo: term.validTo,
      replacedFrom: term.successorFrom,
    }),
  );
  const graph = [{ '@id': scheme, '@type': 'skos:ConceptScheme', prefLabel: 'Raakvlak' }, ...concepts];
  return `${JSON.stringify({ '@context': context, '@graph': graph }, null, 2)}\n`;
}

const nodeSchema = z.record(z.string(), z.unknown());
const documentSchema = z.union([
  z.object({ '@graph': z.array(nodeSchema) }).transform((document) => document['@graph']),
  z.array(nodeSchema),
  nodeSchema.transform((node) => [node]),
]);
type Node = z.infer<typeof nodeSchema>;

/** Values of a property, whether written short (`prefLabel`), with a prefix (`skos:prefLabel`) or in full. */
function valuesOf(node: Node, vocabulary: string, prefix: string, name: string): unknown[] {
  const value = node[name] ?? node[`${prefix}:${name}`] ?? node[`${vocabulary}${name}`];
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

/** Dutch first, then what has no language, then any other: a term has one preferred label. */
function textsOf(values: readonly unknown[]): string[] {
  const read = values.flatMap((value): { text: string; rank: number }[] => {
    if (typeof value === 'string') return [{ text: value.trim(), rank: 1 }];
    const literal = z.object({ '@value': z.string(), '@language': z.string().optional() }).safeParse(value);
    if (literal.success) {
      const language = literal.data['@language'];
      const rank = language === undefined ? 1 : language.startsWith('nl') ? 0 : 2;
      return [{ text: literal.data['@value'].trim(), rank }];
    }
    const byLanguage = z.record(z.string(), z.union([z.string(), z.array(z.string())])).safeParse(value);
    if (!byLanguage.success || '@id' in byLanguage.data) return [];
    return Object.entries(byLanguage.data).flatMap(([language, texts]) =>
      [texts].flat().map((text) => ({ text: text.trim(), rank: language.startsWith('nl') ? 0 : 2 })),
    );
  });
  return read
    .filter(({ text }) => text !== '')
    .sort((a, b) => a.rank - b.rank)
    .map(({ text }) => text);
}

const idsIn = (values: readonly unknown[]): string[] =>
  values.flatMap((value) =>
    typeof value === 'string' ? [value] : (z.object({ '@id': z.string() }).safeParse(value).data?.['@id'] ?? []),
  );

const skosTexts = (node: Node, name: string): string[] => textsOf(valuesOf(node, skos, 'skos', name));
const ownText = (node: Node, name: string): string | null => textsOf(valuesOf(node, own, 'rv', name))[0] ?? null;

function isConcept(node: Node): boolean {
  const types = idsIn([node['@type']].flat());
  return types.some((type) => type === 'skos:Concept' || type === 'Concept' || type === `${skos}Concept`);
}

function termOf(node: Node, nameOf: (id: string) => string): ThesaurusTerm | null {
  const [preferred] = skosTexts(node, 'prefLabel');
  const [abbreviation, longForm] = [ownText(node, 'abbreviation'), ownText(node, 'longForm')];
  const [successor] = idsIn(valuesOf(node, dct, 'dct', 'isReplacedBy'));
  const date = (name: string): string | null => {
    const text = ownText(node, name);
    return text !== null && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) ? text : null;
  };
  const names = (name: string): string[] => idsIn(valuesOf(node, skos, 'skos', name)).map(nameOf);
  const read = thesaurusTermSchema.safeParse({
    preferred,
    abbreviation,
    longForm,
    variants: skosTexts(node, 'hiddenLabel'),
    synonyms: skosTexts(node, 'altLabel').filter((label) => label !== abbreviation && label !== longForm),
    broader: names('broader'),
    related: names('related'),
    definition: skosTexts(node, 'definition')[0] ?? null,
    note: [...skosTexts(node, 'scopeNote'), ...skosTexts(node, 'note')][0] ?? null,
    source: textsOf(valuesOf(node, dct, 'dct', 'source'))[0] ?? null,
    validFrom: date('validFrom'),
    validTo: date('validTo'),
    successor: successor === undefined ? null : nameOf(successor),
    successorFrom: date('replacedFrom'),
  });
  return read.success ? read.data : null;
}

/**
 * The concepts of a SKOS file in JSON-LD, ours or another program's; those without a usable preferred label are left out. Errors: AppError `skos-invalid`.
 */
export function importSkos(text: string): ThesaurusTerm[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new AppError('skos-invalid', {}, { cause });
  }
  const nodes = documentSchema.safeParse(json).data?.filter(isConcept) ?? [];
  if (nodes.length === 0) throw new AppError('skos-invalid');
  const names = new Map(nodes.map((node) => [String(node['@id']), skosTexts(node, 'prefLabel')[0]]));
  const nameOf = (id: string): string =>
    names.get(id) ?? (id.startsWith('urn:raakvlak:name:') ? decodeURIComponent(id.slice(18)) : id);
  return nodes.flatMap((node) => termOf(node, nameOf) ?? []);
}
