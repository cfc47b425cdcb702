/* eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the tests' program does not list this folder's declarations */
/// <reference path="./citation-js.d.ts" />
import { AppError, type ErrorCode, type ErrorParams } from '../../shared/base/errors';
import type { JsonValue } from '../../shared/base/json';
import { cslFields } from './csl-fields';

/** A reference as fields and set-valued fields of type `study`. */
export interface ParsedReference {
  readonly fields: Readonly<Record<string, JsonValue>>;
  readonly sets: Readonly<Record<string, readonly string[]>>;
  /** The record as CSL-JSON, with all that has no field here. */
  readonly csl: Readonly<Record<string, JsonValue>>;
}

export interface ReferenceProblem {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

export interface ParsedReferences {
  readonly items: readonly ParsedReference[];
  /** One for each record that was skipped, with its number in the file from 1. */
  readonly problems: readonly ReferenceProblem[];
}

export type ReferenceFormat = 'ris' | 'bibtex' | 'csl';

/** What kind of references a file holds, by its content; null when it holds none. */
export function referenceFormat(text: string, name: string): ReferenceFormat | null {
  if (/^\ufeff?\s*TY {2}-/m.test(text.slice(0, 10_000))) return 'ris';
  if (/^\s*@(?!comment|preamble)\w+\s*[{(]/im.test(text) && /\.(bib|bibtex|txt)$/i.test(name)) return 'bibtex';
  if (/\.(json|csl)$/i.test(name) && /^\ufeff?\s*[[{]/.test(text) && /"(title|id)"\s*:/.test(text)) return 'csl';
  return null;
}

/**
 * The references in a RIS, BibTeX or CSL-JSON file, each read on its own so that a bad one stops only itself.
 * Errors: `references-unrecognised`. Problems: `reference-damaged`, `reference-without-title`.
 */
export async function parseReferences(text: string, name: string): Promise<ParsedReferences> {
  const format = referenceFormat(text, name);
  if (format === null) throw new AppError('references-unrecognised', { name });
  const read = format === 'csl' ? splitCsl(text, name) : await readerOf(format, text);
  const items: ParsedReference[] = [];
  const problems: ReferenceProblem[] = [];
  read.forEach((readOne, index) => {
    const params = { name, record: index + 1 };
    try {
      const csl = readOne();
      const { fields, sets } = cslFields(csl);
      if (typeof fields['title'] === 'string') items.push({ fields, sets, csl });
      else problems.push({ code: 'reference-without-title', params });
    } catch {
      problems.push({ code: 'reference-damaged', params });
    }
  });
  return { items, problems };
}

type ReadOne = () => Record<string, JsonValue>;

async function readerOf(format: 'ris' | 'bibtex', text: string): Promise<ReadOne[]> {
  const { plugins } = await import('@citation-js/core');
  await (format === 'ris' ? import('@citation-js/plugin-ris') : import('@citation-js/plugin-bibtex'));
  const records = format === 'ris' ? splitRis(text) : splitBibtex(text);
  // BibLaTeX reads all of BibTeX, and keeps abstract, keywords and language. Naming the type keeps the library from guessing an address and fetching it.
  const forceType = format === 'ris' ? '@ris/file' : '@biblatex/text';
  return records.map((record) => () => {
    const [csl] = plugins.input.chain(record, { forceType, generateGraph: false });
    return asObject(csl);
  });
}

function asObject(value: unknown): Record<string, JsonValue> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('not a record');
  return value as Record<string, JsonValue>;
}

function splitCsl(text: string, name: string): ReadOne[] {
  try {
    const data: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    const records: unknown[] = Array.isArray(data) ? data : [data];
    return records.map((record) => () => asObject(record));
  } catch (cause) {
    throw new AppError('references-unrecognised', { name }, { cause });
  }
}

/** A record begins at its type, whether or not the one before it was ended. */
function splitRis(text: string): string[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/^(?=TY {2}-)/m)
    .filter((record) => record.startsWith('TY  -'));
}

/** Entries begin with an @ at the start of a line; the abbreviations that the file declares go with each. */
function splitBibtex(text: string): string[] {
  const parts = text
    .replace(/^\ufeff/, '')
    .split(/^[ \t]*(?=@\w+\s*[{(])/m)
    .filter((part) => part.startsWith('@'));
  const abbreviations = parts.filter((part) => /^@string\b/i.test(part)).join('\n');
  return parts
    .filter((part) => !/^@(string|comment|preamble)\b/i.test(part))
    .map((part) => `${abbreviations}\n${part}`);
}
