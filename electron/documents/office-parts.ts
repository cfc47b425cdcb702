import { posix } from 'node:path';
import type { RawDocument } from './document-text';
import type { DocumentContext } from './limits';
import { readXml } from './xml';
import type { ZipParts } from './zip';

export interface Relationship {
  /** The last word of the type's address: `slide`, `styles`, `officeDocument`. */
  readonly type: string;
  /** Name of the part inside the document. */
  readonly target: string;
}

/** What a part of an Office document points at inside that document, by id. What lies outside is left out: it is never followed. */
export function readRelationships(zip: ZipParts, part: string, context: DocumentContext): Map<string, Relationship> {
  const folder = posix.dirname(part);
  const found = new Map<string, Relationship>();
  readPart(zip, posix.join(folder, '_rels', `${posix.basename(part)}.rels`), context, {
    open: (name, attributes) => {
      const { Id: id, Target: target, Type: type } = attributes;
      if (
        name !== 'Relationship' ||
        id === undefined ||
        target === undefined ||
        attributes['TargetMode'] === 'External'
      )
        return;
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      found.set(id, { type: type?.slice(type.lastIndexOf('/') + 1) ?? '', target: path });
    },
  });
  return found;
}

/** The document's main part, named by the package, or where it nearly always is. */
export function mainPart(zip: ZipParts, usual: string, context: DocumentContext): string {
  const named = [...readRelationships(zip, '', context).values()].find(({ type }) => type === 'officeDocument');
  return named !== undefined && zip.has(named.target) ? named.target : usual;
}

/** Reads a part that may be missing; false when it is. */
export function readPart(
  zip: ZipParts,
  part: string,
  context: DocumentContext,
  handlers: Parameters<typeof readXml>[2],
): boolean {
  const bytes = zip.read(part);
  if (bytes === null) return false;
  readXml(bytes, context, handlers);
  return true;
}

/** Title, authors and date of an Office Open XML or OpenDocument file, from its properties part. */
export function readProperties(
  zip: ZipParts,
  part: string,
  context: DocumentContext,
): Required<Pick<RawDocument, 'title' | 'authors' | 'date'>> {
  const values = new Map<string, string>();
  let current = '';
  readPart(zip, part, context, {
    open: (name) => {
      current = name;
    },
    close: () => {
      current = '';
    },
    text: (text) => values.set(current, (values.get(current) ?? '') + text),
  });
  const date =
    values.get('created') ?? values.get('creation-date') ?? values.get('modified') ?? values.get('date') ?? '';
  return {
    title: values.get('title') ?? null,
    authors: (values.get('creator') ?? values.get('initial-creator') ?? '').split(';'),
    date: /^\d{4}(-\d{2}(-\d{2})?)?/.exec(date)?.[0] ?? null,
  };
}
