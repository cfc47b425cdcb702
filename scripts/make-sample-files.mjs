/**
 * Makes `resources/sample/files` from the Markdown in `resources/sample/sources`. The files are kept in the repository;
 * run this after changing a source: `node scripts/make-sample-files.mjs [part of a name]`.
 *
 * Needs LibreOffice with Writer, Calc and Impress (`soffice`), the Dutch hyphenation patterns (Debian: hyphen-nl)
 * and a font with the widths of Calibri (Debian: fonts-crosextra-carlito).
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { sheetDocument, slideDocument } from './sample-files/sheet-and-slides.mjs';
import { dateOf, readSource } from './sample-files/source.mjs';
import { textDocument } from './sample-files/text.mjs';

const run = promisify(execFile);
const sources = new URL('../resources/sample/sources/', import.meta.url).pathname;
const files = new URL('../resources/sample/files/', import.meta.url).pathname;

/** For each extension: what makes the flat document, its own extension, and LibreOffice's filter. */
const formats = {
  '.pdf': { make: textDocument, flat: '.fodt', filter: 'pdf:writer_pdf_Export' },
  '.docx': { make: textDocument, flat: '.fodt', filter: 'docx:Office Open XML Text' },
  '.odt': { make: textDocument, flat: '.fodt', filter: 'odt:writer8' },
  '.xlsx': { make: sheetDocument, flat: '.fods', filter: 'xlsx:Calc Office Open XML' },
  '.pptx': { make: slideDocument, flat: '.fodp', filter: 'pptx:Impress Office Open XML' },
};

async function convert(source, workDir) {
  const { output } = source.properties;
  const format = formats[extname(output)];
  if (format === undefined) throw new Error(`no format for ${output}`);
  const flat = join(workDir, basename(output, extname(output)) + format.flat);
  await writeFile(flat, format.make(source));
  const profile = `-env:UserInstallation=file://${join(workDir, 'profile')}`;
  await run('soffice', [profile, '--headless', '--convert-to', format.filter, '--outdir', files, flat]);
  if (extname(output) === '.pdf') await datePdf(join(files, output), dateOf(source.properties));
}

/** LibreOffice writes the moment of conversion as the moment a PDF was made; this puts the source's date in its place. */
async function datePdf(path, date) {
  const digits = date.toISOString().replace(/\D/g, '').slice(0, 14);
  const pdf = (await readFile(path)).toString('latin1');
  await writeFile(path, Buffer.from(pdf.replace(/(\/CreationDate\(D:)\d{14}/, `$1${digits}`), 'latin1'));
}

const only = process.argv[2] ?? '';
const workDir = await mkdtemp(join(tmpdir(), 'raakvlak-sample-'));
try {
  await mkdir(files, { recursive: true });
  for (const name of (await readdir(sources)).sort()) {
    if (!name.includes(only)) continue;
    const source = readSource(await readFile(join(sources, name), 'utf8'));
    const { output, title } = source.properties;
    if (output.endsWith('.md')) await writeFile(join(files, output), `# ${title}\n\n${source.body}\n`);
    else await convert(source, workDir);
    console.log(output);
  }
} finally {
  await rm(workDir, { recursive: true, force: true });
}
