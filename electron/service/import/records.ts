import { extname } from 'node:path';
import type { ImportFailure } from '../../../shared/model/views';
import { guessMapping } from '../../documents/csv-guess';
import { parseReferences, referenceFormat } from '../../documents/references';
import { decodeText } from '../../documents/text-encoding';
import type { NewItem } from '../../library/library-types';
import { fieldNames } from './field-names';
import { itemsOfTable } from './import-table';
import { readAnyTable } from './read-any-table';
import { isSkos, termItems } from './skos-terms';

export interface ReadRecords {
  readonly items: readonly NewItem[];
  readonly failed: readonly ImportFailure[];
}

/** Larger files are not looked into for records. */
const largestBytes = 64 * 1024 * 1024;
const recordFile = /^\.(ris|bib|bibtex|json|jsonld|csl|csv|tsv)$/i;

/** The records in a file of references or a table with a title column; null for a file that is a document itself. */
export async function readRecords(
  bytes: Uint8Array,
  name: string,
  path: string,
  as: string,
): Promise<ReadRecords | null> {
  if (!recordFile.test(extname(name)) || bytes.length > largestBytes || bytes.length === 0) return null;
  if (/^\.(csv|tsv)$/i.test(extname(name))) return readTableRecords(bytes, name, path, as);
  const text = decodeText(bytes);
  if (isSkos(text)) return { items: termItems(text), failed: [] };
  if (referenceFormat(text, name) === null) return null;
  const { items, problems } = await parseReferences(text, name);
  return {
    items: items.map(({ fields, sets }) => ({ type: 'study', set: { ...fields }, add: { ...sets } })),
    failed: problems.map(({ code, params }) => ({ path, code, params })),
  };
}

function readTableRecords(bytes: Uint8Array, name: string, path: string, as: string): ReadRecords | null {
  // Rows are records of a catalogue, so they become projects where nobody asked for something else.
  const type = as === 'document' ? 'project' : as;
  const table = readAnyTable(bytes, name, null);
  const mapping = guessMapping(table.columns, type, fieldNames);
  return Object.values(mapping).includes('title') ? itemsOfTable(table, path, { type, mapping, partial: false }) : null;
}
