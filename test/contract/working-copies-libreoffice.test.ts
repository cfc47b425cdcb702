/*
 * Word documents and the real LibreOffice: a working copy that it writes over becomes a version, with the right differences, and the first stays; and what
 * goes out as Word opens there with its state on every page. Skipped, and said so, where LibreOffice is not installed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { Document, Header, Packer, Paragraph } from 'docx';
import { describe, expect, it, onTestFinished } from 'vitest';
import { extractDocument } from '../../electron/documents/extract';
import { draftDocument } from '../../electron/service/export/draft-document';
import { draftDocx } from '../../electron/service/export/draft-docx';
import { stampDocx } from '../../electron/service/export/stamp-docx';
import { openWorkingCopies } from '../../electron/service/working-copies/working-copies';
import type { BlobHash } from '../../shared/base/ids';
import { compareTexts } from '../../shared/text/compare-texts';
import { openTestLibrary, temporaryFolder, testClock } from '../support/library-folders';

const isThere = spawnSync('soffice', ['--version']).status === 0;
if (!isThere) console.warn('LibreOffice is not installed: working copies and Word exports are not tried with it.');

/** Converts with a profile of its own, so that no other LibreOffice is in the way. */
function convert(file: string, to: string, outFolder: string, profile: string): string {
  const args = [
    `-env:UserInstallation=file://${profile}`,
    '--headless',
    '--convert-to',
    to,
    '--outdir',
    outFolder,
    file,
  ];
  execFileSync('soffice', args, { stdio: 'pipe', timeout: 80_000 });
  return join(outFolder, `${basename(file, extname(file))}.${to}`);
}

const textOf = async (path: string): Promise<string> =>
  (await extractDocument(readFileSync(path), 'Plan.docx')).pages.join('\n');

describe.skipIf(!isThere)('LibreOffice', () => {
  it(
    'writes over a working copy: a version with the right differences, and the first stays',
    { timeout: 180_000 },
    async () => {
      const base = temporaryFolder();
      const library = await openTestLibrary(base);
      const paragraphs = ['Het plan voor de zomer.', 'De coach belt elke week.', 'Wij beginnen in mei.'];
      const bytes = await Packer.toBuffer(
        new Document({ sections: [{ children: paragraphs.map((text) => new Paragraph(text)) }] }),
      );
      const blob = await library.putBlob({ bytes });
      const file = { ...blob, name: 'Plan.docx', mediaType: 'x/y' };
      const { id } = await library.createItem({ type: 'draft', set: { title: 'Plan', file } });
      const copies = await openWorkingCopies({
        library,
        folder: join(base, 'werkkopieën'),
        clock: testClock(),
        timers: { after: () => () => undefined },
        tell: () => undefined,
        stored: () => undefined,
      });
      onTestFinished(() => copies.close());
      const { path } = await copies.open(id);

      const [profile, scratch] = [join(base, 'profile'), join(base, 'scratch')];
      mkdirSync(scratch);
      const flat = convert(path, 'fodt', scratch, profile);
      writeFileSync(flat, readFileSync(flat, 'utf8').replace('elke week', 'elke dag'));
      convert(flat, 'docx', dirname(path), profile);
      await copies.look({ settled: true });

      const { hash } = library.get(id)?.fields['file'] as { hash: BlobHash };
      expect([hash === blob.hash, copies.list()[0]?.state]).toEqual([false, 'ready']);
      const [before, after] = [await textOf(library.blobPath(blob.hash)), await textOf(library.blobPath(hash))];
      const { rows, changes } = compareTexts(before, after);
      expect(changes).toBe(1);
      expect(JSON.stringify(rows)).toContain('{"kind":"changed","text":"dag"}');
      expect(readFileSync(library.blobPath(blob.hash)).equals(bytes)).toBe(true);
    },
  );

  it('opens what goes out as Word, with its state on every page', { timeout: 180_000 }, async () => {
    const base = temporaryFolder();
    const library = await openTestLibrary(base);
    const body = `# Kop\n\n${'Een alinea met **vet** erin. '.repeat(400)}\n\n1. een\n2. twee\n\n| a | b |\n|---|---|\n| c | d |\n`;
    const { id } = await library.createItem({
      type: 'draft',
      set: { title: 'Plan', status: 'in-bewerking', doNotCite: true, body },
    });
    const docx = join(base, 'uit.docx');
    writeFileSync(docx, await draftDocx(await draftDocument(library, id, 'nl')));
    const pdf = convert(docx, 'pdf', base, join(base, 'profile'));
    const { pages } = await extractDocument(readFileSync(pdf), 'uit.pdf');
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain('In bewerking · niet citeren');
    expect(pages.join('\n')).toMatch(/1\.\s*een/);
  });

  it('opens a Word document of others with its state on every page, the cover too', { timeout: 180_000 }, async () => {
    const base = temporaryFolder();
    const long = (text: string): Paragraph[] => Array.from({ length: 100 }, (_, n) => new Paragraph(`${text} ${n}`));
    const own = new Header({ children: [new Paragraph('Kop van de school')] });
    const bytes = await Packer.toBuffer(
      new Document({
        sections: [
          { properties: { titlePage: true }, headers: { default: own }, children: long('Eerste deel') },
          { children: long('Tweede deel') },
        ],
      }),
    );
    const docx = join(base, 'advies.docx');
    writeFileSync(
      docx,
      stampDocx(bytes, { stateLine: 'Ter beoordeling · niet citeren', watermark: 'TER BEOORDELING' }, 'advies.docx'),
    );
    const { pages } = await extractDocument(
      readFileSync(convert(docx, 'pdf', base, join(base, 'profile'))),
      'advies.pdf',
    );
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(page).toContain('Ter beoordeling · niet citeren');
    expect(pages[1]).toContain('Kop van de school');
    expect(pages.join('\n')).toContain('Tweede deel 99');
  });
});
