import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { AppError } from '../../../../shared/base/errors';
import { cslOf } from '../../../../shared/citing/csl';
import type { ItemExportFormat } from '../../../../shared/model/export';
import type { Language } from '../../../../shared/messages/text';
import { isAppType } from '../../../../shared/model/types';
import { exportSkos } from '../../../../shared/search/skos';
import type { ItemState } from '../../../../shared/revision/item-state';
import { formatReferences } from '../../../documents/bibliography';
import { plainXlsx } from '../../../guard/plain-xlsx';
import { typeOf } from '../../../insight/item-fields';
import type { Library } from '../../../library/library-types';
import { writeError, writeFileAtomic, writeFilesAtomic } from '../../../library/write-file-atomic';
import { ownTermOf } from '../../../search/own-term';
import type { Job } from '../../jobs';
import { itemMarkdown } from './item-markdown';
import { itemTables } from './item-tables';

export interface ItemExport {
  readonly items: readonly ItemState[];
  readonly format: ItemExportFormat;
  /** A file, or for Markdown a folder that is empty or not there. */
  readonly path: string;
  readonly language: Language;
}

/** Types that are a source one can cite. */
const cited: ReadonlySet<string> = new Set(['study', 'document', 'draft', 'policyPlan']);

/**
 * Writes items in a format that other programs read, and says how many it holds: references only of sources, SKOS only of terms.
 * Errors: `export-nothing`, `publish-folder-not-empty` (folder), `write-failed`, `disk-full`.
 */
export async function exportItems(library: Library, wanted: ItemExport, job: Job): Promise<{ items: number }> {
  const items = wanted.items.filter(
    (state) => !state.deleted && !isAppType(typeOf(state)) && fits(state, wanted.format),
  );
  if (items.length === 0) throw new AppError('export-nothing');
  if (wanted.format === 'markdown') await writeFolder(library, items, wanted, job);
  else await writeFileAtomic(wanted.path, await bytesOf(items, wanted));
  return { items: items.length };
}

function fits(state: ItemState, format: ItemExportFormat): boolean {
  if (format === 'skos') return typeOf(state) === 'term';
  return format === 'ris' || format === 'bibtex' || format === 'csl-json' ? cited.has(typeOf(state)) : true;
}

async function bytesOf(items: readonly ItemState[], { format, language }: ItemExport): Promise<Uint8Array> {
  switch (format) {
    case 'csv':
      return Buffer.from(csvOf(items, language));
    case 'xlsx':
      return plainXlsx(
        itemTables(items, language).map(({ name, columns, rows }) => ({ name, rows: [columns, ...rows] })),
      );
    case 'json':
      return Buffer.from(`${JSON.stringify({ format: 'raakvlak-items', version: 1, items }, null, 1)}\n`);
    case 'ris':
    case 'bibtex':
    case 'csl-json':
      return Buffer.from(
        `${await formatReferences(
          items.map(({ id, fields }) => cslOf(id, fields)),
          format,
        )}\n`,
      );
    case 'skos':
      return Buffer.from(exportSkos(items.flatMap((state) => ownTermOf(state)?.term ?? [])));
    case 'markdown':
      throw new Error('a folder, not a file');
  }
}

/** One table after the other with an empty line between, so that nothing is lost when types are mixed; one type gives a plain table. */
function csvOf(items: readonly ItemState[], language: Language): string {
  // A byte order mark tells Excel that it is UTF-8; an apostrophe keeps what begins as a formula a text.
  const parts = itemTables(items, language).map(({ columns, rows }) =>
    Papa.unparse([[...columns], ...rows.map((row) => [...row])], { delimiter: ';', escapeFormulae: true }),
  );
  return `\ufeff${parts.join('\r\n\r\n')}\r\n`;
}

async function writeFolder(
  library: Library,
  items: readonly ItemState[],
  { path: folder, language }: ItemExport,
  job: Job,
): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw writeError(error, folder);
  });
  if ((await readdir(folder)).length > 0) throw new AppError('publish-folder-not-empty', { folder });
  const { texts, copies } = itemMarkdown(items, language);
  await writeFilesAtomic(texts.map(({ path, text }) => ({ path: join(folder, path), bytes: Buffer.from(text) })));
  let done = 0;
  for (const { path, hash } of copies) {
    if (job.signal.aborted) throw new AppError('cancelled');
    done += 1;
    job.progress({ done, total: copies.length, current: path });
    if (!library.hasBlob(hash)) continue;
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(library.blobPath(hash), target);
  }
}
