import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { randomUUID } from 'node:crypto';
import { AppError } from '../../../shared/base/errors';
import type { LibraryHandlers, Parts } from '../service';
import { importFiles } from '../import/import-files';
import { importText } from '../import/import-text';
import { importTable, previewTable, type TableFile } from '../import/import-table';
import { failureOf } from '../import/store-documents';

type Names = 'import.paths' | 'import.text' | 'import.csvPreview' | 'import.csv' | 'jobs.cancel';

/** What brings new things in. */
export function importHandlers(parts: Parts): Pick<LibraryHandlers, Names> {
  const { jobs } = parts;
  return {
    'import.paths': ({ job, paths, as }) =>
      jobs.run(job, 'import', (running) =>
        importFiles(parts, running, paths, as ?? 'document', `import:${randomUUID()}`),
      ),
    'import.text': ({ text, html }) => importText(parts, text, html),
    'import.csvPreview': async ({ path, type, sheet }) => previewTable(await tableFile(path, sheet), type),
    'import.csv': async ({ path, type, mapping, sheet, partial }) => {
      const file = await tableFile(path, sheet);
      return jobs.run(`table:${path}`, 'import', (job) => importTable(parts, file, { type, mapping, partial }, job));
    },
    'jobs.cancel': ({ job }) => jobs.cancel(job),
  };
}

/** Errors: `file-denied`, `file-other`. */
async function tableFile(path: string, sheet: string | null): Promise<TableFile> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    const { code, params } = failureOf(path, cause);
    throw new AppError(code, params, { cause });
  });
  return { bytes, name: basename(path), path, sheet };
}
