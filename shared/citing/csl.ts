import type { JsonValue } from '../base/json';
import { cslName } from './person-name';

/** A record of CSL-JSON 1.0.2, as citation programs exchange it. */
export type CslRecord = Readonly<Record<string, JsonValue>> & { readonly id: string; readonly type: string };

type Fields = Readonly<Record<string, JsonValue | undefined>>;

/** An item as a source that can be cited. */
export function cslOf(id: string, fields: Fields): CslRecord {
  const type = cslType(fields);
  const line = (key: string): string | null => {
    const value = fields[key];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const entries: Record<string, JsonValue> = {
    id,
    type,
    title: line('title'),
    author: authorsOf(fields).map((name) => ({ ...cslName(name) })),
    issued: issuedOf(fields),
    'container-title': line('publication'),
    publisher: line('publisher'),
    volume: line('volume'),
    issue: line('issue'),
    page: line('pageRange'),
    DOI: line('doi'),
    ISBN: line('isbn'),
    URL: line('url'),
    abstract: line('abstract'),
    language: line('language'),
  };
  const filled = Object.entries(entries).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(filled) as CslRecord;
}

/** What a reader needs to find the source, by kind of source, and which of that this item lacks: keys of fields. */
export function missingForCitation(fields: Fields): readonly string[] {
  const type = cslType(fields);
  const byKind = type === 'article-journal' ? ['publication'] : type === 'webpage' ? ['url'] : ['publisher'];
  return ['authors', 'year', 'title', ...byKind].filter((key) => {
    if (key === 'authors') return authorsOf(fields).length === 0;
    if (key === 'year') return issuedOf(fields) === null;
    const value = fields[key];
    return typeof value !== 'string' || value.trim() === '';
  });
}

/** The kind follows from what was filled in: a journal has volumes, a book an ISBN, a page on the web only an address. */
function cslType(fields: Fields): 'article-journal' | 'book' | 'chapter' | 'webpage' | 'report' {
  const has = (key: string): boolean => typeof fields[key] === 'string' && String(fields[key]).trim() !== '';
  if (has('isbn')) return has('publication') ? 'chapter' : 'book';
  if (has('publication') && (has('volume') || has('issue') || has('doi') || has('pageRange') || !has('publisher')))
    return 'article-journal';
  return has('url') && !has('publisher') && !has('doi') ? 'webpage' : 'report';
}

function authorsOf(fields: Fields): readonly string[] {
  const { authors, owner } = fields;
  if (Array.isArray(authors)) return authors.map(String).filter((name) => name.trim() !== '');
  return typeof owner === 'string' && owner.trim() !== '' ? [owner] : [];
}

function issuedOf(fields: Fields): JsonValue {
  const { year, date } = fields;
  if (typeof year === 'number') return { 'date-parts': [[year]] };
  const parts = typeof date === 'string' ? date.split('-').map(Number) : [];
  return parts.length > 0 && parts.every((part) => part > 0) ? { 'date-parts': [parts] } : null;
}
