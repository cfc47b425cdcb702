import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { asPdfAnnotations, fromPdfAnnotations } from '../../electron/service/annotations/pdf-exchange';
import { readPdfAnnotations } from '../../electron/documents/pdf-annotations-read';
import { writePdfAnnotations } from '../../electron/documents/pdf-annotations-write';
import type { ItemId } from '../../shared/base/ids';
import type { Annotation } from '../../shared/model/annotation';
import { fixture, fixturePath } from '../support/document-fixtures';
import { temporaryFolder } from '../support/library-folders';
import { must } from '../support/must';

const hash = 'c'.repeat(64);
const marked = (): Uint8Array => fixture('aantekeningen.pdf');

/** As they are when the library has taken them in. */
async function takenIn(): Promise<readonly Annotation[]> {
  const foreign = fromPdfAnnotations(await readPdfAnnotations(marked(), 'aantekeningen.pdf'), hash);
  return foreign.map((each, index) => ({
    ...each,
    id: `${'0'.repeat(25)}${index}` as ItemId,
    item: '1'.repeat(26) as ItemId,
    space: { id: 'x', name: 'Mijn bibliotheek', kind: 'private' } as unknown as Annotation['space'],
    replyTo: null,
    mine: true,
    createdAt: '2026-02-01T10:00:00.000Z',
    changedAt: '2026-02-01T10:00:00.000Z',
    links: [],
  }));
}

test('marks, notes and drawings of PyMuPDF come in with their words, colours and author', async () => {
  const all = await takenIn();
  const seen = all.map(({ kind, colour, comment, author, anchor: { page, quote, rects } }) => ({
    what: `${kind} ${colour} ${author}, page ${page}`,
    words: quote?.exact ?? null,
    lines: rects.length,
    comment,
  }));
  const by = 'S. Bakker, page 0';
  expect(seen).toEqual([
    {
      what: `highlight yellow ${by}`,
      words: 'De leerplichtambtenaar meldt thuiszitters',
      lines: 2,
      comment: 'Klopt die termijn?',
    },
    { what: `underline blue ${by}`, words: 'een sluitend vangnet', lines: 1, comment: '' },
    { what: `strike pink ${by}`, words: 'jeugdhulp Zandwijk', lines: 1, comment: 'Bestaat niet meer' },
    { what: expect.stringMatching(`^underline .* ${by}$`), words: '2022-2023', lines: 1, comment: '' },
    {
      what: expect.stringMatching(`^page .* ${by}$`),
      words: null,
      lines: 1,
      comment: 'Losse notitie op de bladzijde\nmet een tweede regel',
    },
    { what: `area green ${by}`, words: null, lines: 1, comment: 'Omcirkeld met de pen' },
    { what: expect.stringMatching(`^area .* ${by}$`), words: null, lines: 1, comment: 'Tekst op het blad: nabellen' },
    { what: `area purple ${by}`, words: null, lines: 1, comment: 'Vierkant' },
    { what: 'highlight green S. Bakker, page 1', words: 'regiegroep', lines: 1, comment: 'Op een gedraaid blad' },
  ]);
});

test('a comment of LibreOffice comes in as a note', async () => {
  const read = await readPdfAnnotations(fixture('opmerkingen.pdf'), 'opmerkingen.pdf');
  expect(read.map(({ shape, text }) => [shape, text])).toEqual([['note', 'Ook met de ouders?']]);
  expect(must(read[0]).author).toContain('T. Jansma');
});

test('they go out in their own places, changed where they were changed, and none twice', async () => {
  const all = await takenIn();
  const edited = all.map((each) =>
    each.kind === 'highlight' || each.kind === 'area' ? { ...each, comment: `${each.comment} (nagekeken)` } : each,
  );
  const bytes = await writePdfAnnotations(marked(), asPdfAnnotations(edited, hash), 'aantekeningen.pdf');
  const [before, after] = [await readPdfAnnotations(marked(), 'voor.pdf'), await readPdfAnnotations(bytes, 'na.pdf')];
  expect(after).toHaveLength(before.length);
  expect(after.filter(({ text }) => text.endsWith('(nagekeken)'))).toHaveLength(4);
  // A drawing stays what it is, and text on the page says what it said.
  const path = join(temporaryFolder(), 'na.pdf');
  writeFileSync(path, bytes);
  expect(await subtypes(bytes)).toEqual(await subtypes(marked()));
  if (spawnSync('pdftocairo', ['-v']).error !== undefined) return;
  const ink = (file: string): Buffer =>
    execFileSync('pdftocairo', [
      '-png',
      '-f',
      '1',
      '-l',
      '1',
      '-singlefile',
      '-r',
      '50',
      '-x',
      '40',
      '-y',
      '265',
      '-W',
      '120',
      '-H',
      '50',
      file,
      '-',
    ]);
  expect(ink(path).equals(ink(fixturePath('aantekeningen.pdf')))).toBe(true);
});

test('one that was put beside what the file has is added', async () => {
  const [first] = await takenIn();
  const { anchor } = must(first);
  const moved = {
    ...must(first),
    anchor: { ...anchor, rects: anchor.rects.map(([x, , w, h]) => [x, 0.9, w, h] as const) },
  };
  const bytes = await writePdfAnnotations(marked(), asPdfAnnotations([moved as unknown as Annotation], hash), 'a.pdf');
  expect(await readPdfAnnotations(bytes, 'na.pdf')).toHaveLength(
    (await readPdfAnnotations(marked(), 'voor.pdf')).length + 1,
  );
});

/** Of all annotations, as they stand in the file. */
async function subtypes(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await PDFDocument.load(bytes);
  return document
    .getPages()
    .flatMap((page) => page.node.Annots()?.asArray() ?? [])
    .map((ref) => document.context.lookup(ref, PDFDict).lookup(PDFName.of('Subtype'), PDFName).decodeText())
    .sort();
}
