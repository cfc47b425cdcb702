import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createCorpus, type Corpus } from '../support/corpus';
import { docxOfText } from './docx-file';
import type { BenchContext } from './measure';
import { pdfOfText } from './pdf-file';

/** Raised when other documents come out of the generator: corpora and libraries made before are then made again. */
export const generatorVersion = 1;

const filesInFolder = 100;

/** 10,000 Markdown documents, 74 MB, in folders of a hundred: the work that the peers were measured on. */
export function markdownFolder(context: BenchContext): Promise<{ path: string; documents: number }> {
  const documents = context.quick ? 2_000 : 10_000;
  return keptFolder(context, `markdown-${documents}`, documents, async (folder) => {
    const corpus = createCorpus(1);
    for (let n = 0; n < documents; n += 1) await write(folder, n, 'md', markdownOf(corpus, 3_000, 11_500));
  });
}

/** 1,000 documents with 35 MB of text: 300 Markdown, 300 plain text, 250 PDF and 150 Word, the last two of up to 60 pages. */
export function mixedFolder(context: BenchContext): Promise<{ path: string; documents: number }> {
  return keptFolder(context, 'mixed-1000', 1_000, async (folder) => {
    const corpus = createCorpus(21);
    for (let n = 0; n < 1_000; n += 1) {
      const text = n < 600 ? markdownOf(corpus, 5_000, 20_000) : markdownOf(corpus, 20_000, 120_000);
      if (n < 600) await write(folder, n, n % 2 === 0 ? 'txt' : 'md', text);
      else if (n < 850) await write(folder, n, 'pdf', pdfOfText(text));
      else await write(folder, n, 'docx', docxOfText(text));
    }
  });
}

export const documentsInPart = 5_000;

/** Part `part` (from 0) of an endless series of documents of 5 to 20 KB. */
export async function writePart(folder: string, part: number): Promise<void> {
  const corpus = createCorpus(1_000 + part);
  for (let n = 0; n < documentsInPart; n += 1)
    await write(folder, part * documentsInPart + n, 'md', markdownOf(corpus, 5_000, 20_000));
}

function markdownOf(corpus: Corpus, least: number, most: number): string {
  const { title, body } = corpus.document(least, most);
  return `# ${title}\n\n${body}\n`;
}

async function write(folder: string, n: number, extension: string, content: string | Uint8Array): Promise<void> {
  const path = join(
    folder,
    `map-${String(Math.floor(n / filesInFolder)).padStart(4, '0')}`,
    `stuk-${String(n).padStart(6, '0')}.${extension}`,
  );
  if (n % filesInFolder === 0) await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

/** Made once, whole or not at all. */
export async function keptFolder(
  context: BenchContext,
  name: string,
  documents: number,
  make: (folder: string) => Promise<void>,
): Promise<{ path: string; documents: number }> {
  const path = join(context.folder, `corpus-${generatorVersion}`, name);
  if (existsSync(path)) return { path, documents };
  context.say(`Writing ${documents} documents …`);
  const unfinished = `${path}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await make(unfinished);
  await rename(unfinished, path);
  return { path, documents };
}
