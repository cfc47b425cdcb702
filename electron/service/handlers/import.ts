import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { LibraryHandlers, Parts } from '../service';
import { importFiles } from '../import/import-files';
import { importText } from '../import/import-text';
import { importTable, previewTable } from '../import/import-table';

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
    'import.csvPreview': async ({ path, type }) => previewTable(await readFile(path), basename(path), path, type),
    'import.csv': async ({ path, type, mapping }) =>
      importTable(parts, await readFile(path), basename(path), path, type, mapping),
    'jobs.cancel': ({ job }) => jobs.cancel(job),
  };
}
