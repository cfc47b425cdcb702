/** A part of JSON that may have any shape. */
type Json = Readonly<Record<string, unknown>>;

const contextIri = 'http://www.w3.org/ns/anno.jsonld';
const motivations = new Set(
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging'.split(
    ' ',
  ),
);

const many = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
const objects = (value: unknown): readonly Json[] =>
  many(value).filter((each): each is Json => typeof each === 'object' && each !== null);
const isIri = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value);
const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isMoment = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value) &&
  !Number.isNaN(Date.parse(value));

/**
 * What of the rules (each MUST, and the SHOULDs that can be kept) of the Web Annotation Data Model, W3C Recommendation of 23 February 2017
 * (https://www.w3.org/TR/annotation-model/), a collection breaks: the section and what is wrong; empty when it keeps them all.
 */
export function brokenRules(collection: Json): readonly string[] {
  const broken: string[] = [];
  const must = (section: string, holds: boolean, what: string): void => {
    if (!holds) broken.push(`${section} ${what}`);
  };
  must('5.1', many(collection['@context']).includes(contextIri), '@context names the model');
  must(
    '5.1',
    many(collection['@context']).length !== 1 || typeof collection['@context'] === 'string',
    'one @context is a string',
  );
  must('5.1', isIri(collection['id']), 'a collection has one IRI');
  must('5.1', many(collection['type']).includes('AnnotationCollection'), 'type of a collection');
  must(
    '5.1',
    many(collection['label']).length > 0 && many(collection['label']).every((each) => typeof each === 'string'),
    'label',
  );
  must('5.1', isCount(collection['total']), 'total');
  const [page, ...others] = objects(collection['first']);
  must('5.1', others.length === 0 && (page !== undefined) === Number(collection['total']) > 0, 'one first page');
  if (page !== undefined) pageRules(page, collection, must);
  return broken;
}

type Must = (section: string, holds: boolean, what: string) => void;

function pageRules(page: Json, collection: Json, must: Must): void {
  must('5.2', page['@context'] === undefined, 'an embedded page has no @context');
  must('5.2', isIri(page['id']), 'a page has one IRI');
  must('5.2', many(page['type']).includes('AnnotationPage'), 'type of a page');
  must('5.2', Array.isArray(page['items']) && page['items'].length > 0, 'a page has annotations');
  must('5.2', page['partOf'] === undefined || page['partOf'] === collection['id'], 'partOf');
  must('5.2', isCount(page['startIndex']), 'startIndex');
  const ids = objects(page['items']).map(({ id }) => id);
  must('3.1', new Set(ids).size === ids.length, 'IRIs of annotations differ');
  for (const annotation of objects(page['items'])) annotationRules(annotation, must);
}

function annotationRules(annotation: Json, must: Must): void {
  must('3.1', isIri(annotation['id']), 'an annotation has one IRI');
  must('3.1', many(annotation['type']).includes('Annotation'), 'type of an annotation');
  must('3.1', many(annotation['target']).length > 0, 'an annotation has a target');
  must('3.2.5', annotation['bodyValue'] === undefined || annotation['body'] === undefined, 'bodyValue or body');
  for (const key of ['created', 'modified', 'generated'])
    must('3.3.1', annotation[key] === undefined || isMoment(annotation[key]), `${key} is a moment in UTC`);
  must('3.3.1', annotation['created'] !== undefined, 'created');
  for (const agent of objects(annotation['creator'])) {
    must('3.3.2', many(agent['id']).length <= 1, 'an agent has at most one IRI');
    must(
      '3.3.2',
      many(agent['type']).every((type) => ['Person', 'Organization', 'Software'].includes(String(type))),
      'class of an agent',
    );
    must('3.3.2', typeof agent['name'] === 'string', 'name of an agent');
  }
  must(
    '3.3.5',
    many(annotation['motivation']).every((each) => motivations.has(String(each))),
    'motivation',
  );
  for (const body of objects(annotation['body'])) bodyRules(body, must);
  for (const target of many(annotation['target'])) {
    if (typeof target === 'string') must('3.2.1', isIri(target), 'a target is an IRI');
    else for (const resource of objects(target)) resourceRules(resource, must);
  }
}

function bodyRules(body: Json, must: Must): void {
  must('3.2.4', body['type'] === 'TextualBody', 'type of a textual body');
  must('3.2.4', typeof body['value'] === 'string', 'one value');
  must(
    '3.2.1',
    many(body['format']).every((each) => /^\w+\/[\w.+-]+$/.test(String(each))),
    'format is a media type',
  );
  must(
    '3.3.5',
    many(body['purpose']).every((each) => motivations.has(String(each))),
    'purpose is a motivation',
  );
}

function resourceRules(resource: Json, must: Must): void {
  must('4', isIri(resource['source']) || objects(resource['source']).length === 1, 'one source');
  must(
    '4',
    many(resource['type']).every((each) => each === 'SpecificResource'),
    'type of a specific resource',
  );
  must(
    '4.4',
    many(resource['styleClass']).every((each) => /^[\w-]+$/.test(String(each))),
    'styleClass is the name of a class',
  );
  for (const selector of objects(resource['selector'])) selectorRules(selector, must);
}

function selectorRules(selector: Json, must: Must): void {
  const { type, value, start, end } = selector;
  if (type === 'FragmentSelector') {
    must('4.2.1', typeof value === 'string', 'one value');
    must('4.2.1', isIri(selector['conformsTo']), 'conformsTo');
  } else if (type === 'TextQuoteSelector')
    for (const key of ['exact', 'prefix', 'suffix']) must('4.2.4', typeof selector[key] === 'string', key);
  else if (type === 'TextPositionSelector') {
    must('4.2.5', isCount(start) && isCount(end), 'start and end are whole numbers, 0 or more');
    must('4.2.5', Number(end) >= Number(start), 'end is not before start');
  } else if (type === 'SvgSelector') must('4.2.7', isWellFormed(String(value)), 'well-formed SVG');
  else must('4.2', false, `type ${String(type)}`);
  for (const refined of objects(selector['refinedBy'])) selectorRules(refined, must);
}

/** As far as our SVG goes: elements that close, with attributes in quotes. */
function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<&]*")*)\s*(\/?)>/g,
    (_, close: string, name: string, __, empty: string) => {
      if (close === '/') return open.pop() === name ? '' : '<';
      if (empty === '') open.push(name);
      return '';
    },
  );
  return /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/.test(svg) && open.length === 0 && !rest.includes('<');
}
