import { basename, dirname, extname } from 'node:path';
import type { Shell } from 'electron';
import { AppError } from '../../shared/base/errors';
import type { WorkingCopy } from '../../shared/model/draft';

/**
 * What other programs may be asked to open: documents, tables, slides, pictures that are no programs. Somebody else gave the file its name, and the system runs what is
 * called `.exe`, `.lnk` or `.desktop`; a web page or SVG would run its scripts in the browser as a file of this computer; `.docm` and the like say themselves that
 * they hold programs.
 */
const documentKinds = new Set(
  (
    '.doc .docx .dotx .odt .ott .rtf .txt .md .markdown .pdf .epub .xls .xlsx .ods .csv .tsv .ppt .pptx .odp .bib .ris .json ' +
    '.png .jpg .jpeg .gif .webp .tif .tiff .bmp'
  ).split(' '),
);

/** Opens a working copy in the program that the system has for it. Errors: `file-kind-unsafe`, `program-missing`. */
export async function openCopy({ path }: Pick<WorkingCopy, 'path'>, shell: Pick<Shell, 'openPath'>): Promise<void> {
  const params = { name: basename(path), folder: dirname(path) };
  if (!documentKinds.has(extname(path).toLowerCase())) throw new AppError('file-kind-unsafe', params);
  if ((await shell.openPath(path)) !== '') throw new AppError('program-missing', params);
}
