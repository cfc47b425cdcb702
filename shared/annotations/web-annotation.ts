import { z } from 'zod';
import type { ItemId } from '../base/ids';
import { AppError } from '../base/errors';
import {
  annotationColours,
  annotationKinds,
  type Anchor,
  type Annotation,
  type AnnotationKind,
} from '../model/annotation';
import { anchorFromSelectors, selectorsOf } from './web-selectors';

/** An annotation as it comes from elsewhere: what `annotations.create` needs, and what it was called there. */
export interface ForeignAnnotation extends Pick<
  Annotation,
  'kind' | 'colour' | 'anchor' | 'comment' | 'tags' | 'resolved' | 'author'
> {
  /** Empty when it had no name. */
  readonly id: string;
  /** The `id` of what it answers. */
  readonly replyTo: string | null;
}

const context = ['http://www.w3.org/ns/anno.jsonld', { raakvlak: 'urn:x-raakvlak:ns:' }] as const;
const itemPrefix = 'urn:x-raakvlak:item:';
const stylePrefix = 'raakvlak-';
const motivations: Readonly<Record<AnnotationKind, string>> = {
  highlight: 'highlighting',
  underline: 'highlighting',
  strike: 'editing',
  note: 'commenting',
  area: 'highlighting',
  page: 'commenting',
  reply: 'replying',
};

/**
 * Annotations as a W3C Web Annotation collection (https://www.w3.org/TR/annotation-model/). The source of a target is the file itself, named by
 * its hash (RFC 6920), so that the annotations belong to the document wherever it is and whatever it is called.
 */
export function webAnnotations(
  item: ItemId,
  annotations: readonly Annotation[],
  label: string,
): Record<string, unknown> {
  const id = `${itemPrefix}${item}:annotations`;
  const page = { id: `${id}:1`, type: 'AnnotationPage', startIndex: 0, items: annotations.map(webAnnotation) };
  return {
    '@context': context,
    id,
    type: 'AnnotationCollection',
    label,
    total: annotations.length,
    // A page holds one annotation or more.
    ...(annotations.length === 0 ? {} : { first: { ...page, partOf: id }, last: page.id }),
  };
}

function webAnnotation(annotation: Annotation): Record<string, unknown> {
  const { id, item, kind, colour, anchor, comment, tags, resolved, author, createdAt, changedAt, replyTo } = annotation;
  const bodies = [
    ...(comment === ''
      ? []
      : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: comment }]),
    ...tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
  ];
  const selectors = selectorsOf(anchor);
  const place = {
    type: 'SpecificResource',
    source: anchor.hash === null ? `${itemPrefix}${item}` : hashUri(anchor.hash),
    styleClass: [`${stylePrefix}${kind}`, `${stylePrefix}${colour}`],
    ...(selectors.length === 0 ? {} : { selector: selectors }),
  };
  return {
    id: `${itemPrefix}${id}`,
    type: 'Annotation',
    motivation: motivations[kind],
    created: createdAt,
    modified: changedAt,
    ...(author === '' ? {} : { creator: { type: 'Person', name: author } }),
    ...(bodies.length === 0 ? {} : { body: bodies }),
    target: replyTo === null ? place : [`${itemPrefix}${replyTo}`, place],
    ...(resolved ? { 'raakvlak:resolved': true } : {}),
  };
}

const oneOrMore = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
const annotationSchema = z.looseObject({ id: z.string().max(2_000).default('') });
const bodySchema = z.looseObject({ value: z.string(), purpose: z.unknown().optional() });
const mostAnnotations = 20_000;

/** Reads annotations of any maker from JSON-LD: a collection, a page, a list or one. Error: `annotations-unreadable`. */
export function readWebAnnotations(json: unknown): readonly ForeignAnnotation[] {
  const found: unknown[] = [];
  collect(json, found, 0);
  if (found.length === 0) throw new AppError('annotations-unreadable');
  return found.slice(0, mostAnnotations).flatMap((each) => foreignOf(each) ?? []);
}

function collect(json: unknown, found: unknown[], depth: number): void {
  if (depth > 4 || typeof json !== 'object' || json === null) return;
  if (Array.isArray(json)) return json.forEach((each) => collect(each, found, depth + 1));
  const record = json as Record<string, unknown>;
  if (oneOrMore(record['type']).includes('Annotation')) found.push(json);
  else for (const key of ['first', 'items']) collect(record[key], found, depth + 1);
}

function foreignOf(untrusted: unknown): ForeignAnnotation | null {
  const parsed = annotationSchema.safeParse(untrusted);
  if (!parsed.success) return null;
  const record = parsed.data;
  const targets = oneOrMore(record['target']);
  const place = targets.find((each) => typeof each === 'object' && each !== null) as
    Record<string, unknown> | undefined;
  const answered = targets.find((each) => typeof each === 'string' && each.startsWith(itemPrefix));
  const bodies = oneOrMore(record['body']).flatMap(bodyOf);
  const styles = oneOrMore(place?.['styleClass']).flatMap((each) => String(each).split(/\s+/));
  const anchor = anchorFromSelectors(place?.['selector'], hashOf(String(place?.['source'] ?? '')));
  const comment = bodies.filter(({ isTag }) => !isTag).map(({ value }) => value);
  return {
    id: record.id.startsWith(itemPrefix) ? record.id.slice(itemPrefix.length) : record.id,
    kind: styled(styles, annotationKinds) ?? kindFrom(anchor, comment.length > 0, answered !== undefined),
    colour: styled(styles, annotationColours) ?? 'yellow',
    anchor,
    comment: comment.join('\n\n').slice(0, 200_000),
    tags: bodies.filter(({ isTag }) => isTag).map(({ value }) => value.trim().slice(0, 200)),
    resolved: record['raakvlak:resolved'] === true,
    replyTo: typeof answered === 'string' ? answered.slice(itemPrefix.length) : null,
    author: creatorOf(record['creator']),
  };
}

function bodyOf(untrusted: unknown): readonly { readonly value: string; readonly isTag: boolean }[] {
  if (typeof untrusted === 'string') return [];
  const parsed = bodySchema.safeParse(untrusted);
  if (!parsed.success || parsed.data.value.trim() === '') return [];
  return [{ value: parsed.data.value, isTag: parsed.data.purpose === 'tagging' }];
}

function kindFrom(anchor: Anchor, hasComment: boolean, isReply: boolean): AnnotationKind {
  if (isReply) return 'reply';
  if (anchor.quote !== null || anchor.position !== null) return hasComment ? 'note' : 'highlight';
  return anchor.rects.length > 0 ? 'area' : 'page';
}

function styled<Value extends string>(styles: readonly string[], values: readonly Value[]): Value | undefined {
  return values.find((value) => styles.includes(`${stylePrefix}${value}`));
}

function creatorOf(creator: unknown): string {
  const [first] = oneOrMore(creator);
  const name = typeof first === 'string' ? first : (first as Record<string, unknown> | undefined)?.['name'];
  return typeof name === 'string' ? name.slice(0, 300) : '';
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** `ni:///sha-256;…` (RFC 6920) of a hash in hexadecimals. */
function hashUri(hex: string): string {
  const bits = [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  const sextets = bits.padEnd(Math.ceil(bits.length / 6) * 6, '0').match(/.{6}/g) ?? [];
  return `ni:///sha-256;${sextets.map((sextet) => alphabet.charAt(Number.parseInt(sextet, 2))).join('')}`;
}

function hashOf(uri: string): string | null {
  const digest = /^ni:\/\/\/sha-256;([\w-]{43})$/.exec(uri)?.[1];
  if (digest === undefined) return null;
  const bits = [...digest].map((letter) => alphabet.indexOf(letter).toString(2).padStart(6, '0')).join('');
  return (bits.slice(0, 256).match(/.{4}/g) ?? []).map((nibble) => Number.parseInt(nibble, 2).toString(16)).join('');
}

/** Whether an id from a file is one that an item of ours has. */
export function isItemId(id: string): id is ItemId {
  return /^[0-9a-z]{26}$/.test(id);
}
